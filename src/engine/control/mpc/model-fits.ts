import { PREDICTIVE_STATUS, type Predictive } from './predictive-state';
import type { RoomNow } from './predictor';

/** Beyond this error of an inlet, K, the room is not the model's. */
const MOST_ERROR_KELVIN = 3;
/** Balances beyond those of the model by this factor are not its own. */
const RANGE_FACTOR = 1.1;
/** A unit slower than this part of the fastest makes another room of it. */
const BEHIND_SHARE = 0.5;
/** Weight of the newest error of what was foretold. */
const FORETOLD_SHARE = 0.02;

/** How far the room is from what the last decision foretold. */
export function learnError({ foretoldCelsius, foretoldErrorSquared, predictor }: Predictive): void {
  for (let g = 0; g < foretoldCelsius.length; g++) {
    const error = predictor.measuredCelsius[g]! - foretoldCelsius[g]!;
    if (Number.isFinite(error)) foretoldErrorSquared[g]! += FORETOLD_SHARE * (error * error - foretoldErrorSquared[g]!);
  }
  foretoldCelsius.fill(Number.NaN);
}

/** Whether measurements, units and flows are such as the model knows. */
export function mayDecide({ predictor, structure }: Predictive, { plant }: RoomNow): number {
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
