import { Menu } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type AirDisplay, useViewOptions } from '../../../store/view-options';
import { IconButton } from '../../app/IconButton';

const CHOICES: readonly AirDisplay[] = ['particles', 'streamlines', 'off'];

/** How moving air is shown. */
export function AirMenu({ icon }: { icon: ReactNode }) {
  const { t } = useTranslation('scene');
  const air = useViewOptions((state) => state.air);
  const set = useViewOptions((state) => state.set);
  const calm = useReducedMotion();
  return (
    <Menu position="top-start" withArrow shadow="md">
      <Menu.Target>
        <IconButton label={t('air.title')} pressed={air !== 'off'} testId="air-menu">
          {icon}
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('air.question')}</Menu.Label>
        {CHOICES.map((choice) => (
          <Menu.Item
            key={choice}
            disabled={choice === 'particles' && calm}
            leftSection={
              <IconCheck size={14} style={{ visibility: air === choice ? 'visible' : 'hidden' }} aria-hidden="true" />
            }
            onClick={() => set({ air: choice })}
            data-testid={`air-${choice}`}
          >
            {t(`air.${choice}`)}
            {choice === 'particles' && calm && ` (${t('air.calm')})`}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
