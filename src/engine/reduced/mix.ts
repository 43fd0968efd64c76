import { FILTER_RATIO, FILTER_SECONDS, type ReducedModel } from './model';
import { placeNodes } from './place-nodes';
import type { Mix, ReducedState, RoomConditions } from './run-state';

/** The flows between the nodes are mixed anew when the weights of the nodes have changed by this much in sum. */
const WEIGHT_CHANGE = 2e-3;
/** And when the flow of all groups has, by this part of itself: air takes longer on its way. */
const PACE_CHANGE = 0.05;
/** Scales are made anew when a flow has changed by more than this part of itself. */
const FLOW_CHANGE = 1e-3;
const LAST_FILTER = FILTER_SECONDS.length - 1;
const BALANCE_ROUNDS = 60;
const BALANCE_ERROR = 1e-4;
/**
 * Scales of givers go further than the plain fitting asks, by this exponent: the fitting closes in by a factor of some
 * 0.5 a round in rooms, with it in half as many rounds (over-relaxation, as for any fixed point that closes in evenly).
 */
const OVER_RELAXATION = 1.2;
/** Relative error below which the scales do so. */
const SMALL = 0.05;

/**
 * Makes the mix for the flows that are wanted, `heatW` what all groups give to the air. The flows of the paths are
 * interpolated between the nodes, then scaled by taker and by giver in turn until each taker draws what it wants and each giver blows what it should (iterative
 * proportional fitting, Deming & Stephan 1940): so air, and with it heat, is conserved at every operating point.
 * The scales start from those of the step before. Does nothing while the flows stand. Allocates nothing.
 */
export function mixPaths(model: ReducedModel, state: ReducedState, conditions: RoomConditions, heatW: number): void {
  const { mix } = state;
  const { groups, units, openings } = state.counts;
  placeNodes(model, state, conditions, heatW);
  let groupM3s = 0;
  for (let g = 0; g < groups; g++) groupM3s += mix.wantedTakenM3s[g]!;
  const remix =
    weightChange(mix.nodeWeight, mix.mixedWeight) > WEIGHT_CHANGE ||
    Math.abs(groupM3s - mix.mixedGroupM3s) > PACE_CHANGE * mix.mixedGroupM3s;
  if (remix) interpolate(model, state, groupM3s);
  for (let o = 0; o < openings; o++) {
    mix.wantedTakenM3s[groups + units + o] = openingFlow(model, model.openingTakenM3s, o, state, groupM3s);
    mix.wantedGivenM3s[groups + units + o] = openingFlow(model, model.openingGivenM3s, o, state, groupM3s);
  }
  if (!remix && !hasMoved(state)) return;
  mix.takenM3s.set(mix.wantedTakenM3s);
  mix.givenM3s.set(mix.wantedGivenM3s);
  balance(model, state);
}

/** NaN of a mix that was never made counts as a change. */
function weightChange(now: Float64Array, before: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < now.length; n++) sum += Math.abs(now[n]! - before[n]!);
  return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
}

/** Weighted mean over the nodes of entry `n` of a table with `width` entries a node. */
function mixed(table: Float64Array, width: number, n: number, { mix }: ReducedState): number {
  let sum = 0;
  for (let k = 0; k < mix.count; k++)
    sum += mix.mixedWeight[mix.nodeIndex[k]!]! * table[mix.nodeIndex[k]! * width + n]!;
  return sum;
}

/** Air that an opening passes; where nothing pins it, it goes with the flow of the groups. */
function openingFlow(
  { nodeGroupM3s, openingPinned }: ReducedModel,
  table: Float64Array,
  o: number,
  { mix, counts }: ReducedState,
  groupM3s: number,
): number {
  let sum = 0;
  for (let k = 0; k < mix.count; k++) {
    const node = mix.nodeIndex[k]!;
    const pace = openingPinned[o] === 1 || !(nodeGroupM3s[node]! > 0) ? 1 : groupM3s / nodeGroupM3s[node]!;
    sum += mix.mixedWeight[node]! * pace * table[node * counts.openings + o]!;
  }
  return sum;
}

/**
 * Mean of the nodes by weight, each at the pace of the present flow; the place among the filters by what each node's
 * path carries.
 */
function interpolate(model: ReducedModel, state: ReducedState, groupM3s: number): void {
  const { mix } = state;
  const { paths, ends } = state.counts;
  mix.mixedWeight.set(mix.nodeWeight);
  mix.mixedGroupM3s = groupM3s;
  mix.count = 0;
  for (let n = 0; n < mix.nodeWeight.length; n++) if (mix.nodeWeight[n]! > 0) mix.nodeIndex[mix.count++] = n;
  for (let k = 0; k < mix.count; k++) {
    const node = mix.nodeIndex[k]!;
    const pace = model.nodeGroupM3s[node]! > 0 && groupM3s > 0 ? groupM3s / model.nodeGroupM3s[node]! : 1;
    const weight = mix.nodeWeight[node]! * pace;
    const shift = Math.log(pace) / Math.log(FILTER_RATIO);
    addNode(model, mix, node * paths, weight, shift, k === 0);
  }
  for (let p = 0; p < paths; p++) {
    if (mix.flowM3s[p]! > 0) mix.filter[p] = Math.min(LAST_FILTER, Math.max(0, mix.filter[p]! / mix.flowM3s[p]!));
  }
  for (let t = 0; t < ends; t++) mix.surfaceShare[t] = mixed(model.surfaceShare, ends, t, state);
}

/** Adds the paths of a node from place `from` of the tables; the first one replaces what was there. */
function addNode(model: ReducedModel, mix: Mix, from: number, weight: number, shift: number, first: boolean): void {
  const { flowM3s, filter } = mix;
  const { flowM3s: nodeFlow, filter: nodeFilter } = model;
  for (let p = 0; p < flowM3s.length; p++) {
    const flow = weight * nodeFlow[from + p]!;
    const carried = flow * (nodeFilter[from + p]! - shift);
    flowM3s[p] = first ? flow : flowM3s[p]! + flow;
    filter[p] = first ? carried : filter[p]! + carried;
  }
}

function hasMoved({ mix }: ReducedState): boolean {
  for (let t = 0; t < mix.takenM3s.length; t++) {
    const taken = mix.takenM3s[t]!;
    if (Math.abs(mix.wantedTakenM3s[t]! - taken) > FLOW_CHANGE * taken) return true;
  }
  return false;
}

/** On return the shares of each taker sum to 1 and each giver's air goes where it must within the error allowed. */
function balance({ rowStart, giver }: ReducedModel, { mix, counts }: ReducedState): void {
  const { flowM3s, takerScale, giverScale, giverSum, takenM3s, givenM3s } = mix;
  // A giver that stood still has no scale to start from.
  for (let s = 0; s < counts.ends; s++) if (!(giverScale[s]! > 0)) giverScale[s] = 1;
  for (let round = 0; round < BALANCE_ROUNDS; round++) {
    giverSum.fill(0);
    for (let t = 0; t < counts.ends; t++) {
      const from = rowStart[t]!;
      const to = rowStart[t + 1]!;
      let drawn = 0;
      for (let p = from; p < to; p++) drawn += flowM3s[p]! * giverScale[giver[p]!]!;
      const scale = drawn > 0 ? takenM3s[t]! / drawn : 0;
      takerScale[t] = scale;
      for (let p = from; p < to; p++) giverSum[giver[p]!]! += scale * flowM3s[p]!;
    }
    let worst = 0;
    for (let s = 0; s < counts.ends; s++) {
      const scale = giverSum[s]! > 0 ? givenM3s[s]! / giverSum[s]! : 1;
      const before = giverScale[s]!;
      if (!(scale > 0 && before > 0 && giverSum[s]! > 0)) {
        giverScale[s] = scale;
        continue;
      }
      const wrong = scale / before - 1;
      worst = Math.max(worst, Math.abs(wrong));
      // Far from the end the plain fitting is sure to close in; near it the extra part pays.
      giverScale[s] = Math.abs(wrong) < SMALL ? scale * (1 + (OVER_RELAXATION - 1) * wrong) : scale;
    }
    if (worst <= BALANCE_ERROR) break;
  }
  // The takers have the last word: their shares sum to 1.
  for (let t = 0; t < counts.ends; t++) {
    let drawn = 0;
    for (let p = rowStart[t]!; p < rowStart[t + 1]!; p++) drawn += flowM3s[p]! * giverScale[giver[p]!]!;
    takerScale[t] = drawn > 0 ? 1 / drawn : 0;
  }
}
