import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readScalar } from '../../frame/layout';
import type { Weather } from '../../site/schema/weather';
import { dayOfYear } from '../../site/weather/calendar';
import { weatherYear } from '../../site/weather/weather-year';
import { useSlowFrame } from '../numbers/use-slow-frame';
import classes from './heat.module.css';
import { type YearDays, yearDays } from './year-days';

const WIDTH = 730;
const HEIGHT = 130;
const TOP = 8;
const BOTTOM = 112;
const LEFT = 40;
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

function scaleOf({ low, high }: YearDays) {
  const bottom = Math.floor(Math.min(...low) / 10) * 10;
  const top = Math.ceil(Math.max(...high) / 10) * 10;
  const y = (celsius: number) => BOTTOM - ((celsius - bottom) / (top - bottom)) * (BOTTOM - TOP);
  const ticks: number[] = [];
  for (let celsius = bottom; celsius <= top; celsius += 10) ticks.push(celsius);
  return { y, ticks };
}

/** The year of the site: each day's span of dry bulb, its mean wet bulb, and where the run is in it. */
export function YearStrip({ weather }: { weather: Weather }) {
  const { t, i18n } = useTranslation('heat');
  const now = useRef<SVGLineElement>(null);
  const days = useMemo(() => yearDays(weatherYear(weather)), [weather]);
  const count = days.low.length;
  const x = (day: number) => LEFT + (day / count) * (WIDTH - LEFT);
  const { y, ticks } = scaleOf(days);
  useSlowFrame((frame) => {
    const hour = frame === null ? Number.NaN : readScalar(frame, 'hourOfYear');
    if (!Number.isFinite(hour)) return;
    const at = String(x(hour / 24));
    now.current?.setAttribute('x1', at);
    now.current?.setAttribute('x2', at);
  });
  const band = [
    ...days.high.map((celsius, day) => `${x(day + 0.5).toFixed(1)},${y(celsius).toFixed(1)}`),
    ...days.low.map((celsius, day) => `${x(day + 0.5).toFixed(1)},${y(celsius).toFixed(1)}`).reverse(),
  ].join(' ');
  const wet = days.wetBulb.map((celsius, day) => `${x(day + 0.5).toFixed(1)},${y(celsius).toFixed(1)}`).join(' ');
  const monthName = new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' });
  return (
    <figure className={classes.year}>
      <figcaption>
        <span className={classes.bandMark} aria-hidden="true" /> {t('year.dryBulb')}
        <span className={classes.lineMark} aria-hidden="true" /> {t('year.wetBulb')}
        <span className={classes.nowMark} aria-hidden="true" /> {t('year.now')}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('year.title')}>
        {ticks.map((celsius) => (
          <g key={celsius}>
            <line x1={LEFT} x2={WIDTH} y1={y(celsius)} y2={y(celsius)} className={classes.gridLine} />
            <text x={LEFT - 5} y={y(celsius) + 3.5} textAnchor="end">
              {celsius} °C
            </text>
          </g>
        ))}
        {MONTHS.map((month) => (
          <text key={month} x={x(dayOfYear(month, 15))} y={HEIGHT - 3} textAnchor="middle">
            {monthName.format(Date.UTC(2021, month - 1, 15))}
          </text>
        ))}
        <polygon points={band} className={classes.band} />
        <polyline points={wet} className={classes.wetLine} />
        <line ref={now} x1={-10} x2={-10} y1={TOP - 4} y2={BOTTOM} className={classes.nowLine} />
      </svg>
    </figure>
  );
}
