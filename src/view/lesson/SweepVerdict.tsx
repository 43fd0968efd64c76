import { useTranslation } from 'react-i18next';
import { type SupplyOptimum, type SupplyPoint, withFullWork } from '../../frame/lesson';
import { useDocument } from '../../store/document';
import { useLesson } from '../../store/lesson';
import { formatPower, joinShown } from '../numbers/format';
import classes from './lesson.module.css';

/** End of the range that the COP of Moore et al. was fitted in, °C. */
const CURVE_END_CELSIUS = 30;

interface SweepVerdictProps {
  points: readonly SupplyPoint[];
  optimum: SupplyOptimum | null;
}

/** What the sweep shows, and what limits it. */
export function SweepVerdict({ points, optimum }: SweepVerdictProps) {
  const { t } = useTranslation('lesson');
  const room = useLesson((state) => state.room);
  const plant = useDocument((state) => state.site.plant?.kind);
  if (optimum === null) return <p className={classes.warning}>{t('sweep.unknown')}</p>;
  const power = (watts: number) => joinShown(formatPower(watts));
  const more = ({ facilityW }: SupplyPoint) =>
    `${(100 * (facilityW / optimum.facilityW - 1)).toFixed(1)} % (${power(facilityW - optimum.facilityW)})`;
  const working = withFullWork(points);
  const first = working[0]!;
  const last = working.at(-1)!;
  const moore = room === 'one-rack' || plant === 'moore-cop';
  const throttled = points.find(({ throttledServers }) => throttledServers > 0);
  const restless = points.filter(({ converged }) => !converged).map(({ supplyCelsius }) => supplyCelsius);
  return (
    <>
      <p className={classes.verdict} role="status" data-testid="sweep-verdict" data-interior={optimum.interior}>
        {t(optimum.interior ? 'sweep.interior' : 'sweep.atEnd', {
          celsius: optimum.supplyCelsius.toFixed(1),
          power: power(optimum.facilityW),
          low: first.supplyCelsius,
          lowMore: more(first),
          high: last.supplyCelsius,
          highMore: more(last),
        })}
      </p>
      {moore && optimum.supplyCelsius > CURVE_END_CELSIUS - 1 && (
        <p className={classes.warning}>{t('sweep.curveEnd')}</p>
      )}
      {throttled !== undefined && (
        <p className={classes.warning}>
          {t('sweep.throttled', { celsius: throttled.supplyCelsius, count: throttled.throttledServers })}
        </p>
      )}
      {restless.length > 0 && <p className={classes.dim}>{t('sweep.notSettled', { celsius: restless.join(', ') })}</p>}
    </>
  );
}
