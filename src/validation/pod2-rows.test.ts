import { describe, expect, it } from 'vitest';
import { tinyReport } from '../engine/report.fixture';
import { verdictOf } from './case';
import { comparePod2 } from './pod2';
import { type Pod2GridRun, pod2GridLines, pod2GridText } from './pod2-grid';
import { pod2Windows, stripHeights, stripRacks, stripSides } from './pod2-measured';
import { pod2Figure, pod2Rows } from './pod2-rows';

const windowA = pod2Windows.find(({ id }) => id === 'a')!;

/** Window A with every strip point `offset` above its measurement, and the top of one front strip `topOffset` more. */
function comparisonAbove(offset: number, topOffset = 0) {
  const probes = stripRacks.flatMap((racks) =>
    stripSides.flatMap((side) =>
      stripHeights.map((height, index) => ({
        id: `strip-${racks}-${side}-${height}`,
        celsius:
          windowA.strips[racks][side][index]! +
          offset +
          (racks === '01-03' && side === 'front' && height === 'top' ? topOffset : 0),
        speedMs: 0.2,
      })),
    ),
  );
  return comparePod2(windowA, tinyReport({ probes }));
}

describe('verdicts on a window of POD 2', () => {
  const verdicts = (offset: number, topOffset?: number) =>
    Object.fromEntries(
      pod2Rows(comparisonAbove(offset, topOffset)).map((row) => [row.quantity.key.split('.').at(-1), verdictOf(row)]),
    );

  it('are aim at 1.4 K, pass at 2.4 K and miss at 2.6 K of error, on both sides', () => {
    for (const [offset, verdict] of [
      [1.4, 'aim'],
      [2.4, 'pass'],
      [2.6, 'miss'],
    ] as const) {
      expect(verdicts(offset)).toMatchObject({ fronts: verdict, rears: verdict });
    }
  });

  it('tell a single strip whose gap is 2 K off from the mean of four, which is 0.5 K off', () => {
    expect(verdicts(0, 2)).toMatchObject({ meanGap: 'pass', gap: 'miss' });
  });

  it('come with all 24 points of each window in the figure', () => {
    const figure = pod2Figure([comparisonAbove(0), comparisonAbove(1)]);
    expect(figure.series.map(({ x }) => x.length)).toEqual([24, 24, 2]);
  });
});

describe('grid study of POD 2', () => {
  it('finds the order and the limit of strip means that fall off with the square of the cell size', () => {
    const runs = [0.1, 0.15, 0.2].map(
      (cellSize): Pod2GridRun => ({ cellSize, cells: 1, comparison: comparisonAbove(100 * cellSize ** 2) }),
    ) as unknown as [Pod2GridRun, Pod2GridRun, Pod2GridRun];
    const lines = pod2GridLines(runs);
    expect(lines).toHaveLength(6);
    for (const { measured, convergence } of lines) {
      expect(convergence.order).toBeCloseTo(2, 5);
      expect(convergence.extrapolated).toBeCloseTo(measured, 5);
    }
    expect(pod2GridText(runs, lines)).toMatch(
      /front top +\| +25\.6 \| +26\.57 \| +27\.82 \| +29\.57 \| +2\.0 \| +25\.57/,
    );
  });
});
