import type { ReducedModel } from '../engine/reduced/model';
import { advanceReduced, createReducedRoom, type ReducedRoom } from '../engine/reduced/reduced-room';
import { observeRackInlets } from '../engine/servers/observe';
import type { PeriodUse } from '../frame/levers';
import { ashraeLimits } from '../site/ashrae';
import type { Site } from '../site/schema/site';
import { countWork, createDemandQueue, type DemandQueue, fullLoadHours, placeDemand } from './demand-queue';
import { countEnergy, createEnergyUse } from './energy-count';

const DAY_SECONDS = 86_400;
const DAYS_OF_YEAR = 365;
/** Chips, racks and water come to their course in these days, which are not counted. */
const WARM_UP_DAYS = 1;

/** What is run. Days count from 1, the first of January. */
export interface Period {
  readonly startDay: number;
  readonly days: number;
  readonly stepSeconds: number;
  /** Of the workload's random part and of a synthetic year of weather: the same seed gives every variant the same hours. */
  readonly seed: number;
  /** A cooling unit that stands still for some days of the run: its index, and days of the year. */
  readonly unitOut?: { readonly unit: number; readonly fromDay: number; readonly days: number };
}

/** A whole year in steps of five minutes. */
export const wholeYear = (seed: number): Period => ({ startDay: 1, days: DAYS_OF_YEAR, stepSeconds: 300, seed });

/** The site at the beginning of its warm-up, with weather and work of the seed. */
export function siteInPeriod(site: Site, { startDay, seed }: Period): Site {
  const first = ((startDay - 1 - WARM_UP_DAYS + DAYS_OF_YEAR) % DAYS_OF_YEAR) + 1;
  return {
    ...site,
    startDay: first,
    ...(site.weather?.kind === 'climate' && { weather: { ...site.weather, seed } }),
    ...(site.workload && { workload: { ...site.workload, startHour: 0 } }),
  };
}

/**
 * Runs a site on a reduced model for a period, day by day; `share` of the way after each. Every step asks for the same
 * work whatever the site makes of it. Throws where the site has no workload.
 */
export function* runPeriod(site: Site, model: ReducedModel, period: Period): Generator<number, PeriodUse, void> {
  const { workload } = site;
  if (workload === undefined) throw new Error(`'${site.name}' has no workload to run a year of.`);
  const { stepSeconds, days } = period;
  const room = createReducedRoom(siteInPeriod(site, period), model, period.seed);
  room.dispatching = false;
  const stepsADay = Math.round(DAY_SECONDS / stepSeconds);
  const warmUp = createDemandQueue(room, workload, stepSeconds, period.seed + 500_000);
  for (let n = 0; n < WARM_UP_DAYS * stepsADay; n++) stepRoom(room, warmUp);
  const queue = createDemandQueue(room, workload, stepSeconds, period.seed);
  const use = emptyUse();
  for (let day = 0; day < days; day++) {
    failUnit(room, period, day);
    for (let n = 0; n < stepsADay; n++) {
      stepRoom(room, queue);
      count(use, room, stepSeconds);
    }
    yield (day + 1) / days;
  }
  return finish(use, room, queue);
}

/** Stops the fan of a unit at the beginning of its days, and lets it start again after them. */
function failUnit({ plant }: ReducedRoom, { unitOut, startDay }: Period, day: number): void {
  if (unitOut === undefined) return;
  const since = startDay + day - unitOut.fromDay;
  plant.trips.fanStopped[unitOut.unit] = since >= 0 && since < unitOut.days ? 1 : 0;
}

/** One step: demand placed, room moved on, work counted. */
export function stepRoom(room: ReducedRoom, queue: DemandQueue): void {
  const level = placeDemand(room, queue);
  advanceReduced(room, queue.stepSeconds);
  countWork(room, queue, level);
}

function emptyUse(): PeriodUse {
  return {
    hours: 0,
    energyKwh: createEnergyUse(),
    waterM3: 0,
    carbonKg: 0,
    cost: 0,
    pue: 0,
    askedWork: 0,
    doneWork: 0,
    lateWork: 0,
    workPerMwh: 0,
    eer: 0,
    worstInletCelsius: Number.NEGATIVE_INFINITY,
    hoursOverRecommended: 0,
    hoursOverAllowable: 0,
    degreeHours: 0,
    hoursOutOfRange: 0,
    hoursSaturated: 0,
    throttledServerHours: 0,
  };
}

function count(use: PeriodUse, room: ReducedRoom, seconds: number): void {
  const { power, plant, site } = room;
  const { outdoor, water, facility } = plant;
  const hours = seconds / 3600;
  const kWh = (power.facilityW * seconds) / 3.6e6;
  const waterM3 = (power.waterLps * seconds) / 1000;
  use.hours += hours;
  countEnergy(use.energyKwh, room, seconds);
  use.waterM3 += waterM3;
  use.carbonKg += kWh * outdoor.carbonKgPerKWh;
  use.cost += kWh * outdoor.pricePerKWh + waterM3 * outdoor.waterPricePerM3;
  use.throttledServerHours += hours * room.servers.totals.throttledServers;
  if (water?.outOfRange === 1 || facility?.outOfRange === 1 || plant.outOfRange.includes(1))
    use.hoursOutOfRange += hours;
  if (water?.saturated === 1 || plant.saturated.includes(1)) use.hoursSaturated += hours;
  const worst = warmestRack(room);
  const { recommendedMaxCelsius, allowableMaxCelsius } = ashraeLimits(site.ashraeClass);
  use.worstInletCelsius = Math.max(use.worstInletCelsius, worst);
  if (worst > recommendedMaxCelsius) {
    use.hoursOverRecommended += hours;
    use.degreeHours += hours * (worst - recommendedMaxCelsius);
  }
  if (worst > allowableMaxCelsius) use.hoursOverAllowable += hours;
}

/** Inlet of the warmest rack, mean by flow, °C. */
export function warmestRack(room: ReducedRoom): number {
  observeRackInlets(room.servers, room.chassisInletCelsius, room.observation);
  const { rackInletCelsius } = room.observation;
  let worst = Number.NEGATIVE_INFINITY;
  for (let r = 0; r < rackInletCelsius.length; r++) if (rackInletCelsius[r]! > worst) worst = rackInletCelsius[r]!;
  return worst;
}

function finish(use: PeriodUse, { servers, observation }: ReducedRoom, queue: DemandQueue): PeriodUse {
  const { poolCapacity } = observation;
  const { energyKwh } = use;
  const hoursOf = (of: (pool: number) => number) => fullLoadHours(queue, poolCapacity, of);
  use.askedWork = hoursOf((p) => queue.asked[p]!);
  use.doneWork = hoursOf((p) => queue.done[p]!);
  use.lateWork = hoursOf((p) => queue.pools[p]!.lateWork);
  use.pue = energyKwh.facility / (energyKwh.computing + energyKwh.serverFans);
  use.workPerMwh = (1000 * use.doneWork) / energyKwh.facility;
  use.eer =
    servers.structure.workUnit === null
      ? Number.NaN
      : (use.doneWork * poolCapacity.reduce((sum, rate) => sum + rate, 0)) / (1000 * energyKwh.facility);
  return use;
}
