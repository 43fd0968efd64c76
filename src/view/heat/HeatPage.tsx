import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readScalar } from '../../frame/layout';
import { useDocument } from '../../store/document';
import { useRun } from '../../store/run';
import { ControlSection } from '../control/ControlSection';
import { formatPower } from '../numbers/format';
import { AirPath } from './AirPath';
import { DescribePlant } from './DescribePlant';
import { Figure } from './Figure';
import classes from './heat.module.css';
import { readCoolingRatio } from './heat-readings';
import { LiquidPath } from './LiquidPath';
import { PipeScale } from './PipeScale';
import { PlantBalance } from './PlantBalance';
import { RangeFlags } from './RangeFlags';
import { scalar } from './scalar-number';
import { UnitTable } from './UnitTable';
import { useFrameValue } from './use-frame-value';
import { WeatherSection } from './WeatherSection';
import { formatRatio, formatWaterUse } from './water-format';

const readTick = (frame: Parameters<typeof readScalar>[0]) => (Number.isFinite(readScalar(frame, 'tick')) ? 1 : 0);

/** The cooling side of the running site: from the racks to the outdoor air. */
export function HeatPage() {
  const { t } = useTranslation('heat');
  const site = useDocument((state) => state.site);
  const runs = useFrameValue(readTick);
  const status = useRun((state) => state.status);
  if (runs === null) {
    return status === 'error' ? (
      <p className={classes.empty}>{t('noRun')}</p>
    ) : (
      <Loader className={classes.loader} aria-label={t('loading')} />
    );
  }
  const computed = site.plant?.kind === 'chilled-water';
  return (
    <div className={classes.page} data-testid="heat-content">
      <dl className={classes.headlines}>
        <Figure label={t('headline.heat')} read={scalar('coolingHeatW')} format={formatPower} />
        <Figure label={t('headline.power')} read={scalar('coolingW')} format={formatPower} testId="cooling-power" />
        <Figure label={t('headline.ratio')} read={readCoolingRatio} format={formatRatio} />
        <Figure label={t('headline.water')} read={scalar('waterLps')} format={formatWaterUse} />
        <Figure label={t('headline.reuse')} read={scalar('heatReuseW')} format={formatPower} />
      </dl>
      <section className={classes.section} aria-labelledby="heat-path">
        <div className={classes.head}>
          <h2 id="heat-path">{t('path.title')}</h2>
          <PipeScale />
        </div>
        <AirPath site={site} />
        <LiquidPath site={site} />
        <RangeFlags />
        <DescribePlant site={site} />
      </section>
      <WeatherSection site={site} />
      {site.coolingUnits.length > 0 && (
        <section className={classes.section} aria-labelledby="heat-units">
          <h2 id="heat-units">{t('unit.title')}</h2>
          <UnitTable site={site} />
        </section>
      )}
      {site.coolingUnits.length > 0 && <ControlSection site={site} />}
      {computed && (
        <section className={classes.section} aria-labelledby="heat-balance">
          <h2 id="heat-balance">{t('balance.title')}</h2>
          <PlantBalance />
        </section>
      )}
      <section className={classes.section} aria-labelledby="heat-models">
        <h2 id="heat-models">{t('models.title')}</h2>
        <ul className={classes.models}>
          {(['chillers', 'towers', 'coils', 'air', 'losses'] as const).map((id) => (
            <li key={id}>{t(`models.${id}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
