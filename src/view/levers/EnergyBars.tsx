import { useTranslation } from 'react-i18next';
import { type RowResult, SUBSYSTEMS } from '../../frame/levers';
import classes from './levers.module.css';
import { useNames } from './use-names';
import { changeText, fixed } from './value-text';

/** Energy of the facility by subsystem, one bar a row. Parts are told apart by shade and by order, as in the legend. */
export function EnergyBars({ rows }: { rows: readonly RowResult[] }) {
  const { t } = useTranslation('levers');
  const names = useNames();
  const most = Math.max(...rows.map(({ values }) => values.facility.mean));
  const parts = SUBSYSTEMS.filter((id) => rows.some(({ values }) => values[id].mean > 0));
  return (
    <figure className={classes.figure} data-testid="levers-bars">
      <figcaption>
        <strong>{t('bars.title')}</strong>
        <span className={classes.legend}>
          {parts.map((id) => (
            <span key={id} className={classes.legendEntry}>
              <span className={classes.swatch} data-part={id} aria-hidden="true" />
              {t(`column.${id}`)}
            </span>
          ))}
        </span>
      </figcaption>
      <div className={classes.bars}>
        {rows.map(({ plan, values, saving }) => (
          <div key={plan.id} className={classes.barRow} data-kind={plan.kind}>
            <span className={classes.barName}>{names.row(plan)}</span>
            <span className={classes.track} aria-hidden="true">
              {parts.map((id) => (
                <span
                  key={id}
                  className={classes.bar}
                  data-part={id}
                  style={{ width: `${(100 * values[id].mean) / most}%` }}
                  title={`${t(`column.${id}`)}: ${fixed(values[id].mean / 1000, 1)} MWh`}
                />
              ))}
            </span>
            <span className={classes.barValue}>
              {fixed(values.facility.mean / 1000, 1)} MWh
              {plan.kind !== 'base' && <span className={classes.change}>{changeText(saving)}</span>}
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
}
