import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Area, AreaChart, ResponsiveContainer } from 'recharts';
import { readScalar } from '../../frame/layout';
import { decimate } from '../../store/decimate';
import { seriesRing } from '../../store/series';
import { axisText, formatPower, threeDigits } from '../numbers/format';
import { ChartFrame } from './ChartFrame';
import { type ChartProps, MAX_POINTS, PLOT_MARGIN, SYNC_ID } from './chart-props';
import { eventMarks, grid, hover, timeAxis, valueAxis } from './plot-parts';
import { powerParts } from './power-parts';

const COLUMNS = ['itW', 'serverFansW', 'coolingW', 'lossesW', 'otherW', 'facilityW'] as const;

/** The unit stands in the head of the chart. */
const bareKilowatts = (watts: number) => ({ text: threeDigits(watts / 1000), unit: '' });

/** Facility power, stacked by where it goes. Parts that are not known are left out, never guessed. */
export function PowerChart(props: ChartProps) {
  const { span, colours } = props;
  const { t } = useTranslation('charts');
  const rows = useMemo(
    () => decimate(seriesRing(), { ...span, columns: COLUMNS, maxPoints: MAX_POINTS, rowsBy: 'itW' }).map(powerParts),
    [span],
  );
  const parts = [
    { id: 'itWithoutFansW', colour: colours.it },
    { id: 'serverFansW', colour: colours.serverFans },
    { id: 'coolingW', colour: colours.cooling },
    { id: 'lossesW', colour: colours.losses },
    { id: 'otherW', colour: colours.other },
  ] as const;
  const legend = parts.map(({ id, colour }) => ({
    id,
    colour,
    label: t(`series.${id}`),
    mark: 'area' as const,
    read: (frame: Parameters<typeof readScalar>[0]) =>
      id === 'itWithoutFansW'
        ? (powerParts({ seconds: 0, itW: readScalar(frame, 'itW'), serverFansW: readScalar(frame, 'serverFansW') })
            .itWithoutFansW ?? Number.NaN)
        : readScalar(frame, id),
    format: bareKilowatts,
  }));
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
          {grid(props)}
          {timeAxis(props)}
          {valueAxis(props, { domain: [0, 'auto'], format: (watts) => axisText(watts / 1000) })}
          {parts.map(({ id, colour }) => (
            <Area
              key={id}
              dataKey={id}
              yAxisId="left"
              stackId="power"
              stroke={colours.ground}
              strokeWidth={0.75}
              fill={colour}
              fillOpacity={1}
              isAnimationActive={false}
              activeDot={false}
            />
          ))}
          {eventMarks(props)}
          {hover([
            ...[...parts].reverse().map(({ id }) => ({ id, label: t(`series.${id}`), format: formatPower })),
            { id: 'facilityW', label: t('series.facilityW'), format: formatPower },
          ])}
        </AreaChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
