import { useTranslation } from 'react-i18next';
import { entityLabel } from '../../site/entity';
import type { FailureEvent } from '../../site/scenario/events';
import { failureTarget } from '../../site/scenario/target';
import { useDocument } from '../../store/document';

/** What an event is, in a few words: `CRAH-1 stops`. */
export function useEventText(): (event: FailureEvent) => string {
  const { t } = useTranslation('failures');
  const site = useDocument((state) => state.site);
  return (event) => {
    const target = failureTarget(event);
    const name = target === null ? '' : entityLabel(site, target);
    const kind = event.kind === 'unit-trip' && event.stops === 'coil' ? 'coil-trip' : event.kind;
    return t(`event.${kind}`, { name });
  };
}
