import type { Servers } from './servers';

/** By chassis: what a piece of equipment keeps when the room around it is edited. */
const chassisState = [
  'powerW',
  'fanPowerW',
  'airHeatW',
  'liquidHeatW',
  'airflowM3s',
  'utilisation',
  'demandRate',
  'workRate',
  'fanSensorCelsius',
  'massCelsius',
  'frameCelsius',
  'outletCelsius',
  'storedHeatW',
  'unremovedHeatW',
] as const satisfies readonly (keyof Servers)[];

const serverState = [
  'serverDemandShare',
  'serverUtilisation',
  'serverFrequencyShare',
  'serverPowerW',
  'serverOverheadW',
  'serverChipCelsius',
  'serverFanSpeed',
  'serverTimerSeconds',
  'serverState',
  'serverThrottle',
  'serverPState',
  'restarting',
] as const satisfies readonly (keyof Servers)[];

/**
 * After an edit: copies the state of every chassis that both have, by id, from the old servers to the new
 * ones. State by server is kept where type and count are the same; demand only where a workload placed it
 * and still may. Work done so far is kept while its unit is.
 */
export function carryOverServers(from: Servers, to: Servers): void {
  const oldIndex = new Map(from.structure.chassisIds.map((id, index) => [id, index]));
  to.structure.chassisIds.forEach((id, index) => {
    const old = oldIndex.get(id);
    if (old === undefined) return;
    for (const key of chassisState) to[key][index] = from[key][old]!;
    carryOverGroup(from, old, to, index);
  });
  Object.assign(to.protection, from.protection);
  carryOverSupply(from, to);
  if (from.structure.workUnit === to.structure.workUnit) Object.assign(to.totals, from.totals);
}

/** Racks without power stay without; a new rack is fed until the chain says otherwise. */
function carryOverSupply(from: Servers, to: Servers): void {
  const old = new Map(from.structure.rackIds.map((id, rack) => [id, rack]));
  to.structure.rackIds.forEach((id, rack) => {
    const was = old.get(id);
    to.supply.rackPowered[rack] = was === undefined ? 1 : from.supply.rackPowered[was]!;
  });
  to.supply.darkRacks = to.supply.rackPowered.reduce((sum, powered) => sum + 1 - powered, 0);
  to.supply.restartingServers = to.restarting.reduce((sum, restarting) => sum + restarting, 0);
}

function carryOverGroup(from: Servers, old: number, to: Servers, index: number): void {
  const oldType = from.structure.models[from.structure.chassisModel[old]!]?.typeId;
  const newType = to.structure.models[to.structure.chassisModel[index]!]?.typeId;
  const oldFirst = from.structure.chassisServerStart[old]!;
  const oldEnd = from.structure.chassisServerStart[old + 1]!;
  const first = to.structure.chassisServerStart[index]!;
  const count = to.structure.chassisServerStart[index + 1]! - first;
  if (oldType !== newType || oldEnd - oldFirst !== count) return;
  const placeable = from.structure.serverCapacity[oldFirst]! > 0 && to.structure.serverCapacity[first]! > 0;
  for (const key of serverState) {
    if (!placeable && key === 'serverDemandShare') continue;
    to[key].set(from[key].subarray(oldFirst, oldEnd), first);
  }
}
