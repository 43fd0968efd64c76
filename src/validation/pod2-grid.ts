import type { Figure } from './case';
import { type GridConvergence, gridConvergence } from './grid-convergence';
import type { Pod2Comparison } from './pod2';
import { stripHeights, stripSides } from './pod2-measured';
import { markdownTable } from './table';

/** One window of POD 2 on one grid. */
export interface Pod2GridRun {
  /** Cube root of the room's volume over its cells, m. */
  readonly cellSize: number;
  readonly cells: number;
  readonly comparison: Pod2Comparison;
}

interface GridLine {
  readonly name: string;
  readonly measured: number;
  readonly values: readonly [number, number, number];
  readonly convergence: GridConvergence;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Means of the four strips at each height of both sides, on three grids, finest first. */
export function pod2GridLines(runs: readonly [Pod2GridRun, Pod2GridRun, Pod2GridRun]): GridLine[] {
  const cellSizes = runs.map(({ cellSize }) => cellSize) as unknown as [number, number, number];
  return stripSides.flatMap((side) =>
    stripHeights.map((height) => {
      const points = runs.map(({ comparison }) =>
        comparison.points.filter(({ name }) => name.endsWith(`${side} ${height}`)),
      );
      const values = points.map((list) =>
        mean(list.map(({ simulated }) => simulated)),
      ) as unknown as GridLine['values'];
      return {
        name: `${side} ${height}`,
        measured: mean(points[0]!.map(({ reference }) => reference)),
        values,
        convergence: gridConvergence({ cellSizes, values }),
      };
    }),
  );
}

function orderText({ kind, order }: GridConvergence): string {
  if (kind === 'monotone') return order.toFixed(1);
  return kind === 'oscillating' ? `${order.toFixed(1)}, oscillates` : kind === 'flat' ? 'no change' : 'none';
}

export function pod2GridText(
  runs: readonly [Pod2GridRun, Pod2GridRun, Pod2GridRun],
  lines: readonly GridLine[],
): string {
  const heading = ({ cellSize, cells }: Pod2GridRun) => `${cellSize.toFixed(3)} m, ${cells} cells`;
  return markdownTable(
    ['Mean of four strips, °C', 'measured', ...runs.map(heading), 'order', 'extrapolated', 'grid uncertainty K'],
    lines.map(({ name, measured, values, convergence }) => [
      name,
      measured.toFixed(1),
      ...values.map((value) => value.toFixed(2)),
      orderText(convergence),
      Number.isNaN(convergence.extrapolated) ? '—' : convergence.extrapolated.toFixed(2),
      convergence.gridUncertainty.toFixed(2),
    ]),
  );
}

export function pod2GridFigure(
  runs: readonly [Pod2GridRun, Pod2GridRun, Pod2GridRun],
  lines: readonly GridLine[],
): Figure {
  return {
    id: 'pod2-grid',
    title: { key: 'figure.pod2.grid' },
    x: { label: { key: 'axis.cellSize' }, unit: 'm', scale: 'linear' },
    y: { label: { key: 'axis.aboveFinest' }, unit: 'K', scale: 'linear' },
    series: lines.map(({ name, values }) => ({
      label: { key: `series.strip.${name.replace(' ', '-')}` },
      mark: name.startsWith('front') ? 'line' : 'dashes',
      x: runs.map(({ cellSize }) => cellSize),
      y: values.map((value) => value - values[0]),
    })),
  };
}
