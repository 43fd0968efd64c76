import type { ControlState } from '../state';
import {
  type Bench,
  type Channel,
  follows,
  HORIZON_STEPS,
  holdPoint,
  type LinearModel,
  linearise,
  loadW,
  type Point,
  STEP_SECONDS,
} from './linear-model';
import { noMoves, type Plan, planMoves } from './plan';
import type { Predictive } from './predictive-state';
import type { RoomNow } from './predictor';
import { rollOut } from './rollout';

/** The linear model is made anew after so many steps, or when an input or what drives the room has moved by so much. */
const LINEAR_STEPS = 6;
const LINEAR_KELVIN = 1;
const LINEAR_SPEED = 0.06;
const LINEAR_LOAD = 0.1;
const LINEAR_OUTDOOR_KELVIN = 1.5;
/**
 * Margin below the limit: so many times the error of what was foretold for the next decision (98 % of a normal one), which
 * holds errors of the model and load that nobody foretold, within these bounds, K.
 */
const MARGIN_SPREADS = 2;
const LEAST_MARGIN_KELVIN = 0.3;
const MOST_MARGIN_KELVIN = 2;
/** The program is solved so often, each time about the course that the whole model foretells for the last plan. */
const PLAN_ROUNDS = 2;
/** In its first steps a plan may pass the limit by this much more than holding would, K: beyond it, it is cut by half. */
const EXCESS_KELVIN = 0.2;
const SOON_STEPS = 3;
const LEAST_PART = 0.2;
/** A unit that gives air so much warmer than asked can give no colder, K. */
const SATURATED_KELVIN = 0.5;

/**
 * Plans the next hour and takes its first step; on return the point, the plan shown and what is foretold are those of it.
 * False where the plan has no solution.
 */
export function decideMoves(predictive: Predictive, state: ControlState, room: RoomNow): boolean {
  const { structure, point, predictor } = predictive;
  const { bench, channels } = structure;
  if (staleLinear(predictive, room)) {
    linearise(predictive.linear, bench, channels, room, point, state.structure.chilledWater);
    predictive.linearSteps = 0;
  }
  predictive.linearSteps++;
  const limitCelsius = limits(predictive);
  holdPoint(bench, channels, room, point);
  rollOut(predictor, bench.rollout, bench.moves, STEP_SECONDS, bench.outlook);
  const held = mostExcess(bench.outlook.inletCelsius, limitCelsius, SOON_STEPS);
  const coldestCelsius = Float64Array.from(channels, ({ units }) => coldestNow(units, room));
  let found: Plan | null = null;
  for (let round = 0; round < PLAN_ROUNDS; round++) {
    found = planMoves({
      channels,
      linear: predictive.linear,
      present: point,
      earlier: found?.moves ?? noMoves(channels.length),
      inletCelsius: bench.outlook.inletCelsius,
      limitCelsius,
      coldestCelsius,
    });
    if (found === null || !finite(predictive.linear)) return false;
    playPlan(bench, channels, room, found, point, 1);
    rollOut(predictor, bench.rollout, bench.moves, STEP_SECONDS, bench.outlook);
  }
  if (found === null) return false;
  let part = 1;
  while (mostExcess(bench.outlook.inletCelsius, limitCelsius, SOON_STEPS) > Math.max(0, held) + EXCESS_KELVIN) {
    part = part > LEAST_PART ? part / 2 : 0;
    playPlan(bench, channels, room, found, point, part);
    rollOut(predictor, bench.rollout, bench.moves, STEP_SECONDS, bench.outlook);
    if (part === 0) break;
  }
  note(predictive, found, part, limitCelsius);
  for (let c = 0; c < channels.length; c++) {
    point.supplyCelsius[c]! += part * (found.supplyCelsius[c]![0]! - point.supplyCelsius[c]!);
    point.speed[c]! += part * (found.speed[c]![0]! - point.speed[c]!);
  }
  return true;
}

function finite({ channels, powerW }: LinearModel): boolean {
  return (
    channels.every((channel) => Number.isFinite(channel.powerBySupply + channel.powerBySpeed)) &&
    Number.isFinite(powerW)
  );
}

function staleLinear({ linear, linearSteps, point, predictor }: Predictive, { plant }: RoomNow): boolean {
  if (linear.known === 0 || linearSteps >= LINEAR_STEPS) return true;
  if (Math.abs(loadW(predictor) / linear.loadW - 1) > LINEAR_LOAD) return true;
  if (Math.abs(plant.outdoor.dryBulbCelsius - linear.outdoorCelsius) > LINEAR_OUTDOOR_KELVIN) return true;
  return point.speed.some(
    (speed, c) =>
      Math.abs(speed - linear.point.speed[c]!) > LINEAR_SPEED ||
      Math.abs(point.supplyCelsius[c]! - linear.point.supplyCelsius[c]!) > LINEAR_KELVIN,
  );
}

/** Limits of the groups less a margin for what the model is known to be wrong by. */
function limits(predictive: Predictive): Float64Array {
  const { structure, foretoldErrorSquared } = predictive;
  predictive.marginKelvin = 0;
  return structure.limitCelsius.map((limit, g) => {
    const spread = MARGIN_SPREADS * Math.sqrt(foretoldErrorSquared[g]!);
    const margin = Math.min(MOST_MARGIN_KELVIN, Math.max(LEAST_MARGIN_KELVIN, spread));
    if (limit < Infinity) predictive.marginKelvin = Math.max(predictive.marginKelvin, margin);
    return limit - margin;
  });
}

/** Coldest air that the units of a channel give now: colder is not to be had from one that gives warmer than asked, °C. */
function coldestNow(units: Int32Array, { plant }: RoomNow): number {
  let coldest = Number.NEGATIVE_INFINITY;
  for (const unit of units) {
    const supply = plant.supplyCelsius[unit]!;
    if (plant.airflowM3s[unit]! > 0 && supply > plant.commandCelsius[unit]! + SATURATED_KELVIN)
      coldest = Math.max(coldest, supply - SATURATED_KELVIN);
  }
  return coldest;
}

function playPlan(
  bench: Bench,
  channels: readonly Channel[],
  room: RoomNow,
  { supplyCelsius, speed }: Plan,
  point: Point,
  part: number,
): void {
  holdPoint(bench, channels, room, point);
  const units = bench.predictor.structure.model.unitIds.length;
  channels.forEach((channel, c) => {
    for (let step = 0; step < HORIZON_STEPS; step++) {
      for (const u of channel.units) {
        const at = step * units + u;
        bench.moves.supplyCelsius[at]! += part * (supplyCelsius[c]![step]! - point.supplyCelsius[c]!);
        if (follows(bench.predictor, room.plant, u))
          bench.moves.speed[at]! += part * (speed[c]![step]! - point.speed[c]!);
      }
    }
  });
}

/** Most that any inlet passes its limit in the first steps, K. */
function mostExcess(inletCelsius: Float64Array, limitCelsius: Float64Array, steps: number): number {
  const groups = limitCelsius.length;
  let most = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < steps * groups; n++) most = Math.max(most, inletCelsius[n]! - limitCelsius[n % groups]!);
  return most;
}

function note(predictive: Predictive, plan: Plan, part: number, limitCelsius: Float64Array): void {
  const { structure, point, planSupplyCelsius, planSpeed, planExcessKelvin } = predictive;
  const groups = limitCelsius.length;
  const { inletCelsius } = structure.bench.outlook;
  predictive.foretoldCelsius.set(inletCelsius.subarray(0, groups));
  for (let step = 0; step < HORIZON_STEPS; step++) {
    const towards = (from: number, to: number) => from + part * (to - from);
    planSupplyCelsius[step] = towards(point.supplyCelsius[0]!, plan.supplyCelsius[0]![step]!);
    planSpeed[step] = towards(point.speed[0]!, plan.speed[0]![step]!);
    planExcessKelvin[step] = mostExcess(inletCelsius.subarray(step * groups), limitCelsius, 1);
  }
}
