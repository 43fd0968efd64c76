import { useTranslation } from 'react-i18next';
import type { FailureResult } from '../../frame/failure';
import { usePowerNames } from '../power/alarm-text';
import { useRackNames } from '../recirculation/use-rack-names';
import classes from './failures.module.css';
import { minutesText } from './result-text';

/** Racks named before the rest is only counted. */
const MOST_NAMED = 6;
/** Trips listed at most. */
const MOST_TRIPS = 8;

/** Who fed the IT and from when, what overload opened, and which racks lost their power; nothing where all went on. */
export function SupplyNote({ result }: { result: FailureResult }) {
  const { t } = useTranslation('failures');
  const nameOf = useRackNames();
  const elementName = usePowerNames();
  const dark = result.racks.filter(({ unpoweredAtSeconds }) => unpoweredAtSeconds !== undefined);
  const { supply = [], trips = [] } = result;
  if (supply.length + trips.length + dark.length === 0) return null;
  const first = Math.min(...dark.map(({ unpoweredAtSeconds }) => unpoweredAtSeconds!));
  const names = dark.slice(0, MOST_NAMED).map(({ rackId }) => nameOf(rackId));
  return (
    <ul className={classes.note} data-testid="failure-supply">
      {supply.map(({ atSeconds, source }) => (
        <li key={`${atSeconds} ${source}`}>{t(`supply.${source}`, { minutes: minutesText(atSeconds) })}</li>
      ))}
      {trips.slice(0, MOST_TRIPS).map(({ atSeconds, kind, id, side }) => (
        <li key={`${atSeconds} ${kind} ${id} ${side}`}>
          {t('supply.trip', { minutes: minutesText(atSeconds), name: elementName(kind, id, side) })}
        </li>
      ))}
      {dark.length > 0 && (
        <li>
          {t('supply.dark-racks', {
            count: dark.length,
            minutes: minutesText(first),
            names: names.join(', ') + (dark.length > names.length ? ' …' : ''),
          })}
        </li>
      )}
    </ul>
  );
}
