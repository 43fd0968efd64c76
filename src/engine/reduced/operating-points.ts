import type { Site } from '../../site/schema/site';
import { createServers } from '../servers/servers';
import { stepServers } from '../servers/step';

/** Flow and heat to the air of every chassis, m³/s and W. */
export interface Equipment {
  readonly flowM3s: Float64Array;
  readonly heatW: Float64Array;
}

/** Where the air of a room is traced. */
export interface OperatingPoint {
  /** Flow of all chassis over that of all running units. */
  balance: number;
  /** Heat of all chassis over the cube of their flow, W s³/m⁹. */
  buoyancy: number;
}

export interface Axes {
  readonly balanceLevels: readonly number[];
  readonly buoyancyLevels: readonly number[];
  /** Least and most balance that comes with each buoyancy; beyond it the nearest node within stands in. */
  readonly reach: readonly (readonly [least: number, most: number])[];
}

/** Neighbouring levels of the balance are this factor apart; 1, where air begins to come back, is one of them. */
const BALANCE_STEP = 1.18;
/** Of the buoyancy, at most. */
const BUOYANCY_STEP = 2.2;
/** The slowest that all units run, share of full speed. */
const SLOWEST_FANS = 0.4;

const LOADS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;
const INLETS = [18, 22, 30, 40, 50] as const;
/** Steps of unlimited length that bring fans and chips to rest at a held inlet. */
const RESTING_STEPS = 30;

/** What every chassis draws and gives at a load (share of peak throughput, all servers alike) and an inlet, at rest. */
export function equipmentAt(site: Site, load: number, inletCelsius: number): Equipment {
  const servers = createServers(site);
  const { serverCapacity, chassisIds } = servers.structure;
  for (let n = 0; n < serverCapacity.length; n++) if (serverCapacity[n]! > 0) servers.serverDemandShare[n] = load;
  const celsius = new Float64Array(chassisIds.length).fill(inletCelsius);
  for (let n = 0; n < RESTING_STEPS; n++) stepServers(servers, celsius, Number.POSITIVE_INFINITY);
  return { flowM3s: servers.airflowM3s.slice(), heatW: servers.airHeatW.slice() };
}

/** Equipment at even loads and inlets, every server of the workload alike, where it moves and warms air. */
function samples(site: Site): Equipment[] {
  return LOADS.flatMap((load) => INLETS.map((inlet) => equipmentAt(site, load, inlet))).filter(
    ({ flowM3s, heatW }) => sumOf(flowM3s) > 0 && sumOf(heatW) > 0,
  );
}

/**
 * What each chassis draws and gives while the room is traced at a buoyancy, but for one factor for all: as at the load
 * and inlet that come nearest to it. All zero where nothing moves air.
 */
export function equipmentNear(site: Site, buoyancy: number): Equipment {
  const distance = (equipment: Equipment) => Math.abs(Math.log(buoyancyOf(equipment) / buoyancy));
  const [first, ...others] = samples(site);
  if (first === undefined) return equipmentAt(site, 1, INLETS[0]);
  return others.reduce((nearest, other) => (distance(other) < distance(nearest) ? other : nearest), first);
}

function buoyancyOf({ flowM3s, heatW }: Equipment): number {
  return sumOf(heatW) / sumOf(flowM3s) ** 3;
}

/** What servers can do together: flow, m³/s, heat, W, and their buoyancy. */
interface Span {
  leastFlow: number;
  mostFlow: number;
  leastHeat: number;
  mostHeat: number;
  leastBuoyancy: number;
  mostBuoyancy: number;
}

function spanOf(site: Site): Span {
  const span: Span = {
    leastFlow: Infinity,
    mostFlow: 0,
    leastHeat: Infinity,
    mostHeat: 0,
    leastBuoyancy: Infinity,
    mostBuoyancy: 0,
  };
  for (const equipment of samples(site)) {
    const flow = sumOf(equipment.flowM3s);
    const heat = sumOf(equipment.heatW);
    span.leastFlow = Math.min(span.leastFlow, flow);
    span.mostFlow = Math.max(span.mostFlow, flow);
    span.leastHeat = Math.min(span.leastHeat, heat);
    span.mostHeat = Math.max(span.mostHeat, heat);
    span.leastBuoyancy = Math.min(span.leastBuoyancy, buoyancyOf(equipment));
    span.mostBuoyancy = Math.max(span.mostBuoyancy, buoyancyOf(equipment));
  }
  return span;
}

/**
 * Which air a rack draws follows from two numbers alone while air is turbulent and its losses go by the square of its
 * speed: the flow of all racks over that of all units, and buoyancy over inertia, for which heat over the cube of flow
 * stands in one room. So rooms at other fan speeds are the same room at another pace. Levels span what servers and
 * units can do together.
 */
export function axesOf(site: Site): Axes {
  const full = fullFlow(site);
  const span = spanOf(site);
  if (!(full > 0 && span.mostFlow > 0)) return { balanceLevels: [1], buoyancyLevels: [1], reach: [[1, 1]] };
  const balanceLevels = powersOf(BALANCE_STEP, span.leastFlow / full, span.mostFlow / full / SLOWEST_FANS);
  const buoyancyLevels = evenRatios(BUOYANCY_STEP, span.leastBuoyancy, span.mostBuoyancy);
  const reach = buoyancyLevels.map((buoyancy): [number, number] => {
    const least = Math.max(span.leastFlow, Math.cbrt(span.leastHeat / buoyancy));
    const most = Math.min(span.mostFlow, Math.cbrt(span.mostHeat / buoyancy));
    return [least / full / BALANCE_STEP, (BALANCE_STEP * Math.max(least, most)) / full / SLOWEST_FANS];
  });
  return { balanceLevels, buoyancyLevels, reach };
}

/** Whole powers of a factor that span two values. */
function powersOf(factor: number, least: number, most: number): number[] {
  const from = Math.floor(Math.log(least) / Math.log(factor));
  const to = Math.ceil(Math.log(most) / Math.log(factor));
  return Array.from({ length: to - from + 1 }, (_, n) => factor ** (from + n));
}

/** From the least to the most by even ratios of at most `factor`; one level where the two are nearly the same. */
function evenRatios(factor: number, least: number, most: number): number[] {
  if (most < 1.3 * least) return [Math.sqrt(most * least)];
  const steps = Math.ceil(Math.log(most / least) / Math.log(factor));
  return Array.from({ length: steps + 1 }, (_, n) => least * (most / least) ** (n / steps));
}

export interface Drive {
  /** Speed of the units, share of full speed. */
  readonly fanShare: number;
  readonly equipment: Equipment;
}

/** How to bring the room to a point with equipment like that given: units as fast as its flow asks for, at most at full speed. */
export function driveTo(site: Site, { balance, buoyancy }: OperatingPoint, like: Equipment): Drive {
  const full = fullFlow(site);
  const likeFlow = sumOf(like.flowM3s);
  const likeHeat = sumOf(like.heatW);
  const fanShare = full > 0 ? Math.min(1, likeFlow / (balance * full)) : 1;
  const flow = full > 0 ? balance * fanShare * full : likeFlow;
  const heat = buoyancy * flow ** 3;
  return {
    fanShare,
    equipment: {
      flowM3s: like.flowM3s.map((q) => (likeFlow > 0 ? (q / likeFlow) * flow : 0)),
      heatW: like.heatW.map((watts) => (likeHeat > 0 ? (watts / likeHeat) * heat : 0)),
    },
  };
}

/** Flow of all units that run, at full speed, m³/s. */
function fullFlow(site: Site): number {
  return site.coolingUnits.reduce((sum, { fan, running }) => sum + (running ? fan.ratedAirflowM3s : 0), 0);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
