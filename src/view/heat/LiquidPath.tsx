import { IconBuildingFactory2, IconCloud, IconDroplet, IconHome2, IconServer2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../site/schema/site';
import { formatCelsius } from '../numbers/format';
import { Figure } from './Figure';
import classes from './heat.module.css';
import { Pipes } from './Pipes';
import { Station } from './Station';
import { scalar } from './scalar-number';
import { formatFlow, formatHeat } from './water-format';

const ICON = { size: 18, stroke: 1.6 } as const;

/** From the cold plates of the racks to the outdoor air, the plant, or a customer. */
export function LiquidPath({ site }: { site: Site }) {
  const { t } = useTranslation('heat');
  const facility = site.liquidLoop?.facility;
  if (facility === undefined) return null;
  const { rejection, reuse, waterClass } = facility;
  return (
    <ol className={classes.lane} aria-label={t('path.liquid')}>
      <Station name={t('station.coldPlates')} icon={<IconServer2 {...ICON} />}>
        <dl>
          <Figure label={t('figure.toLiquid')} read={scalar('liquidHeatW')} format={formatHeat} />
        </dl>
      </Station>
      <li className={classes.plainPipe} aria-hidden="true" />
      <Station
        name={t('station.cdu')}
        state={t('waterClass', { waterClass })}
        icon={<IconDroplet {...ICON} />}
        testId="station-cdu"
      >
        <dl>
          <Figure label={t('figure.coolant')} read={scalar('coolantCelsius')} format={formatCelsius} />
          <Figure label={t('figure.liquidPower')} read={scalar('liquidW')} format={formatHeat} />
        </dl>
      </Station>
      <Pipes
        name={t('stream.facilityWater')}
        warm={scalar('facilityWaterReturnCelsius')}
        cold={scalar('facilityWaterSupplyCelsius')}
        flow={scalar('facilityWaterFlowLps')}
        formatFlow={formatFlow}
      />
      {reuse !== undefined && (
        <Station name={t('station.customer')} icon={<IconHome2 {...ICON} />}>
          <dl>
            <Figure label={t('figure.reused')} read={scalar('heatReuseW')} format={formatHeat} />
          </dl>
        </Station>
      )}
      <Station
        name={t(`station.${rejection.kind}`)}
        icon={rejection.kind === 'chilled-water' ? <IconCloud {...ICON} /> : <IconBuildingFactory2 {...ICON} />}
      >
        <dl>
          {rejection.kind === 'chilled-water' ? (
            <Figure label={t('figure.toPlant')} read={scalar('facilityToPlantW')} format={formatHeat} />
          ) : (
            <Figure label={t('figure.rejected')} read={scalar('facilityRejectedW')} format={formatHeat} />
          )}
        </dl>
      </Station>
    </ol>
  );
}
