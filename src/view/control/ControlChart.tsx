import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ComposedChart, Line, ResponsiveContainer } from 'recharts';
import { readScalar } from '../../frame/layout';
import { decimate } from '../../store/decimate';
import { useLayoutPreferences } from '../../store/layout-preferences';
import { seriesRing } from '../../store/series';
import { useTheme } from '../../store/theme';
import { ChartFrame, type LegendEntry } from '../charts/ChartFrame';
import { useChartSpan } from '../charts/chart-clock';
import { chartColours } from '../charts/chart-colours';
import { MAX_POINTS, PLOT_MARGIN } from '../charts/chart-props';
import { grid, hover, timeAxis, valueAxis } from '../charts/plot-parts';
import { useValueTicks } from '../charts/use-value-ticks';
import { extentOf } from '../charts/value-ticks';
import { axisText, formatCelsius, formatCount } from '../numbers/format';
import classes from './control.module.css';

const CELSIUS = ['supplySetpointCelsius', 'inletMaxCelsius'] as const;
const COLUMNS = [...CELSIUS, 'supplyRequests'] as const;

/** Setpoint, warmest inlet and requests over the span of the charts below the room. */
export function ControlChart() {
  const { t } = useTranslation('control');
  const colours = chartColours(useTheme());
  const span = useChartSpan(
    useLayoutPreferences((state) => state.chartWindow),
    false,
  );
  const rows = useMemo(() => decimate(seriesRing(), { ...span, columns: COLUMNS, maxPoints: MAX_POINTS }), [span]);
  const legend: LegendEntry[] = [
    { id: 'supplySetpointCelsius', mark: 'line', colour: colours.supply, format: formatCelsius },
    { id: 'inletMaxCelsius', mark: 'line', colour: colours.inlet, format: formatCelsius },
    { id: 'supplyRequests', mark: 'dashed', colour: colours.inkDim, format: formatCount } as const,
  ].map((entry) => ({
    ...(entry as Pick<LegendEntry, 'id' | 'mark' | 'colour' | 'format'>),
    label: t(`series.${entry.id}`),
    read: (frame) => readScalar(frame, entry.id as (typeof COLUMNS)[number]),
  }));
  const ticks = useValueTicks(extentOf(rows, CELSIUS));
  const most = extentOf(rows, ['supplyRequests'])?.[1] ?? 0;
  const half = Math.max(2, Math.ceil(most / 2));
  const counts = [0, half, 2 * half];
  const fixed = useMemo(() => {
    const line = (id: string, axis: string, stroke: string, dash?: string) => (
      <Line
        key={id}
        dataKey={id}
        yAxisId={axis}
        type={axis === 'right' ? 'stepAfter' : 'linear'}
        stroke={stroke}
        strokeWidth={1.6}
        strokeDasharray={dash}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
    );
    return [
      grid(colours),
      line('supplyRequests', 'right', colours.inkDim, '4 2'),
      line('inletMaxCelsius', 'left', colours.inlet),
      line('supplySetpointCelsius', 'left', colours.supply),
      hover([
        { id: 'supplySetpointCelsius', label: t('series.supplySetpointCelsius'), format: formatCelsius },
        { id: 'inletMaxCelsius', label: t('series.inletMaxCelsius'), format: formatCelsius },
        { id: 'supplyRequests', label: t('series.supplyRequests'), format: formatCount },
      ]),
    ];
  }, [colours, t]);
  const axes = [
    timeAxis(span, colours),
    valueAxis(colours, { ticks, format: (celsius) => axisText(celsius) }),
    valueAxis(colours, { id: 'right', ticks: counts, format: (count) => axisText(count), right: true }),
  ];
  const waiting = rows.every((row) => row.supplySetpointCelsius == null);
  return (
    <div className={classes.chart}>
      <ChartFrame id="control" question={t('question')} legend={legend} instead={waiting ? t('waiting') : null}>
        <ResponsiveContainer>
          <ComposedChart data={rows} margin={PLOT_MARGIN}>
            {axes}
            {fixed}
          </ComposedChart>
        </ResponsiveContainer>
      </ChartFrame>
    </div>
  );
}
