import { useTranslation } from 'react-i18next';
import { entityLabel, labelOf } from '../../site/entity';
import type { FailureEvent } from '../../site/scenario/events';
import { failureTarget } from '../../site/scenario/target';
import { useDocument } from '../../store/document';

/** What an event is, in a few words: `CRAH-1 stops`. */
export function useEventText(): (event: FailureEvent) => string {
  const { t } = useTranslation('failures');
  const site = useDocument((state) => state.site);
  const share = (part: number) => (part < 1 ? t('event.share', { percent: Math.round(part * 100) }) : '');
  return (event) => {
    switch (event.kind) {
      case 'chiller-trip':
        return event.machines === undefined ? t('event.chiller-trip') : t('event.chillers', { count: event.machines });
      case 'pump-trip':
        return t('event.pump-trip', { name: t(`part.pump-trip.${event.circuit}`) }) + share(event.share);
      case 'rejection-fault':
        return t('event.rejection-fault', { name: t(`part.rejection-fault.${event.of}`) }) + share(event.share);
      case 'fouling': {
        const percent = Math.round(event.conductanceShare * 100);
        return t('event.fouling', { name: t(`part.fouling.${event.part}`), percent });
      }
      case 'feed-loss':
        return t('event.feed-loss', { name: event.side });
      case 'breaker-trip': {
        const rack = site.racks.find(({ id }) => id === event.id);
        const name = t(`part.breaker-trip.${event.element}`, { id: rack === undefined ? event.id : labelOf(rack) });
        return t('event.breaker-trip', { name, side: event.side });
      }
      default: {
        const target = failureTarget(event);
        const name = target === null ? '' : entityLabel(site, target);
        const kind = event.kind === 'unit-trip' && event.stops === 'coil' ? 'coil-trip' : event.kind;
        return t(`event.${kind}`, { name });
      }
    }
  };
}
