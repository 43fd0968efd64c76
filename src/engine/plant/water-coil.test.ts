import fc from 'fast-check';
import { expect, it } from 'vitest';
import { waterCoil } from '../../site/schema/plant';
import { AIR_HEAT_CAPACITY } from '../../units/air';
import { WATER_HEAT_CAPACITY } from '../../units/water';
import { coilHeat, createCoil, createCoilPoint, openValve, ratedEffectiveness } from './water-coil';

const spec = waterCoil.parse({
  ratedHeatW: 60_000,
  ratedAirCelsius: 26,
  ratedWaterCelsius: 10,
  ratedWaterRiseKelvin: 6,
});
const coil = createCoil(spec, 5);
const point = createCoilPoint();
const DRY = -20;

it('reproduces its rating point: 60 kW from air of 26 °C with water of 10 to 16 °C', () => {
  coilHeat(coil, 26, DRY, 5, 10, coil.ratedWaterM3s, point);
  expect(point.totalW).toBeCloseTo(60_000, 6);
  expect(point.totalW / (coil.ratedWaterM3s * WATER_HEAT_CAPACITY)).toBeCloseTo(6, 9);
  expect(ratedEffectiveness(spec, 5)).toBeCloseTo(60_000 / (5 * AIR_HEAT_CAPACITY * 16), 9);
});

it('the valve finds the flow for 30 kW, which is well below half the rated flow', () => {
  openValve(coil, 30_000, 26, DRY, 5, 10, point);
  expect(Math.abs(point.sensibleW / 30_000 - 1)).toBeLessThan(1e-9);
  expect(point.waterM3s / coil.ratedWaterM3s).toBeGreaterThan(0.2);
  expect(point.waterM3s / coil.ratedWaterM3s).toBeLessThan(0.45);
});

it('warm water takes away what it can: water of 20 °C leaves 37.5 % of the span and gives about that share', () => {
  openValve(coil, 60_000, 26, DRY, 5, 20, point);
  expect(point.waterM3s).toBe(coil.ratedWaterM3s);
  expect(point.sensibleW).toBeCloseTo(60_000 * (6 / 16), 3);
  openValve(coil, 60_000, 26, DRY, 5, 27, point);
  expect(point.sensibleW).toBe(0);
});

it('water of 6 °C in air with a dew point of 15 °C wets the coil: a sixth or more of its heat is latent', () => {
  coilHeat(coil, 26, 15, 5, 6, coil.ratedWaterM3s, point);
  expect(point.wet).toBe(1);
  expect(point.totalW).toBeGreaterThan(point.sensibleW * 1.15);
  expect(point.totalW).toBeLessThan(point.sensibleW * 2);
  const dry = createCoilPoint();
  coilHeat(coil, 26, DRY, 5, 6, coil.ratedWaterM3s, dry);
  expect(point.sensibleW).toBeLessThan(dry.sensibleW);
  expect(point.totalW).toBeGreaterThan(dry.totalW);
});

it('stays within what both streams allow, and a wet coil never gives more sensible than total heat', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 15, max: 45, noNaN: true }),
      fc.double({ min: -5, max: 20, noNaN: true }),
      fc.double({ min: 0.5, max: 5, noNaN: true }),
      fc.double({ min: 4, max: 30, noNaN: true }),
      fc.double({ min: 0.02, max: 1, noNaN: true }),
      (air, dew, flow, water, valve) => {
        coilHeat(coil, air, Math.min(dew, air), flow, water, valve * coil.ratedWaterM3s, point);
        expect(point.sensibleW).toBeGreaterThanOrEqual(0);
        expect(point.sensibleW).toBeLessThanOrEqual(point.totalW + 1e-9);
        expect(point.sensibleW).toBeLessThanOrEqual(flow * AIR_HEAT_CAPACITY * Math.max(0, air - water) + 1e-6);
      },
    ),
    { seed: 3, numRuns: 300 },
  );
});
