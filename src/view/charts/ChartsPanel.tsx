import { VisuallyHidden } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLayoutPreferences } from '../../store/layout-preferences';
import { useTheme } from '../../store/theme';
import { ChartTools } from './ChartTools';
import { useChartSpan } from './chart-clock';
import { chartColours } from './chart-colours';
import classes from './charts.module.css';
import { EfficiencyChart } from './EfficiencyChart';
import { PowerChart } from './PowerChart';
import { TemperatureChart } from './TemperatureChart';
import { useDelayed } from './use-delayed';
import { useVisibleEvents } from './use-visible-events';
import { WeatherStrip } from './WeatherStrip';

/** Time between the redraws of two charts, ms. */
const STAGGER_MS = 320;

/** Three charts on one axis of simulated time. */
export function ChartsPanel({ stacked = false }: { stacked?: boolean }) {
  const { t } = useTranslation('charts');
  const window = useLayoutPreferences((state) => state.chartWindow);
  const [paused, setPaused] = useState(false);
  const span = useChartSpan(window, paused);
  const theme = useTheme();
  const colours = chartColours(theme);
  const events = useVisibleEvents(span);
  const charts = useRef<HTMLDivElement>(null);
  const shared = { events, colours };
  return (
    <section className={classes.panel} aria-label={t('title')} data-testid="charts" data-stacked={stacked || undefined}>
      <VisuallyHidden>
        <h2>{t('title')}</h2>
      </VisuallyHidden>
      <ChartTools paused={paused} onPause={setPaused} span={span} charts={charts} colours={colours} />
      <div className={classes.charts} ref={charts}>
        <PowerChart span={useDelayed(span, 0)} {...shared} />
        <TemperatureChart span={useDelayed(span, STAGGER_MS)} {...shared} />
        <EfficiencyChart span={useDelayed(span, 2 * STAGGER_MS)} {...shared} />
      </div>
      <WeatherStrip span={span} />
    </section>
  );
}
