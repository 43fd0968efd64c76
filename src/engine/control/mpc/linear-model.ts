import type { ChilledWaterReset } from '../../../site/schema/control';
import { tablePower } from '../../reduced/fan-table';
import { type PlantCost, powerAt } from './plant-cost';
import type { Predictor, RoomNow } from './predictor';
import { createOutlook, type Moves, type Outlook, type Rollout, rollOut } from './rollout';

/** Steps ahead, and the length of each, s. */
export const HORIZON_STEPS = 12;
export const STEP_SECONDS = 300;

/** How far supply, K, and speed, share of full, are moved to see what they do. */
export const TRIAL_KELVIN = 0.5;
export const TRIAL_SPEED = 0.05;

/** A group of units that blow alike: those of one zone. */
export interface Channel {
  readonly units: Int32Array;
  /** False where something else drives the fans. */
  readonly movesFans: boolean;
  readonly minSupplyCelsius: number;
  readonly maxSupplyCelsius: number;
  readonly minSpeed: number;
  readonly maxSpeed: number;
}

/** Supply, °C, and speed of each channel. */
export interface Point {
  readonly supplyCelsius: Float64Array;
  readonly speed: Float64Array;
}

/**
 * What a lasting change of an input does from its first step on: inlets of all groups, K per K or per share of speed, and
 * the site's power at the end, to second order: slopes and curvatures.
 */
export interface ChannelModel {
  readonly inletBySupply: Float64Array;
  readonly inletBySpeed: Float64Array;
  powerBySupply: number;
  powerBySpeed: number;
  supplyCurvature: number;
  speedCurvature: number;
  crossCurvature: number;
}

/** The room and its plant about a point, linear in temperatures, quadratic in power. */
export interface LinearModel {
  /** 0 until it has been found, and when it no longer holds. */
  known: number;
  readonly channels: readonly ChannelModel[];
  readonly point: Point;
  /** Power at the point, W, and what it was found for: power of all groups by their load, W, outdoor air, °C. */
  powerW: number;
  loadW: number;
  outdoorCelsius: number;
}

export interface Bench {
  readonly predictor: Predictor;
  readonly rollout: Rollout;
  readonly cost: PlantCost;
  readonly outlook: Outlook;
  readonly moves: Moves;
}

export function createBench(predictor: Predictor, rollout: Rollout, cost: PlantCost): Bench {
  const units = predictor.structure.model.unitIds.length;
  return {
    predictor,
    rollout,
    cost,
    outlook: createOutlook(predictor, HORIZON_STEPS),
    moves: {
      supplyCelsius: new Float64Array(HORIZON_STEPS * units),
      speed: new Float64Array(HORIZON_STEPS * units),
    },
  };
}

/** Whether the fan of a unit does what is asked of it. */
export function follows({ inputs }: Predictor, { trips }: RoomNow['plant'], unit: number): boolean {
  return trips.fanStopped[unit] === 0 && inputs.unitFanShare[unit]! > 0;
}

/** Moves that hold a point; units outside of all channels go on as they are. A unit that stands still or runs down stays as it is. */
export function holdPoint(
  { moves, predictor }: Bench,
  channels: readonly Channel[],
  { plant }: RoomNow,
  point: Point,
): void {
  const units = predictor.structure.model.unitIds.length;
  for (let step = 0; step < HORIZON_STEPS; step++) {
    for (let u = 0; u < units; u++) {
      moves.supplyCelsius[step * units + u] = plant.supplyCelsius[u]!;
      moves.speed[step * units + u] = predictor.inputs.unitFanShare[u]!;
    }
    channels.forEach((channel, c) => {
      for (const u of channel.units) {
        moves.supplyCelsius[step * units + u] = point.supplyCelsius[c]!;
        if (follows(predictor, plant, u)) moves.speed[step * units + u] = point.speed[c]!;
      }
    });
  }
}

/** Work for `linearise` to fill. */
export function createLinearModel({ predictor }: Bench, channels: readonly Channel[]): LinearModel {
  const answers = () => new Float64Array(HORIZON_STEPS * predictor.structure.model.groupIds.length);
  return {
    known: 0,
    channels: channels.map(() => ({
      inletBySupply: answers(),
      inletBySpeed: answers(),
      powerBySupply: 0,
      powerBySpeed: 0,
      supplyCurvature: 0,
      speedCurvature: 0,
      crossCurvature: 0,
    })),
    point: { supplyCelsius: new Float64Array(channels.length), speed: new Float64Array(channels.length) },
    powerW: Number.NaN,
    loadW: Number.NaN,
    outdoorCelsius: Number.NaN,
  };
}

/** Tries every input a little up and down from a point, and writes what that does. */
export function linearise(
  linear: LinearModel,
  bench: Bench,
  channels: readonly Channel[],
  room: RoomNow,
  point: Point,
  water: ChilledWaterReset | undefined,
): void {
  const { outlook } = bench;
  const { inletCelsius } = outlook;
  linear.known = 1;
  linear.point.supplyCelsius.set(point.supplyCelsius);
  linear.point.speed.set(point.speed);
  linear.loadW = loadW(bench.predictor);
  linear.outdoorCelsius = room.plant.outdoor.dryBulbCelsius;
  linear.powerW = tryOut(bench, channels, room, linear.point, water);
  channels.forEach(({ movesFans }, c) => {
    const model = linear.channels[c]!;
    const trial = (kelvin: number, speed: number): number => {
      linear.point.supplyCelsius[c] = point.supplyCelsius[c]! + kelvin;
      linear.point.speed[c] = point.speed[c]! + speed;
      const watts = tryOut(bench, channels, room, linear.point, water);
      linear.point.supplyCelsius[c] = point.supplyCelsius[c]!;
      linear.point.speed[c] = point.speed[c]!;
      return watts;
    };
    const { inletBySupply, inletBySpeed } = model;
    const warmerW = trial(TRIAL_KELVIN, 0);
    inletBySupply.set(inletCelsius);
    const coolerW = trial(-TRIAL_KELVIN, 0);
    slope(inletBySupply, inletCelsius, 2 * TRIAL_KELVIN);
    model.powerBySupply = (warmerW - coolerW) / (2 * TRIAL_KELVIN);
    model.supplyCurvature = (warmerW - 2 * linear.powerW + coolerW) / TRIAL_KELVIN ** 2;
    if (!movesFans) return;
    const fasterW = trial(0, TRIAL_SPEED);
    inletBySpeed.set(inletCelsius);
    const slowerW = trial(0, -TRIAL_SPEED);
    slope(inletBySpeed, inletCelsius, 2 * TRIAL_SPEED);
    model.powerBySpeed = (fasterW - slowerW) / (2 * TRIAL_SPEED);
    model.speedCurvature = (fasterW - 2 * linear.powerW + slowerW) / TRIAL_SPEED ** 2;
    const cross = trial(TRIAL_KELVIN, TRIAL_SPEED) - warmerW - fasterW + linear.powerW;
    model.crossCurvature = cross / (TRIAL_KELVIN * TRIAL_SPEED);
  });
}

/** (up - down) / width, in the place of `up`. */
function slope(up: Float64Array, down: Float64Array, width: number): void {
  for (let n = 0; n < up.length; n++) up[n] = (up[n]! - down[n]!) / width;
}

/** Plays a point to the end of the horizon; answers the power that the site then draws, W. */
function tryOut(
  bench: Bench,
  channels: readonly Channel[],
  room: RoomNow,
  point: Point,
  water: ChilledWaterReset | undefined,
): number {
  const { predictor, moves, outlook } = bench;
  const units = predictor.structure.model.unitIds.length;
  holdPoint(bench, channels, room, point);
  rollOut(predictor, bench.rollout, moves, STEP_SECONDS, outlook);
  return powerAt(
    bench.cost,
    room.plant,
    moves.supplyCelsius.subarray(0, units),
    moves.speed.subarray(0, units),
    outlook.returnCelsius,
    outlook.itW,
    room.servers.totals.liquidHeatW,
    water,
  );
}

/** Power of all groups by their averaged load at the inlets of this moment, W. */
export function loadW({ structure, load, otherPowerW, state }: Predictor): number {
  let watts = 0;
  for (let g = 0; g < load.length; g++)
    watts += otherPowerW[g]! + tablePower(structure.model, g, load[g]!, state.inletCelsius[g]!);
  return watts;
}
