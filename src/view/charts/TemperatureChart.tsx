import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Area, ComposedChart, Line, ReferenceLine, ResponsiveContainer } from 'recharts';
import { readScalar } from '../../frame/layout';
import { ashraeLimits } from '../../site/ashrae';
import { decimate } from '../../store/decimate';
import { useDocument } from '../../store/document';
import { seriesRing } from '../../store/series';
import { axisText, formatCelsius } from '../numbers/format';
import { ChartFrame, type LegendEntry } from './ChartFrame';
import { type ChartProps, MAX_POINTS, PLOT_MARGIN, SYNC_ID } from './chart-props';
import { eventMarks, grid, hover, timeAxis, valueAxis } from './plot-parts';

const COLUMNS = ['inletMinCelsius', 'inletMeanCelsius', 'inletMaxCelsius', 'supplyCelsius', 'returnCelsius'] as const;

/** The unit stands in the head of the chart. */
const bareCelsius = (celsius: number) => ({ ...formatCelsius(celsius), unit: '' });

/** Rack inlets between their coldest and hottest, supply and return air, and the ASHRAE limits. */
export function TemperatureChart(props: ChartProps) {
  const { span, colours } = props;
  const { t } = useTranslation('charts');
  const ashraeClass = useDocument((state) => state.site.ashraeClass);
  const limits = ashraeLimits(ashraeClass);
  const rows = useMemo(
    () =>
      decimate(seriesRing(), { ...span, columns: COLUMNS, maxPoints: MAX_POINTS }).map((row) => ({
        ...row,
        inletBand:
          row.inletMinCelsius == null || row.inletMaxCelsius == null
            ? null
            : [row.inletMinCelsius, row.inletMaxCelsius],
      })),
    [span],
  );
  const lines = [
    { id: 'inletMaxCelsius', colour: colours.inlet, mark: 'line', dash: undefined, width: 1.8 },
    { id: 'inletMeanCelsius', colour: colours.inlet, mark: 'dashed', dash: '5 3', width: 1.3 },
    { id: 'inletMinCelsius', colour: colours.inlet, mark: 'dotted', dash: '1.5 2.5', width: 1.3 },
    { id: 'supplyCelsius', colour: colours.supply, mark: 'line', dash: undefined, width: 1.5 },
    { id: 'returnCelsius', colour: colours.returnAir, mark: 'line', dash: undefined, width: 1.5 },
  ] as const;
  const legend: LegendEntry[] = lines.map(({ id, colour, mark }) => ({
    id,
    colour,
    mark,
    label: t(`series.${id}`),
    read: (frame) => readScalar(frame, id),
    format: bareCelsius,
  }));
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
          {grid(props)}
          {timeAxis(props)}
          {valueAxis(props, { domain: ['auto', 'auto'], format: axisText })}
          <Area
            dataKey="inletBand"
            yAxisId="left"
            stroke="none"
            fill={colours.inletBand}
            fillOpacity={0.6}
            isAnimationActive={false}
            activeDot={false}
          />
          {lines.map(({ id, colour, dash, width }) => (
            <Line
              key={id}
              dataKey={id}
              yAxisId="left"
              stroke={colour}
              strokeWidth={width}
              strokeDasharray={dash}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
          <ReferenceLine
            y={limits.recommendedMaxCelsius}
            yAxisId="left"
            stroke={colours.limit}
            strokeDasharray="6 4"
            ifOverflow="extendDomain"
            label={{
              value: t('limit.recommended', { celsius: limits.recommendedMaxCelsius, ashraeClass }),
              position: 'insideBottomLeft',
              fontSize: 10,
              fill: colours.inkDim,
            }}
          />
          <ReferenceLine
            y={limits.allowableMaxCelsius}
            yAxisId="left"
            stroke={colours.ink}
            ifOverflow="hidden"
            label={{
              value: t('limit.allowable', { celsius: limits.allowableMaxCelsius, ashraeClass }),
              position: 'insideBottomLeft',
              fontSize: 10,
              fill: colours.ink,
            }}
          />
          {eventMarks(props)}
          {hover(lines.map(({ id }) => ({ id, label: t(`series.${id}`), format: formatCelsius })))}
        </ComposedChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
