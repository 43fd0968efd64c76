import { describe, expect, it } from 'vitest';
import { type SiteInput, siteSchema } from '../../site/schema/site';
import { AIR_HEAT_CAPACITY } from '../../units/air';
import { COIL_EFFECTIVENESS } from './coil';
import { carryOverPlant, createPlant, type Plant } from './plant';
import { stepPlant } from './step';
import { nextFanShare } from './trips';

/** One unit of 4 m³/s at full speed, 3 kW of fan, supplying 18 °C. */
function plantOf(medium: 'chilled-water' | 'dx' = 'chilled-water'): Plant {
  const site: SiteInput = {
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
        medium,
        supply: { to: 'room', face: 'front' },
        return: { from: 'room', face: 'top' },
        fan: { ratedAirflowM3s: 4, ratedPowerW: 3000 },
        thermalMass: { valveSeconds: 0 },
        control: { mode: 'supply', setpointCelsius: 18 },
      },
    ],
  };
  return createPlant(siteSchema.parse(site));
}

const noSensors = new Float64Array(0);
const run = (plant: Plant, seconds: number, returnCelsius = 30, dt = 1) => {
  for (let s = 0; s < seconds; s += dt) stepPlant(plant, Float64Array.of(returnCelsius), noSensors, dt);
};

describe('fans without drive', () => {
  it('fall from full to half speed in one run-down time, to a tenth in nine, whatever the step', () => {
    for (const dt of [0.1, 1, 5]) {
      let share = 1;
      for (let t = 0; t < 10 - 1e-9; t += dt) share = nextFanShare(share, true, 1, 10, dt);
      expect(share).toBeCloseTo(0.5, 10);
      for (let t = 0; t < 80 - 1e-9; t += dt) share = nextFanShare(share, true, 1, 10, dt);
      expect(share).toBeCloseTo(0.1, 10);
    }
  });

  it('set to half speed they take twice as long to halve: torque goes with the square of speed', () => {
    expect(nextFanShare(1, true, 0.5, 10, 20)).toBeCloseTo(0.5, 12);
  });

  it('draw no power, and flow goes with speed; on repair both come back in 10 s', () => {
    const plant = plantOf();
    run(plant, 1);
    plant.trips.fanStopped[0] = 1;
    run(plant, 10);
    expect(plant.airflowM3s[0]).toBeCloseTo(2, 9);
    expect(plant.fanW[0]).toBe(0);
    plant.trips.fanStopped[0] = 0;
    run(plant, 5);
    expect(plant.airflowM3s[0]).toBeCloseTo(4, 9);
    expect(plant.fanW[0]).toBeCloseTo(3000, 6);
  });

  it('stand still after a time, and at once where a steady state is sought', () => {
    const plant = plantOf();
    plant.trips.fanStopped[0] = 1;
    run(plant, 600);
    expect(plant.airflowM3s[0]).toBe(0);
    expect(plant.heatW[0]).toBe(0);
    const steady = plantOf();
    steady.trips.fanStopped[0] = 1;
    stepPlant(steady, Float64Array.of(30), noSensors, Infinity);
    expect(steady.airflowM3s[0]).toBe(0);
  });
});

describe('a coil that nothing cools', () => {
  it('goes on at the supply temperature that it had, then warms towards the return air', () => {
    const plant = plantOf();
    run(plant, 1);
    plant.trips.coolingStopped[0] = 1;
    run(plant, 1, 30, 1e-3);
    expect(plant.supplyCelsius[0]).toBeGreaterThan(18);
    run(plant, 600);
    const fanRise = 3000 / (4 * AIR_HEAT_CAPACITY);
    expect(plant.supplyCelsius[0]).toBeCloseTo(30 + fanRise, 5);
    expect(plant.heatW[0]).toBeCloseTo(-3000, 1);
    expect(plant.coilPowerW[0]).toBe(0);
  });

  it('gives the air no more cold than it holds: the heat taken equals what warms the store, within 1e-9', () => {
    const plant = plantOf();
    run(plant, 1);
    const before = plant.trips.storeCelsius[0]!;
    plant.trips.coolingStopped[0] = 1;
    let takenJ = 0;
    for (let s = 0; s < 300; s++) {
      run(plant, 1);
      takenJ += plant.heatW[0]! + plant.fanW[0]!;
    }
    const storedJ = plant.trips.storeJK[0]! * (plant.trips.storeCelsius[0]! - before);
    expect(takenJ / storedJ).toBeCloseTo(1, 9);
  });

  it('follows the exponential of its store: capacity over effectiveness and heat capacity rate, within 1 %', () => {
    const plant = plantOf();
    run(plant, 1);
    plant.trips.storeJK[0] = 1e6;
    const start = plant.trips.storeCelsius[0]!;
    plant.trips.coolingStopped[0] = 1;
    const tau = 1e6 / (COIL_EFFECTIVENESS * 4 * AIR_HEAT_CAPACITY);
    run(plant, 200, 30, 0.5);
    const air = 30 + 3000 / (4 * AIR_HEAT_CAPACITY);
    const exact = air + (start - air) * Math.exp(-200 / tau);
    expect(Math.abs((plant.trips.storeCelsius[0]! - exact) / (air - exact))).toBeLessThan(0.01);
  });

  it('comes back in a straight line over its ramp and then holds its setpoint exactly', () => {
    const plant = plantOf('dx');
    run(plant, 1);
    plant.trips.coolingStopped[0] = 1;
    run(plant, 300);
    plant.trips.coolingStopped[0] = 0;
    plant.trips.coolingRampSeconds[0] = 100;
    const full = 4 * AIR_HEAT_CAPACITY * 12;
    run(plant, 50);
    expect(plant.heatW[0]! + 3000).toBeCloseTo((full + 3000) / 2, 3);
    run(plant, 51);
    expect(plant.supplyCelsius[0]).toBe(18);
    expect(plant.heatW[0]).toBeCloseTo(full, 6);
  });

  it('heat = rho cp Q (return - supply) in every state', () => {
    const plant = plantOf();
    for (const [fan, cooling] of [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
      [0, 0],
    ] as const) {
      plant.trips.fanStopped[0] = fan;
      plant.trips.coolingStopped[0] = cooling;
      for (let s = 0; s < 20; s++) {
        run(plant, 1);
        const carried = plant.airflowM3s[0]! * AIR_HEAT_CAPACITY * (30 - plant.supplyCelsius[0]!);
        expect(plant.heatW[0]).toBeCloseTo(carried, 5);
      }
    }
  });
});

it('an edit during a run-down lets it go on', () => {
  const plant = plantOf();
  run(plant, 1);
  plant.trips.fanStopped[0] = 1;
  run(plant, 10);
  const edited = plantOf();
  carryOverPlant(plant, edited);
  run(plant, 5);
  run(edited, 5);
  expect(edited.airflowM3s[0]).toBe(plant.airflowM3s[0]);
  expect(edited.airflowM3s[0]).toBeLessThan(2);
});
