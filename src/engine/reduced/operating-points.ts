import type { Site } from '../../site/schema/site';
import { createServers } from '../servers/servers';
import { stepServers } from '../servers/step';

/** Flow and heat to the air of every chassis, m³/s and W. */
export interface Equipment {
  readonly flowM3s: Float64Array;
  readonly heatW: Float64Array;
}

/**
 * Where the air of a room is traced: at every balance (flow of all chassis over that of all running units) with the
 * equipment as it runs at every load (share of peak throughput, all servers alike) and inlet, °C. All ascending.
 */
export interface Axes {
  readonly balanceLevels: readonly number[];
  readonly loads: readonly number[];
  readonly inletsCelsius: readonly number[];
}

/** Neighbouring levels of the balance are this factor apart; 1, where air begins to come back, is one of them. */
export const BALANCE_STEP = 1.18;
/** The slowest that all units run, share of full speed. */
export const SLOWEST_FANS = 0.4;
/** Buoyancy of equipment at neighbouring loads and inlets is about this factor apart, or less. */
const LOAD_STEP = 1.5;
const INLET_STEP = 2.2;

/** Inlet at which equipment usually runs, the coolest and the hottest, °C. */
const USUAL_CELSIUS = 22;
const COOLEST_CELSIUS = 14;
const HOTTEST_CELSIUS = 50;
const FINE_LOADS = 20;
const FINE_INLETS = 18;
/** Steps of unlimited length that bring fans and chips to rest at a held inlet. */
const RESTING_STEPS = 30;

/** What every chassis draws and gives at a load and an inlet, at rest. */
export function equipmentAt(site: Site, load: number, inletCelsius: number): Equipment {
  const servers = createServers(site, 'wasm');
  const { serverCapacity, chassisIds } = servers.structure;
  for (let n = 0; n < serverCapacity.length; n++) if (serverCapacity[n]! > 0) servers.serverDemandShare[n] = load;
  const celsius = new Float64Array(chassisIds.length).fill(inletCelsius);
  for (let n = 0; n < RESTING_STEPS; n++) stepServers(servers, celsius, Number.POSITIVE_INFINITY);
  return { flowM3s: servers.airflowM3s.slice(), heatW: servers.airHeatW.slice() };
}

/** Heat of all chassis over the cube of their flow, W s³/m⁹: buoyancy over inertia in one room. */
export function buoyancyOf({ flowM3s, heatW }: Equipment): number {
  return sumOf(heatW) / sumOf(flowM3s) ** 3;
}

/**
 * Which air a rack draws follows from few numbers while air is turbulent and its losses go by the square of its speed: the
 * flow of all racks over that of all units, buoyancy over inertia, and how racks share flow and heat. So rooms at other
 * fan speeds are the same room at another pace. Buoyancy and shares both follow from load and inlet; two loads with the
 * same buoyancy are not the same room: between idle and 90 % the warmest inlet of the starter room moved by 1.3 K. Levels
 * span what servers and units can do together.
 */
export function axesOf(site: Site): Axes {
  const full = fullFlow(site);
  const byLoad = Array.from({ length: FINE_LOADS + 1 }, (_, n) => n / FINE_LOADS);
  const byInlet = Array.from(
    { length: FINE_INLETS + 1 },
    (_, n) => COOLEST_CELSIUS + (n * (HOTTEST_CELSIUS - COOLEST_CELSIUS)) / FINE_INLETS,
  );
  const atLoads = byLoad.map((load) => equipmentAt(site, load, USUAL_CELSIUS));
  const atInlets = byInlet.map((inlet) => equipmentAt(site, 1, inlet));
  const flows = [...atLoads, ...atInlets].map(({ flowM3s }) => sumOf(flowM3s)).filter((flow) => flow > 0);
  if (!(full > 0 && flows.length > 0)) return { balanceLevels: [1], loads: [1], inletsCelsius: [USUAL_CELSIUS] };
  return {
    balanceLevels: powersOf(BALANCE_STEP, Math.min(...flows) / full, Math.max(...flows) / full / SLOWEST_FANS),
    loads: evenlySpread(byLoad, atLoads, LOAD_STEP, 1),
    inletsCelsius: evenlySpread(byInlet, atInlets, INLET_STEP, USUAL_CELSIUS),
  };
}

/** Values between which buoyancy changes by even parts of at most `step`; only `one` where it hardly changes. */
function evenlySpread(
  values: readonly number[],
  equipment: readonly Equipment[],
  step: number,
  one: number,
): readonly number[] {
  const way = [0];
  for (let n = 1; n < values.length; n++) way.push(way[n - 1]! + distance(equipment[n - 1]!, equipment[n]!));
  const length = way.at(-1)!;
  if (length < Math.log(1.1)) return [one];
  const parts = Math.ceil(length / Math.log(step));
  return Array.from({ length: parts + 1 }, (_, part) => {
    const aim = (length * part) / parts;
    const n = way.findIndex((gone) => gone >= aim - 1e-9 * length);
    return values[n]!;
  }).filter((value, n, all) => n === 0 || value > all[n - 1]!);
}

/** How far the buoyancy changes, in its logarithm; none where nothing moves or warms air. */
function distance(a: Equipment, b: Equipment): number {
  const change = Math.abs(Math.log(buoyancyOf(a) / buoyancyOf(b)));
  return Number.isFinite(change) ? change : 0;
}

/** Whole powers of a factor that span two values. */
function powersOf(factor: number, least: number, most: number): number[] {
  const from = Math.floor(Math.log(least) / Math.log(factor));
  const to = Math.ceil(Math.log(most) / Math.log(factor));
  return Array.from({ length: to - from + 1 }, (_, n) => factor ** (from + n));
}

/** Whether units can bring equipment of this flow to a balance; a little beyond, so that what lies between is enclosed. */
export function canReach(site: Site, { flowM3s }: Equipment, balance: number): boolean {
  const full = fullFlow(site);
  const flow = sumOf(flowM3s);
  if (!(full > 0 && flow > 0)) return true;
  return balance >= flow / full / BALANCE_STEP && balance <= (BALANCE_STEP * flow) / full / SLOWEST_FANS;
}

export interface Drive {
  /** Speed of the units, share of full speed. */
  readonly fanShare: number;
  readonly equipment: Equipment;
}

/**
 * How to bring the room to a balance with the equipment given: units as fast as its flow asks for, at most at full speed,
 * and the equipment at the pace that goes with them, at its own buoyancy.
 */
export function driveTo(site: Site, balance: number, { flowM3s, heatW }: Equipment): Drive {
  const full = fullFlow(site);
  const flow = sumOf(flowM3s);
  if (!(full > 0 && flow > 0)) return { fanShare: 1, equipment: { flowM3s, heatW } };
  const fanShare = Math.min(1, flow / (balance * full));
  const pace = (balance * fanShare * full) / flow;
  return {
    fanShare,
    equipment: { flowM3s: flowM3s.map((q) => q * pace), heatW: heatW.map((watts) => watts * pace ** 3) },
  };
}

/** Flow of all units that run, at full speed, m³/s. */
function fullFlow(site: Site): number {
  return site.coolingUnits.reduce((sum, { fan, running }) => sum + (running ? fan.ratedAirflowM3s : 0), 0);
}

export function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
