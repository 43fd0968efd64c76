import { expect, it } from 'vitest';
import { chilledWaterPowerW, liquidCoolingPowerW, mooreCop, mooreOutOfRange } from './chiller';

it.each([
  [10, 1.146],
  [15, 2.0],
  [18, 2.676],
  [20, 3.194],
  [25, 4.728],
  [27, 5.437],
])('the COP of Moore et al. at %d °C is %d', (celsius, cop) => {
  expect(mooreCop(celsius)).toBeCloseTo(cop, 3);
});

it('outside 10-30 °C the nearest end is used and the unit is flagged', () => {
  expect(mooreCop(5)).toBe(mooreCop(10));
  expect(mooreCop(40)).toBe(mooreCop(30));
  expect([9.9, 10, 30, 30.1].map(mooreOutOfRange)).toEqual([true, false, false, true]);
});

it('raising supply from 15 to 20 °C cuts plant power by 37 %', () => {
  const before = chilledWaterPowerW({ kind: 'moore-cop' }, 100_000, 15);
  const after = chilledWaterPowerW({ kind: 'moore-cop' }, 100_000, 20);
  expect(1 - after / before).toBeCloseTo(0.374, 3);
});

it('without a plant, power for heat is not known; for no heat it is zero', () => {
  expect(chilledWaterPowerW(undefined, 1000, 18)).toBeNaN();
  expect(chilledWaterPowerW(undefined, 0, 18)).toBe(0);
});

it('liquid heat goes by the COP of its loop, else by a constant COP, never by the COP of supply air', () => {
  expect(liquidCoolingPowerW({ cop: 20 }, { kind: 'moore-cop' }, 115_000)).toBe(5750);
  expect(liquidCoolingPowerW({ cop: 20 }, { kind: 'constant-cop', cop: 8 }, 115_000)).toBe(5750);
  expect(liquidCoolingPowerW(undefined, { kind: 'constant-cop', cop: 8 }, 115_000)).toBe(14_375);
  expect(liquidCoolingPowerW(undefined, { kind: 'moore-cop' }, 115_000)).toBeNaN();
  expect(liquidCoolingPowerW(undefined, undefined, 0)).toBe(0);
});
