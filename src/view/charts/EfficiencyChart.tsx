import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Line, LineChart, ResponsiveContainer } from 'recharts';
import { readScalar } from '../../frame/layout';
import { decimate } from '../../store/decimate';
import { latestFrame } from '../../store/frames';
import { seriesRing } from '../../store/series';
import { axisText, energyScale, formatPlain, formatWorkPerEnergy } from '../numbers/format';
import { ChartFrame, type LegendEntry } from './ChartFrame';
import { type ChartProps, MAX_POINTS, PLOT_MARGIN, SYNC_ID } from './chart-props';
import { eventMarks, grid, hover, paddedDomain, timeAxis, valueAxis } from './plot-parts';

const COLUMNS = ['eer', 'pue'] as const;

/** Useful computing per energy on the left axis, PUE on the right. */
export function EfficiencyChart(props: ChartProps) {
  const { span, colours } = props;
  const { t } = useTranslation('charts');
  const workUnit = latestFrame()?.layout.workUnit ?? null;
  const rows = useMemo(() => decimate(seriesRing(), { ...span, columns: COLUMNS, maxPoints: MAX_POINTS }), [span]);
  const lastEer = rows.at(-1)?.eer ?? 0;
  const scale = energyScale(lastEer === 0 ? 1 : lastEer);
  const formatEer = (value: number) => formatWorkPerEnergy(value, latestFrame()?.layout.workUnit ?? null);
  const legend: LegendEntry[] = [
    {
      id: 'eer',
      label: t('series.eer'),
      colour: colours.efficiency,
      mark: 'line',
      read: (frame) => readScalar(frame, 'eer'),
      format: formatEer,
    },
    {
      id: 'pue',
      label: t('series.pueRight'),
      colour: colours.pue,
      mark: 'dashed',
      read: (frame) => readScalar(frame, 'pue'),
      format: formatPlain,
    },
  ];
  const nothingKnown = rows.every((row) => row.eer == null && row.pue == null);
  const instead = rows.length === 0 ? t('empty.waiting') : nothingKnown ? t('empty.efficiency') : null;
  return (
    <ChartFrame id="efficiency" question={t('question.efficiency')} legend={legend} instead={instead}>
      <ResponsiveContainer>
        <LineChart data={rows} margin={PLOT_MARGIN} syncId={SYNC_ID} syncMethod="value">
          {grid(props)}
          {timeAxis(props)}
          {valueAxis(props, { domain: paddedDomain(0.04), format: (value) => axisText(value * scale.factor) })}
          {valueAxis(props, {
            id: 'right',
            domain: paddedDomain(0.04),
            format: (value) => value.toFixed(2),
            right: true,
          })}
          <Line
            dataKey="eer"
            yAxisId="left"
            stroke={colours.efficiency}
            strokeWidth={1.8}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="pue"
            yAxisId="right"
            stroke={colours.pue}
            strokeWidth={1.5}
            strokeDasharray="5 3"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          {eventMarks(props)}
          {hover([
            { id: 'eer', label: t('series.eer'), format: (value) => formatWorkPerEnergy(value, workUnit) },
            { id: 'pue', label: t('series.pue'), format: formatPlain },
          ])}
        </LineChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
