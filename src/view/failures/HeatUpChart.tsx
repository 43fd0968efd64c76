import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { FailureResult } from '../../frame/failure';
import { ashraeLimits } from '../../site/ashrae';
import { useDocument } from '../../store/document';
import { useFailures } from '../../store/failures';
import { useTheme } from '../../store/theme';
import { chartColours } from '../charts/chart-colours';
import { tickText, timeTicks } from '../charts/time-axis';
import { valueTicks } from '../charts/value-ticks';
import { useRackNames } from '../recirculation/use-rack-names';
import classes from './failures.module.css';
import { heatUpRows } from './heat-up-rows';

interface HeatUpChartProps {
  result: FailureResult;
  /** A rack that is drawn as well; null for none. */
  rackId: string | null;
}

/** Inlets and supply air against time, with the limits and the moments of failure and repair. */
export const HeatUpChart = memo(function HeatUpChart({ result, rackId }: HeatUpChartProps) {
  const { t } = useTranslation('failures');
  const nameOf = useRackNames();
  const colours = chartColours(useTheme());
  const ashraeClass = useDocument((state) => state.site.ashraeClass);
  const scenario = useFailures((state) => state.scenarios.find(({ name }) => name === result.name));
  const rows = useMemo(() => heatUpRows(result, rackId), [result, rackId]);
  const { recommendedMaxCelsius, allowableMaxCelsius } = ashraeLimits(ashraeClass);
  const all = rows
    .flatMap(({ worst, supply, water, coolant }) => [worst, supply, water, coolant])
    .filter(Number.isFinite);
  const { chilledWaterCelsius, coolantCelsius } = result.series;
  const ticks = valueTicks([
    Math.min(...all, recommendedMaxCelsius),
    Math.max(...all, allowableMaxCelsius, scenario?.shutdownCelsius ?? 0),
  ]);
  const lines = [
    { id: 'worst', label: t('chart.worst'), stroke: colours.inlet, dash: undefined, width: 2 },
    { id: 'mean', label: t('chart.mean'), stroke: colours.inlet, dash: '5 3', width: 1.3 },
    { id: 'supply', label: t('chart.supply'), stroke: colours.supply, dash: undefined, width: 1.5 },
    ...(chilledWaterCelsius === undefined
      ? []
      : [{ id: 'water', label: t('chart.water'), stroke: colours.supply, dash: '2 3', width: 1.3 }]),
    ...(coolantCelsius === undefined
      ? []
      : [{ id: 'coolant', label: t('chart.coolant'), stroke: colours.returnAir, dash: '2 3', width: 1.3 }]),
    ...(rackId === null
      ? []
      : [{ id: 'rack', label: nameOf(rackId), stroke: colours.returnAir, dash: undefined, width: 1.6 }]),
  ];
  const limits = [
    { id: 'recommended', celsius: recommendedMaxCelsius },
    { id: 'allowable', celsius: allowableMaxCelsius },
    ...(scenario === undefined ? [] : [{ id: 'shutdown', celsius: scenario.shutdownCelsius }]),
  ];
  const moments = (scenario?.events ?? []).flatMap(({ atSeconds, untilSeconds }) => [
    { seconds: atSeconds, kind: 'on' },
    ...(untilSeconds === undefined ? [] : [{ seconds: untilSeconds, kind: 'off' }]),
  ]);
  const text = { fontSize: 10.5, fill: colours.inkDim };
  return (
    <figure className={classes.chart} aria-label={t('chart.title')} data-testid="failure-chart">
      <figcaption className={classes.caption}>
        <span className={classes.heading}>{t('chart.title')}</span> <span className={classes.dim}>°C</span>
        <ul className={classes.legend}>
          {lines.map(({ id, label, stroke, dash }) => (
            <li key={id}>
              <svg width="14" height="8" aria-hidden="true">
                <line x1="0" y1="4" x2="14" y2="4" stroke={stroke} strokeWidth="2" strokeDasharray={dash} />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      </figcaption>
      <div className={classes.plot}>
        <ResponsiveContainer>
          <LineChart data={rows} margin={{ top: 6, right: 10, bottom: 0, left: 0 }}>
            <CartesianGrid stroke={colours.grid} vertical={false} />
            <XAxis
              dataKey="seconds"
              type="number"
              domain={[0, result.playedSeconds]}
              ticks={timeTicks(0, result.playedSeconds, 7)}
              tickFormatter={(seconds: number) => tickText(seconds, result.playedSeconds)}
              tick={text}
              stroke={colours.grid}
              height={18}
              tickLine={false}
            />
            <YAxis
              domain={[ticks[0]!, ticks.at(-1)!]}
              ticks={ticks}
              interval={0}
              width={34}
              tick={text}
              stroke={colours.grid}
              tickLine={false}
              axisLine={false}
            />
            {limits.map(({ id, celsius }) => (
              <ReferenceLine
                key={id}
                y={celsius}
                stroke={colours.limit}
                strokeDasharray="6 4"
                label={{
                  value: `${t(`threshold.${id}`)} ${celsius} °C`,
                  position: 'insideTopLeft',
                  ...text,
                  fontSize: 10,
                }}
              />
            ))}
            {moments.map(({ seconds, kind }, index) => (
              <ReferenceLine
                // biome-ignore lint/suspicious/noArrayIndexKey: moments have no identity, and two may be alike
                key={index}
                x={seconds}
                stroke={colours.ink}
                strokeOpacity={0.6}
                strokeDasharray="2 3"
                label={{ value: t(`chart.${kind}`), position: 'insideBottomLeft', ...text, fontSize: 10 }}
              />
            ))}
            {lines.map(({ id, label, stroke, dash, width }) => (
              <Line
                key={id}
                dataKey={id}
                name={label}
                stroke={stroke}
                strokeWidth={width}
                strokeDasharray={dash}
                dot={false}
                isAnimationActive={false}
              />
            ))}
            <Tooltip
              isAnimationActive={false}
              formatter={(value) => (typeof value === 'number' ? `${value.toFixed(1)} °C` : '—')}
              labelFormatter={(seconds) => tickText(Number(seconds), result.playedSeconds)}
              contentStyle={{
                background: colours.ground,
                borderColor: colours.grid,
                fontSize: 11.5,
                padding: '5px 8px',
              }}
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
});
