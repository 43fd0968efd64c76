import { expect, it } from 'vitest';
import { dxCapacityFactor, dxCompressorW, dxEnergyInputFactor, dxOutOfRange } from './dx-coil';

it('at rating conditions (19.44 °C wet bulb, 35 °C outdoor, rated flow) both factors are 1 within 1 %', () => {
  expect(Math.abs(dxCapacityFactor(19.44, 35, 1) - 1)).toBeLessThan(0.01);
  expect(Math.abs(dxEnergyInputFactor(19.44, 35, 1) - 1)).toBeLessThan(0.01);
});

it('a hot day costs more: at 45 °C outdoor the energy input is a fifth higher and capacity lower', () => {
  expect(dxEnergyInputFactor(19.44, 45, 1)).toBeGreaterThan(1.2);
  expect(dxCapacityFactor(19.44, 45, 1)).toBeLessThan(0.95);
});

it('half flow costs 10 % of capacity', () => {
  expect(dxCapacityFactor(19.44, 35, 0.5) / dxCapacityFactor(19.44, 35, 1)).toBeCloseTo(0.9, 12);
});

it('beyond the fitted range the end of the range is used and flagged', () => {
  expect(dxEnergyInputFactor(19.44, -10, 1)).toBe(dxEnergyInputFactor(19.44, 18, 1));
  expect(dxOutOfRange(19.44, -10, 1)).toBe(true);
  expect(dxOutOfRange(19.44, 35, 1)).toBe(false);
});

it('30 kW at a rated COP of 3 draw 10 kW at full load and 5.7 kW for half the load', () => {
  expect(dxCompressorW(30_000, 30_000, 3, 1)).toBe(10_000);
  expect(dxCompressorW(15_000, 30_000, 3, 1)).toBeCloseTo(5000 / 0.875, 9);
  expect(dxCompressorW(15_000, Infinity, 3, 1)).toBe(5000);
  expect(dxCompressorW(0, 30_000, 3, 1)).toBe(0);
});
