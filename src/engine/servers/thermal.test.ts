import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AIR_HEAT_CAPACITY } from '../../units/air';
import { type ChassisThermal, stepChassisThermal } from './thermal';

interface Given {
  airflowM3s: number;
  airHeatW: number;
  massCapacityJK: number;
  effectiveness: number;
  lambda: number;
  frameCapacityJK?: number;
  frameConductanceWK?: number;
  frameCelsius?: number;
}

function chassis(given: Given, massCelsius = Number.NaN): ChassisThermal {
  return {
    airflowM3s: Float64Array.of(given.airflowM3s),
    airHeatW: Float64Array.of(given.airHeatW),
    massCapacityJK: Float64Array.of(given.massCapacityJK),
    effectiveness: Float64Array.of(given.effectiveness),
    lambda: Float64Array.of(given.lambda),
    massCelsius: Float64Array.of(massCelsius),
    frameCapacityJK: Float64Array.of(given.frameCapacityJK ?? 0),
    frameConductanceWK: Float64Array.of(given.frameConductanceWK ?? 0),
    frameCelsius: Float64Array.of(given.frameCelsius ?? Number.NaN),
    outletCelsius: new Float64Array(1),
    storedHeatW: new Float64Array(1),
    unremovedHeatW: new Float64Array(1),
  };
}

/** Flow (L/s), mass (kg), specific heat (J/(kg K)), effectiveness, lambda: VanGilder et al. 2013, table 1. */
const measuredServers = [
  { name: '1U Dell R210', litresPerSecond: 17, massKg: 9.9, specificHeat: 480, effectiveness: 0.81, lambda: 0.06 },
  {
    name: '1U Dell PowerEdge 850',
    litresPerSecond: 7.6,
    massKg: 6.8,
    specificHeat: 500,
    effectiveness: 0.63,
    lambda: 0.01,
  },
  {
    name: '2U Dell PowerEdge 2850',
    litresPerSecond: 28,
    massKg: 20.2,
    specificHeat: 600,
    effectiveness: 0.81,
    lambda: 0.03,
  },
];

describe('stepChassisThermal', () => {
  it.each(measuredServers)('$name follows the analytic ramp of inlet and load within 0.02 K', (server) => {
    const given = {
      airflowM3s: server.litresPerSecond / 1000,
      airHeatW: 0,
      massCapacityJK: server.massKg * server.specificHeat,
      effectiveness: server.effectiveness,
      lambda: server.lambda,
    };
    const capacityRateWK = given.airflowM3s * AIR_HEAT_CAPACITY;
    const tau1 = given.massCapacityJK / (given.effectiveness * capacityRateWK);
    const tau2 = given.massCapacityJK / capacityRateWK;
    const inletRamp = 0.01;
    const riseRamp = 0.004;
    const inlet0 = 20;
    const rise0 = 10;
    const dt = 0.5;
    const state = chassis({ ...given, airHeatW: rise0 * capacityRateWK }, inlet0 + (1 - server.lambda) * rise0);
    for (let step = 1; step * dt <= 3 * tau1; step++) {
      const t = step * dt;
      const inlet = inlet0 + inletRamp * t;
      const rise = rise0 + riseRamp * t;
      state.airHeatW[0] = rise * capacityRateWK;
      stepChassisThermal(state, Float64Array.of(inlet), dt);
      const slope = inletRamp + (1 - server.lambda) * riseRamp;
      const mass = inlet0 + (1 - server.lambda) * rise0 + slope * (t - tau1 * (1 - Math.exp(-t / tau1)));
      const outlet = inlet + rise - tau2 * slope * (1 - Math.exp(-t / tau1));
      expect(Math.abs(state.massCelsius[0]! - mass)).toBeLessThan(0.02);
      expect(Math.abs(state.outletCelsius[0]! - outlet)).toBeLessThan(0.02);
    }
  });

  it('the first step starts at the steady state: 100 W in 0.01 m³/s rise 8.25 K', () => {
    const state = chassis({ airflowM3s: 0.01, airHeatW: 100, massCapacityJK: 5000, effectiveness: 0.8, lambda: 0.05 });
    stepChassisThermal(state, Float64Array.of(22), 1);
    expect(state.outletCelsius[0]).toBeCloseTo(22 + 8.249, 3);
    expect(state.storedHeatW[0]).toBe(0);
  });

  it('an infinite step forgets the past', () => {
    const state = chassis({ airflowM3s: 0.01, airHeatW: 100, massCapacityJK: 5000, effectiveness: 0.8, lambda: 0 }, 90);
    stepChassisThermal(state, Float64Array.of(22), Infinity);
    expect(state.outletCelsius[0]).toBeCloseTo(22 + 8.249, 3);
    expect(state.massCelsius[0]).toBeCloseTo(22 + 8.249, 3);
    expect(state.storedHeatW[0]).toBe(0);
  });

  it('without flow the mass warms by heat x time / capacity: 100 W, 60 s, 6000 J/K give 1 K', () => {
    const state = chassis({ airflowM3s: 0, airHeatW: 100, massCapacityJK: 6000, effectiveness: 0.8, lambda: 0 }, 30);
    stepChassisThermal(state, Float64Array.of(22), 60);
    expect(state.massCelsius[0]).toBeCloseTo(31, 12);
    expect(state.storedHeatW[0]).toBe(100);
    expect(state.outletCelsius[0]).toBe(22);
  });

  it('without flow and mass the heat is reported as unremoved', () => {
    const state = chassis({ airflowM3s: 0, airHeatW: 100, massCapacityJK: 0, effectiveness: 0.8, lambda: 0 });
    stepChassisThermal(state, Float64Array.of(22), 60);
    expect(state.outletCelsius[0]).toBe(22);
    expect(state.unremovedHeatW[0]).toBe(100);
  });

  it('a rack frame alone follows the exhaust with tau = C / (m cp (1 - exp(-hA/(m cp)))), 1 % over 3 tau', () => {
    const server = { airflowM3s: 0.05, airHeatW: 0, massCapacityJK: 0, effectiveness: 0.8, lambda: 0 };
    const state = chassis({ ...server, frameCapacityJK: 20_000, frameConductanceWK: 20, frameCelsius: 20 });
    const capacityRateWK = 0.05 * AIR_HEAT_CAPACITY;
    const tau = 20_000 / (capacityRateWK * (1 - Math.exp(-20 / capacityRateWK)));
    const dt = 1;
    for (let t = dt; t <= 3 * tau; t += dt) {
      stepChassisThermal(state, Float64Array.of(40), dt);
      expect(Math.abs(state.frameCelsius[0]! - (40 - 20 * Math.exp(-t / tau)))).toBeLessThan(0.2);
      expect(state.outletCelsius[0]).toBeLessThan(40);
    }
  });

  it('at rest the frame has the temperature of the exhaust and takes nothing', () => {
    const server = { airflowM3s: 0.01, airHeatW: 100, massCapacityJK: 5000, effectiveness: 0.8, lambda: 0 };
    const state = chassis({ ...server, frameCapacityJK: 20_000, frameConductanceWK: 20, frameCelsius: 90 });
    stepChassisThermal(state, Float64Array.of(22), Infinity);
    expect(state.outletCelsius[0]).toBeCloseTo(22 + 8.249, 3);
    expect(state.frameCelsius[0]).toBe(state.outletCelsius[0]);
    expect(state.storedHeatW[0]).toBe(0);
  });

  it('energy closes in every chassis: airflow rho cp (Tout - Tin) = airHeat - stored - unremoved', () => {
    fc.assert(
      fc.property(
        fc.record({
          airflowM3s: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 2, noNaN: true })),
          airHeatW: fc.double({ min: 0, max: 1e5, noNaN: true }),
          massCapacityJK: fc.oneof(fc.constant(0), fc.double({ min: 1, max: 1e6, noNaN: true })),
          effectiveness: fc.double({ min: 0, max: 1, noNaN: true }),
          lambda: fc.double({ min: 0, max: 1, noNaN: true }),
          frameCapacityJK: fc.oneof(fc.constant(0), fc.double({ min: 1, max: 1e6, noNaN: true })),
          frameConductanceWK: fc.double({ min: 0, max: 100, noNaN: true }),
          frameCelsius: fc.double({ min: 5, max: 90, noNaN: true }),
        }),
        fc.double({ min: 5, max: 60, noNaN: true }),
        fc.double({ min: 5, max: 90, noNaN: true }),
        fc.oneof(fc.constant(Infinity), fc.double({ min: 1e-3, max: 3600, noNaN: true })),
        (given, inlet, mass, dt) => {
          const state = chassis(given, mass);
          stepChassisThermal(state, Float64Array.of(inlet), dt);
          const carried = given.airflowM3s * AIR_HEAT_CAPACITY * (state.outletCelsius[0]! - inlet);
          const expected = given.airHeatW - state.storedHeatW[0]! - state.unremovedHeatW[0]!;
          const scale = Math.abs(given.airHeatW) + Math.abs(state.storedHeatW[0]!) + 1;
          expect(Math.abs(carried - expected)).toBeLessThanOrEqual(1e-9 * scale);
        },
      ),
    );
  });
});
