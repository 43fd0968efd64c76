import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readScalar } from '../../frame/layout';
import { decimate } from '../../store/decimate';
import { useDocument } from '../../store/document';
import { seriesRing } from '../../store/series';
import { formatCelsius } from '../numbers/format';
import { LiveNumber } from '../numbers/LiveNumber';
import type { ChartProps } from './chart-props';
import classes from './charts.module.css';
import { extentOf } from './value-ticks';

const COLUMNS = ['outdoorDryBulbCelsius', 'outdoorWetBulbCelsius'] as const;
const MAX_POINTS = 200;
const HEIGHT = 18;
const WIDTH = 1000;
/** A span of air narrower than this is drawn as calm, not blown up, K. */
const LEAST_SPAN_KELVIN = 2;

/** Outdoor air over the time that the charts show, for sites whose weather moves. */
export function WeatherStrip({ span }: Pick<ChartProps, 'span'>) {
  const { t } = useTranslation('charts');
  const moves = useDocument((state) => state.site.weather !== undefined);
  const rows = useMemo(
    () => (moves ? decimate(seriesRing(), { ...span, columns: COLUMNS, maxPoints: MAX_POINTS }) : []),
    [span, moves],
  );
  if (!moves) return null;
  const extent = extentOf(rows, COLUMNS);
  const middle = extent === null ? 0 : (extent[0] + extent[1]) / 2;
  const half = extent === null ? 1 : Math.max(LEAST_SPAN_KELVIN, extent[1] - extent[0]) / 2;
  const pointsOf = (column: (typeof COLUMNS)[number]) =>
    rows
      .filter((row) => row[column] != null)
      .map((row) => {
        const x = ((row.seconds - span.fromSeconds) / (span.toSeconds - span.fromSeconds)) * WIDTH;
        const y = HEIGHT / 2 - (((row[column] as number) - middle) / half) * (HEIGHT / 2 - 2);
        return `${x.toFixed(1)},${y.toFixed(1)}`;
      })
      .join(' ');
  return (
    <section className={classes.weather} aria-label={t('weather.title')} data-testid="weather-strip">
      <span className={classes.weatherName}>{t('weather.title')}</span>
      <span className={classes.weatherValue}>
        {t('weather.dryBulb')}{' '}
        <LiveNumber read={(frame) => readScalar(frame, 'outdoorDryBulbCelsius')} format={formatCelsius} />
      </span>
      <span className={classes.weatherValue}>
        {t('weather.wetBulb')}{' '}
        <LiveNumber read={(frame) => readScalar(frame, 'outdoorWetBulbCelsius')} format={formatCelsius} />
      </span>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <polyline points={pointsOf('outdoorDryBulbCelsius')} className={classes.weatherDry} />
        <polyline points={pointsOf('outdoorWetBulbCelsius')} className={classes.weatherWet} />
      </svg>
    </section>
  );
}
