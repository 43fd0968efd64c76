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
  const old = Int32Array.from(to.structure.chassisIds, (id) => oldIndex.get(id) ?? -1);
  for (const key of chassisState) {
    const [had, has] = [from[key], to[key]];
    for (let index = 0; index < old.length; index++) if (old[index]! >= 0) has[index] = had[old[index]!]!;
  }
  carryOverGroups(from, old, to);
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

/** What becomes of the servers of a chassis. */
const NEW = 0;
const KEPT = 1;
const KEPT_WITH_DEMAND = 2;

function fateOf(from: Servers, old: number, to: Servers, index: number): number {
  if (old < 0) return NEW;
  const oldType = from.structure.models[from.structure.chassisModel[old]!]?.typeId;
  const newType = to.structure.models[to.structure.chassisModel[index]!]?.typeId;
  const [oldStart, start] = [from.structure.chassisServerStart, to.structure.chassisServerStart];
  if (oldType !== newType || oldStart[old + 1]! - oldStart[old]! !== start[index + 1]! - start[index]!) return NEW;
  const [had, has] = [from.structure.serverCapacity, to.structure.serverCapacity];
  return had[oldStart[old]!]! > 0 && has[start[index]!]! > 0 ? KEPT_WITH_DEMAND : KEPT;
}

/** Chassis that follow one another in both are copied as one: an edit mostly leaves all but a few as they were. */
function carryOverGroups(from: Servers, old: Int32Array, to: Servers): void {
  const [oldStart, start] = [from.structure.chassisServerStart, to.structure.chassisServerStart];
  for (let index = 0; index < old.length; ) {
    const fate = fateOf(from, old[index]!, to, index);
    let end = index + 1;
    while (end < old.length && old[end] === old[index]! + end - index && fateOf(from, old[end]!, to, end) === fate) {
      end++;
    }
    if (fate !== NEW) {
      const [oldFirst, oldEnd] = [oldStart[old[index]!]!, oldStart[old[index]! + end - index]!];
      for (const key of serverState) {
        if (fate === KEPT && key === 'serverDemandShare') continue;
        to[key].set(from[key].subarray(oldFirst, oldEnd), start[index]!);
      }
    }
    index = end;
  }
}
