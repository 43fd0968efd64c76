import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEvents } from '../../store/events';
import { useLayoutPreferences } from '../../store/layout-preferences';
import { useTheme } from '../../store/theme';
import { ChartTools } from './ChartTools';
import { useChartSpan } from './chart-clock';
import { chartColours } from './chart-colours';
import classes from './charts.module.css';
import { EfficiencyChart } from './EfficiencyChart';
import { PowerChart } from './PowerChart';
import { TemperatureChart } from './TemperatureChart';

/** Marks beyond this many would only blacken the lane; the newest are shown. */
const MAX_MARKS = 40;

/** Three charts on one axis of simulated time. */
export function ChartsPanel({ stacked = false }: { stacked?: boolean }) {
  const { t } = useTranslation('charts');
  const window = useLayoutPreferences((state) => state.chartWindow);
  const [paused, setPaused] = useState(false);
  const span = useChartSpan(window, paused);
  const theme = useTheme();
  const colours = chartColours(theme);
  const allEvents = useEvents((state) => state.events);
  const events = allEvents
    .filter(({ atSeconds }) => atSeconds >= span.fromSeconds && atSeconds <= span.toSeconds)
    .slice(-MAX_MARKS);
  const charts = useRef<HTMLDivElement>(null);
  const props = { span, events, colours };
  return (
    <section className={classes.panel} aria-label={t('title')} data-testid="charts" data-stacked={stacked || undefined}>
      <ChartTools paused={paused} onPause={setPaused} span={span} charts={charts} colours={colours} />
      <div className={classes.charts} ref={charts}>
        <PowerChart {...props} />
        <TemperatureChart {...props} />
        <EfficiencyChart {...props} />
      </div>
    </section>
  );
}
