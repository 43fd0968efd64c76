import { useTranslation } from 'react-i18next';
import type { FeedSide, PowerAlarm } from '../../frame/power';
import { useDocument } from '../../store/document';

/** Names of elements as people say them: 'PDU 2, feed A'. */
export function usePowerNames(): (kind: PowerAlarm['kind'], id: string, side: FeedSide | null) => string {
  const { t } = useTranslation('power');
  const racks = useDocument((state) => state.site.racks);
  return (kind, id, side) => {
    const rack =
      kind === 'rack-feed' || kind === 'cap' || kind === 'dark-rack'
        ? racks.find((other) => other.id === id)?.name
        : undefined;
    const single = id === '' && (kind === 'cap' || kind === 'rack-feed');
    const name = t(`element.${single ? 'room-cap' : kind}`, { id: rack ?? id });
    return side === null ? name : t('element.withSide', { name, side });
  };
}

/** An alarm of the chain, as the event lane says it. */
export function usePowerEvent(): (
  alarm: Pick<PowerAlarm, 'kind' | 'id' | 'side' | 'level' | 'tripped'>,
  on: boolean,
) => string {
  const { t } = useTranslation('power');
  const nameOf = usePowerNames();
  return ({ kind, id, side, level, tripped }, on) => {
    const name = nameOf(kind, id, side);
    if (on && tripped === true) return t('event.tripped', { name });
    return on ? t('event.on', { level: t(`level.${level}`), name }) : t('event.off', { name });
  };
}
