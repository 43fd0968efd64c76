import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SiteInput, siteSchema } from '../../site/schema/site';
import { AIR_HEAT_CAPACITY } from '../../units/air';
import { carryOverPlant, createPlant } from './plant';
import { stepPlant } from './step';

type UnitInput = NonNullable<SiteInput['coolingUnits']>[number];

function site(unit: Partial<UnitInput>, extra: Partial<SiteInput> = {}) {
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'test',
    room: { width: 10, depth: 10, height: 3 },
    coolingUnits: [
      {
        id: 'C1',
        kind: 'crah',
        position: { x: 1, y: 1 },
        size: { width: 1, depth: 1, height: 2 },
        medium: 'chilled-water',
        supply: { to: 'room', face: 'front' },
        return: { from: 'room', face: 'top' },
        fan: { ratedAirflowM3s: 4, ratedPowerW: 3000, speed: 0.5 },
        // No lag: the laws of control and capacity are seen alone. What lag does is in coil.test.ts.
        thermalMass: { valveSeconds: 0 },
        control: { mode: 'supply', setpointCelsius: 18 },
        ...unit,
      },
    ],
    sensors: [{ id: 'S1', position: { x: 5, y: 5, z: 1 } }],
    ...extra,
  });
}

const noSensors = new Float64Array(1).fill(Number.NaN);

describe('stepPlant', () => {
  it('half speed gives half the flow and an eighth of the fan power', () => {
    const plant = createPlant(site({}));
    expect(plant.airflowM3s[0]).toBe(2);
    expect(plant.fanW[0]).toBe(375);
  });

  it('supply control: 2 m³/s from 30 to 18 °C take 29.1 kW, and the coil the fan heat besides', () => {
    const plant = createPlant(site({}, { plant: { kind: 'moore-cop' } }));
    stepPlant(plant, Float64Array.of(30), noSensors, Infinity);
    expect(plant.supplyCelsius[0]).toBe(18);
    expect(plant.heatW[0]).toBeCloseTo(2 * AIR_HEAT_CAPACITY * 12, 6);
    expect(plant.coilHeatW[0]).toBeCloseTo(plant.heatW[0]! + 375, 6);
    expect(plant.coilPowerW[0]).toBeCloseTo(plant.coilHeatW[0]! / 2.6756, 6);
    expect(plant.powerW[0]).toBe(375);
  });

  it('a capacity of 20 kW saturates: supply is 8.25 K under the return of 30 °C', () => {
    const plant = createPlant(site({ capacityW: 20_000 }));
    stepPlant(plant, Float64Array.of(30), noSensors, 1);
    expect(plant.heatW[0]).toBeCloseTo(20_000, 6);
    expect(plant.supplyCelsius[0]).toBeCloseTo(30 - 20_000 / (2 * AIR_HEAT_CAPACITY), 9);
    expect(plant.saturated[0]).toBe(1);
  });

  it('air colder than the setpoint passes unchanged', () => {
    const plant = createPlant(site({}));
    stepPlant(plant, Float64Array.of(15), noSensors, 1);
    expect(plant.supplyCelsius[0]).toBe(15);
    expect(plant.heatW[0]).toBe(0);
  });

  it('a unit that is switched off moves no air and draws nothing', () => {
    const plant = createPlant(site({ running: false }, { plant: { kind: 'moore-cop' } }));
    stepPlant(plant, Float64Array.of(30), noSensors, 1);
    expect([plant.airflowM3s[0], plant.heatW[0], plant.coilPowerW[0], plant.powerW[0]]).toEqual([0, 0, 0, 0]);
  });

  it('return control brings a room of 20 kW to its setpoint within half an hour, overshooting less than 1.5 K, then rests', () => {
    const plant = createPlant(site({ control: { mode: 'return', setpointCelsius: 27, minSupplyCelsius: 10 } }));
    const rise = 20_000 / (2 * AIR_HEAT_CAPACITY);
    const lagSeconds = 300;
    let returned = 33;
    let lowest = returned;
    for (let second = 0; second < 3600; second++) {
      stepPlant(plant, Float64Array.of(returned), noSensors, 1);
      returned += (plant.supplyCelsius[0]! + rise - returned) / lagSeconds;
      lowest = Math.min(lowest, returned);
      if (second > 1800) expect(Math.abs(returned - 27)).toBeLessThan(0.2);
    }
    expect(lowest).toBeGreaterThan(25.5);
    expect(Math.abs(returned - 27)).toBeLessThan(0.02);
  });

  it('return control reaches the same balance by steps of unlimited length', () => {
    const plant = createPlant(site({ control: { mode: 'return', setpointCelsius: 27, minSupplyCelsius: 10 } }));
    const rise = 20_000 / (2 * AIR_HEAT_CAPACITY);
    let returned = 33;
    for (let iteration = 0; iteration < 200; iteration++) {
      stepPlant(plant, Float64Array.of(returned), noSensors, Infinity);
      returned = plant.supplyCelsius[0]! + rise;
    }
    expect(returned).toBeCloseTo(27, 3);
  });

  it('an hour of overload winds nothing up: the command leaves its limit within a minute of relief', () => {
    const plant = createPlant(site({ control: { mode: 'return', setpointCelsius: 27, minSupplyCelsius: 14 } }));
    for (let second = 0; second < 3600; second++) stepPlant(plant, Float64Array.of(45), noSensors, 1);
    expect(plant.supplyCelsius[0]).toBe(14);
    for (let second = 0; second < 60; second++) stepPlant(plant, Float64Array.of(25), noSensors, 1);
    expect(plant.supplyCelsius[0]).toBeGreaterThan(14.5);
  });

  it('sensor control follows its sensor and holds while the sensor is unknown', () => {
    const plant = createPlant(site({ control: { mode: 'sensor', sensorId: 'S1', setpointCelsius: 24 } }));
    stepPlant(plant, Float64Array.of(32), Float64Array.of(26), 1);
    stepPlant(plant, Float64Array.of(32), Float64Array.of(26), 60);
    const held = plant.supplyCelsius[0]!;
    expect(held).toBeLessThan(24);
    stepPlant(plant, Float64Array.of(32), noSensors, 60);
    expect(plant.supplyCelsius[0]).toBe(held);
  });

  it('a DX unit of rated COP 3 at rating conditions draws a third of its heat; without outdoor air its power is not known', () => {
    // At 26.67 °C dry bulb a dew point of 15.8 °C gives the rated wet bulb of 19.4 °C.
    const dx: Partial<UnitInput> = { medium: 'dx', ratedCop: 3, fan: { ratedAirflowM3s: 2, ratedPowerW: 0 } };
    const room = { width: 10, depth: 10, height: 3, dewPointCelsius: 15.8 };
    const known = createPlant(site(dx, { outdoor: { dryBulbCelsius: 35 }, room }));
    stepPlant(known, Float64Array.of(26.67), noSensors, 1);
    expect(known.coilPowerW[0]! / known.heatW[0]!).toBeCloseTo(1 / 3, 2);
    expect(known.outOfRange[0]).toBe(0);
    expect(known.powerW[0]).toBe(known.coilPowerW[0]);
    const unknown = createPlant(site(dx));
    stepPlant(unknown, Float64Array.of(26.67), noSensors, 1);
    expect(unknown.coilPowerW[0]).toBeNaN();
    expect(unknown.heatW[0]).toBeGreaterThan(0);
  });

  it('heat = rho cp Q (return - supply), never negative, never over capacity, in every mode', () => {
    const control = fc.constantFrom<UnitInput['control']>(
      { mode: 'supply', setpointCelsius: 18 },
      { mode: 'return', setpointCelsius: 27 },
      { mode: 'sensor', sensorId: 'S1', setpointCelsius: 24 },
    );
    const celsius = fc.double({ min: 5, max: 60, noNaN: true });
    fc.assert(
      fc.property(
        control,
        celsius,
        celsius,
        fc.constantFrom(0.1, 1, 60, Infinity),
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        (mode, returned, sensed, dt, capacityW) => {
          const plant = createPlant(site({ control: mode, capacityW }));
          for (let i = 0; i < 3; i++) stepPlant(plant, Float64Array.of(returned), Float64Array.of(sensed), dt);
          const heat = plant.heatW[0]!;
          expect(heat).toBeGreaterThanOrEqual(0);
          expect(heat).toBeLessThanOrEqual(capacityW * (1 + 1e-9) + 1e-6);
          expect(heat).toBeCloseTo(2 * AIR_HEAT_CAPACITY * (returned - plant.supplyCelsius[0]!), 6);
        },
      ),
    );
  });
});

it('carryOverPlant keeps the command of a unit that still controls the same thing', () => {
  const control = { mode: 'return', setpointCelsius: 27 } as const;
  const old = createPlant(site({ control }));
  for (let i = 0; i < 50; i++) stepPlant(old, Float64Array.of(31), noSensors, 10);
  const fresh = createPlant(site({ control, capacityW: 90_000 }));
  carryOverPlant(old, fresh);
  expect(fresh.commandCelsius[0]).toBe(old.commandCelsius[0]);
  expect(fresh.previousErrorKelvin[0]).toBe(4);
  const other = createPlant(site({}));
  carryOverPlant(old, other);
  expect(other.commandCelsius[0]).toBe(18);
});
