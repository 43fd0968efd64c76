import { expect, it } from 'vitest';
import { airEconomiser, chilledWaterPlant } from '../../site/schema/plant';
import { createRandom, nextNormal } from '../random';
import { createChilledWater } from './chilled-water';
import { stepChilledWater } from './chilled-water-step';
import { stage } from './chiller-bank';
import { createEconomisers, mostFreeHeatW } from './economiser';
import { createOutdoor } from './outdoor';

const HOUR = 3600;

/** Changes of a course of 0 and 1, or of stages. */
const changes = (course: readonly number[]) => course.filter((now, n) => n > 0 && now !== course[n - 1]).length;

const plant = () =>
  createChilledWater(
    chilledWaterPlant.parse({
      kind: 'chilled-water',
      supplyCelsius: 12,
      chillers: { set: 'McQuay_WSC_471kW_5_89COP_Vanes', count: 3, capacityW: 100_000 },
      economiser: {},
    }),
  )!;

/** One day in which the wet bulb swings between 6 and 16 °C, with gusts; in steps of 30 s. */
function day(heatW: (t: number) => number, gustKelvin: number) {
  const water = plant();
  const random = createRandom(3);
  const economising: number[] = [];
  const running: number[] = [];
  for (let t = 0; t < 24 * HOUR; t += 30) {
    const wetBulbCelsius = 11 - 5 * Math.cos((2 * Math.PI * t) / (24 * HOUR)) + gustKelvin * nextNormal(random);
    stepChilledWater(water, heatW(t), heatW(t) / 25e6, { dryBulbCelsius: wetBulbCelsius + 3, wetBulbCelsius }, 30);
    economising.push(water.economising);
    running.push(water.staging.running);
  }
  return { economising, running };
}

it('the water-side economiser changes over twice in a day whose wet bulb crosses its limits, gusts of 0.25 K or none', () => {
  for (const gust of [0, 0.25]) {
    const { economising } = day(() => 180_000, gust);
    expect(Math.max(...economising) - Math.min(...economising)).toBe(1);
    expect(changes(economising)).toBe(2);
  }
});

it('chillers change stage no sooner than 5 minutes after a change, however the load swings, and settle where it does not', () => {
  const swinging = day((t) => (Math.floor(t / 240) % 2 === 0 ? 60_000 : 250_000), 0).running;
  const at = swinging.flatMap((now, n) => (n > 0 && now !== swinging[n - 1] ? [n * 30] : []));
  const hot = at.filter((_, n) => n > 0 && swinging[at[n - 1]! / 30]! > 1);
  expect(hot.length).toBeGreaterThan(3);
  for (let n = 1; n < at.length; n++) {
    if (swinging[at[n - 1]! / 30]! > 0 && swinging[at[n]! / 30]! > 1) {
      expect(at[n]! - at[n - 1]!).toBeGreaterThanOrEqual(300);
    }
  }
});

it('stages of a site of its own hold: another chiller above 70 %, none stops within half an hour', () => {
  const { structure } = plant();
  const limits = { startShare: 0.7, stopShare: 0.5, startAfterSeconds: 60, stopAfterSeconds: 1800 };
  const staging = { running: 1, secondsSinceChange: 60 };
  stage(staging, structure.set, 100_000, 3, 100_000, 12, 21, 60, limits);
  expect(staging.running).toBe(2);
  for (let n = 0; n < 29; n++) stage(staging, structure.set, 100_000, 3, 20_000, 12, 21, 60, limits);
  expect(staging.running).toBe(2);
  stage(staging, structure.set, 100_000, 3, 20_000, 12, 21, 60, limits);
  expect(staging.running).toBe(1);
  const usual = { running: 1, secondsSinceChange: 3600 };
  stage(usual, structure.set, 100_000, 3, 100_000, 12, 21, 60);
  expect(usual.running).toBe(1);
});

it('the air-side economiser changes over twice in a day that crosses its limit, gusts of 0.2 K', () => {
  const economisers = createEconomisers([airEconomiser.parse({ kind: 'air' })]);
  const random = createRandom(5);
  const outdoor = createOutdoor({} as Parameters<typeof createOutdoor>[0]);
  const allowed: number[] = [];
  for (let t = 0; t < 24 * HOUR; t += 60) {
    outdoor.dryBulbCelsius = 22 - 5 * Math.cos((2 * Math.PI * t) / (24 * HOUR)) + 0.2 * nextNormal(random);
    outdoor.wetBulbCelsius = outdoor.dryBulbCelsius - 5;
    outdoor.dewPointCelsius = 8;
    mostFreeHeatW(economisers, 0, 32, 10, 1000, outdoor);
    allowed.push(economisers.allowed[0]!);
  }
  expect(changes(allowed.slice(1))).toBe(2);
});
