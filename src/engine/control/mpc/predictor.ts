import type { Plant } from '../../plant/plant';
import { tablePower } from '../../reduced/fan-table';
import type { ReducedModel } from '../../reduced/model';
import {
  createReducedInputs,
  createReducedState,
  type ReducedInputs,
  type ReducedState,
} from '../../reduced/run-state';
import { settleReduced, stepReduced } from '../../reduced/step';
import type { Servers } from '../../servers/servers';

/** What is measured in the room; the room of cells and the reduced room have it alike. */
export interface RoomNow {
  readonly servers: Servers;
  readonly plant: Plant;
  readonly chassisInletCelsius: Float64Array;
}

/**
 * Time in which the offset between room and model is learned, and over which the load is averaged, s (assumptions: the
 * air's own way through the room, and twice the correlation of a workload's random part).
 */
const OFFSET_SECONDS = 300;
const LOAD_SECONDS = 120;
/** Weight of the newest error in its mean square, and the error before anything is known, K: 99 % within the model's validated 1 K. */
const ERROR_SHARE = 0.02;
const FIRST_ERROR_KELVIN = 0.43;

/** A reduced model that follows the room, and how far the room's inlets are from it. */
export interface Predictor {
  readonly structure: { readonly model: ReducedModel };
  /** The model at this moment, driven by what was measured. */
  readonly state: ReducedState;
  readonly inputs: ReducedInputs;
  /** Warmest inlet of each group as measured, less that of the model, K. */
  readonly offsetKelvin: Float64Array;
  /** Mean square of what the offset leaves, K². */
  readonly errorSquared: Float64Array;
  readonly measuredCelsius: Float64Array;
  /** Energy of each group since the model was last moved on, J. */
  readonly energyJ: Float64Array;
  energySeconds: number;
  /** Load of each group, share of peak, as its power tells it at its inlet, averaged; and power that no load explains, W. */
  readonly load: Float64Array;
  readonly otherPowerW: Float64Array;
  /** 0 until the model has been brought to where the room is. */
  followed: number;
}

export function createPredictor(model: ReducedModel): Predictor {
  const groups = model.groupIds.length;
  return {
    structure: { model },
    state: createReducedState(model, 20),
    inputs: createReducedInputs(model, 0, 20),
    offsetKelvin: new Float64Array(groups),
    errorSquared: new Float64Array(groups).fill(FIRST_ERROR_KELVIN ** 2),
    measuredCelsius: new Float64Array(groups).fill(Number.NaN),
    energyJ: new Float64Array(groups),
    energySeconds: 0,
    load: new Float64Array(groups),
    otherPowerW: new Float64Array(groups),
    followed: 0,
  };
}

/** Counts what the racks draw for a time, so that the model is told the mean. */
export function countPower(predictor: Predictor, { servers }: RoomNow, dtSeconds: number): void {
  const { energyJ, structure } = predictor;
  const { groupChassisStart: start } = structure.model;
  for (let g = 0; g < energyJ.length; g++) {
    for (let c = start[g]!; c < start[g + 1]!; c++) energyJ[g]! += servers.powerW[c]! * dtSeconds;
  }
  predictor.energySeconds += dtSeconds;
}

/**
 * Moves the model on by `dtSeconds` under what is measured (power of groups, supply and speed of units) and learns how far
 * the room's inlets are from it, so that what it foretells has no lasting error. False where a measurement is missing.
 */
export function followRoom(predictor: Predictor, room: RoomNow, dtSeconds: number): boolean {
  const { inputs, state, offsetKelvin, errorSquared, measuredCelsius } = predictor;
  const { model } = predictor.structure;
  if (!measure(predictor, room)) return false;
  inputs.unitCapacityW.fill(Number.POSITIVE_INFINITY);
  if (predictor.followed === 0) settleReduced(model, state, inputs, 1e-2, 300);
  else stepReduced(model, state, inputs, dtSeconds);
  const share = predictor.followed === 0 ? 1 : 1 - Math.exp(-dtSeconds / OFFSET_SECONDS);
  for (let g = 0; g < offsetKelvin.length; g++) {
    if (Number.isNaN(measuredCelsius[g]!)) continue;
    const error = measuredCelsius[g]! - state.inletCelsius[g]! - offsetKelvin[g]!;
    if (predictor.followed === 1) errorSquared[g]! += ERROR_SHARE * (error * error - errorSquared[g]!);
    offsetKelvin[g]! += share * error;
  }
  learnLoad(predictor, dtSeconds);
  predictor.followed = 1;
  return true;
}

function learnLoad({ followed, structure, inputs, state, load, otherPowerW }: Predictor, dtSeconds: number): void {
  const { model } = structure;
  const share = followed === 0 ? 1 : 1 - Math.exp(-dtSeconds / LOAD_SECONDS);
  for (let g = 0; g < load.length; g++) {
    const powerW = inputs.groupPowerW[g]!;
    const now = loadOf(model, g, powerW, state.inletCelsius[g]!);
    load[g]! += share * (now - load[g]!);
    otherPowerW[g]! += share * (powerW - tablePower(model, g, now, state.inletCelsius[g]!) - otherPowerW[g]!);
  }
}

/** False where a number that is needed is not there. */
function measure(predictor: Predictor, { servers, plant, chassisInletCelsius }: RoomNow): boolean {
  const { inputs, measuredCelsius } = predictor;
  const { groupChassisStart: start, unitFullM3s } = predictor.structure.model;
  for (let g = 0; g < measuredCelsius.length; g++) {
    const powerW = predictor.energyJ[g]! / predictor.energySeconds;
    let warmest = Number.NaN;
    for (let c = start[g]!; c < start[g + 1]!; c++) {
      if (!(servers.airflowM3s[c]! > 0)) continue;
      const celsius = chassisInletCelsius[c]!;
      if (!Number.isFinite(celsius)) return false;
      if (!(celsius <= warmest)) warmest = celsius;
    }
    if (!Number.isFinite(powerW)) return false;
    inputs.groupPowerW[g] = powerW;
    measuredCelsius[g] = warmest;
  }
  predictor.energyJ.fill(0);
  predictor.energySeconds = 0;
  for (let u = 0; u < unitFullM3s.length; u++) {
    inputs.unitFanShare[u] = unitFullM3s[u]! > 0 ? plant.airflowM3s[u]! / unitFullM3s[u]! : 0;
    inputs.unitSetpointCelsius[u] = Number.isFinite(plant.supplyCelsius[u]!)
      ? plant.supplyCelsius[u]!
      : plant.commandCelsius[u]!;
    if (!Number.isFinite(inputs.unitSetpointCelsius[u]!)) return false;
  }
  return true;
}

const HALVINGS = 20;

/** Load at which a group draws a power at an inlet, share of peak; 0 where its power does not follow a load. */
function loadOf(model: ReducedModel, group: number, powerW: number, inletCelsius: number): number {
  if (!(tablePower(model, group, 1, inletCelsius) > tablePower(model, group, 0, inletCelsius))) return 0;
  let low = 0;
  let high = 1;
  for (let n = 0; n < HALVINGS; n++) {
    const middle = (low + high) / 2;
    if (tablePower(model, group, middle, inletCelsius) < powerW) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
