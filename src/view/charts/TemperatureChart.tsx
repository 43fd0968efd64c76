import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Area, ComposedChart, Line, ReferenceLine, ResponsiveContainer } from 'recharts';
import { readScalar } from '../../frame/layout';
import { ashraeLimits } from '../../site/ashrae';
import { decimate, type SeriesRow } from '../../store/decimate';
import { useDocument } from '../../store/document';
import { seriesRing } from '../../store/series';
import { axisText, formatCelsius } from '../numbers/format';
import { ChartFrame, type LegendEntry } from './ChartFrame';
import type { ChartColours } from './chart-colours';
import { type ChartProps, MAX_POINTS, PLOT_MARGIN, SYNC_ID } from './chart-props';
import { eventMarks, grid, hover, timeAxis, valueAxis } from './plot-parts';
import { useValueTicks } from './use-value-ticks';
import { extentOf } from './value-ticks';

const COLUMNS = ['inletMinCelsius', 'inletMeanCelsius', 'inletMaxCelsius', 'supplyCelsius', 'returnCelsius'] as const;

const LINES = [
  { id: 'inletMaxCelsius', colour: 'inlet', mark: 'line', dash: undefined, width: 1.8 },
  { id: 'inletMeanCelsius', colour: 'inlet', mark: 'dashed', dash: '5 3', width: 1.3 },
  { id: 'inletMinCelsius', colour: 'inlet', mark: 'dotted', dash: '1.5 2.5', width: 1.3 },
  { id: 'supplyCelsius', colour: 'supply', mark: 'line', dash: undefined, width: 1.5 },
  { id: 'returnCelsius', colour: 'returnAir', mark: 'line', dash: undefined, width: 1.5 },
] as const satisfies readonly (Pick<LegendEntry, 'id' | 'mark'> & {
  colour: keyof ChartColours;
  dash?: string;
  width: number;
})[];

/** The unit stands in the head of the chart. */
const bareCelsius = (celsius: number) => ({ ...formatCelsius(celsius), unit: '' });

/** A row with the span between the coldest and the hottest inlet. */
function withBand(row: SeriesRow) {
  const { inletMinCelsius: low, inletMaxCelsius: high } = row;
  return { ...row, inletBand: low == null || high == null ? null : [low, high] };
}

function limitLine(key: string, celsius: number, text: string, colour: string, dash: string | undefined) {
  return (
    <ReferenceLine
      key={key}
      y={celsius}
      yAxisId="left"
      stroke={colour}
      strokeDasharray={dash}
      ifOverflow="hidden"
      label={{ value: text, position: 'insideBottomLeft', fontSize: 10, fill: colour }}
    />
  );
}

/** Rack inlets between their coldest and hottest, supply and return air, and the ASHRAE limits. */
export const TemperatureChart = memo(function TemperatureChart({ span, events, colours }: ChartProps) {
  const { t } = useTranslation('charts');
  const ashraeClass = useDocument((state) => state.site.ashraeClass);
  const rows = useMemo(
    () => decimate(seriesRing(), { ...span, columns: COLUMNS, maxPoints: MAX_POINTS }).map(withBand),
    [span],
  );
  const legend: LegendEntry[] = LINES.map(({ id, colour, mark }) => ({
    id,
    mark,
    colour: colours[colour],
    label: t(`series.${id}`),
    read: (frame) => readScalar(frame, id),
    format: bareCelsius,
  }));
  const fixed = useMemo(() => {
    const { recommendedMaxCelsius: recommended, allowableMaxCelsius: allowable } = ashraeLimits(ashraeClass);
    const lines = LINES.map(({ id, colour, dash, width }) => (
      <Line
        key={id}
        dataKey={id}
        yAxisId="left"
        stroke={colours[colour]}
        strokeWidth={width}
        strokeDasharray={dash}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
    ));
    return [
      grid(colours),
      <Area
        key="band"
        dataKey="inletBand"
        yAxisId="left"
        stroke="none"
        fill={colours.inletBand}
        fillOpacity={0.6}
        isAnimationActive={false}
        activeDot={false}
      />,
      ...lines,
      limitLine(
        'recommended',
        recommended,
        t('limit.recommended', { celsius: recommended, ashraeClass }),
        colours.limit,
        '6 4',
      ),
      limitLine(
        'allowable',
        allowable,
        t('limit.allowable', { celsius: allowable, ashraeClass }),
        colours.ink,
        undefined,
      ),
      hover(LINES.map(({ id }) => ({ id, label: t(`series.${id}`), format: formatCelsius }))),
    ];
  }, [colours, t, ashraeClass]);
  const extent = extentOf(rows, COLUMNS);
  const { recommendedMaxCelsius } = ashraeLimits(ashraeClass);
  const ticks = useValueTicks(
    extent && [Math.min(extent[0], recommendedMaxCelsius), Math.max(extent[1], recommendedMaxCelsius)],
  );
  const left = useMemo(() => valueAxis(colours, { ticks, format: (celsius) => axisText(celsius) }), [colours, ticks]);
  const axis = useMemo(() => timeAxis(span, colours), [span, colours]);
  const marks = useMemo(() => eventMarks(events, colours), [events, colours]);
  return (
    <ChartFrame
      id="temperature"
      question={t('question.temperature')}
      unit="°C"
      legend={legend}
      instead={rows.length === 0 ? t('empty.waiting') : null}
    >
      <ResponsiveContainer>
        <ComposedChart data={rows} margin={PLOT_MARGIN} syncId={SYNC_ID} syncMethod="value">
          {axis}
          {left}
          {fixed}
          {marks}
        </ComposedChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
});
