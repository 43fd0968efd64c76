import { AIR_HEAT_CAPACITY } from '../../units/air';
import { FAN_RESPONSE_SECONDS } from '../servers/fans';
import { stepChassisThermal } from '../servers/thermal';
import { blendShares } from './blend';
import { tableFlow } from './fan-table';
import { FILTER_SECONDS, type ReducedModel } from './model';
import type { ReducedState } from './run-state';

/** Share of the way that fan controllers go in a step of unlimited length, as in the engine. */
const SETTLING_SHARE = 0.25;

const decay = new Float64Array(FILTER_SECONDS.length);

/**
 * One step of a reduced room. Power of each group, W; supply temperature of each unit, °C; speed of all units, share of
 * full speed; `dtSeconds` may be Infinity: one iteration towards rest. On return inlets, outlets, returns and the heat of
 * the units are those at the end of the step. Allocates nothing.
 */
export function stepReduced(
  model: ReducedModel,
  state: ReducedState,
  groupPowerW: Float64Array,
  unitSupplyCelsius: Float64Array,
  fanShare: number,
  dtSeconds: number,
): void {
  const { groups, units, openings } = state.counts;
  const { thermal, inletCelsius, giverCelsius } = state;
  setFlows(model, state, groupPowerW, fanShare, dtSeconds, groups, units);
  blendShares(model, state, totalOf(groupPowerW), fanShare);
  for (let g = 0; g < groups; g++) thermal.airHeatW[g] = groupPowerW[g]! * model.airShare[g]!;
  stepChassisThermal(thermal, inletCelsius, dtSeconds);
  giverCelsius.set(thermal.outletCelsius);
  for (let u = 0; u < units; u++) giverCelsius[groups + u] = unitSupplyCelsius[u]!;
  for (let o = 0; o < openings; o++) giverCelsius[groups + units + o] = model.openingCelsius[o]!;
  moveAir(model, state, dtSeconds);
  for (let g = 0; g < groups; g++) inletCelsius[g] = state.takerCelsius[g]!;
  for (let u = 0; u < units; u++) {
    state.unitReturnCelsius[u] = state.takerCelsius[groups + u]!;
    const flow = state.wantedTakenM3s[groups + u]!;
    state.unitHeatW[u] =
      flow > 0 ? flow * AIR_HEAT_CAPACITY * (state.unitReturnCelsius[u]! - unitSupplyCelsius[u]!) : 0;
  }
}

function totalOf(values: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < values.length; n++) sum += values[n]!;
  return sum;
}

function setFlows(
  model: ReducedModel,
  state: ReducedState,
  groupPowerW: Float64Array,
  fanShare: number,
  dtSeconds: number,
  groups: number,
  units: number,
): void {
  const { thermal, fanSensorCelsius, inletCelsius, wantedTakenM3s, wantedGivenM3s } = state;
  const follow = dtSeconds === Infinity ? SETTLING_SHARE : 1 - Math.exp(-dtSeconds / FAN_RESPONSE_SECONDS);
  for (let g = 0; g < groups; g++) {
    fanSensorCelsius[g]! += follow * (inletCelsius[g]! - fanSensorCelsius[g]!);
    const flow = tableFlow(model, g, groupPowerW[g]!, fanSensorCelsius[g]!);
    thermal.airflowM3s[g] = flow;
    wantedTakenM3s[g] = flow;
    wantedGivenM3s[g] = flow;
  }
  for (let u = 0; u < units; u++) {
    const flow = model.unitFullM3s[u]! * fanShare;
    wantedTakenM3s[groups + u] = flow;
    wantedGivenM3s[groups + u] = flow;
  }
}

/**
 * Each path passes its giver's temperature on through a filter of the first order: the two nearest its mean time share it.
 * A taker has one state for each filter, so that a step costs one pass over the paths.
 */
function moveAir({ rowStart, giver, surfaceCelsius }: ReducedModel, state: ReducedState, dtSeconds: number): void {
  const { share, filter, filtered, giverCelsius, takerCelsius, surfaceShare, parts } = state;
  const filters = FILTER_SECONDS.length;
  for (let k = 0; k < filters; k++) decay[k] = Math.exp(-dtSeconds / FILTER_SECONDS[k]!);
  for (let t = 0; t < takerCelsius.length; t++) {
    const from = rowStart[t]!;
    const to = rowStart[t + 1]!;
    if (from === to) continue;
    parts.fill(0);
    for (let p = from; p < to; p++) {
      const warmth = share[p]! * giverCelsius[giver[p]!]!;
      const place = filter[p]!;
      const k = Math.min(filters - 2, place | 0);
      parts[k]! += (1 - (place - k)) * warmth;
      parts[k + 1]! += (place - k) * warmth;
    }
    let celsius = 0;
    for (let k = 0; k < filters; k++) {
      const at = t * filters + k;
      const before = filtered[at]!;
      filtered[at] = Number.isNaN(before) ? parts[k]! : parts[k]! + decay[k]! * (before - parts[k]!);
      celsius += filtered[at]!;
    }
    const surface = surfaceShare[t]!;
    takerCelsius[t] = surface > 0 ? (1 - surface) * celsius + surface * surfaceCelsius : celsius;
  }
}

/** Steps of unlimited length until nothing moves by more than `kelvin`; returns how many, or -1 where it does not rest. */
export function settleReduced(
  model: ReducedModel,
  state: ReducedState,
  groupPowerW: Float64Array,
  unitSupplyCelsius: Float64Array,
  fanShare: number,
  kelvin = 1e-4,
  mostSteps = 1000,
): number {
  const before = Float64Array.from(state.takerCelsius);
  for (let step = 1; step <= mostSteps; step++) {
    before.set(state.takerCelsius);
    stepReduced(model, state, groupPowerW, unitSupplyCelsius, fanShare, Number.POSITIVE_INFINITY);
    let worst = 0;
    for (let t = 0; t < before.length; t++) worst = Math.max(worst, Math.abs(before[t]! - state.takerCelsius[t]!));
    for (let g = 0; g < state.inletCelsius.length; g++) {
      worst = Math.max(worst, Math.abs(state.inletCelsius[g]! - state.fanSensorCelsius[g]!));
    }
    if (worst <= kelvin) return step;
  }
  return -1;
}
