import type { ReducedModel } from './model';
import type { ReducedState, RoomConditions } from './run-state';

interface Place {
  index: number;
  part: number;
}

const balancePlace: Place = { index: 0, part: 0 };
const inletPlace: Place = { index: 0, part: 0 };
const loadPlace: Place = { index: 0, part: 0 };

/**
 * Weights of the nodes for the present flows: state of the room, balance, inlet and load of the equipment. `heatW`: what
 * all groups give to the air. On return they sum to 1.
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
  findInlet(model, heatW, groupM3s);
  const { states } = model;
  let left = 1;
  for (let s = 0; s < states.length; s++) {
    if (states[s]!.kind === 'healthy') continue;
    const weight = Math.min(left, weightOf(model, s, conditions));
    left -= weight;
    if (weight > 0) placeInState(model, mix.nodeWeight, conditions, s, weight, heatW, groupM3s);
  }
  if (left > 0) placeInState(model, mix.nodeWeight, conditions, restingState(model), left, heatW, groupM3s);
}

/** Where the heat lies among those at an inlet; between two loads in proportion. */
function findLoad({ loads, levelHeatW }: ReducedModel, inlet: number, heatW: number): void {
  const from = inlet * loads.length;
  const last = loads.length - 1;
  let n = 0;
  while (n < last - 1 && heatW > levelHeatW[from + n + 1]!) n++;
  loadPlace.index = n;
  loadPlace.part = 0;
  if (last === 0) return;
  const low = levelHeatW[from + n]!;
  const span = levelHeatW[from + n + 1]! - low;
  loadPlace.part = span > 0 ? Math.min(1, Math.max(0, (heatW - low) / span)) : 0;
}

/** The buoyancy that this heat has at an inlet, W s³/m⁹: the warmer, the more flow it comes with and the less that is. */
function buoyancyAt(model: ReducedModel, inlet: number, heatW: number): number {
  findLoad(model, inlet, heatW);
  const { levelFlowM3s, loads } = model;
  const at = inlet * loads.length + loadPlace.index;
  let flow = levelFlowM3s[at]!;
  if (loadPlace.part > 0) flow += loadPlace.part * (levelFlowM3s[at + 1]! - flow);
  return heatW / flow ** 3;
}

/** Among the inlets by buoyancy, in its logarithm; the coolest of those that make no difference. */
function findInlet(model: ReducedModel, heatW: number, groupM3s: number): void {
  const count = model.inletsCelsius.length;
  inletPlace.index = 0;
  inletPlace.part = 0;
  if (!(groupM3s > 0 && heatW > 0)) return;
  const buoyancy = heatW / groupM3s ** 3;
  let cooler = buoyancyAt(model, 0, heatW);
  for (let n = 0; n < count - 1 && buoyancy < cooler; n++) {
    const warmer = buoyancyAt(model, n + 1, heatW);
    inletPlace.index = n;
    if (warmer < cooler) inletPlace.part = Math.min(1, Math.log(cooler / buoyancy) / Math.log(cooler / warmer));
    if (inletPlace.part < 1) return;
    cooler = warmer;
  }
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
  heatW: number,
  groupM3s: number,
): void {
  const { balanceStart, balanceLevels, unitIds, unitFullM3s } = model;
  const state = model.states[s]!;
  let unitsM3s = 0;
  for (let u = 0; u < unitIds.length; u++) {
    if (state.kind === 'unit-out' && state.unitId === unitIds[u]) continue;
    unitsM3s += unitFullM3s[u]! * unitFanShare[u]!;
  }
  const balance = unitsM3s > 0 ? groupM3s / unitsM3s : Number.POSITIVE_INFINITY;
  findPlace(balanceLevels, balanceStart[s]!, balanceStart[s + 1]!, balance, balancePlace);
  const { index, part } = inletPlace;
  placeAtInlet(model, nodeWeight, index, weight * (1 - part), heatW);
  if (part > 0) placeAtInlet(model, nodeWeight, index + 1, weight * part, heatW);
}

function placeAtInlet(
  model: ReducedModel,
  nodeWeight: Float64Array,
  inlet: number,
  weight: number,
  heatW: number,
): void {
  findLoad(model, inlet, heatW);
  const width = model.levelHeatW.length;
  const at = balancePlace.index * width + inlet * model.loads.length + loadPlace.index;
  const upper = balancePlace.part;
  const busier = loadPlace.part;
  nodeWeight[at]! += weight * (1 - upper) * (1 - busier);
  if (busier > 0) nodeWeight[at + 1]! += weight * (1 - upper) * busier;
  if (upper > 0) nodeWeight[at + width]! += weight * upper * (1 - busier);
  if (upper > 0 && busier > 0) nodeWeight[at + width + 1]! += weight * upper * busier;
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
