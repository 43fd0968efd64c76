import type { ReducedModel } from './model';
import type { ReducedInputs, ReducedState } from './run-state';

interface Place {
  index: number;
  part: number;
}

const fanPlace: Place = { index: 0, part: 0 };
const loadPlace: Place = { index: 0, part: 0 };

/** At most so many supply levels. */
const MOST_SUPPLIES = 8;
const supplyFlow = new Float64Array(MOST_SUPPLIES);
const supplyLoad = Int32Array.from({ length: MOST_SUPPLIES }, () => 0);
const supplyPart = new Float64Array(MOST_SUPPLIES);

/**
 * Weights of the nodes for the present operating point: state of the room, speed of the units, power of all groups, which
 * drives buoyancy, and flow of all groups, which with that of the units says how much air must come back. On return
 * they sum to 1.
 */
export function placeNodes(model: ReducedModel, state: ReducedState, inputs: ReducedInputs): void {
  const { nodeWeight } = state.mix;
  nodeWeight.fill(0);
  const powerW = sumOf(inputs.groupPowerW, state.counts.groups);
  const groupM3s = sumOf(state.mix.wantedTakenM3s, state.counts.groups);
  const { states } = model;
  let left = 1;
  for (let s = 0; s < states.length; s++) {
    if (states[s]!.kind === 'healthy') continue;
    const weight = Math.min(left, weightOf(model, s, inputs));
    left -= weight;
    if (weight > 0) placeInState(model, state, inputs, s, weight, powerW, groupM3s);
  }
  if (left > 0) placeInState(model, state, inputs, restingState(model), left, powerW, groupM3s);
}

/** What the other states leave goes to the healthy one; a model without it has one state only, which gets all. */
function restingState({ states }: ReducedModel): number {
  for (let s = 0; s < states.length; s++) if (states[s]!.kind === 'healthy') return s;
  return 0;
}

/** A unit counts as out by as much as it falls behind the fastest one. */
function weightOf({ states, unitIds }: ReducedModel, s: number, inputs: ReducedInputs): number {
  const state = states[s]!;
  if (state.kind === 'breach') return inputs.openDoors;
  if (state.kind === 'healthy') return 0;
  let fastest = 0;
  let own = 0;
  for (let u = 0; u < unitIds.length; u++) {
    fastest = Math.max(fastest, inputs.unitFanShare[u]!);
    if (unitIds[u] === state.unitId) own = inputs.unitFanShare[u]!;
  }
  return fastest > 0 ? 1 - own / fastest : 0;
}

function placeInState(
  model: ReducedModel,
  { mix, counts }: ReducedState,
  inputs: ReducedInputs,
  s: number,
  weight: number,
  powerW: number,
  groupM3s: number,
): void {
  const { fanLevels, loadLevels, supplyLevels, nodePowerW, nodeGroupM3s } = model;
  const loads = loadLevels.length;
  const supplies = supplyLevels.length;
  findPlace(fanLevels, 0, 1, fanLevels.length, fanShareIn(model, s, inputs), fanPlace);
  for (let side = 0; side < 2; side++) {
    const fanWeight = weight * (side === 0 ? 1 - fanPlace.part : fanPlace.part);
    if (!(fanWeight > 0)) continue;
    const from = s * counts.stateNodes + (fanPlace.index + side) * loads * supplies;
    for (let k = 0; k < supplies; k++) {
      findPlace(nodePowerW, from + k, supplies, loads, powerW, loadPlace);
      const at = from + loadPlace.index * supplies + k;
      supplyLoad[k] = loadPlace.index;
      supplyPart[k] = loadPlace.part;
      const low = nodeGroupM3s[at]!;
      supplyFlow[k] = loadPlace.part > 0 ? low + loadPlace.part * (nodeGroupM3s[at + supplies]! - low) : low;
    }
    findPlace(supplyFlow, 0, 1, supplies, groupM3s, loadPlace);
    const { index, part } = loadPlace;
    for (let upper = 0; upper < 2; upper++) {
      const supplyWeight = fanWeight * (upper === 0 ? 1 - part : part);
      if (!(supplyWeight > 0)) continue;
      const k = index + upper;
      const at = from + supplyLoad[k]! * supplies + k;
      mix.nodeWeight[at]! += supplyWeight * (1 - supplyPart[k]!);
      if (supplyPart[k]! > 0) mix.nodeWeight[at + supplies]! += supplyWeight * supplyPart[k]!;
    }
  }
}

/** Flow of the units that run in a state over their flow at full speed. */
function fanShareIn({ states, unitIds, unitFullM3s }: ReducedModel, s: number, inputs: ReducedInputs): number {
  const state = states[s]!;
  let full = 0;
  let now = 0;
  for (let u = 0; u < unitIds.length; u++) {
    if (state.kind === 'unit-out' && state.unitId === unitIds[u]) continue;
    full += unitFullM3s[u]!;
    now += unitFullM3s[u]! * inputs.unitFanShare[u]!;
  }
  return full > 0 ? now / full : 0;
}

/** Where a value lies between `count` ascending levels, `stride` apart from `from` on; held at the ends. */
function findPlace(
  levels: Float64Array,
  from: number,
  stride: number,
  count: number,
  value: number,
  found: Place,
): void {
  let n = 0;
  while (n < count - 2 && value > levels[from + (n + 1) * stride]!) n++;
  const low = levels[from + n * stride]!;
  const width = count > 1 ? levels[from + (n + 1) * stride]! - low : 0;
  found.index = n;
  found.part = width > 0 ? Math.min(1, Math.max(0, (value - low) / width)) : 0;
}

function sumOf(values: Float64Array, count: number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) sum += values[n]!;
  return sum;
}
