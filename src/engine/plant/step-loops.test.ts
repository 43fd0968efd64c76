import { describe, expect, it } from 'vitest';
import { type SiteInput, siteSchema } from '../../site/schema/site';
import { AIR_HEAT_CAPACITY } from '../../units/air';
import { chilledWaterTotalW, FREE_MODE } from './chilled-water';
import { createPlant, type Plant } from './plant';
import { createPowerTotals, sumPower } from './power-totals';
import { rearDoorsHeatW, stepRearDoors } from './rear-doors';
import { stepPlant } from './step';

type UnitInput = NonNullable<SiteInput['coolingUnits']>[number];

function siteOf(unit: Partial<UnitInput>, extra: Partial<SiteInput> = {}) {
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'test',
    room: { width: 10, depth: 10, height: 3, dewPointCelsius: 9 },
    coolingUnits: [
      {
        id: 'C1',
        kind: 'crah',
        position: { x: 1, y: 1 },
        size: { width: 1, depth: 1, height: 2 },
        medium: 'chilled-water',
        supply: { to: 'room', face: 'front' },
        return: { from: 'room', face: 'top' },
        fan: { ratedAirflowM3s: 4, ratedPowerW: 2000 },
        control: { mode: 'supply', setpointCelsius: 20 },
        ...unit,
      },
    ],
    plant: {
      kind: 'chilled-water',
      supplyCelsius: 12,
      chillers: { set: 'York_YT_1758kW_5_96COP_Vanes', count: 2, capacityW: 60_000 },
      economiser: {},
    },
    outdoor: { dryBulbCelsius: 20, wetBulbCelsius: 14 },
    ...extra,
  });
}

const none = new Float64Array(0);
const COIL = { ratedHeatW: 70_000, ratedAirCelsius: 32, ratedWaterCelsius: 12, ratedWaterRiseKelvin: 7 };

function rest(plant: Plant, returnCelsius: number): void {
  for (let n = 0; n < 60; n++) stepPlant(plant, Float64Array.of(returnCelsius), none, Number.POSITIVE_INFINITY);
}

describe('the whole chain', () => {
  it('air and fan heat, pumps and machines equal what is rejected, to 1e-9 at rest', () => {
    for (const coil of [undefined, COIL]) {
      const plant = createPlant(siteOf({ coil }));
      rest(plant, 32);
      const water = plant.water!;
      const inW =
        plant.heatW[0]! +
        plant.fanW[0]! +
        (plant.waterHeatW[0]! - plant.loopHeatW[0]!) +
        water.pumpsW +
        water.condenserPumpsW +
        water.chillersW;
      expect(plant.heatW[0]).toBeCloseTo(4 * AIR_HEAT_CAPACITY * 12, 6);
      expect(Math.abs(water.rejectedW / inW - 1)).toBeLessThan(1e-9);
      expect(plant.coilPowerW[0]).toBeCloseTo(chilledWaterTotalW(water), 6);
    }
  });

  it('in ticks through a changing return temperature what comes in is rejected or stored in coil and water, each to 1e-9', () => {
    const plant = createPlant(siteOf({ coil: COIL }));
    rest(plant, 30);
    const water = plant.water!;
    for (let n = 0; n < 600; n++) {
      const before = plant.trips.storeCelsius[0]!;
      stepPlant(plant, Float64Array.of(30 + 4 * Math.sin(n / 60)), none, 1);
      const coilStoredW = plant.trips.storeJK[0]! * (plant.trips.storeCelsius[0]! - before);
      const intoCoil = plant.heatW[0]! + plant.fanW[0]! - coilStoredW;
      expect(Math.abs(intoCoil - plant.loopHeatW[0]!)).toBeLessThan(1e-6);
      const inW = water.coilHeatW + water.pumpsW + water.condenserPumpsW + water.chillersW;
      expect(Math.abs((inW - water.rejectedW - water.storedW) / inW)).toBeLessThan(1e-9);
    }
  });

  it('the parts of the cooling power add up to it, and without a computed plant they are not told apart', () => {
    const totals = createPowerTotals();
    const load = { itW: 50_000, serverFansW: 0, liquidHeatW: 0 };
    const site = siteOf({});
    const plant = createPlant(site);
    rest(plant, 32);
    sumPower(load, plant, site, totals);
    const { coolingFansW, compressorsW, chillersW, pumpsW, towersW, liquidW } = totals;
    expect(coolingFansW + compressorsW + chillersW + pumpsW + towersW + liquidW).toBeCloseTo(totals.coolingW, 9);
    expect(chillersW).toBeGreaterThan(5000);
    expect(totals.waterLps).toBeGreaterThan(0.01);
    const simple = siteOf({}, { plant: { kind: 'moore-cop' } });
    const other = createPlant(simple);
    rest(other, 32);
    sumPower(load, other, simple, totals);
    expect(totals.chillersW).toBeNaN();
    expect(totals.coolingW).toBeCloseTo(2000 + (4 * AIR_HEAT_CAPACITY * 12 + 2000) / 3.194, -1);
  });

  it('a site without weather has an unknown cooling power, and its air is cooled all the same', () => {
    const site = siteOf({}, { outdoor: undefined });
    const plant = createPlant(site);
    rest(plant, 32);
    expect(plant.supplyCelsius[0]).toBe(20);
    const totals = createPowerTotals();
    sumPower({ itW: 1, serverFansW: 0, liquidHeatW: 0 }, plant, site, totals);
    expect(totals.coolingW).toBeNaN();
  });
});

describe('coil with a rating point', () => {
  it('warmer chilled water ends its capacity: at 12 °C it holds 20 °C supply, at 19 °C it cannot', () => {
    const cold = createPlant(siteOf({ coil: COIL }));
    rest(cold, 32);
    expect(cold.saturated[0]).toBe(0);
    expect(cold.supplyCelsius[0]).toBeCloseTo(20, 9);
    const plant = {
      kind: 'chilled-water',
      supplyCelsius: 19,
      chillers: { set: 'York_YT_1758kW_5_96COP_Vanes', capacityW: 60_000 },
    } as const;
    const warm = createPlant(siteOf({ coil: COIL }, { plant }));
    rest(warm, 32);
    expect(warm.saturated[0]).toBe(1);
    expect(warm.supplyCelsius[0]).toBeGreaterThan(21);
    expect(warm.supplyCelsius[0]).toBeLessThan(26);
  });
});

describe('economisers with outdoor air', () => {
  const air = { kind: 'air' } as const;

  it('outdoor air of 10 °C does it all with a share of 55 %, and the coil rests', () => {
    const plant = createPlant(siteOf({ economiser: air }, { outdoor: { dryBulbCelsius: 10, wetBulbCelsius: 7 } }));
    rest(plant, 32);
    const mixed = 20 - 2000 / (4 * AIR_HEAT_CAPACITY);
    expect(plant.economisers.share[0]).toBeCloseTo((32 - mixed) / 22, 6);
    expect(plant.coilHeatW[0]).toBeCloseTo(0, 6);
    expect(plant.supplyCelsius[0]).toBeCloseTo(20, 9);
    expect(plant.water!.chillersW).toBe(0);
  });

  it('at 22 °C it does a part and the coil the rest; above its limit of 23 °C it is shut, and opens again at 22 °C', () => {
    const site = siteOf({ economiser: air });
    const plant = createPlant(site);
    const at = (dry: number) => {
      plant.outdoor.dryBulbCelsius = dry;
      plant.outdoor.wetBulbCelsius = dry - 6;
      rest(plant, 32);
      return plant.economisers.allowed[0];
    };
    expect([at(21.9), at(22.5), at(22.9), at(23.1), at(22.5), at(21.9)]).toEqual([1, 1, 1, 0, 0, 1]);
    expect(plant.economisers.heatW[0]).toBeCloseTo(4 * AIR_HEAT_CAPACITY * (32 - 21.9), 3);
    expect(plant.coilHeatW[0]! + plant.economisers.heatW[0]!).toBeCloseTo(plant.heatW[0]! + 2000, 6);
  });

  it('a wet pad takes 26 °C dry air to 17.6 °C and the water that this needs', () => {
    const plant = createPlant(
      siteOf(
        { economiser: { kind: 'air', highCelsius: 35, evaporativeEffectiveness: 0.7, cyclesOfConcentration: 3 } },
        { outdoor: { dryBulbCelsius: 26, wetBulbCelsius: 14 } },
      ),
    );
    rest(plant, 32);
    const mixed = 20 - 2000 / (4 * AIR_HEAT_CAPACITY);
    const padW = 4 * AIR_HEAT_CAPACITY * (26 - mixed);
    expect(plant.coilHeatW[0]).toBeCloseTo(0, 6);
    expect(plant.economisers.waterKgs[0]).toBeCloseTo((padW / 2.44e6) * 1.5, 9);
  });

  it('an indirect one is dry while that does, then wet: 0.7 of return less wet bulb', () => {
    const economiser = { kind: 'indirect', fanW: 1000 } as const;
    const dry = createPlant(siteOf({ economiser }, { outdoor: { dryBulbCelsius: 12, wetBulbCelsius: 10 } }));
    rest(dry, 32);
    expect(dry.economisers.waterKgs[0]).toBe(0);
    expect(dry.coilHeatW[0]).toBeCloseTo(0, 6);
    const wet = createPlant(siteOf({ economiser }, { outdoor: { dryBulbCelsius: 30, wetBulbCelsius: 18 } }));
    rest(wet, 32);
    expect(wet.economisers.heatW[0]).toBeCloseTo(4 * AIR_HEAT_CAPACITY * 0.7 * 14, 6);
    expect(wet.economisers.fanW[0]).toBe(1000);
    expect(wet.economisers.waterKgs[0]).toBeGreaterThan(0);
  });

  it('an enthalpy limit keeps out humid air that a dry-bulb limit lets in', () => {
    const humid = { dryBulbCelsius: 21, wetBulbCelsius: 20.5 };
    const allowed = (control: 'dry-bulb' | 'dew-point' | 'enthalpy') => {
      const plant = createPlant(siteOf({ economiser: { kind: 'air', control } }, { outdoor: humid }));
      rest(plant, 30);
      return plant.economisers.allowed[0];
    };
    expect([allowed('dry-bulb'), allowed('dew-point'), allowed('enthalpy')]).toEqual([1, 0, 0]);
  });
});

describe('rear doors', () => {
  const rack = (rearDoor: object) => ({
    id: 'R',
    position: { x: 5, y: 5 },
    size: { width: 0.6, depth: 1.2, height: 2 },
    uHeight: 42,
    rearDoor,
    contents: [
      { kind: 'chassis' as const, id: 'a', uStart: 1, uSize: 10, powerW: 10_000, airflowM3s: 0.6 },
      { kind: 'chassis' as const, id: 'b', uStart: 20, uSize: 10, powerW: 4000, airflowM3s: 0.4 },
    ],
  });

  it('take their effectiveness of exhaust less water, give it to the chilled water, and what they take is missing in the air', () => {
    const plant = createPlant(siteOf({}, { racks: [rack({ effectiveness: 0.7, waterCelsius: 16 })] }));
    const outlet = Float64Array.of(38, 32);
    const flow = Float64Array.of(0.6, 0.4);
    stepRearDoors(plant.doors!, outlet, flow, 9, 12);
    const heat = rearDoorsHeatW(plant.doors);
    expect(heat).toBeCloseTo(0.7 * AIR_HEAT_CAPACITY * (0.6 * 22 + 0.4 * 16), 6);
    expect(plant.doors!.exhaustCelsius[0]).toBeCloseTo(38 - 0.7 * 22, 9);
    rest(plant, 32);
    expect(plant.water!.coilHeatW).toBeCloseTo(plant.waterHeatW[0]! + heat, 6);
  });

  it('end at their capacity, and never run water below the dew point and its margin', () => {
    const plant = createPlant(siteOf({}, { racks: [rack({ capacityW: 5000, waterCelsius: 8 })] }));
    stepRearDoors(plant.doors!, Float64Array.of(38, 32), Float64Array.of(0.6, 0.4), 15, 6);
    expect(rearDoorsHeatW(plant.doors)).toBeCloseTo(5000, 9);
    expect(plant.doors!.waterCelsius[0]).toBe(17);
    expect(plant.doors!.dewLimited[0]).toBe(1);
  });
});

describe('liquid loop', () => {
  const liquid = (facility: object, outdoor = { dryBulbCelsius: 20, wetBulbCelsius: 14 }) => {
    const plant = createPlant(siteOf({}, { outdoor, liquidLoop: { facility: { designHeatW: 500_000, ...facility } } }));
    plant.liquidHeatW = 400_000;
    rest(plant, 32);
    return plant;
  };
  const inW = ({ facility }: Plant) => facility!.heatW + facility!.pumpsW + facility!.cduPumpsW;
  const outW = ({ facility }: Plant) => facility!.reuseW + facility!.rejectedW + facility!.toPlantW;

  it.each([
    {},
    { rejection: { kind: 'tower' } },
    { rejection: { kind: 'chilled-water' }, waterClass: 'W17' },
    { reuse: { maxW: 150_000 }, waterClass: 'W40' },
  ])('balances to 1e-9 with %j', (facility) => {
    const plant = liquid(facility);
    expect(Math.abs(outW(plant) / inW(plant) - 1)).toBeLessThan(1e-9);
  });

  it('W32 with a dry cooler holds 32 °C in air of 20 °C with a small part of its fans, and passes it in air of 34 °C', () => {
    const mild = liquid({ waterClass: 'W32' });
    expect(mild.facility!.supplyCelsius).toBe(32);
    expect(mild.facility!.coolantCelsius).toBe(35);
    expect(mild.facility!.aboveClass).toBe(0);
    expect(mild.facility!.fansW).toBeLessThan(5000);
    const hot = liquid({ waterClass: 'W32' }, { dryBulbCelsius: 34, wetBulbCelsius: 20 });
    expect(hot.facility!.aboveClass).toBe(1);
    expect(hot.facility!.supplyCelsius).toBeGreaterThan(34);
  });

  it('a customer takes up to what it wants of water warm enough, else none', () => {
    const warm = liquid({ waterClass: 'W40', reuse: { maxW: 150_000, minCelsius: 45 } });
    expect(warm.facility!.reuseW).toBe(150_000);
    const cold = liquid({ waterClass: 'W27', reuse: { maxW: 150_000, minCelsius: 45 } });
    expect(cold.facility!.reuseW).toBe(0);
  });

  it('in ticks it closes with what its water stores', () => {
    const plant = liquid({ waterClass: 'W40', reuse: { maxW: 150_000 } });
    for (let n = 0; n < 900; n++) {
      plant.liquidHeatW = 300_000 + 200_000 * Math.sin(n / 50);
      stepPlant(plant, Float64Array.of(32), none, 1);
      const { storedW } = plant.facility!;
      expect(Math.abs(inW(plant) - outW(plant) - storedW) / inW(plant)).toBeLessThan(1e-9);
    }
  });
});

it('free cooling by water at night, mechanical by day: the mode follows the wet bulb of the hour', () => {
  const plant = createPlant(siteOf({ control: { mode: 'supply', setpointCelsius: 24 } }));
  const modes = [-2, 22].map((wet) => {
    plant.outdoor.dryBulbCelsius = wet + 3;
    plant.outdoor.wetBulbCelsius = wet;
    rest(plant, 34);
    return plant.water!.mode;
  });
  expect(modes).toEqual([FREE_MODE, 3]);
});
