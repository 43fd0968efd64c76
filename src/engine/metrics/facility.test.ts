import { expect, it } from 'vitest';
import { coolingEer, costPerHour, cue, ere, partialPue, wue } from './facility';

it('100 kW of IT with 30 kW of cooling have a partial PUE of 1.3', () => {
  expect(partialPue(100e3, 30e3)).toBe(1.3);
});

it('0.05 L/s for 100 kW of IT are 1.8 L/kWh', () => {
  expect(wue(0.05, 100e3)).toBeCloseTo(1.8, 12);
});

it('130 kW from a grid of 0.4 kg/kWh for 100 kW of IT are 0.52 kg/kWh', () => {
  expect(cue(130e3, 0.4, 100e3)).toBeCloseTo(0.52, 12);
});

it('130 kW of which 50 kW of heat are given away are an ERE of 0.8', () => {
  expect(ere(130e3, 50e3, 100e3)).toBeCloseTo(0.8, 12);
});

it('heat at a COP of 3 is an EER of 10.24 Btu/h a W', () => {
  expect(coolingEer(30e3, 10e3)).toBeCloseTo(10.236, 3);
});

it('130 kW at 0.2 a kWh and 0.05 L/s at 2 a m³ cost 26.36 an hour; without a price of water 26', () => {
  expect(costPerHour(130e3, 0.2, 0.05, 2)).toBeCloseTo(26.36, 9);
  expect(costPerHour(130e3, 0.2, 0.05, Number.NaN)).toBeCloseTo(26, 9);
});

it('what is not known stays not known', () => {
  for (const value of [partialPue(0, 1), wue(Number.NaN, 1), cue(1, Number.NaN, 1), ere(1, Number.NaN, 1)]) {
    expect(value).toBeNaN();
  }
  expect(coolingEer(1, 0)).toBeNaN();
  expect(costPerHour(1, Number.NaN, 1, 1)).toBeNaN();
});
