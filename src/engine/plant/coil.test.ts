import { describe, expect, it } from 'vitest';
import { type SiteInput, siteSchema } from '../../site/schema/site';
import { AIR_HEAT_CAPACITY } from '../../units/air';
import { coilCapacityJK } from './coil';
import { createPlant, type Plant } from './plant';
import { stepPlant } from './step';

type Mass = NonNullable<SiteInput['coolingUnits']>[number]['thermalMass'];

/** One unit of 2 m³/s with a fan of 1 kW, supplying 18 °C. */
function plantWith(thermalMass: Mass, capacityW?: number): Plant {
  return createPlant(
    siteSchema.parse({
      format: 'isotherm-site',
      version: 1,
      name: 'test',
      room: { width: 10, depth: 10, height: 3 },
      coolingUnits: [
        {
          id: 'C1',
          kind: 'in-row',
          position: { x: 1, y: 1 },
          size: { width: 1, depth: 1, height: 2 },
          medium: 'chilled-water',
          supply: { to: 'room', face: 'front' },
          return: { from: 'room', face: 'top' },
          fan: { ratedAirflowM3s: 2, ratedPowerW: 1000 },
          capacityW,
          thermalMass,
          control: { mode: 'supply', setpointCelsius: 18 },
        },
      ],
    } satisfies SiteInput),
  );
}

const noSensors = new Float64Array(0);
const step = (plant: Plant, returnCelsius: number, dtSeconds: number) =>
  stepPlant(plant, Float64Array.of(returnCelsius), noSensors, dtSeconds);

const masses: Mass = { coilKg: 60, coilWaterLitres: 20, casingKg: 200 };

describe('coil and casing in normal operation', () => {
  it('20 l of water and 60 kg of metal hold 117 kJ/K; the cold half of 200 kg of casing adds 45 kJ/K', () => {
    const unit = { medium: 'chilled-water', fan: { ratedAirflowM3s: 2 } } as const;
    const fan = { ratedAirflowM3s: 2, ratedPowerW: 0, speed: 1, powerExponent: 3 };
    expect(coilCapacityJK({ ...unit, fan, thermalMass: { coilKg: 60, coilWaterLitres: 20 } })).toBe(116_540);
    expect(coilCapacityJK({ ...unit, fan, thermalMass: masses })).toBe(161_540);
    expect(coilCapacityJK({ ...unit, fan })).toBe(70_000);
  });

  it('leaves steady states alone, to the byte', () => {
    const plants = [plantWith(undefined), plantWith(masses), plantWith({ valveSeconds: 0 })];
    for (const plant of plants) step(plant, 31.7, Infinity);
    for (const name of ['heatW', 'coilHeatW', 'loopHeatW', 'supplyCelsius', 'powerW'] as const) {
      expect(new Set(plants.map((plant) => plant[name][0])).size).toBe(1);
    }
    expect(plants[0]!.supplyCelsius[0]).toBe(18);
    expect(plants[0]!.loopHeatW[0]).toBe(plants[0]!.coilHeatW[0]);
  });

  it('goes on from a steady state without a ripple: supply within 1e-9 K over ten minutes', () => {
    const plant = plantWith(masses);
    step(plant, 30, Infinity);
    for (let s = 0; s < 600; s++) {
      step(plant, 30, 1);
      expect(Math.abs(plant.supplyCelsius[0]! - 18)).toBeLessThan(1e-9);
    }
  });

  it.each([masses, undefined, { valveSeconds: 0 }])('closes energy in every step (1e-9 of the heat): %o', (mass) => {
    const plant = plantWith(mass);
    step(plant, 30, Infinity);
    const { trips, coils } = plant;
    const held = () => trips.storeJK[0]! * trips.storeCelsius[0]!;
    const sheet = () => coils.casingJK[0]! * (coils.casingJK[0]! > 0 ? coils.casingCelsius[0]! : 0);
    step(plant, 30, 1);
    for (let s = 0; s < 300; s++) {
      const before = [held(), sheet()] as const;
      const returnCelsius = s < 150 ? 24 + 4 * Math.sin(s / 20) : 33;
      step(plant, returnCelsius, 0.5);
      const storedW = (held() - before[0]) / 0.5;
      const casingW = (sheet() - before[1]) / 0.5;
      const airW = 2 * AIR_HEAT_CAPACITY * (returnCelsius - plant.supplyCelsius[0]!);
      expect(Math.abs(plant.heatW[0]! - airW)).toBeLessThan(1e-4);
      expect(Math.abs(plant.coilHeatW[0]! - plant.loopHeatW[0]! - storedW)).toBeLessThan(1e-4);
      expect(Math.abs(plant.heatW[0]! + plant.fanW[0]! - plant.coilHeatW[0]! - casingW)).toBeLessThan(1e-4);
    }
  });

  it('after a fall of the return air by 8 K supply swings below its setpoint, is back within 0.05 K in 5 minutes, and the loop follows late', () => {
    const plant = plantWith(undefined);
    step(plant, 32, Infinity);
    const fullW = plant.loopHeatW[0]!;
    const endW = fullW - 2 * AIR_HEAT_CAPACITY * 8;
    let coldest = 18;
    let late = 0;
    for (let s = 1; s <= 300; s++) {
      step(plant, 24, 1);
      coldest = Math.min(coldest, plant.supplyCelsius[0]!);
      if (late === 0 && plant.loopHeatW[0]! < endW + (fullW - endW) / Math.E) late = s;
    }
    // A coil of 70 kJ/K against 2.4 kW/K of air: seconds, not minutes.
    expect(coldest).toBeGreaterThan(13);
    expect(coldest).toBeLessThan(17);
    expect(late).toBeGreaterThan(15);
    expect(late).toBeLessThan(60);
    expect(Math.abs(plant.supplyCelsius[0]! - 18)).toBeLessThan(0.05);
  });

  it('a controller without lag holds the supply exactly, and the loop takes what the coil gives up', () => {
    const plant = plantWith({ coilKg: 60, coilWaterLitres: 20, valveSeconds: 0 });
    step(plant, 32, Infinity);
    const before = plant.trips.storeCelsius[0]!;
    step(plant, 24, 1);
    expect(plant.supplyCelsius[0]).toBe(18);
    // Less heat over the coil, so that it stands closer to the air: it keeps heat back.
    expect(plant.trips.storeCelsius[0]!).toBeGreaterThan(before);
    expect(plant.loopHeatW[0]!).toBeLessThan(plant.coilHeatW[0]!);
  });

  it('a warm coil asks no more of the loop than the capacity', () => {
    const plant = plantWith(masses, 30_000);
    step(plant, 30, 1);
    plant.trips.coolingStopped[0] = 1;
    for (let s = 0; s < 600; s++) step(plant, 30, 1);
    plant.trips.coolingStopped[0] = 0;
    for (let s = 0; s < 600; s++) {
      step(plant, 30, 1);
      expect(plant.loopHeatW[0]!).toBeLessThanOrEqual(30_000 + plant.fanW[0]! + 1e-6);
    }
    expect(plant.supplyCelsius[0]!).toBeCloseTo(18, 2);
  });
});
