import { IconBuildingFactory2, IconCloud, IconServer2, IconSnowflake, IconWind } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chillerSet } from '../../site/chillers/chiller-set';
import type { Site } from '../../site/schema/site';
import { formatAirflow, formatCelsius, formatShare } from '../numbers/format';
import { Figure } from './Figure';
import classes from './heat.module.css';
import { readAirflow } from './heat-readings';
import { modeOf } from './mode';
import { Pipes } from './Pipes';
import { Station } from './Station';
import { scalar } from './scalar-number';
import { useFrameValue } from './use-frame-value';
import { formatFlow, formatHeat, formatWaterUse } from './water-format';

const ICON = { size: 18, stroke: 1.6 } as const;

/** From the air of the racks to the outdoor air, as far as the site says how. */
export function AirPath({ site }: { site: Site }) {
  const { t } = useTranslation('heat');
  const units = site.coolingUnits.filter(({ running }) => running);
  const onWater = units.some(({ medium }) => medium === 'chilled-water');
  const onOwn = units.some(({ medium }) => medium === 'dx');
  const plant = site.plant?.kind === 'chilled-water' ? site.plant : null;
  const airCooled = plant !== null && chillerSet(plant.chillers.set)?.airCooled === true;
  const doors = site.racks.filter(({ rearDoor }) => rearDoor !== undefined).length;
  const economisers = units.filter(({ economiser }) => economiser !== undefined).length;
  return (
    <ol className={classes.lane} aria-label={t('path.air')}>
      <Station name={t('station.racks')} icon={<IconServer2 {...ICON} />} testId="station-racks">
        <dl>
          <Figure label={t('figure.toAir')} read={scalar('rackHeatW')} format={formatHeat} />
          {doors > 0 && (
            <Figure label={t('figure.doors', { count: doors })} read={scalar('doorHeatW')} format={formatHeat} />
          )}
        </dl>
      </Station>
      <Pipes
        name={t('stream.air')}
        warm={scalar('returnCelsius')}
        cold={scalar('supplyCelsius')}
        flow={readAirflow}
        formatFlow={formatAirflow}
      />
      <Station
        name={t('station.units')}
        state={t('unitsRunning', { running: units.length, count: site.coolingUnits.length })}
        icon={<IconWind {...ICON} />}
        testId="station-units"
      >
        <dl>
          <Figure label={t('figure.fans')} read={scalar('unitFansW')} format={formatHeat} />
          {onOwn && <Figure label={t('figure.compressors')} read={scalar('compressorsW')} format={formatHeat} />}
          {economisers > 0 && (
            <Figure label={t('figure.outdoorAir')} read={scalar('freeAirHeatW')} format={formatHeat} />
          )}
        </dl>
      </Station>
      {onWater && plant !== null && <ChilledWater site={site} airCooled={airCooled} />}
      {onWater && plant === null && (
        <>
          <li className={classes.plainPipe} aria-hidden="true" />
          <Station
            name={t('station.plant')}
            state={t(site.plant === undefined ? 'plantUnknown' : `plantAs.${site.plant.kind}`)}
            icon={<IconSnowflake {...ICON} />}
          >
            <dl>
              <Figure label={t('figure.takes')} read={scalar('loopHeatW')} format={formatHeat} />
            </dl>
          </Station>
        </>
      )}
      {(plant === null || airCooled) && <li className={classes.plainPipe} aria-hidden="true" />}
      <Station name={t('station.outdoors')} icon={<IconCloud {...ICON} />} testId="station-outdoors">
        <dl>
          <Figure label={t('figure.dryBulb')} read={scalar('outdoorDryBulbCelsius')} format={formatCelsius} />
          <Figure label={t('figure.wetBulb')} read={scalar('outdoorWetBulbCelsius')} format={formatCelsius} />
          {plant !== null && (
            <Figure
              label={t('figure.rejected')}
              read={scalar('rejectedHeatW')}
              format={formatHeat}
              testId="rejected-heat"
            />
          )}
        </dl>
      </Station>
    </ol>
  );
}

function ChilledWater({ site, airCooled }: { site: Site; airCooled: boolean }) {
  const { t } = useTranslation('heat');
  const mode = useFrameValue(modeOf);
  const running = useFrameValue(scalar('chillersRunning'));
  if (site.plant?.kind !== 'chilled-water') return null;
  const { chillers, economiser, condenser } = site.plant;
  return (
    <>
      <Pipes
        name={t('stream.chilledWater')}
        warm={scalar('chilledReturnCelsius')}
        cold={scalar('chilledSupplyCelsius')}
        flow={scalar('chilledFlowLps')}
        formatFlow={formatFlow}
      />
      <Station
        name={t('station.chillers')}
        state={
          <>
            <span data-testid="plant-mode">{mode === null ? '' : t(`mode.${mode}`)}</span>
            {' · '}
            {t('chillersRunning', { running: running ?? 0, count: chillers.count })}
          </>
        }
        icon={<IconSnowflake {...ICON} />}
        testId="station-chillers"
      >
        <dl>
          {economiser !== undefined && !airCooled && (
            <Figure label={t('figure.freeHeat')} read={scalar('economiserHeatW')} format={formatHeat} />
          )}
          <Figure label={t('figure.chillerHeat')} read={scalar('chillerHeatW')} format={formatHeat} />
          <Figure label={t('figure.chillerPower')} read={scalar('chillersW')} format={formatHeat} />
          <Figure label={t('figure.partLoad')} read={scalar('chillerPartLoad')} format={formatShare} />
          <Figure label={t('figure.pumps')} read={scalar('pumpsW')} format={formatHeat} />
        </dl>
      </Station>
      {!airCooled && (
        <>
          <Pipes
            name={t('stream.condenserWater')}
            warm={scalar('condenserReturnCelsius')}
            cold={scalar('condenserSupplyCelsius')}
            flow={scalar('condenserFlowLps')}
            formatFlow={formatFlow}
          />
          <Station
            name={t(`station.${condenser.rejection.kind}`)}
            icon={<IconBuildingFactory2 {...ICON} />}
            testId="station-rejection"
          >
            <dl>
              <Figure label={t('figure.fans')} read={scalar('towersW')} format={formatHeat} />
              <Figure label={t('figure.fanSpeed')} read={scalar('rejectionFanShare')} format={formatShare} />
              {condenser.rejection.kind === 'tower' && (
                <Figure label={t('figure.water')} read={scalar('towerWaterLps')} format={formatWaterUse} />
              )}
            </dl>
          </Station>
          <li className={classes.plainPipe} aria-hidden="true" />
        </>
      )}
    </>
  );
}
