import { tablePower } from '../../reduced/fan-table';
import {
  copyReducedState,
  createReducedInputs,
  createReducedState,
  type ReducedInputs,
  type ReducedState,
} from '../../reduced/run-state';
import { stepReduced } from '../../reduced/step';
import type { Predictor } from './predictor';

/** Steps of unequal length would cost more than they tell: half a horizon's step is short enough for air and racks. */
const LONGEST_PART_SECONDS = 150;

/** Supply air, °C, and speed, share of full, of every unit in every step ahead: steps x units. */
export interface Moves {
  readonly supplyCelsius: Float64Array;
  readonly speed: Float64Array;
}

/** What the model foretells for one course of moves. */
export interface Outlook {
  /** Steps x groups: warmest inlet, °C, the offset of the room added. */
  readonly inletCelsius: Float64Array;
  /** At the end: power of all groups, W, and return air of each unit, °C. */
  itW: number;
  readonly returnCelsius: Float64Array;
}

/** Work space of one predictor. */
export interface Rollout {
  readonly state: ReducedState;
  readonly inputs: ReducedInputs;
}

export function createRollout({ structure }: Predictor): Rollout {
  return {
    state: createReducedState(structure.model, 20),
    inputs: createReducedInputs(structure.model, 0, 20),
  };
}

export function createOutlook({ structure }: Predictor, steps: number): Outlook {
  const { groupIds, unitIds } = structure.model;
  return {
    inletCelsius: new Float64Array(steps * groupIds.length),
    itW: Number.NaN,
    returnCelsius: new Float64Array(unitIds.length),
  };
}

/**
 * Plays moves on the model from where the room is. Load stays as it was over the last minutes (persistence); the power of racks follows their
 * inlets by what their fans take more or less.
 */
export function rollOut(
  predictor: Predictor,
  { state, inputs }: Rollout,
  moves: Moves,
  stepSeconds: number,
  outlook: Outlook,
): void {
  const { model } = predictor.structure;
  const { load, offsetKelvin, otherPowerW } = predictor;
  const groups = load.length;
  const units = model.unitIds.length;
  const steps = outlook.inletCelsius.length / groups;
  copyReducedState(predictor.state, state);
  inputs.unitCapacityW.set(model.unitCapacityW);
  for (let step = 0; step < steps; step++) {
    for (let u = 0; u < units; u++) {
      inputs.unitSetpointCelsius[u] = moves.supplyCelsius[step * units + u]!;
      inputs.unitFanShare[u] = moves.speed[step * units + u]!;
    }
    let itW = 0;
    for (let g = 0; g < groups; g++) {
      inputs.groupPowerW[g] = Math.max(0, otherPowerW[g]! + tablePower(model, g, load[g]!, state.inletCelsius[g]!));
      itW += inputs.groupPowerW[g]!;
    }
    stepReduced(model, state, inputs, stepSeconds, LONGEST_PART_SECONDS);
    for (let g = 0; g < groups; g++)
      outlook.inletCelsius[step * groups + g] = state.inletCelsius[g]! + offsetKelvin[g]!;
    outlook.itW = itW;
  }
  outlook.returnCelsius.set(state.unitReturnCelsius);
}
