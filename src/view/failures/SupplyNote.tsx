import { useTranslation } from 'react-i18next';
import type { FailureResult } from '../../frame/failure';
import classes from './failures.module.css';
import { minutesText } from './result-text';

/** Who fed the IT and from when; nothing where the grid did throughout. */
export function SupplyNote({ result }: { result: FailureResult }) {
  const { t } = useTranslation('failures');
  if (result.supply === undefined) return null;
  return (
    <ul className={classes.note} data-testid="failure-supply">
      {result.supply.map(({ atSeconds, source }) => (
        <li key={`${atSeconds} ${source}`}>{t(`supply.${source}`, { minutes: minutesText(atSeconds) })}</li>
      ))}
    </ul>
  );
}
