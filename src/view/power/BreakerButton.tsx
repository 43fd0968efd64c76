import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PowerElement } from '../../frame/power';
import { useFailures } from '../../store/failures';
import { simulationLink } from '../../store/link';
import { useRun } from '../../store/run';
import { eventOf } from '../failures/event-choices';
import { breakerId } from '../failures/part-choices';
import { usePowerNames } from './alarm-text';

/** Opens the breaker of an element in the live run, or closes it; nothing for what has none. */
export function BreakerButton({ element }: { element: PowerElement }) {
  const { t } = useTranslation('power');
  const name = usePowerNames();
  const ready = useRun((state) => state.status === 'ready');
  const live = useFailures((state) => state.live);
  const { inject, repair } = useFailures.getState();
  const { kind, id, side, out } = element;
  if (kind !== 'rack-feed' && kind !== 'pdu' && kind !== 'ups') return null;
  const opened = live.find(
    ({ event, state }) =>
      state === 'active' &&
      event.kind === 'breaker-trip' &&
      event.element === kind &&
      event.id === id &&
      event.side === (side ?? 'A'),
  );
  const shut = opened !== undefined || out === 'tripped';
  const press = () => {
    if (opened !== undefined) repair(opened.id);
    else if (out === 'tripped') void simulationLink()?.closeBreakers();
    else inject([eventOf('breaker-trip', breakerId(kind, side ?? 'A', id))]);
  };
  return (
    <Button
      size="compact-xs"
      variant={shut ? 'filled' : 'default'}
      onClick={press}
      disabled={!ready}
      aria-label={t(shut ? 'capacity.shutName' : 'capacity.openName', { name: name(kind, id, side) })}
      data-testid={`breaker-${kind}-${id}-${side ?? 'A'}`}
    >
      {t(shut ? 'capacity.shut' : 'capacity.open')}
    </Button>
  );
}
