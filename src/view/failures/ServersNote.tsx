import { useTranslation } from 'react-i18next';
import type { FailureResult } from '../../frame/failure';
import classes from './failures.module.css';
import { minutesText } from './result-text';

/** What heat did to the servers: from when it slowed them, from when it switched them off, and the work that it cost. */
export function ServersNote({ result }: { result: FailureResult }) {
  const { t } = useTranslation('failures');
  const firstOf = (key: 'throttledAtSeconds' | 'offAtSeconds') => {
    const times = result.racks.flatMap((rack) => rack[key] ?? []);
    return times.length === 0 ? null : Math.min(...times);
  };
  const throttled = firstOf('throttledAtSeconds');
  const off = firstOf('offAtSeconds');
  if (throttled === null && off === null) return null;
  const count = result.racks.reduce((sum, { serversOff }) => sum + serversOff, 0);
  return (
    <p className={classes.note} data-testid="failure-servers">
      {throttled !== null && `${t('servers.throttled', { minutes: minutesText(throttled) })} `}
      {off !== null && `${t('servers.off', { minutes: minutesText(off), count })} `}
      {result.workUnit !== null &&
        result.unservedWork > 0 &&
        t('servers.unserved', { work: result.unservedWork.toPrecision(3), unit: result.workUnit })}
    </p>
  );
}
