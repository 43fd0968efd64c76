import { IconBrightnessAuto, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ThemePreference, useThemePreference } from '../../store/theme';
import { IconButton } from './IconButton';

const order: readonly ThemePreference[] = ['auto', 'light', 'dark'];
const icons = { auto: IconBrightnessAuto, light: IconSun, dark: IconMoon };

/** Steps through the system's theme, light and dark. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const preference = useThemePreference((state) => state.preference);
  const setPreference = useThemePreference((state) => state.setPreference);
  const Icon = icons[preference];
  const next = order[(order.indexOf(preference) + 1) % order.length]!;
  return (
    <IconButton label={t(`theme.${preference}`)} onClick={() => setPreference(next)} testId="theme">
      <Icon size={18} />
    </IconButton>
  );
}
