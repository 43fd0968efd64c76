import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDialogs } from '../../store/dialogs';
import { IconButton } from './IconButton';

export function ShortcutsButton() {
  const { t } = useTranslation();
  const showShortcuts = useDialogs((state) => state.showShortcuts);
  return (
    <IconButton label={t('shortcuts.title')} shortcut="?" onClick={() => showShortcuts(true)} testId="shortcuts">
      <IconKeyboard size={18} />
    </IconButton>
  );
}
