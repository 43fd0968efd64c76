import type { ReducedModel } from './model';
import type { ReducedState } from './run-state';

/** Shares are made anew when a flow has changed by more than this part of itself, or the power by ten times that. */
const CHANGE = 1e-3;
const BALANCE_ROUNDS = 60;
const BALANCE_ERROR = 1e-5;

/** Four nodes around the present operating point, and their weights. */
const nodeIndex = new Int32Array(4);
const nodeWeight = new Float64Array(4);

/**
 * Makes `share`, `filter` and `surfaceShare` for the flows that are wanted. The flows of the paths are interpolated
 * between the four nearest nodes (fan level of the units, power of all groups), then scaled by taker and by giver in turn
 * until each taker draws what it wants and each giver blows what it should (iterative proportional fitting, Deming &
 * Stephan 1940): so air, and with it heat, is conserved at every operating point. Does nothing while the flows stand.
 */
export function blendShares(model: ReducedModel, state: ReducedState, totalPowerW: number, fanShare: number): void {
  const { groups, units, openings, ends, paths } = state.counts;
  placeNodes(model, totalPowerW, fanShare);
  for (let o = 0; o < openings; o++) {
    const end = groups + units + o;
    state.wantedTakenM3s[end] = mixed(model.openingTakenM3s, openings, o);
    state.wantedGivenM3s[end] = mixed(model.openingGivenM3s, openings, o);
  }
  if (!hasMoved(state, totalPowerW, fanShare)) return;
  state.blendedFanShare = fanShare;
  state.blendedPowerW = totalPowerW;
  state.takenM3s.set(state.wantedTakenM3s);
  state.givenM3s.set(state.wantedGivenM3s);
  for (let path = 0; path < paths; path++) {
    let flow = 0;
    let filter = 0;
    let weight = 0;
    for (let n = 0; n < 4; n++) {
      const at = nodeIndex[n]! * paths + path;
      const part = nodeWeight[n]! * model.flowM3s[at]!;
      flow += part;
      weight += part;
      filter += part * model.filter[at]!;
    }
    state.share[path] = flow;
    state.filter[path] = weight > 0 ? filter / weight : 0;
  }
  for (let t = 0; t < ends; t++) state.surfaceShare[t] = mixed(model.surfaceShare, ends, t);
  balance(model, state, ends);
}

/** Weighted mean over the four nodes of entry `n` of a table with `width` entries a node. */
function mixed(table: Float64Array, width: number, n: number): number {
  let sum = 0;
  for (let k = 0; k < 4; k++) sum += nodeWeight[k]! * table[nodeIndex[k]! * width + n]!;
  return sum;
}

function hasMoved(state: ReducedState, totalPowerW: number, fanShare: number): boolean {
  if (Number.isNaN(state.blendedFanShare) || Math.abs(fanShare / state.blendedFanShare - 1) > CHANGE) return true;
  if (Math.abs(totalPowerW - state.blendedPowerW) > 10 * CHANGE * state.blendedPowerW) return true;
  for (let t = 0; t < state.takenM3s.length; t++) {
    const now = state.takenM3s[t]!;
    if (Math.abs(state.wantedTakenM3s[t]! - now) > CHANGE * now) return true;
  }
  return false;
}

/** Fan levels first; along each, the loads by the power of all groups there, which drives buoyancy. */
function placeNodes(model: ReducedModel, totalPowerW: number, fanShare: number): void {
  const { fanLevels, loadLevels, groupPowerW } = model;
  const loads = loadLevels.length;
  findPlace(fanLevels, 0, fanLevels.length, fanShare, fanPlace);
  const upperFan = Math.min(fanPlace.index + 1, fanLevels.length - 1);
  for (let side = 0; side < 2; side++) {
    const row = (side === 0 ? fanPlace.index : upperFan) * loads;
    findPlace(groupPowerW, row, loads, totalPowerW, loadPlace);
    const weight = side === 0 ? 1 - fanPlace.part : fanPlace.part;
    nodeIndex[2 * side] = row + loadPlace.index;
    nodeIndex[2 * side + 1] = row + Math.min(loadPlace.index + 1, loads - 1);
    nodeWeight[2 * side] = weight * (1 - loadPlace.part);
    nodeWeight[2 * side + 1] = weight * loadPlace.part;
  }
}

interface Place {
  index: number;
  part: number;
}

const fanPlace: Place = { index: 0, part: 0 };
const loadPlace: Place = { index: 0, part: 0 };

/** Where a value lies between `count` ascending levels from `from` on; held at the ends. */
function findPlace(levels: Float64Array, from: number, count: number, value: number, found: Place): void {
  let n = 0;
  while (n < count - 2 && value > levels[from + n + 1]!) n++;
  const width = count > 1 ? levels[from + n + 1]! - levels[from + n]! : 0;
  found.index = n;
  found.part = width > 0 ? Math.min(1, Math.max(0, (value - levels[from + n]!) / width)) : 0;
}

/** On return the shares of each taker sum to 1 and each giver's air goes where it must within the error allowed. */
function balance(model: ReducedModel, state: ReducedState, ends: number): void {
  const { rowStart, giver } = model;
  const { share, giverScale, giverSum, takenM3s, givenM3s } = state;
  giverScale.fill(1);
  for (let round = 0; round < BALANCE_ROUNDS; round++) {
    giverSum.fill(0);
    for (let t = 0; t < ends; t++) {
      let drawn = 0;
      for (let p = rowStart[t]!; p < rowStart[t + 1]!; p++) {
        share[p]! *= giverScale[giver[p]!]!;
        drawn += share[p]!;
      }
      const scale = drawn > 0 ? takenM3s[t]! / drawn : 0;
      for (let p = rowStart[t]!; p < rowStart[t + 1]!; p++) {
        share[p]! *= scale;
        giverSum[giver[p]!]! += share[p]!;
      }
    }
    let worst = 0;
    for (let s = 0; s < ends; s++) {
      giverScale[s] = giverSum[s]! > 0 ? givenM3s[s]! / giverSum[s]! : 1;
      if (giverSum[s]! > 0 && givenM3s[s]! > 0) worst = Math.max(worst, Math.abs(giverScale[s]! - 1));
    }
    if (worst <= BALANCE_ERROR) break;
  }
  for (let t = 0; t < ends; t++) {
    if (!(takenM3s[t]! > 0)) continue;
    for (let p = rowStart[t]!; p < rowStart[t + 1]!; p++) share[p]! /= takenM3s[t]!;
  }
}
