import type { Site } from '../../site/schema/site';
import { createServers } from '../servers/servers';
import { stepServers } from '../servers/step';
import { FAN_TABLE_CELSIUS, FAN_TABLE_LOADS, type ReducedModel } from './model';

export type FanTable = Pick<ReducedModel, 'fanTablePowerW' | 'fanTableM3s'>;

const INLETS = FAN_TABLE_CELSIUS.length;

/**
 * Wall power and flow of each group at the tabulated inlets and at even steps of load, every server of the workload alike.
 * Equipment given directly has the same power and flow everywhere.
 */
export function fanTable(site: Site, groupChassisStart: Int32Array): FanTable {
  const groups = groupChassisStart.length - 1;
  const fanTablePowerW = new Float64Array(groups * INLETS * FAN_TABLE_LOADS);
  const fanTableM3s = new Float64Array(fanTablePowerW.length);
  for (let i = 0; i < INLETS; i++) {
    const servers = createServers(site);
    const { structure } = servers;
    const celsius = new Float64Array(structure.chassisIds.length).fill(FAN_TABLE_CELSIUS[i]!);
    for (let l = 0; l < FAN_TABLE_LOADS; l++) {
      for (let n = 0; n < servers.serverDemandShare.length; n++) {
        if (structure.serverCapacity[n]! > 0) servers.serverDemandShare[n] = l / (FAN_TABLE_LOADS - 1);
      }
      stepServers(servers, celsius, Number.POSITIVE_INFINITY);
      for (let g = 0; g < groups; g++) {
        const at = (g * INLETS + i) * FAN_TABLE_LOADS + l;
        for (let c = groupChassisStart[g]!; c < groupChassisStart[g + 1]!; c++) {
          fanTablePowerW[at]! += servers.powerW[c]!;
          fanTableM3s[at]! += servers.airflowM3s[c]!;
        }
      }
    }
  }
  return { fanTablePowerW, fanTableM3s };
}

/** Row of the table below an inlet, and how far the inlet lies towards the next. */
interface Row {
  index: number;
  part: number;
}

const row: Row = { index: 0, part: 0 };

function findRow(inletCelsius: number): void {
  let i = 0;
  while (i < INLETS - 2 && inletCelsius > FAN_TABLE_CELSIUS[i + 1]!) i++;
  const width = FAN_TABLE_CELSIUS[i + 1]! - FAN_TABLE_CELSIUS[i]!;
  row.index = i;
  row.part = Math.min(1, Math.max(0, (inletCelsius - FAN_TABLE_CELSIUS[i]!) / width));
}

/** Flow of a group at a power and an inlet, m³/s: linear between the entries, held at their ends. */
export function tableFlow(table: FanTable, group: number, powerW: number, inletCelsius: number): number {
  findRow(inletCelsius);
  const from = (group * INLETS + row.index) * FAN_TABLE_LOADS;
  const warm = row.part;
  return (1 - warm) * rowFlow(table, from, powerW) + warm * rowFlow(table, from + FAN_TABLE_LOADS, powerW);
}

function rowFlow({ fanTablePowerW, fanTableM3s }: FanTable, from: number, watts: number): number {
  let l = 0;
  while (l < FAN_TABLE_LOADS - 2 && watts > fanTablePowerW[from + l + 1]!) l++;
  const low = fanTablePowerW[from + l]!;
  const span = fanTablePowerW[from + l + 1]! - low;
  const part = span > 0 ? Math.min(1, Math.max(0, (watts - low) / span)) : 0;
  return fanTableM3s[from + l]! + part * (fanTableM3s[from + l + 1]! - fanTableM3s[from + l]!);
}

/** Wall power of a group at a load (share of peak throughput) and an inlet, W: the fans of its servers included. */
export function tablePower({ fanTablePowerW }: FanTable, group: number, load: number, inletCelsius: number): number {
  findRow(inletCelsius);
  const from = (group * INLETS + row.index) * FAN_TABLE_LOADS;
  const place = Math.min(1, Math.max(0, load)) * (FAN_TABLE_LOADS - 1);
  const l = Math.min(FAN_TABLE_LOADS - 2, Math.floor(place));
  const at = (start: number) =>
    fanTablePowerW[start + l]! + (place - l) * (fanTablePowerW[start + l + 1]! - fanTablePowerW[start + l]!);
  return (1 - row.part) * at(from) + row.part * at(from + FAN_TABLE_LOADS);
}
