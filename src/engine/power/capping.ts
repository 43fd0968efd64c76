import { createOperation, operate } from '../servers/governor';
import type { Servers } from '../servers/servers';
import { DIRECT } from '../servers/structure';
import type { PowerModel } from './model';

const operation = createOperation();

/** Buffers of the capper, by server and by rack. */
export interface CappingState {
  /** What each server would draw without a cap at its demand, W. */
  readonly wantedServerW: Float64Array;
  /** Cap of each server that the site gives it by itself, W; Infinity without. */
  readonly ownCapW: Float64Array;
  readonly wantedRackW: Float64Array;
  /** The part of it that no cap can change: equipment given directly, W. */
  readonly fixedRackW: Float64Array;
  /** Power that each rack may draw now, W: its own cap, or its part of the room's; Infinity without. */
  readonly rackBudgetW: Float64Array;
  /** Taken off the budget because the rack drew more than it: fans beyond those of the measured curve, W. */
  readonly rackTrimW: Float64Array;
  readonly active: boolean;
}

export function createCapping(model: PowerModel, servers: Servers): CappingState {
  const racks = model.rackIds.length;
  return {
    wantedServerW: new Float64Array(servers.serverPowerW.length),
    ownCapW: Float64Array.from(servers.powerCapW),
    wantedRackW: new Float64Array(racks),
    fixedRackW: new Float64Array(racks),
    rackBudgetW: new Float64Array(racks).fill(Number.POSITIVE_INFINITY),
    rackTrimW: new Float64Array(racks),
    active: Number.isFinite(model.roomCapW) || model.rackCapW.some(Number.isFinite),
  };
}

/**
 * Sets the cap of every server from the demand of this moment, so that each rack keeps its cap and the room its own.
 * What there is is shared by water-filling: one level for all servers of a rack, and one for all racks, above which
 * power is cut; whoever wants less is left alone. A rack that still draws more than its budget, because its fans run
 * faster than in the measurement of its servers, has that taken off in the next steps. Without caps nothing is done.
 */
export function capServers(model: PowerModel, servers: Servers, state: CappingState): void {
  if (!state.active) return;
  trimToMeasured(servers, state);
  wantedPower(servers, state);
  const racks = model.rackIds.length;
  const { rackBudgetW, rackTrimW, wantedRackW, fixedRackW, wantedServerW, ownCapW } = state;
  for (let r = 0; r < racks; r++) rackBudgetW[r] = Math.min(wantedRackW[r]!, model.rackCapW[r]!);
  const roomLevelW = waterLevel(rackBudgetW, 0, racks, model.roomCapW);
  const { rackServerStart } = servers.structure;
  for (let r = 0; r < racks; r++) {
    const budgetW = Math.min(model.rackCapW[r]!, roomLevelW);
    rackBudgetW[r] = budgetW;
    const from = rackServerStart[r]!;
    const to = rackServerStart[r + 1]!;
    const cut = wantedRackW[r]! + rackTrimW[r]! > budgetW;
    const level = cut
      ? waterLevel(wantedServerW, from, to, Math.max(0, budgetW - fixedRackW[r]! - rackTrimW[r]!))
      : Infinity;
    for (let s = from; s < to; s++) servers.powerCapW[s] = Math.min(level, ownCapW[s]!);
  }
}

/** Share of the excess over its budget that a rack is corrected by in a step. */
const TRIM_SHARE = 0.5;

function trimToMeasured({ structure, powerW }: Servers, { rackBudgetW, rackTrimW }: CappingState): void {
  for (let r = 0; r < rackBudgetW.length; r++) {
    if (rackBudgetW[r] === Infinity) continue;
    let drawnW = 0;
    for (let c = structure.rackChassisStart[r]!; c < structure.rackChassisStart[r + 1]!; c++) drawnW += powerW[c]!;
    rackTrimW[r] = Math.max(0, rackTrimW[r]! + TRIM_SHARE * (drawnW - rackBudgetW[r]!));
  }
}

/** Power by the governor at the demand, without fans beyond those of the curve: what a cap is held against. */
function wantedPower(servers: Servers, { wantedServerW, wantedRackW, fixedRackW }: CappingState): void {
  const { structure, serverDemandShare } = servers;
  wantedRackW.fill(0);
  fixedRackW.fill(0);
  for (let chassis = 0; chassis < structure.chassisIds.length; chassis++) {
    const rack = structure.chassisRack[chassis]!;
    const model = structure.models[structure.chassisModel[chassis]!];
    if (structure.chassisModel[chassis] === DIRECT || model === undefined) {
      fixedRackW[rack]! += structure.directPowerW[chassis]!;
      wantedRackW[rack]! += structure.directPowerW[chassis]!;
      continue;
    }
    let lastDemand = Number.NaN;
    const end = structure.chassisServerStart[chassis + 1]!;
    for (let server = structure.chassisServerStart[chassis]!; server < end; server++) {
      const demand = serverDemandShare[server]!;
      if (demand !== lastDemand) operate(model, structure.governor, demand, operation);
      lastDemand = demand;
      wantedServerW[server] = operation.powerW;
      wantedRackW[rack]! += operation.powerW;
    }
  }
}

/** The level L with sum min(wanted, L) = budget over from ... to - 1; Infinity where the budget is enough. */
export function waterLevel(wantedW: Float64Array, from: number, to: number, budgetW: number): number {
  let highest = 0;
  let total = 0;
  for (let n = from; n < to; n++) {
    total += wantedW[n]!;
    highest = Math.max(highest, wantedW[n]!);
  }
  if (total <= budgetW) return Infinity;
  let low = 0;
  let high = highest;
  for (let halving = 0; halving < 50; halving++) {
    const level = (low + high) / 2;
    let filled = 0;
    for (let n = from; n < to; n++) filled += Math.min(wantedW[n]!, level);
    if (filled > budgetW) high = level;
    else low = level;
  }
  return low;
}
