import { useTranslation } from 'react-i18next';
import type { Site } from '../../site/schema/site';
import { useDocument } from '../../store/document';
import { Figure } from '../heat/Figure';
import { scalar } from '../heat/scalar-number';
import { formatCelsius, formatCount } from '../numbers/format';
import { FieldSections } from '../panels/fields/FieldSections';
import { waterControlSections } from '../panels/fields/water-control-fields';
import classes from './control.module.css';

/** Chilled-water setpoint and stages of the chillers. */
export function WaterControl({ site }: { site: Site }) {
  const { t } = useTranslation('control');
  const control = site.coolingControl;
  return (
    <article className={classes.zone} aria-label={t('water')} data-testid="water-control">
      <div className={classes.zoneHead}>
        <h3>{t('water')}</h3>
      </div>
      <dl className={`${classes.figures} ${classes.now}`} aria-label={t('now')}>
        <Figure label={t('figure.waterSetpoint')} read={scalar('chilledSetpointCelsius')} format={formatCelsius} />
        <Figure label={t('figure.waterSupply')} read={scalar('chilledSupplyCelsius')} format={formatCelsius} />
        {control?.chilledWater !== undefined && (
          <Figure label={t('figure.waterRequests')} read={scalar('chilledRequests')} format={formatCount} />
        )}
        <Figure label={t('figure.chillers')} read={scalar('chillersRunning')} format={formatCount} />
      </dl>
      <div className={classes.settings}>
        <FieldSections
          sections={waterControlSections}
          entities={[site]}
          shut={control === undefined ? ['chillerStages'] : []}
          onEdit={(field, id, change) =>
            useDocument.getState().apply(t('edit.water', { field }), change(site), { mergeKey: `waterControl.${id}` })
          }
        />
      </div>
    </article>
  );
}
