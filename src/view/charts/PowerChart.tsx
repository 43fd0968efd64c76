import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Area, AreaChart, ResponsiveContainer } from 'recharts';
import { type Frame, readScalar } from '../../frame/layout';
import { decimate } from '../../store/decimate';
import { seriesRing } from '../../store/series';
import { axisText, formatPower, threeDigits } from '../numbers/format';
import { ChartFrame, type LegendEntry } from './ChartFrame';
import type { ChartColours } from './chart-colours';
import { type ChartProps, MAX_POINTS, PLOT_MARGIN, SYNC_ID } from './chart-props';
import { eventMarks, grid, hover, timeAxis, valueAxis } from './plot-parts';
import { type PowerRow, powerParts } from './power-parts';
import { useValueTicks } from './use-value-ticks';

const COLUMNS = ['itW', 'serverFansW', 'coolingW', 'lossesW', 'otherW', 'facilityW'] as const;

/** From the bottom of the stack to its top. */
const PARTS = [
  { id: 'itWithoutFansW', colour: 'it' },
  { id: 'serverFansW', colour: 'serverFans' },
  { id: 'coolingW', colour: 'cooling' },
  { id: 'lossesW', colour: 'losses' },
  { id: 'otherW', colour: 'other' },
] as const satisfies readonly { id: string; colour: keyof ChartColours }[];

/** The unit stands in the head of the chart. */
const bareKilowatts = (watts: number) => ({ text: threeDigits(watts / 1000), unit: '' });

function readPart(frame: Frame, id: (typeof PARTS)[number]['id']): number {
  if (id !== 'itWithoutFansW') return readScalar(frame, id);
  const row = { seconds: 0, itW: readScalar(frame, 'itW'), serverFansW: readScalar(frame, 'serverFansW') };
  return powerParts(row).itWithoutFansW ?? Number.NaN;
}

/** Top of the stack, W: the sum of the parts that are known. */
function highestStack(rows: readonly PowerRow[]): number {
  return rows.reduce((highest, row) => {
    const stack = PARTS.reduce((sum, { id }) => sum + (row[id] ?? 0), 0);
    return Math.max(highest, stack);
  }, 0);
}

/** Facility power, stacked by where it goes. Parts that are not known are left out, never guessed. */
export const PowerChart = memo(function PowerChart({ span, events, colours }: ChartProps) {
  const { t } = useTranslation('charts');
  const rows = useMemo(
    () => decimate(seriesRing(), { ...span, columns: COLUMNS, maxPoints: MAX_POINTS, rowsBy: 'itW' }).map(powerParts),
    [span],
  );
  const legend: LegendEntry[] = PARTS.map(({ id, colour }) => ({
    id,
    colour: colours[colour],
    label: t(`series.${id}`),
    mark: 'area',
    read: (frame) => readPart(frame, id),
    format: bareKilowatts,
  }));
  const fixed = useMemo(() => {
    const areas = PARTS.map(({ id, colour }) => (
      <Area
        key={id}
        dataKey={id}
        yAxisId="left"
        stackId="power"
        stroke={colours.ground}
        strokeWidth={0.75}
        fill={colours[colour]}
        fillOpacity={1}
        isAnimationActive={false}
        activeDot={false}
      />
    ));
    const hovered = [...PARTS.map(({ id }) => id).reverse(), 'facilityW'];
    return [
      grid(colours),
      ...areas,
      hover(hovered.map((id) => ({ id, label: t(`series.${id}`), format: formatPower }))),
    ];
  }, [colours, t]);
  const ticks = useValueTicks([0, highestStack(rows)]);
  const left = useMemo(
    () => valueAxis(colours, { ticks, format: (watts) => axisText(watts / 1000) }),
    [colours, ticks],
  );
  const axis = useMemo(() => timeAxis(span, colours), [span, colours]);
  const marks = useMemo(() => eventMarks(events, colours), [events, colours]);
  return (
    <ChartFrame
      id="power"
      question={t('question.power')}
      unit="kW"
      legend={legend}
      instead={rows.length === 0 ? t('empty.waiting') : null}
    >
      <ResponsiveContainer>
        <AreaChart data={rows} margin={PLOT_MARGIN} syncId={SYNC_ID} syncMethod="value">
          {axis}
          {left}
          {fixed}
          {marks}
        </AreaChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
});
