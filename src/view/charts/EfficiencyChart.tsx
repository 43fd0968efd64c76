import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Line, LineChart, ResponsiveContainer } from 'recharts';
import { readScalar } from '../../frame/layout';
import { decimate } from '../../store/decimate';
import { latestFrame } from '../../store/frames';
import { seriesRing } from '../../store/series';
import { axisText, energyScale, formatPlain, formatWorkPerEnergy } from '../numbers/format';
import { ChartFrame, type LegendEntry } from './ChartFrame';
import { type ChartProps, MAX_POINTS, PLOT_MARGIN, SYNC_ID } from './chart-props';
import { eventMarks, grid, hover, timeAxis, valueAxis } from './plot-parts';
import { useValueTicks } from './use-value-ticks';
import { extentOf } from './value-ticks';

const COLUMNS = ['eer', 'pue'] as const;

/** An axis spans at least this share of its middle value. */
const LEAST_SHARE = 0.04;

const formatEer = (value: number) => formatWorkPerEnergy(value, latestFrame()?.layout.workUnit ?? null);

/** In the unit that the axis shows, so that its ticks are round there. */
function scaledExtent(extent: [number, number] | null, factor: number): [number, number] | null {
  return extent && [extent[0] * factor, extent[1] * factor];
}

/** Useful computing per energy on the left axis, PUE on the right. */
export const EfficiencyChart = memo(function EfficiencyChart({ span, events, colours }: ChartProps) {
  const { t } = useTranslation('charts');
  const rows = useMemo(() => decimate(seriesRing(), { ...span, columns: COLUMNS, maxPoints: MAX_POINTS }), [span]);
  const { factor } = energyScale(rows.at(-1)?.eer || 1);
  const line = { mark: 'line', colour: colours.efficiency } as const;
  const dashed = { mark: 'dashed', colour: colours.pue } as const;
  const legend: LegendEntry[] = [
    { id: 'eer', label: t('series.eer'), ...line, read: (frame) => readScalar(frame, 'eer'), format: formatEer },
    {
      id: 'pue',
      label: t('series.pueRight'),
      ...dashed,
      read: (frame) => readScalar(frame, 'pue'),
      format: formatPlain,
    },
  ];
  const fixed = useMemo(() => {
    const shared = { dot: false, activeDot: false, isAnimationActive: false } as const;
    return [
      grid(colours),
      <Line key="eer" dataKey="eer" yAxisId="left" stroke={colours.efficiency} strokeWidth={1.8} {...shared} />,
      <Line
        key="pue"
        dataKey="pue"
        yAxisId="right"
        stroke={colours.pue}
        strokeWidth={1.5}
        strokeDasharray="5 3"
        {...shared}
      />,
      hover([
        { id: 'eer', label: t('series.eer'), format: formatEer },
        { id: 'pue', label: t('series.pue'), format: formatPlain },
      ]),
    ];
  }, [colours, t]);
  const eerTicks = useValueTicks(scaledExtent(extentOf(rows, ['eer']), factor), LEAST_SHARE);
  const pueTicks = useValueTicks(extentOf(rows, ['pue']), LEAST_SHARE);
  const left = useMemo(
    () =>
      valueAxis(colours, {
        ticks: eerTicks.map((tick) => tick / factor),
        format: (value) => axisText(value * factor, 4),
      }),
    [colours, eerTicks, factor],
  );
  const right = useMemo(
    () => valueAxis(colours, { id: 'right', ticks: pueTicks, format: (value) => axisText(value, 4), right: true }),
    [colours, pueTicks],
  );
  const axis = useMemo(() => timeAxis(span, colours), [span, colours]);
  const marks = useMemo(() => eventMarks(events, colours), [events, colours]);
  const nothingKnown = rows.every((row) => row.eer == null && row.pue == null);
  const instead = rows.length === 0 ? t('empty.waiting') : nothingKnown ? t('empty.efficiency') : null;
  return (
    <ChartFrame id="efficiency" question={t('question.efficiency')} legend={legend} instead={instead}>
      <ResponsiveContainer>
        <LineChart data={rows} margin={PLOT_MARGIN} syncId={SYNC_ID} syncMethod="value">
          {axis}
          {left}
          {right}
          {fixed}
          {marks}
        </LineChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
});
