import { describe, expect, it } from 'vitest';
import { chilledWaterPlant } from '../../site/schema/plant';
import { WATER_HEAT_CAPACITY } from '../../units/water';
import {
  type ChilledWater,
  chilledWaterTotalW,
  createChilledWater,
  FREE_MODE,
  MECHANICAL_MODE,
  PARTIAL_MODE,
} from './chilled-water';
import { stepChilledWater } from './chilled-water-step';

type Input = Parameters<typeof chilledWaterPlant.parse>[0];
const SET = 'York_YT_1758kW_5_96COP_Vanes';

function plantOf(extra: object = {}): ChilledWater {
  const input = {
    kind: 'chilled-water',
    supplyCelsius: 9,
    chillers: { set: SET, count: 3, capacityW: 300_000 },
    ...extra,
  };
  return createChilledWater(chilledWaterPlant.parse(input as Input))!;
}

const flowFor = (heatW: number) => heatW / (6 * WATER_HEAT_CAPACITY);
const air = (wetBulbCelsius: number) => ({ dryBulbCelsius: wetBulbCelsius + 5, wetBulbCelsius });

function settle(plant: ChilledWater, heatW: number, wetBulb: number): void {
  for (let n = 0; n < 40; n++) stepChilledWater(plant, heatW, flowFor(heatW), air(wetBulb), Number.POSITIVE_INFINITY);
}

const inW = (plant: ChilledWater) => plant.coilHeatW + plant.pumpsW + plant.condenserPumpsW + plant.chillersW;

describe('balance of the whole chain', () => {
  it.each([
    [500_000, 20],
    [500_000, 6],
    [500_000, -10],
    [120_000, 12],
    [870_000, 26],
  ])('at rest %d W and a wet bulb of %d °C: heat and pumps and machines = rejected, to 1e-9', (heat, wetBulb) => {
    const plant = plantOf({ economiser: {} });
    settle(plant, heat, wetBulb);
    expect(Math.abs(plant.rejectedW / inW(plant) - 1)).toBeLessThan(1e-9);
    expect(plant.supplyCelsius).toBeGreaterThan(9 - 1e-9);
    expect(plant.supplyCelsius).toBeLessThan(9.51);
  });

  it.each([1, 7, 300])(
    'in steps of %d s through changing load and weather: stored heat closes every step to 1e-9',
    (dt) => {
      const plant = plantOf({ economiser: {} });
      settle(plant, 500_000, 15);
      for (let n = 0; n < 400; n++) {
        const heat = 450_000 + 400_000 * Math.sin(n / 9);
        stepChilledWater(plant, heat, flowFor(heat), air(5 + 12 * Math.sin(n / 23)), dt);
        const error = (inW(plant) - plant.rejectedW - plant.storedW) / inW(plant);
        expect(Math.abs(error)).toBeLessThan(1e-9);
      }
    },
  );

  it('an air-cooled set gives its heat to the air at once', () => {
    const plant = plantOf({ chillers: { set: 'York_YCAL0033EE_101kW_3_1COP_AirCooled', count: 4 } });
    settle(plant, 250_000, 22);
    expect(Math.abs(plant.rejectedW / inW(plant) - 1)).toBeLessThan(1e-9);
    expect(plant.condenserPumpsW + plant.rejectionFansW + plant.waterKgs).toBe(0);
    expect(250_000 / plant.chillersW).toBeGreaterThan(2.8);
    expect(250_000 / plant.chillersW).toBeLessThan(4.5);
  });
});

describe('water-side economiser', () => {
  it('is free in the cold, partial between, mechanical in the heat, and each costs more than the one before', () => {
    const modes = [];
    const powers = [];
    for (const wetBulb of [-8, 7, 24]) {
      const plant = plantOf({ economiser: {} });
      settle(plant, 500_000, wetBulb);
      modes.push(plant.mode);
      powers.push(chilledWaterTotalW(plant));
    }
    expect(modes).toEqual([FREE_MODE, PARTIAL_MODE, MECHANICAL_MODE]);
    expect(powers[0]).toBeLessThan(powers[1]!);
    expect(powers[1]).toBeLessThan(powers[2]!);
  });

  it('free cooling runs no machine and holds the supply', () => {
    const plant = plantOf({ economiser: {} });
    settle(plant, 500_000, -5);
    expect(plant.staging.running).toBe(0);
    expect(plant.chillersW).toBe(0);
    expect(plant.supplyCelsius).toBeCloseTo(9, 6);
  });

  it('wet bulb swinging by 0.6 K about the changeover changes mode at most twice in an hour', () => {
    const plant = plantOf({ economiser: {} });
    let changes = 0;
    let before = -1;
    for (let n = 0; n < 3600; n++) {
      stepChilledWater(plant, 500_000, flowFor(500_000), air(9.5 + 0.3 * Math.sin(n / 40)), 1);
      if (plant.economising !== before) changes++;
      before = plant.economising;
    }
    expect(changes).toBeLessThanOrEqual(3);
  });
});

describe('stages', () => {
  it('a second machine comes between 250 and 360 kW, a third between 600 and 750; a falling load lets them go later', () => {
    const plant = plantOf();
    const rising = [100, 250, 360, 600, 750, 850].map((kilowatts) => {
      settle(plant, kilowatts * 1000, 18);
      return plant.staging.running;
    });
    expect(rising).toEqual([1, 1, 2, 2, 3, 3]);
    const falling = [600, 560, 400, 300, 200, 100].map((kilowatts) => {
      settle(plant, kilowatts * 1000, 18);
      return plant.staging.running;
    });
    expect(falling).toEqual([3, 2, 2, 2, 1, 1]);
  });

  it('a constant load near a threshold starts or stops nothing once settled, over six hours', () => {
    for (const heat of [283_000, 290_000, 565_000, 575_000]) {
      const plant = plantOf();
      for (let n = 0; n < 360; n++) stepChilledWater(plant, heat, flowFor(heat), air(18), 10);
      const running = plant.staging.running;
      for (let n = 0; n < 2160; n++) {
        stepChilledWater(plant, heat, flowFor(heat), air(18), 10);
        expect(plant.staging.running).toBe(running);
      }
    }
  });

  it('more heat than all machines take warms the water, and the plant says that it is at its end', () => {
    const plant = plantOf();
    for (let n = 0; n < 1200; n++) stepChilledWater(plant, 1_300_000, flowFor(1_300_000), air(22), 1);
    expect(plant.saturated).toBe(1);
    expect(plant.supplyCelsius).toBeGreaterThan(11);
  });
});

it('after a cut of the load the supply is back within 0.1 K in 20 minutes, and does not hunt', () => {
  const plant = plantOf();
  settle(plant, 800_000, 18);
  let lowest = plant.supplyCelsius;
  for (let n = 0; n < 3600; n++) {
    stepChilledWater(plant, 200_000, flowFor(200_000), air(18), 1);
    lowest = Math.min(lowest, plant.supplyCelsius);
    if (n > 1200) expect(Math.abs(plant.supplyCelsius - 9)).toBeLessThan(0.1);
  }
  expect(lowest).toBeGreaterThan(8.5);
});

it('variable pumps draw less at half load than constant ones, whose surplus returns unused', () => {
  const variable = plantOf();
  const constant = plantOf({ loop: { pump: { speed: 'constant' } } });
  settle(variable, 450_000, 18);
  settle(constant, 450_000, 18);
  expect(constant.flowM3s).toBeCloseTo(constant.structure.designM3s, 12);
  expect(variable.pumpsW).toBeLessThan(0.3 * constant.pumpsW);
  expect(constant.returnCelsius).toBeLessThan(variable.returnCelsius - 2);
});

it('without weather the water is what it should be and its power is not known', () => {
  const plant = plantOf();
  stepChilledWater(plant, 100_000, flowFor(100_000), { dryBulbCelsius: Number.NaN, wetBulbCelsius: Number.NaN }, 1);
  expect(plant.supplyCelsius).toBe(9);
  expect(chilledWaterTotalW(plant)).toBeNaN();
});
