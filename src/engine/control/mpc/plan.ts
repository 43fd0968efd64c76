import { type Channel, HORIZON_STEPS, type LinearModel, type Point } from './linear-model';
import { type QuadraticProgram, solveQuadraticProgram } from './quadratic-program';

/** Steps at which an input may move: soon often, later seldom (move blocking). */
export const MOVE_STEPS = [0, 1, 2, 4, 8] as const;
const BLOCKS = MOVE_STEPS.length;
/** Most that supply, K, and speed, share of full, move in one step (assumptions). */
export const MOST_KELVIN = 1;
export const MOST_SPEED = 0.08;
/**
 * Farthest that the plan goes from the present, K and share: beyond it slopes say little. Where units blow more than racks
 * draw, more air no longer cools them; a plan by slopes alone took fans from 64 to 100 % and inlets 5 K over their limit.
 */
const TRUST_KELVIN = 2.5;
const TRUST_SPEED = 0.16;

/** Racks beyond their limit weigh this part of the site's power for each kelvin and step, and again for its square. */
const PENALTY_SHARE = 0.3;
/** What moving costs at least, so that nothing hunts: part of the power for a kelvin, or for a tenth of the speed. */
const MOVE_SHARE = 1e-3;
/** Least curvature of the power that is counted on, part of it for K² and for a tenth of the speed squared. */
const LEAST_CURVATURE = 2e-4;
/** Groups that come this near to their limit, K, are weighed, at most so many at once; one that a plan brings over it joins them. */
const WATCHED_KELVIN = 2;
const MOST_GROUPS = 12;

export interface PlanInput {
  readonly channels: readonly Channel[];
  readonly linear: LinearModel;
  /** Where the inputs stand now. */
  readonly present: Point;
  /** Moves of an earlier plan, and what the model foretells for them, steps x groups, °C: the answers are added to it. */
  readonly earlier: Float64Array;
  readonly inletCelsius: Float64Array;
  /** What no inlet shall pass, by group, °C; Infinity where it does not matter. */
  readonly limitCelsius: Float64Array;
  /** Coldest supply that the channel can give now, °C. */
  readonly coldestCelsius: Float64Array;
}

/** Supply, °C, and speed by channel and step, and the moves that they come from. */
export interface Plan {
  readonly moves: Float64Array;
  readonly supplyCelsius: Float64Array[];
  readonly speed: Float64Array[];
}

/** Moves of which none moves anything. */
export function noMoves(channels: number): Float64Array {
  return new Float64Array(channels * 2 * BLOCKS + HORIZON_STEPS);
}

/**
 * The moves that cost least electricity over the horizon and keep every inlet below its limit where they can: a quadratic
 * program over the moves of every channel and one excess for each step. Null where it has no solution.
 */
export function planMoves(input: PlanInput): Plan | null {
  const groups = input.limitCelsius.length;
  let watched = tightest(input, (step, g) => input.inletCelsius[step * groups + g]!);
  for (let round = 0; round < 3; round++) {
    const x = solveQuadraticProgram(programOf(input, watched));
    if (x === null || !x.every(Number.isFinite)) return null;
    const plan = readPlan(input, x);
    const missed = tightest(input, (step, g) => foretell(input, x, step, g)).filter(
      (g) => !watched.includes(g) && worstOf(input, g, (step) => foretell(input, x, step, g)) > 0,
    );
    if (missed.length === 0) return plan;
    watched = [...watched, ...missed];
  }
  return null;
}

/** Variables of a channel: its moves of supply, K, then those of speed, tenths of full. */
const supplyAt = (channel: number, block: number): number => channel * 2 * BLOCKS + block;
const speedAt = (channel: number, block: number): number => channel * 2 * BLOCKS + BLOCKS + block;
const SPEED_UNIT = 0.1;

function excessAt(channels: number, step: number): number {
  return channels * 2 * BLOCKS + step;
}

function worstOf({ limitCelsius }: PlanInput, group: number, celsius: (step: number) => number): number {
  let worst = Number.NEGATIVE_INFINITY;
  for (let step = 0; step < HORIZON_STEPS; step++) worst = Math.max(worst, celsius(step) - limitCelsius[group]!);
  return worst;
}

/** Groups that come nearest to their limit, or farthest beyond it. */
function tightest(input: PlanInput, celsius: (step: number, group: number) => number): number[] {
  const order = [...input.limitCelsius.keys()].filter((g) => input.limitCelsius[g]! < Infinity);
  const worst = new Map(order.map((g) => [g, worstOf(input, g, (step) => celsius(step, g))]));
  return order
    .filter((g) => worst.get(g)! > -WATCHED_KELVIN)
    .sort((a, b) => worst.get(b)! - worst.get(a)!)
    .slice(0, MOST_GROUPS);
}

/** Answer of group g in a step to a unit of the move of a block, K. */
function answer(table: Float64Array, groups: number, step: number, block: number, group: number): number {
  const since = step - MOVE_STEPS[block]!;
  return since < 0 ? 0 : table[since * groups + group]!;
}

function foretell(input: PlanInput, x: Float64Array, step: number, group: number): number {
  const groups = input.limitCelsius.length;
  const { earlier } = input;
  let celsius = input.inletCelsius[step * groups + group]!;
  input.linear.channels.forEach(({ inletBySupply, inletBySpeed }, c) => {
    for (let b = 0; b < BLOCKS; b++) {
      const supply = supplyAt(c, b);
      const speed = speedAt(c, b);
      celsius += (x[supply]! - earlier[supply]!) * answer(inletBySupply, groups, step, b, group);
      celsius += SPEED_UNIT * (x[speed]! - earlier[speed]!) * answer(inletBySpeed, groups, step, b, group);
    }
  });
  return celsius;
}

function programOf(input: PlanInput, watched: readonly number[]): QuadraticProgram {
  const { channels, linear } = input;
  const variables = channels.length * 2 * BLOCKS + HORIZON_STEPS;
  const rows: { at: [variable: number, factor: number][]; bound: number }[] = [];
  const hessian = new Float64Array(variables * variables);
  const gradient = new Float64Array(variables);
  // Everything in parts of the site's power.
  const unitW = Math.max(1, linear.powerW);
  channels.forEach((channel, c) => {
    addCost(input, c, unitW, hessian, gradient, variables);
    addLimits(input, channel, c, rows);
  });
  for (let step = 0; step < HORIZON_STEPS; step++) {
    const excess = excessAt(channels.length, step);
    gradient[excess] = PENALTY_SHARE;
    hessian[excess * variables + excess] = PENALTY_SHARE;
    rows.push({ at: [[excess, -1]], bound: 0 });
    for (const group of watched) addInlet(input, step, group, excess, rows);
  }
  const matrix = new Float64Array(rows.length * variables);
  rows.forEach(({ at }, r) => {
    for (const [variable, factor] of at) matrix[r * variables + variable]! += factor;
  });
  const bounds = Float64Array.from(rows, ({ bound }) => bound);
  return { variables, rows: rows.length, hessian, gradient, matrix, bounds };
}

type Row = { at: [variable: number, factor: number][]; bound: number };

function addInlet(input: PlanInput, step: number, group: number, excess: number, rows: Row[]): void {
  const groups = input.limitCelsius.length;
  const at: Row['at'] = [[excess, -1]];
  input.linear.channels.forEach(({ inletBySupply, inletBySpeed }, c) => {
    for (let b = 0; b < BLOCKS; b++) {
      at.push([supplyAt(c, b), answer(inletBySupply, groups, step, b, group)]);
      at.push([speedAt(c, b), SPEED_UNIT * answer(inletBySpeed, groups, step, b, group)]);
    }
  });
  let bound = input.limitCelsius[group]! - input.inletCelsius[step * groups + group]!;
  for (const [variable, factor] of at) if (variable !== excess) bound += factor * input.earlier[variable]!;
  rows.push({ at, bound });
}

/** Power of every step by the model at its point, convex, and a little for moving. */
function addCost(
  { linear, present }: PlanInput,
  c: number,
  unitW: number,
  hessian: Float64Array,
  gradient: Float64Array,
  variables: number,
): void {
  const model = linear.channels[c]!;
  const least = LEAST_CURVATURE;
  const supply = Math.max(least, model.supplyCurvature / unitW);
  const speed = Math.max(least, (model.speedCurvature * SPEED_UNIT ** 2) / unitW);
  const most = 0.9 * Math.sqrt(supply * speed);
  const cross = Math.max(-most, Math.min(most, (model.crossCurvature * SPEED_UNIT) / unitW));
  const fromSupply = present.supplyCelsius[c]! - linear.point.supplyCelsius[c]!;
  const fromSpeed = (present.speed[c]! - linear.point.speed[c]!) / SPEED_UNIT;
  const bySupply = model.powerBySupply / unitW + supply * fromSupply + cross * fromSpeed;
  const bySpeed = (model.powerBySpeed * SPEED_UNIT) / unitW + speed * fromSpeed + cross * fromSupply;
  const add = (i: number, j: number, value: number) => {
    hessian[i * variables + j]! += value;
  };
  for (let a = 0; a < BLOCKS; a++) {
    const steps = HORIZON_STEPS - MOVE_STEPS[a]!;
    gradient[supplyAt(c, a)]! += steps * bySupply;
    gradient[speedAt(c, a)]! += steps * bySpeed;
    add(supplyAt(c, a), supplyAt(c, a), MOVE_SHARE);
    add(speedAt(c, a), speedAt(c, a), MOVE_SHARE);
    for (let b = 0; b < BLOCKS; b++) {
      const common = HORIZON_STEPS - Math.max(MOVE_STEPS[a]!, MOVE_STEPS[b]!);
      add(supplyAt(c, a), supplyAt(c, b), common * supply);
      add(speedAt(c, a), speedAt(c, b), common * speed);
      add(supplyAt(c, a), speedAt(c, b), common * cross);
      add(speedAt(c, a), supplyAt(c, b), common * cross);
    }
  }
}

/** Rates of both inputs and the range of their values; a value outside its range may come back at its rate. */
function addLimits({ present, coldestCelsius }: PlanInput, channel: Channel, c: number, rows: Row[]): void {
  const range = (
    at: (c: number, b: number) => number,
    now: number,
    low: number,
    high: number,
    rate: number,
    trust: number,
  ) => {
    for (let block = 0; block < BLOCKS; block++) {
      rows.push({ at: [[at(c, block), 1]], bound: rate }, { at: [[at(c, block), -1]], bound: rate });
      const sum = (sign: number) => Array.from({ length: block + 1 }, (_, b): [number, number] => [at(c, b), sign]);
      const reach = rate * (block + 1);
      rows.push({ at: sum(1), bound: Math.max(Math.min(high - now, trust), -reach * 0.999) });
      rows.push({ at: sum(-1), bound: Math.max(Math.min(now - low, trust), -reach * 0.999) });
    }
  };
  const lowest = Math.max(channel.minSupplyCelsius, coldestCelsius[c]!);
  const still = 1e-6;
  range(
    supplyAt,
    present.supplyCelsius[c]!,
    lowest,
    Math.max(lowest, channel.maxSupplyCelsius),
    MOST_KELVIN,
    TRUST_KELVIN,
  );
  const now = present.speed[c]! / SPEED_UNIT;
  if (channel.movesFans) {
    range(
      speedAt,
      now,
      channel.minSpeed / SPEED_UNIT,
      channel.maxSpeed / SPEED_UNIT,
      MOST_SPEED / SPEED_UNIT,
      TRUST_SPEED / SPEED_UNIT,
    );
  } else range(speedAt, now, now - still, now + still, still, still);
}

function readPlan({ channels, present }: PlanInput, x: Float64Array): Plan {
  const course = (start: number, at: (block: number) => number): Float64Array => {
    let value = start;
    return Float64Array.from({ length: HORIZON_STEPS }, (_, step) => {
      const block = (MOVE_STEPS as readonly number[]).indexOf(step);
      if (block >= 0) value += at(block);
      return value;
    });
  };
  return {
    moves: x,
    supplyCelsius: channels.map((_, c) => course(present.supplyCelsius[c]!, (b) => x[supplyAt(c, b)]!)),
    speed: channels.map((_, c) => course(present.speed[c]!, (b) => SPEED_UNIT * x[speedAt(c, b)]!)),
  };
}
