import { useTranslation } from 'react-i18next';
import { labelOf } from '../../site/entity';
import { useDocument } from '../../store/document';
import { type EventChoice, eventOf } from './event-choices';

/** What a part of plant or power chain is called, by a choice and the id that it has there. */
export function usePartLabel(): (choice: EventChoice, id: string) => string {
  const { t } = useTranslation('failures');
  const racks = useDocument((state) => state.site.racks);
  return (choice, id) => {
    if (choice === 'feed-loss') return t('part.feed-loss', { side: id });
    if (choice !== 'breaker-trip') return t(`part.${choice}.${id}`);
    const event = eventOf(choice, id);
    if (event.kind !== 'breaker-trip') return id;
    const rack = racks.find((other) => other.id === event.id);
    const name = t(`part.breaker-trip.${event.element}`, { id: rack === undefined ? event.id : labelOf(rack) });
    return t('part.withSide', { name, side: event.side });
  };
}
