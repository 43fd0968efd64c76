import { useTranslation } from 'react-i18next';
import { readScalar } from '../../frame/layout';
import type { Site } from '../../site/schema/site';
import { dateOfHour } from '../../site/weather/calendar';
import { formatCelsius, threeDigits } from '../numbers/format';
import { LiveNumber } from '../numbers/LiveNumber';
import { Figure } from './Figure';
import classes from './heat.module.css';
import { SeriesImport } from './SeriesImport';
import { scalar } from './scalar-number';
import { useFrameValue } from './use-frame-value';
import { formatCarbon } from './water-format';
import { YearStrip } from './YearStrip';

const readHour = (frame: Parameters<typeof readScalar>[0]) => Math.floor(readScalar(frame, 'hourOfYear'));

/** Outdoor air, carbon and prices of this hour, the year that they come from, and files of the user's. */
export function WeatherSection({ site }: { site: Site }) {
  const { t, i18n } = useTranslation('heat');
  const hour = useFrameValue(readHour);
  const { weather, gridCarbon, tariffs } = site;
  const price = (unit: string) => (value: number) => ({
    text: threeDigits(value),
    unit: `${tariffs?.currency ?? ''}${unit}`,
  });
  return (
    <section className={classes.section} aria-labelledby="heat-weather">
      <h2 id="heat-weather">{t('weather.title')}</h2>
      <p className={classes.source}>
        {weather === undefined
          ? t(site.outdoor === undefined ? 'weather.none' : 'weather.fixed')
          : weather.kind === 'climate'
            ? t(`weather.climate.${weather.climate}`)
            : t('weather.imported', { name: weather.name })}{' '}
        {gridCarbon === undefined
          ? t('carbon.none')
          : gridCarbon.kind === 'hourly'
            ? t('carbon.hourly', { name: gridCarbon.name })
            : t(`carbon.${gridCarbon.kind}`)}
      </p>
      <dl className={classes.figures}>
        {weather !== undefined && hour !== null && (
          <div className={classes.figure}>
            <dt>{t('weather.moment')}</dt>
            <dd data-testid="weather-moment">{momentText(hour, i18n.language)}</dd>
          </div>
        )}
        <Figure label={t('figure.dryBulb')} read={scalar('outdoorDryBulbCelsius')} format={formatCelsius} />
        <Figure label={t('figure.wetBulb')} read={scalar('outdoorWetBulbCelsius')} format={formatCelsius} />
        <Figure label={t('figure.dewPoint')} read={scalar('outdoorDewPointCelsius')} format={formatCelsius} />
        <Figure label={t('figure.carbon')} read={scalar('carbonKgPerKWh')} format={formatCarbon} />
        <div className={classes.figure}>
          <dt>{t('figure.price')}</dt>
          <dd>
            <LiveNumber read={scalar('pricePerKWh')} format={price('/kWh')} />
          </dd>
        </div>
      </dl>
      {weather !== undefined && <YearStrip weather={weather} />}
      <SeriesImport />
    </section>
  );
}

/** Day and hour of the year, without a year: the weather of any. */
function momentText(hourOfYear: number, language: string): string {
  const { month, day, hour } = dateOfHour(hourOfYear);
  const date = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return `${date.format(Date.UTC(2021, month - 1, day))}, ${String(Math.floor(hour)).padStart(2, '0')}:00`;
}
