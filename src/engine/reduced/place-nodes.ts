import type { ReducedModel } from './model';
import type { ReducedState, RoomConditions } from './run-state';

interface Place {
  index: number;
  part: number;
}

const balancePlace: Place = { index: 0, part: 0 };
const buoyancyPlace: Place = { index: 0, part: 0 };

/**
 * Weights of the nodes for the present flows: state of the room, balance, buoyancy. `heatW`: what all groups give to the
 * air. On return they sum to 1.
 */
export function placeNodes(
  model: ReducedModel,
  { mix, counts }: ReducedState,
  conditions: RoomConditions,
  heatW: number,
): void {
  mix.nodeWeight.fill(0);
  let groupM3s = 0;
  for (let g = 0; g < counts.groups; g++) groupM3s += mix.wantedTakenM3s[g]!;
  const buoyancy = groupM3s > 0 ? heatW / groupM3s ** 3 : Number.POSITIVE_INFINITY;
  findPlace(model.buoyancyLevels, 0, model.buoyancyLevels.length, buoyancy, buoyancyPlace);
  const { states } = model;
  let left = 1;
  for (let s = 0; s < states.length; s++) {
    if (states[s]!.kind === 'healthy') continue;
    const weight = Math.min(left, weightOf(model, s, conditions));
    left -= weight;
    if (weight > 0) placeInState(model, mix.nodeWeight, conditions, s, weight, groupM3s);
  }
  if (left > 0) placeInState(model, mix.nodeWeight, conditions, restingState(model), left, groupM3s);
}

/** What the other states leave goes to the healthy one; a model without it has one state only, which gets all. */
function restingState({ states }: ReducedModel): number {
  for (let s = 0; s < states.length; s++) if (states[s]!.kind === 'healthy') return s;
  return 0;
}

/** A unit counts as out by as much as it falls behind the fastest one. */
function weightOf({ states, unitIds }: ReducedModel, s: number, { unitFanShare, openDoors }: RoomConditions): number {
  const state = states[s]!;
  if (state.kind === 'breach') return openDoors;
  if (state.kind === 'healthy') return 0;
  let fastest = 0;
  let own = 0;
  for (let u = 0; u < unitIds.length; u++) {
    fastest = Math.max(fastest, unitFanShare[u]!);
    if (unitIds[u] === state.unitId) own = unitFanShare[u]!;
  }
  return fastest > 0 ? 1 - own / fastest : 0;
}

function placeInState(
  model: ReducedModel,
  nodeWeight: Float64Array,
  { unitFanShare }: RoomConditions,
  s: number,
  weight: number,
  groupM3s: number,
): void {
  const { balanceStart, balanceLevels, buoyancyLevels, unitIds, unitFullM3s } = model;
  const state = model.states[s]!;
  let unitsM3s = 0;
  for (let u = 0; u < unitIds.length; u++) {
    if (state.kind === 'unit-out' && state.unitId === unitIds[u]) continue;
    unitsM3s += unitFullM3s[u]! * unitFanShare[u]!;
  }
  const balance = unitsM3s > 0 ? groupM3s / unitsM3s : Number.POSITIVE_INFINITY;
  findPlace(balanceLevels, balanceStart[s]!, balanceStart[s + 1]!, balance, balancePlace);
  const width = buoyancyLevels.length;
  const at = balancePlace.index * width + buoyancyPlace.index;
  const upper = balancePlace.part;
  const lighter = buoyancyPlace.part;
  nodeWeight[at]! += weight * (1 - upper) * (1 - lighter);
  if (lighter > 0) nodeWeight[at + 1]! += weight * (1 - upper) * lighter;
  if (upper > 0) nodeWeight[at + width]! += weight * upper * (1 - lighter);
  if (upper > 0 && lighter > 0) nodeWeight[at + width + 1]! += weight * upper * lighter;
}

/** Where a value lies between the ascending levels from `from` to before `to`, by its logarithm; held at the ends. */
function findPlace(levels: Float64Array, from: number, to: number, value: number, found: Place): void {
  const last = to - 1;
  let n = from;
  while (n < last - 1 && value > levels[n + 1]!) n++;
  found.index = n;
  if (from === last || !(value > levels[n]!)) found.part = 0;
  else if (value >= levels[n + 1]!) found.part = 1;
  else found.part = Math.log(value / levels[n]!) / Math.log(levels[n + 1]! / levels[n]!);
}
