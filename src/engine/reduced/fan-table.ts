import type { Site } from '../../site/schema/site';
import { createServers } from '../servers/servers';
import { stepServers } from '../servers/step';
import { FAN_TABLE_CELSIUS, FAN_TABLE_LOADS, type ReducedModel } from './model';

export type FanTable = Pick<ReducedModel, 'fanTablePowerW' | 'fanTableM3s'>;

/**
 * Wall power and flow of each group at the tabulated inlets and at even steps of load, every server of the workload alike.
 * Equipment given directly has the same power and flow everywhere.
 */
export function fanTable(site: Site, groupChassisStart: Int32Array): FanTable {
  const groups = groupChassisStart.length - 1;
  const inlets = FAN_TABLE_CELSIUS.length;
  const fanTablePowerW = new Float64Array(groups * inlets * FAN_TABLE_LOADS);
  const fanTableM3s = new Float64Array(fanTablePowerW.length);
  for (let i = 0; i < inlets; i++) {
    const servers = createServers(site);
    const { structure } = servers;
    const celsius = new Float64Array(structure.chassisIds.length).fill(FAN_TABLE_CELSIUS[i]!);
    for (let l = 0; l < FAN_TABLE_LOADS; l++) {
      for (let n = 0; n < servers.serverDemandShare.length; n++) {
        if (structure.serverCapacity[n]! > 0) servers.serverDemandShare[n] = l / (FAN_TABLE_LOADS - 1);
      }
      stepServers(servers, celsius, Number.POSITIVE_INFINITY);
      for (let g = 0; g < groups; g++) {
        const at = (g * inlets + i) * FAN_TABLE_LOADS + l;
        for (let c = groupChassisStart[g]!; c < groupChassisStart[g + 1]!; c++) {
          fanTablePowerW[at]! += servers.powerW[c]!;
          fanTableM3s[at]! += servers.airflowM3s[c]!;
        }
      }
    }
  }
  return { fanTablePowerW, fanTableM3s };
}

/** Between two loads the servers' flow changes by at most this factor, unless the loads are one entry apart. */
const FLOW_STEP = 1.15;
/** Loads are never further apart than this, and start here. */
const WIDEST_STEP = 4;
const LOWEST_LOAD = 2;

/**
 * Loads at which to trace a room, share of peak throughput: closer together where the servers' fans speed up, since there
 * the air changes most. By the flow of all groups at 22 °C.
 */
export function loadLevels(site: Site, groupChassisStart: Int32Array): number[] {
  const { fanTableM3s } = fanTable(site, groupChassisStart);
  const inlet = FAN_TABLE_CELSIUS.indexOf(22);
  const flow = new Float64Array(FAN_TABLE_LOADS);
  for (let g = 0; g < groupChassisStart.length - 1; g++) {
    const row = (g * FAN_TABLE_CELSIUS.length + inlet) * FAN_TABLE_LOADS;
    for (let l = 0; l < FAN_TABLE_LOADS; l++) flow[l]! += fanTableM3s[row + l]!;
  }
  const between = (low: number, high: number): number[] => {
    const calm = flow[high]! <= FLOW_STEP * flow[low]! && high - low <= WIDEST_STEP;
    if (calm || high - low < 2) return [high];
    const middle = Math.ceil((low + high) / 2);
    return [...between(low, middle), ...between(middle, high)];
  };
  const entries = [LOWEST_LOAD, ...between(LOWEST_LOAD, FAN_TABLE_LOADS - 1)];
  return entries.map((entry) => entry / (FAN_TABLE_LOADS - 1));
}

/** Flow of a group at a power and an inlet, m³/s: linear between the entries, held at their ends. */
export function tableFlow(table: FanTable, group: number, powerW: number, inletCelsius: number): number {
  const last = FAN_TABLE_CELSIUS.length - 1;
  let i = 0;
  while (i < last - 1 && inletCelsius > FAN_TABLE_CELSIUS[i + 1]!) i++;
  const width = FAN_TABLE_CELSIUS[i + 1]! - FAN_TABLE_CELSIUS[i]!;
  const warm = Math.min(1, Math.max(0, (inletCelsius - FAN_TABLE_CELSIUS[i]!) / width));
  const row = (group * FAN_TABLE_CELSIUS.length + i) * FAN_TABLE_LOADS;
  return (1 - warm) * rowFlow(table, row, powerW) + warm * rowFlow(table, row + FAN_TABLE_LOADS, powerW);
}

function rowFlow({ fanTablePowerW, fanTableM3s }: FanTable, row: number, watts: number): number {
  let l = 0;
  while (l < FAN_TABLE_LOADS - 2 && watts > fanTablePowerW[row + l + 1]!) l++;
  const low = fanTablePowerW[row + l]!;
  const span = fanTablePowerW[row + l + 1]! - low;
  const part = span > 0 ? Math.min(1, Math.max(0, (watts - low) / span)) : 0;
  return fanTableM3s[row + l]! + part * (fanTableM3s[row + l + 1]! - fanTableM3s[row + l]!);
}
