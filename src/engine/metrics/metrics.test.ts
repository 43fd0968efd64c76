import { describe, expect, it } from 'vitest';
import { betaIndex, flowWeightedMean, returnHeatIndex, returnTemperatureIndex, supplyHeatIndex } from './air-indices';
import { ASHRAE_LIMITS } from './ashrae-limits';
import { balanceError } from './balance';
import { dcie, pue, workPerJoule } from './energy';
import { rackCoolingIndexHigh, rackCoolingIndexLow } from './rack-cooling-index';

describe('energy metrics', () => {
  it('150 kW for 100 kW of IT is a PUE of 1.5 and a DCiE of 2/3', () => {
    expect(pue(150e3, 100e3)).toBe(1.5);
    expect(dcie(150e3, 100e3)).toBeCloseTo(2 / 3, 12);
  });

  it('890651 ssj_ops a second for 333 W are 2674.6 operations a joule', () => {
    expect(workPerJoule(890_651, 333)).toBeCloseTo(2674.63, 2);
  });

  it('what is unknown stays unknown', () => {
    expect(pue(Number.NaN, 100)).toBeNaN();
    expect(pue(100, 0)).toBeNaN();
    expect(dcie(Number.NaN, 100)).toBeNaN();
    expect(workPerJoule(Number.NaN, 100)).toBeNaN();
    expect(workPerJoule(5, Number.NaN)).toBeNaN();
  });
});

describe('air indices', () => {
  // Two racks, supply 18 °C: 0.5 m³/s 20 -> 32 °C and 1 m³/s 18 -> 30 °C.
  const flow = [0.5, 1];
  const inlet = [20, 18];
  const outlet = [32, 30];

  it('SHI = (0.5 x 2 + 1 x 0) / (0.5 x 14 + 1 x 12) = 1/19, RHI = 18/19', () => {
    const shi = supplyHeatIndex(flow, inlet, outlet, 18);
    expect(shi).toBeCloseTo(1 / 19, 12);
    expect(returnHeatIndex(shi)).toBeCloseTo(18 / 19, 12);
  });

  it('a return 9 K over supply where equipment heats by 12 K is an RTI of 75 %: bypass', () => {
    expect(returnTemperatureIndex(27, 18, flowWeightedMean(inlet, flow), flowWeightedMean(outlet, flow))).toBeCloseTo(
      75,
      9,
    );
  });

  it('beta of a rack at 20 °C with a rise of 12 K over a supply of 18 °C is 1/6', () => {
    expect(betaIndex(20, 32, 18)).toBeCloseTo(1 / 6, 12);
  });

  it('entries without flow do not count, and no flow at all is unknown', () => {
    expect(flowWeightedMean([20, Number.NaN, 26], [1, 0, 2])).toBe(24);
    expect(flowWeightedMean([20], [0])).toBeNaN();
    expect(supplyHeatIndex([0], [20], [30], 18)).toBeNaN();
    expect(returnTemperatureIndex(27, 18, 20, 20)).toBeNaN();
    expect(betaIndex(20, 20, 18)).toBeNaN();
  });
});

describe('rack cooling index', () => {
  it('inlets 20, 28, 31, 27 °C in class A2: 5 K over of 32 K possible give 84.375 %', () => {
    expect(rackCoolingIndexHigh([20, 28, 31, 27], ASHRAE_LIMITS.A2)).toBeCloseTo(84.375, 9);
    expect(rackCoolingIndexLow([20, 28, 31, 27], ASHRAE_LIMITS.A2)).toBe(100);
  });

  it('inlets 16 and 18 °C in class A1: 2 K under of 6 K possible give 66.7 %', () => {
    expect(rackCoolingIndexLow([16, 18], ASHRAE_LIMITS.A1)).toBeCloseTo(66.667, 3);
  });

  it('an inlet without air does not count', () => {
    expect(rackCoolingIndexHigh([Number.NaN, 31], ASHRAE_LIMITS.A2)).toBe(50);
    expect(rackCoolingIndexHigh([Number.NaN], ASHRAE_LIMITS.A2)).toBeNaN();
  });
});

describe('balanceError', () => {
  it('is signed and relative to the larger flow', () => {
    expect(balanceError(100, 98)).toBeCloseTo(0.02, 12);
    expect(balanceError(98, 100)).toBeCloseTo(-0.02, 12);
    expect(balanceError(100, 60, 40)).toBe(0);
    expect(balanceError(0, 0)).toBe(0);
  });
});
