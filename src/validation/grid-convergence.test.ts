import { describe, expect, it } from 'vitest';
import { gridConvergence } from './grid-convergence';

const sizes = [0.1, 0.15, 0.2] as const;
const errorsOfOrder = (order: number, signs: readonly number[] = [1, 1, 1]) =>
  sizes.map((h, n) => 20 + signs[n]! * 3 * (h / 0.1) ** order) as unknown as [number, number, number];

describe('grid convergence', () => {
  it.each([1, 1.5, 2])('finds order %d and the exact value of a made-up error on 0.1, 0.15 and 0.2 m', (order) => {
    const found = gridConvergence({ cellSizes: sizes, values: errorsOfOrder(order) });
    expect(found.order).toBeCloseTo(order, 6);
    expect(found.extrapolated).toBeCloseTo(20, 5);
    expect(found.kind).toBe('monotone');
    expect(found.gridUncertainty).toBeCloseTo(1.25 * 3, 5);
  });

  it('matches the worked example of its source: phi 6.063, 5.972, 5.863 at ratios 1.5 and 1.333', () => {
    const found = gridConvergence({ cellSizes: [1, 1.5, 2], values: [6.063, 5.972, 5.863] });
    expect(found.order).toBeCloseTo(1.53, 1);
    expect(found.extrapolated).toBeCloseTo(6.1685, 1);
    expect(found.gridUncertainty / 6.063).toBeCloseTo(0.022, 2);
  });

  it.each([0.8, 1, 2])('finds order %d and the exact value where grids err alternately above and below it', (order) => {
    const values = errorsOfOrder(order, [1, -1, 1]);
    const found = gridConvergence({ cellSizes: sizes, values });
    expect(found.kind).toBe('oscillating');
    expect(found.order).toBeCloseTo(order, 6);
    expect(found.extrapolated).toBeCloseTo(20, 5);
    expect(found.gridUncertainty).toBeCloseTo((Math.max(...values) - Math.min(...values)) / 2, 9);
  });

  it.each([
    ['grow one way', [20, 20.4, 20.5]],
    ['stay as large as they were', [20, 20.3, 20.5]],
    ['grow while they alternate', [20, 20.4, 20.1]],
  ] as const)(
    'reads no order where the changes %s, and takes three times their range for the uncertainty',
    (_, values) => {
      const found = gridConvergence({ cellSizes: sizes, values });
      expect(found).toMatchObject({ kind: 'diverging', order: Number.NaN, extrapolated: Number.NaN });
      expect(found.gridUncertainty).toBeCloseTo(3 * (Math.max(...values) - 20), 9);
    },
  );

  it('takes changes within the noise of the solver for none', () => {
    const values = [20, 20.04, 20.01] as const;
    expect(gridConvergence({ cellSizes: sizes, values, noise: 0.05 })).toMatchObject({
      kind: 'flat',
      order: Number.NaN,
    });
    expect(gridConvergence({ cellSizes: sizes, values, noise: 0.05 }).gridUncertainty).toBeCloseTo(0.04, 9);
    expect(gridConvergence({ cellSizes: sizes, values: [20, 20, 20] }).gridUncertainty).toBe(0);
  });

  it('holds a wild order at 0.5 to 2 before it speaks of uncertainty', () => {
    const { order, gridUncertainty } = gridConvergence({ cellSizes: sizes, values: [20, 20.01, 21] });
    expect(order).toBeGreaterThan(2);
    expect(gridUncertainty).toBeCloseTo((1.25 * 0.01) / (1.5 ** 2 - 1), 6);
    const equal = gridConvergence({ cellSizes: sizes, values: [20, 20, 21] });
    expect(equal).toMatchObject({ kind: 'monotone', gridUncertainty: 0 });
  });
});
