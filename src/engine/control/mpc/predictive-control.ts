import type { PredictiveControl } from '../../../site/schema/control';
import type { Site } from '../../../site/schema/site';
import type { ReducedModel } from '../../reduced/model';
import { belongsTo } from '../../reduced/store';
import type { ControlState } from '../state';
import {
  type Bench,
  type Channel,
  createBench,
  createLinearModel,
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
import { createPlantCost } from './plant-cost';
import { countPower, createPredictor, followRoom, type Predictor, type RoomNow } from './predictor';
import { createRollout, rollOut } from './rollout';

/** Why predictive control holds back, and trim and respond has the supply air. */
export const PREDICTIVE_STATUS = {
  active: 0,
  /** It has followed the room for less than a step. */
  starting: 1,
  /** A measurement is missing. */
  measurement: 2,
  /** A unit stands still, and the model was not made for that room. */
  unitOut: 3,
  /** Flows that the model was not made for. */
  range: 4,
  /** The room is not as the model says. */
  error: 5,
  /** The plan has no solution. */
  plan: 6,
} as const;

/** The model is followed at least this often, s. */
const FOLLOW_SECONDS = 60;
/** Beyond this error of an inlet, K, the room is not the model's. */
const MOST_ERROR_KELVIN = 3;
/** Balances beyond those of the model by this factor are not its own. */
const RANGE_FACTOR = 1.1;
/** A unit slower than this part of the fastest makes another room of it. */
const BEHIND_SHARE = 0.5;
/** The linear model is made anew after so many steps, or when an input or what drives the room has moved by so much. */
const LINEAR_STEPS = 6;
const LINEAR_KELVIN = 1;
const LINEAR_SPEED = 0.06;
const LINEAR_LOAD = 0.1;
const LINEAR_OUTDOOR_KELVIN = 1.5;
/**
 * Margin below the limit: so many times the error of what was foretold for the next decision (98 % of a normal one), which
 * holds errors of the model and load that nobody foretold, within these bounds, K. Weight of the newest error.
 */
const MARGIN_SPREADS = 2;
const LEAST_MARGIN_KELVIN = 0.3;
const MOST_MARGIN_KELVIN = 2;
const FORETOLD_SHARE = 0.02;
/** The program is solved so often, each time about the course that the whole model foretells for the last plan. */
const PLAN_ROUNDS = 2;
/** In its first steps a plan may pass the limit by this much more than holding would, K: beyond it, it is cut by half. */
const EXCESS_KELVIN = 0.2;
const SOON_STEPS = 3;
const LEAST_PART = 0.2;
/** A unit that gives air so much warmer than asked can give no colder, K. */
const SATURATED_KELVIN = 0.5;

interface PredictiveStructure {
  readonly model: ReducedModel;
  readonly channels: readonly Channel[];
  /** Zone of each channel. */
  readonly zones: readonly number[];
  /** By group, °C; Infinity where no zone looks at the rack. */
  readonly limitCelsius: Float64Array;
  readonly bench: Bench;
}

/** Predictive control of the zones that ask for it. */
export interface Predictive {
  readonly structure: PredictiveStructure;
  readonly predictor: Predictor;
  /** What is asked of each channel now. */
  readonly point: Point;
  readonly linear: LinearModel;
  linearSteps: number;
  sinceFollowSeconds: number;
  sinceDecisionSeconds: number;
  status: number;
  /** Decisions, and those in which trim and respond had the supply air. */
  decisions: number;
  fallbacks: number;
  /** Last plan: supply, °C, and speed of the first channel step by step, and the warmest inlet foretold less its limit, K. */
  readonly planSupplyCelsius: Float64Array;
  readonly planSpeed: Float64Array;
  readonly planExcessKelvin: Float64Array;
  marginKelvin: number;
  /** By group: warmest inlet foretold for the next decision, °C, and the mean square of such errors, K². */
  readonly foretoldCelsius: Float64Array;
  readonly foretoldErrorSquared: Float64Array;
}

/** Zones of a site that are driven by prediction. */
export function wantsPrediction({ structure }: ControlState): boolean {
  return structure.zones.some(({ spec }) => spec.supply?.by === 'mpc');
}

/** Predictive control of a site on a model of its room. Throws where the model was made from another room. */
export function createPredictive(site: Site, state: ControlState, model: ReducedModel): Predictive {
  if (!belongsTo(model, site)) throw new Error('The reduced model was made from another room than this.');
  const predictor = createPredictor(model);
  const zones = [...state.structure.zones.keys()].filter((z) => state.structure.zones[z]!.spec.supply?.by === 'mpc');
  const channels = zones.map((z): Channel => {
    const { spec, units } = state.structure.zones[z]!;
    const { minCelsius, maxCelsius, minSpeed, maxSpeed } = spec.supply as PredictiveControl;
    return {
      units: units.filter((unit) => state.structure.unitHoldsSupply[unit] === 1),
      movesFans: spec.fans === undefined,
      minSupplyCelsius: minCelsius,
      maxSupplyCelsius: maxCelsius,
      minSpeed,
      maxSpeed,
    };
  });
  const bench = createBench(predictor, createRollout(predictor), createPlantCost(site));
  const limitCelsius = new Float64Array(model.groupIds.length).fill(Number.POSITIVE_INFINITY);
  for (const z of zones) {
    const { racks, multipliers, requestAboveCelsius } = state.structure.zones[z]!;
    racks.forEach((rack, n) => {
      if (!(multipliers[n]! > 0)) return;
      model.groupRack.forEach((of, g) => {
        if (of === rack) limitCelsius[g] = Math.min(limitCelsius[g]!, requestAboveCelsius);
      });
    });
  }
  return {
    structure: {
      model,
      channels,
      zones,
      limitCelsius,
      bench,
    },
    predictor,
    point: {
      supplyCelsius: new Float64Array(zones.length).fill(Number.NaN),
      speed: new Float64Array(zones.length).fill(Number.NaN),
    },
    linear: createLinearModel(bench, channels),
    linearSteps: 0,
    sinceFollowSeconds: 0,
    sinceDecisionSeconds: 0,
    status: PREDICTIVE_STATUS.starting,
    decisions: 0,
    fallbacks: 0,
    planSupplyCelsius: new Float64Array(HORIZON_STEPS).fill(Number.NaN),
    planSpeed: new Float64Array(HORIZON_STEPS).fill(Number.NaN),
    planExcessKelvin: new Float64Array(HORIZON_STEPS).fill(Number.NaN),
    marginKelvin: Number.NaN,
    foretoldCelsius: new Float64Array(model.groupIds.length).fill(Number.NaN),
    foretoldErrorSquared: predictor.errorSquared.slice(),
  };
}

/**
 * Follows the room and every five minutes decides anew: supply air and speed of each zone's units, written over what trim
 * and respond asks for. Where it may not decide, that stands, and fans run as the site sets them. In steps of unlimited
 * length it does nothing: rest is sought by trim and respond, and prediction goes on from there.
 */
export function stepPredictive(predictive: Predictive, state: ControlState, room: RoomNow, dtSeconds: number): void {
  if (dtSeconds === Number.POSITIVE_INFINITY) return;
  countPower(predictive.predictor, room, dtSeconds);
  predictive.sinceFollowSeconds += dtSeconds;
  predictive.sinceDecisionSeconds += dtSeconds;
  if (predictive.sinceFollowSeconds >= FOLLOW_SECONDS || predictive.predictor.followed === 0) {
    const measured = followRoom(predictive.predictor, room, predictive.sinceFollowSeconds);
    predictive.sinceFollowSeconds = 0;
    if (!measured) predictive.status = PREDICTIVE_STATUS.measurement;
  }
  if (predictive.sinceDecisionSeconds >= STEP_SECONDS) {
    predictive.sinceDecisionSeconds = 0;
    decide(predictive, state, room);
  }
  ask(predictive, state);
}

/** Gives the zones what was decided. */
function ask({ status, structure, point }: Predictive, state: ControlState): void {
  structure.zones.forEach((z, c) => {
    const zone = state.zones[z]!;
    const active = status === PREDICTIVE_STATUS.active;
    // Trim and respond would go on from here.
    if (active && zone.supply !== null) zone.supply.setpoint = point.supplyCelsius[c]!;
    const { units, movesFans } = structure.channels[c]!;
    for (const unit of units) {
      if (active) state.supplyCelsius[unit] = point.supplyCelsius[c]!;
      if (movesFans) state.speed[unit] = active ? point.speed[c]! : Number.NaN;
    }
  });
}

function decide(predictive: Predictive, state: ControlState, room: RoomNow): void {
  predictive.decisions++;
  learnError(predictive);
  const before = predictive.status;
  predictive.status = mayDecide(predictive, room);
  if (predictive.status === PREDICTIVE_STATUS.active) {
    if (before !== PREDICTIVE_STATUS.active) takeOver(predictive, state, room);
    if (!plan(predictive, state, room)) predictive.status = PREDICTIVE_STATUS.plan;
  }
  if (predictive.status !== PREDICTIVE_STATUS.active) {
    predictive.fallbacks++;
    predictive.linear.known = 0;
  }
}

/** How far the room is from what the last decision foretold. */
function learnError({ foretoldCelsius, foretoldErrorSquared, predictor }: Predictive): void {
  for (let g = 0; g < foretoldCelsius.length; g++) {
    const error = predictor.measuredCelsius[g]! - foretoldCelsius[g]!;
    if (Number.isFinite(error)) foretoldErrorSquared[g]! += FORETOLD_SHARE * (error * error - foretoldErrorSquared[g]!);
  }
  foretoldCelsius.fill(Number.NaN);
}

/** Whether measurements, units and flows are such as the model knows. */
function mayDecide({ predictor, structure }: Predictive, { plant }: RoomNow): number {
  const { model } = structure;
  const { inputs, state, errorSquared, offsetKelvin } = predictor;
  if (predictor.followed === 0) return PREDICTIVE_STATUS.starting;
  const knows = (unitId: string) => model.states.some((each) => each.kind === 'unit-out' && each.unitId === unitId);
  let unitsM3s = 0;
  let fastest = 0;
  for (let u = 0; u < model.unitIds.length; u++) fastest = Math.max(fastest, inputs.unitFanShare[u]!);
  for (let u = 0; u < model.unitIds.length; u++) {
    unitsM3s += plant.airflowM3s[u]!;
    const behind = inputs.unitFanShare[u]! < BEHIND_SHARE * fastest;
    if (model.unitFullM3s[u]! > 0 && behind && !knows(model.unitIds[u]!)) return PREDICTIVE_STATUS.unitOut;
  }
  let groupM3s = 0;
  for (const flow of state.thermal.airflowM3s) groupM3s += flow;
  const balance = groupM3s / unitsM3s;
  const { balanceLevels } = model;
  if (!(balance >= balanceLevels[0]! / RANGE_FACTOR && balance <= balanceLevels.at(-1)! * RANGE_FACTOR))
    return PREDICTIVE_STATUS.range;
  for (let g = 0; g < errorSquared.length; g++) {
    if (Math.sqrt(errorSquared[g]!) > MOST_ERROR_KELVIN || !Number.isFinite(offsetKelvin[g]!))
      return PREDICTIVE_STATUS.error;
  }
  return PREDICTIVE_STATUS.active;
}

/** Starts from what units are asked for and do now. */
function takeOver({ structure, point, predictor }: Predictive, state: ControlState, { plant }: RoomNow): void {
  structure.channels.forEach(({ units }, c) => {
    let supply = 0;
    let speed = 0;
    let running = 0;
    for (const unit of units) {
      supply +=
        (Number.isNaN(state.supplyCelsius[unit]!) ? plant.commandCelsius[unit]! : state.supplyCelsius[unit]!) /
        units.length;
      if (!follows(predictor, plant, unit)) continue;
      speed += predictor.inputs.unitFanShare[unit]!;
      running++;
    }
    point.supplyCelsius[c] = supply;
    point.speed[c] = running > 0 ? speed / running : 1;
  });
}

function plan(predictive: Predictive, state: ControlState, room: RoomNow): boolean {
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
