import { AIR_HEAT_CAPACITY } from '../../units/air';
import { FAN_RESPONSE_SECONDS } from '../servers/fans';
import { stepChassisThermal } from '../servers/thermal';
import { tableFlow } from './fan-table';
import { mixPaths } from './mix';
import type { ReducedModel } from './model';
import { moveAir } from './move-air';
import type { ReducedInputs, ReducedState } from './run-state';

/** Share of the way that fan controllers go in a step of unlimited length, as in the engine. */
const SETTLING_SHARE = 0.25;
/**
 * Longer steps are divided into parts of at most this length, s, unless the caller says another, so that air goes round
 * through the racks within them.
 */
const LONGEST_PART_SECONDS = 60;

/**
 * One step of a reduced room, of any length; Infinity: one iteration towards rest. On return inlets, outlets, supplies,
 * returns and the heat of the units are those at the end of the step, and the heat of each unit is at most its
 * capacity. Deterministic: the same model, state and inputs give the same bytes. Allocates nothing.
 */
export function stepReduced(
  model: ReducedModel,
  state: ReducedState,
  inputs: ReducedInputs,
  dtSeconds: number,
  longestPartSeconds = LONGEST_PART_SECONDS,
): void {
  const count = dtSeconds === Infinity ? 1 : Math.max(1, Math.ceil(dtSeconds / longestPartSeconds));
  for (let n = 0; n < count; n++) stepPart(model, state, inputs, dtSeconds / count);
}

function stepPart(model: ReducedModel, state: ReducedState, inputs: ReducedInputs, dtSeconds: number): void {
  const { groups, units, openings } = state.counts;
  const { thermal, inletCelsius, giverCelsius } = state;
  setFlows(model, state, inputs, dtSeconds);
  let heatW = 0;
  for (let g = 0; g < groups; g++) {
    thermal.airHeatW[g] = inputs.groupPowerW[g]! * model.airShare[g]!;
    heatW += thermal.airHeatW[g]!;
  }
  mixPaths(model, state, inputs, heatW);
  stepChassisThermal(thermal, inletCelsius, dtSeconds);
  giverCelsius.set(thermal.outletCelsius);
  cool(state, inputs);
  for (let u = 0; u < units; u++) giverCelsius[groups + u] = state.unitSupplyCelsius[u]!;
  for (let o = 0; o < openings; o++) giverCelsius[groups + units + o] = model.openingCelsius[o]!;
  moveAir(model, state, dtSeconds);
  for (let g = 0; g < groups; g++) inletCelsius[g] = state.takerCelsius[g]!;
  for (let u = 0; u < units; u++) state.unitReturnCelsius[u] = state.takerCelsius[groups + u]!;
  for (let u = 0; u < units; u++) {
    const rateWK = state.mix.wantedTakenM3s[groups + u]! * AIR_HEAT_CAPACITY;
    state.unitHeatW[u] = rateWK * (state.unitReturnCelsius[u]! - state.unitSupplyCelsius[u]!);
  }
}

function setFlows(model: ReducedModel, state: ReducedState, inputs: ReducedInputs, dtSeconds: number): void {
  const { thermal, fanSensorCelsius, inletCelsius } = state;
  const { wantedTakenM3s, wantedGivenM3s } = state.mix;
  const { groups, units } = state.counts;
  const follow = dtSeconds === Infinity ? SETTLING_SHARE : 1 - Math.exp(-dtSeconds / FAN_RESPONSE_SECONDS);
  for (let g = 0; g < groups; g++) {
    fanSensorCelsius[g]! += follow * (inletCelsius[g]! - fanSensorCelsius[g]!);
    const flow = tableFlow(model, g, inputs.groupPowerW[g]!, fanSensorCelsius[g]!);
    thermal.airflowM3s[g] = flow;
    wantedTakenM3s[g] = flow;
    wantedGivenM3s[g] = flow;
  }
  for (let u = 0; u < units; u++) {
    const flow = model.unitFullM3s[u]! * inputs.unitFanShare[u]!;
    wantedTakenM3s[groups + u] = flow;
    wantedGivenM3s[groups + u] = flow;
  }
}

/** Supply air as the engine's units give it: what is asked for, within capacity, and never warmer than the return. */
function cool(state: ReducedState, { unitSetpointCelsius, unitCapacityW }: ReducedInputs): void {
  const { unitReturnCelsius, unitSupplyCelsius } = state;
  const { groups, units } = state.counts;
  for (let u = 0; u < units; u++) {
    const rateWK = state.mix.wantedTakenM3s[groups + u]! * AIR_HEAT_CAPACITY;
    const returned = unitReturnCelsius[u]!;
    const coldest = rateWK > 0 ? returned - unitCapacityW[u]! / rateWK : returned;
    unitSupplyCelsius[u] = Math.min(returned, Math.max(unitSetpointCelsius[u]!, coldest));
  }
}

/** Steps of unlimited length until nothing moves by more than `kelvin`; returns how many, or -1 where it does not rest. */
export function settleReduced(
  model: ReducedModel,
  state: ReducedState,
  inputs: ReducedInputs,
  kelvin = 1e-4,
  mostSteps = 1000,
): number {
  const before = Float64Array.from(state.takerCelsius);
  for (let step = 1; step <= mostSteps; step++) {
    before.set(state.takerCelsius);
    stepReduced(model, state, inputs, Number.POSITIVE_INFINITY);
    let worst = 0;
    for (let t = 0; t < before.length; t++) worst = Math.max(worst, Math.abs(before[t]! - state.takerCelsius[t]!));
    for (let g = 0; g < state.inletCelsius.length; g++) {
      worst = Math.max(worst, Math.abs(state.inletCelsius[g]! - state.fanSensorCelsius[g]!));
    }
    if (worst <= kelvin) return step;
  }
  return -1;
}
