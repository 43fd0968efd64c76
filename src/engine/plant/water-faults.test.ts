import { describe, expect, it } from 'vitest';
import { chilledWaterPlant, facilityWater } from '../../site/schema/plant';
import { WATER_HEAT_CAPACITY } from '../../units/water';
import { type ChilledWater, createChilledWater } from './chilled-water';
import { stepChilledWater } from './chilled-water-step';
import { createFacilityWater, type FacilityWater, stepFacilityWater } from './facility-water';
import { foulingKelvin } from './machine-faults';

const HEAT_W = 500_000;
const FLOW_M3S = HEAT_W / (6 * WATER_HEAT_CAPACITY);
const AIR = { dryBulbCelsius: 25, wetBulbCelsius: 20 };

function settledPlant(loop: object = {}): ChilledWater {
  const plant = createChilledWater(
    chilledWaterPlant.parse({
      kind: 'chilled-water',
      supplyCelsius: 9,
      chillers: { set: 'York_YT_1758kW_5_96COP_Vanes', count: 3, capacityW: 300_000 },
      loop: { volumeM3: 20, ...loop },
    }),
  )!;
  for (let n = 0; n < 40; n++) stepChilledWater(plant, HEAT_W, FLOW_M3S, AIR, Number.POSITIVE_INFINITY);
  return plant;
}

/** Runs so many seconds and checks that heat, pumps and machines are rejected or stored in every step. */
function run(plant: ChilledWater, seconds: number, dt = 1, flowM3s = FLOW_M3S): void {
  for (let t = 0; t < seconds; t += dt) {
    stepChilledWater(plant, HEAT_W, flowM3s, AIR, dt);
    const inW = plant.coilHeatW + plant.pumpsW + plant.condenserPumpsW + plant.chillersW;
    expect(Math.abs(inW - plant.rejectedW - plant.storedW) / inW).toBeLessThan(1e-9);
  }
}

describe('chillers that trip', () => {
  it.each([0, 30])('the supply warms by heat over water: 20 m³ and a buffer of %d m³', (bufferM3) => {
    const plant = settledPlant(bufferM3 > 0 ? { bufferM3 } : {});
    const { supplyCelsius, returnCelsius } = plant;
    plant.faults.machinesOut = 3;
    run(plant, 600);
    expect(plant.staging.running).toBe(0);
    const stored = 10 * (plant.returnCelsius - returnCelsius) + (10 + bufferM3) * (plant.supplyCelsius - supplyCelsius);
    expect(stored * WATER_HEAT_CAPACITY).toBeCloseTo((HEAT_W + plant.pumpsW) * 600, -4);
    expect(plant.supplyCelsius - supplyCelsius).toBeLessThan(bufferM3 > 0 ? 2.4 : 5);
  });

  it('come back together, their capacity over the ramp, and the water to where it was', () => {
    const plant = settledPlant();
    const before = plant.staging.running;
    plant.faults.machinesOut = 3;
    plant.faults.rampSeconds = 180;
    run(plant, 300);
    const warm = plant.supplyCelsius;
    plant.faults.machinesOut = 0;
    run(plant, 90);
    expect(plant.staging.running).toBe(before);
    expect(plant.faults.machineShare).toBeCloseTo(0.5, 6);
    run(plant, 3600);
    expect(warm).toBeGreaterThan(11.5);
    expect(Math.abs(plant.supplyCelsius - 9)).toBeLessThan(0.02);
  });

  it('one of three: the others carry what they can, the third stays out', () => {
    const plant = settledPlant();
    plant.faults.machinesOut = 1;
    run(plant, 1800);
    expect(plant.staging.running).toBe(2);
    expect(plant.supplyCelsius).toBeLessThan(9.1);
  });

  it('stop without condenser water, and where it gets too hot because the fans stand', () => {
    const plant = settledPlant();
    plant.faults.condenser.out = 1;
    run(plant, 60);
    expect(plant.staging.running).toBe(0);
    const still = settledPlant();
    still.faults.fansOut = 1;
    let hottest = 0;
    for (let n = 0; n < 60; n++) {
      run(still, 60);
      hottest = Math.max(hottest, still.condenserSupplyCelsius);
    }
    expect(hottest).toBeGreaterThan(42);
    expect(hottest).toBeLessThan(44);
    expect(still.faults.cutOut === 1 || still.staging.running > 0).toBe(true);
  });
});

it('chilled-water pumps that trip leave the water standing; what still reaches it warms the return', () => {
  const plant = settledPlant();
  plant.faults.chilled.out = 1;
  run(plant, 300);
  expect(plant.flowM3s).toBe(0);
  expect(plant.pumpsW).toBe(0);
  expect(plant.staging.running).toBe(0);
});

it('a condenser of 60 % costs what water warmer by the greater approach would: 1.9 K at design', () => {
  const hot = { dryBulbCelsius: 33, wetBulbCelsius: 26 };
  const settle = (fouled: ChilledWater) => {
    for (let n = 0; n < 40; n++) stepChilledWater(fouled, HEAT_W, FLOW_M3S, hot, Number.POSITIVE_INFINITY);
    return fouled.chillersW;
  };
  const plant = settledPlant();
  const clean = settle(plant);
  plant.faults.condenserConductance = 0.6;
  plant.rejectedRangeKelvin = 5.6;
  const units = Math.log(1 + 5.6 / 1.5);
  expect(foulingKelvin(plant)).toBeCloseTo(5.6 / (Math.exp(0.6 * units) - 1) - 1.5, 12);
  const share = settle(plant) / clean;
  expect(share).toBeGreaterThan(1.02);
  expect(share).toBeLessThan(1.1);
});

describe('coolant of the CDUs', () => {
  const LIQUID_W = 100_000;
  const loopOf = (): FacilityWater => {
    const loop = createFacilityWater(facilityWater.parse({ waterClass: 'W32' }), LIQUID_W);
    stepFacilityWater(loop, LIQUID_W, AIR, Number.NaN, Number.POSITIVE_INFINITY);
    return loop;
  };
  const step = (loop: FacilityWater) => {
    stepFacilityWater(loop, LIQUID_W, AIR, Number.NaN, 1);
    const inW = loop.heatW + loop.pumpsW + loop.cduPumpsW;
    expect(Math.abs(inW - loop.rejectedW - loop.storedW) / inW).toBeLessThan(1e-9);
  };

  it('stays at the approach above the facility water, to the plates as to the rest', () => {
    const loop = loopOf();
    for (let n = 0; n < 600; n++) step(loop);
    expect(loop.coolantCelsius).toBeCloseTo(loop.supplyCelsius + 3, 9);
    expect(loop.plateCelsius).toBe(loop.coolantCelsius);
  });

  it('without pumps warms in the cold plates by heat over their water, and comes back with the pumps', () => {
    const loop = loopOf();
    for (let n = 0; n < 60; n++) step(loop);
    const before = loop.plateCelsius;
    loop.faults.coolant.out = 1;
    for (let n = 0; n < 120; n++) step(loop);
    const first = loop.plateCelsius;
    expect(loop.cduPumpsW).toBe(0);
    for (let n = 0; n < 30; n++) step(loop);
    // 100 kW into a fifth of half a minute of design flow: 10 K / 6 s.
    expect((loop.plateCelsius - first) / 30).toBeCloseTo(10 / 6, 1);
    loop.faults.coolant.out = 0;
    for (let n = 0; n < 1800; n++) step(loop);
    expect(loop.plateCelsius).toBeCloseTo(before, 1);
  });
});
