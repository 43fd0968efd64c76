import { expect, it } from 'vitest';
import { optimumOf, type SupplyPoint } from '../../frame/lesson';
import { oneRackSite } from './one-rack';
import { sweepSupply } from './supply-sweep';

it('one rack at full load: the total has its least inside the range, near 28 °C, while PUE goes on falling', () => {
  const points = [...sweepSupply(oneRackSite({ load: 1 }), [20, 24, 28, 32], { seed: 1, backend: 'wasm' })];
  const best = optimumOf(points)!;
  expect(best.interior).toBe(true);
  expect(best.supplyCelsius).toBeGreaterThan(26);
  expect(best.supplyCelsius).toBeLessThan(30);
  for (let n = 1; n < points.length; n++) {
    expect(points[n]!.pue).toBeLessThan(points[n - 1]!.pue);
    expect(points[n]!.serverFansW).toBeGreaterThan(points[n - 1]!.serverFansW);
  }
  for (const { facilityW, computingW, serverFansW, leakageW, plantW, unitFansW, restW } of points) {
    const parts = computingW + serverFansW + leakageW + plantW + unitFansW + restW;
    expect(Math.abs(parts - facilityW)).toBeLessThan(1e-9 * facilityW);
  }
  expect(points[0]!.hottestInletCelsius).toBeLessThan(20.5);
});

const point = (supplyCelsius: number, facilityW: number) => ({ supplyCelsius, facilityW }) as SupplyPoint;

it('the optimum is that of the parabola through the lowest three, met exactly, on uneven steps too', () => {
  const parabola = (t: number) => 100 + 3 * (t - 26.5) ** 2;
  const best = optimumOf([20, 24, 27, 28, 32].map((t) => point(t, parabola(t))))!;
  expect(best.supplyCelsius).toBeCloseTo(26.5, 9);
  expect(best.facilityW).toBeCloseTo(100, 9);
  expect(best.interior).toBe(true);
});

it('a point that does less work does not count, however little it draws', () => {
  const points = [
    [20, 10, 100],
    [24, 8, 100],
    [28, 9, 100],
    [32, 5, 90],
  ].map(([t, watts, workRate]) => ({ ...point(t!, watts!), workRate: workRate! }));
  const best = optimumOf(points)!;
  expect(best.interior).toBe(true);
  expect(best.supplyCelsius).toBeCloseTo(24 + 2 / 3, 9);
});

it('a total that falls to the end has no interior optimum, and nothing known has none at all', () => {
  expect(optimumOf([point(20, 3), point(22, 2), point(24, 1)])).toEqual({
    supplyCelsius: 24,
    facilityW: 1,
    interior: false,
  });
  expect(optimumOf([point(20, Number.NaN)])).toBeNull();
});
