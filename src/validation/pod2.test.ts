import { describe, expect, it } from 'vitest';
import { tinyReport } from '../engine/report.fixture';
import { summarise } from './comparison';
import { comparePod2 } from './pod2';
import { pod2Windows, stripHeights, stripRacks, stripSides } from './pod2-measured';
import { pod2WindowText } from './pod2-text';

const [idle, windowA, windowB] = pod2Windows;

/** A report whose every strip point reads `offset` above the measurement. */
function reportAbove(window: (typeof pod2Windows)[number], offset: number) {
  const probes = stripRacks.flatMap((racks) =>
    stripSides.flatMap((side) =>
      stripHeights.map((height, index) => ({
        id: `strip-${racks}-${side}-${height}`,
        celsius: window.strips[racks][side][index]! + offset,
        speedMs: 0.2,
      })),
    ),
  );
  return tinyReport({ probes });
}

describe('POD 2 measurement', () => {
  it('has 24 points a window, each between the coldest supply and the hottest rear', () => {
    for (const window of pod2Windows) {
      const values = Object.values(window.strips).flatMap(({ front, rear }) => [...front, ...rear]);
      expect(values).toHaveLength(24);
      expect(Math.min(...values)).toBeGreaterThan(16.3);
      expect(Math.max(...values)).toBeLessThan(42);
    }
  });

  it('shows 5-9 K more at the top of the fronts than in the middle in all windows', () => {
    for (const window of [idle, windowA, windowB]) {
      for (const { front } of Object.values(window!.strips)) {
        expect(front[2] - front[1]).toBeGreaterThan(4.8);
        expect(front[2] - front[1]).toBeLessThan(9);
      }
    }
  });
});

describe('POD 2 comparison', () => {
  it('reports a constant offset as bias, RMSE and largest error alike', () => {
    const { all, front, frontGaps } = comparePod2(windowA!, reportAbove(windowA!, 1.5));
    expect(all).toMatchObject({ count: 24 });
    expect(all.rmse).toBeCloseTo(1.5, 10);
    expect(all.bias).toBeCloseTo(1.5, 10);
    expect(front.maxAbsolute).toBeCloseTo(1.5, 10);
    for (const gap of frontGaps) expect(gap.simulated).toBeCloseTo(gap.reference, 10);
  });

  it('says which sensor a site lacks', () => {
    expect(() => comparePod2(idle!, tinyReport())).toThrow("no sensor 'strip-01-03-front-bottom'");
  });

  it('prints every point with its error', () => {
    const run = { cells: 1, steps: 2, converged: false, residualKelvin: 0.3 };
    const text = pod2WindowText(comparePod2(windowB!, reportAbove(windowB!, -0.5)), run);
    expect(text.match(/racks \d\d-\d\d (front|rear) (bottom|middle|top) .*-0\.5 \|/g)).toHaveLength(24);
    expect(text).toContain('NOT settled (0.30 K left)');
  });
});

describe('error summary', () => {
  it('of +3 and -4 has RMSE 3.5355, bias -0.5, largest 4', () => {
    const at = (simulated: number) => ({ name: '', unit: 'K', reference: 0, simulated });
    expect(summarise([at(3), at(-4)])).toEqual({ count: 2, rmse: Math.sqrt(12.5), bias: -0.5, maxAbsolute: 4 });
  });
});
