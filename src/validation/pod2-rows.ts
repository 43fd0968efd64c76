import type { Figure, ResultRow } from './case';
import { errorOf } from './comparison';
import type { Pod2Comparison } from './pod2';

/** What the solver promises of a steady window of POD 2, and what it aims at. */
const RMSE = { floor: 2.5, aim: 1.5 };
const GAP_KELVIN = 1.5;
const HEAT = { floor: 5e-3, aim: 1e-3 };

/** The judged numbers of one window: errors of both sides, the gap over the racks, the heat balance. */
export function pod2Rows(comparison: Pod2Comparison): ResultRow[] {
  const { front, rear, frontGaps, heatClosure } = comparison;
  const row = (key: string, unit: string, simulated: number, tolerance: number, aim: number | null): ResultRow => ({
    quantity: { key: `quantity.pod2.${key}` },
    unit,
    expected: 0,
    simulated,
    tolerance,
    aim,
  });
  const gapErrors = frontGaps.map(errorOf);
  const meanGap = gapErrors.reduce((sum, error) => sum + error, 0) / gapErrors.length;
  const worstGap = Math.max(...gapErrors.map(Math.abs));
  return [
    row('fronts', 'K', front.rmse, RMSE.floor, RMSE.aim),
    row('rears', 'K', rear.rmse, RMSE.floor, RMSE.aim),
    row('meanGap', 'K', Math.abs(meanGap), GAP_KELVIN, null),
    row('gap', 'K', worstGap, GAP_KELVIN, null),
    row('heat', '', Math.abs(heatClosure), HEAT.floor, HEAT.aim),
  ];
}

/** Every strip point of the windows: simulated over measured. */
export function pod2Figure(comparisons: readonly Pod2Comparison[]): Figure {
  const measured = comparisons.flatMap(({ points }) => points.map(({ reference }) => reference));
  const ends = [Math.min(...measured), Math.max(...measured)];
  return {
    id: 'pod2-strips',
    title: { key: 'figure.pod2.strips' },
    x: { label: { key: 'axis.measured' }, unit: '°C', scale: 'linear' },
    y: { label: { key: 'axis.simulated' }, unit: '°C', scale: 'linear' },
    series: [
      ...comparisons.map(({ window, points }) => ({
        label: { key: `series.pod2.${window.id}` },
        mark: 'points' as const,
        x: points.map(({ reference }) => reference),
        y: points.map(({ simulated }) => simulated),
      })),
      { label: { key: 'series.equal' }, mark: 'dashes', x: ends, y: ends },
    ],
  };
}
