import { Button } from '@mantine/core';
import { IconPlug, IconPlugOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFailures } from '../../store/failures';
import { useRun } from '../../store/run';
import { eventOf } from '../failures/event-choices';

/** Takes the grid away from the live run, and gives it back: a drill. */
export function GridSwitch() {
  const { t } = useTranslation('power');
  const live = useFailures((state) => state.live);
  const ready = useRun((state) => state.status === 'ready');
  const { inject, repair } = useFailures.getState();
  const lost = live.find(({ event, state }) => event.kind === 'power-loss' && state === 'active');
  return lost === undefined ? (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<IconPlugOff size={13} />}
      onClick={() => inject([eventOf('power-loss', '')])}
      disabled={!ready}
      data-testid="cut-grid"
    >
      {t('backup.cut')}
    </Button>
  ) : (
    <Button
      size="compact-xs"
      leftSection={<IconPlug size={13} />}
      onClick={() => repair(lost.id)}
      data-testid="restore-grid"
    >
      {t('backup.restore')}
    </Button>
  );
}
