import { CartesianGrid, XAxis, YAxis } from 'recharts';
import type { ChartColours } from '../charts/chart-colours';
import { valueTicks } from '../charts/value-ticks';

/** Elements of a recharts chart are its direct children, so these are functions that give elements. */

export function supplyAxis(colours: ChartColours, from: number, to: number) {
  return (
    <XAxis
      key="supply"
      dataKey="supplyCelsius"
      type="number"
      domain={[from, to]}
      ticks={Array.from({ length: Math.floor((to - from) / 4) + 1 }, (_, n) => from + 4 * n)}
      tick={{ fontSize: 10.5, fill: colours.inkDim }}
      stroke={colours.grid}
      tickLine={false}
      height={18}
    />
  );
}

export function valueLines(colours: ChartColours) {
  return <CartesianGrid key="grid" stroke={colours.grid} vertical={false} />;
}

interface SideOptions {
  id: 'left' | 'right';
  /** Least and greatest value to be shown. */
  span: readonly [number, number];
  format(value: number): string;
}

export function sideAxis(colours: ChartColours, { id, span, format }: SideOptions) {
  const ticks = valueTicks([span[0], span[1]]);
  return (
    <YAxis
      key={id}
      yAxisId={id}
      orientation={id}
      domain={[ticks[0]!, ticks.at(-1)!]}
      ticks={ticks}
      interval={0}
      width={42}
      tickFormatter={format}
      tick={{ fontSize: 10.5, fill: colours.inkDim }}
      tickLine={false}
      axisLine={false}
    />
  );
}
