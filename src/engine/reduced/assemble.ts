import { outerCelsius } from '../heat/heat';
import type { Engine } from '../state';
import type { AirTrace } from '../tracers/trace-air';
import { fanTable } from './fan-table';
import { FILTER_RATIO, FILTER_SECONDS, type ReducedModel } from './model';
import { siteDigest } from './site-digest';

export type ModelAxes = Pick<
  ReducedModel,
  'states' | 'balanceStart' | 'balanceLevels' | 'loads' | 'inletsCelsius' | 'levelFlowM3s' | 'levelHeatW'
>;

/** Puts the traced nodes of one state together. `engine`: one of the site as it is, prepared, for its equipment. */
export function assembleModel(
  engine: Engine,
  nodes: readonly AirTrace[],
  axes: ModelAxes,
  leastShare: number,
): ReducedModel {
  const { site } = engine;
  const { detail, groupIds, unitIds, openingIds, groupChassisStart } = nodes[0]!;
  const groups = groupIds.length;
  const openings = openingIds.length;
  const openingsFrom = groups + unitIds.length;
  const ends = openingsFrom + openings;
  const { rowStart, giver } = pathsOf(nodes, ends, leastShare);
  const flowM3s = new Float32Array(nodes.length * giver.length);
  const filter = new Float32Array(nodes.length * giver.length);
  const nodeGroupM3s = new Float64Array(nodes.length);
  const openingTakenM3s = new Float64Array(nodes.length * openings);
  const openingGivenM3s = new Float64Array(nodes.length * openings);
  const surfaceShare = new Float64Array(nodes.length * ends);
  nodes.forEach((trace, n) => {
    for (let taker = 0; taker < ends; taker++) {
      for (let path = rowStart[taker]!; path < rowStart[taker + 1]!; path++) {
        const at = taker * ends + giver[path]!;
        flowM3s[n * giver.length + path] = trace.share[at]! * trace.takenM3s[taker]!;
        filter[n * giver.length + path] = filterPlace(trace.transitSeconds![at]!);
      }
    }
    for (let g = 0; g < groups; g++) nodeGroupM3s[n]! += trace.takenM3s[g]!;
    surfaceShare.set(trace.surfaceShare.subarray(0, ends), n * ends);
    openingTakenM3s.set(trace.takenM3s.subarray(openingsFrom, ends), n * openings);
    openingGivenM3s.set(trace.givenM3s.subarray(openingsFrom, ends), n * openings);
  });
  const { rackIds, chassisRack } = engine.servers.structure;
  return {
    format: 'isotherm-reduced',
    version: 4,
    siteDigest: siteDigest(site),
    detail,
    ...axes,
    rackIds: [...rackIds],
    groupIds: [...groupIds],
    unitIds: [...unitIds],
    openingIds: [...openingIds],
    groupChassisStart: groupChassisStart.slice(),
    groupRack: detail === 'rack' ? Int32Array.from(rackIds, (_, r) => r) : chassisRack.slice(),
    rowStart,
    giver,
    flowM3s,
    filter,
    surfaceShare,
    nodeGroupM3s,
    openingTakenM3s,
    openingGivenM3s,
    openingCelsius: engine.inflows.openingsCelsius.slice(),
    openingPinned: Uint8Array.from(site.openings, ({ flow }) => (flow.kind === 'pinned' ? 1 : 0)),
    surfaceCelsius: outerCelsius(engine.room.surfaces),
    unitFullM3s: Float64Array.from(site.coolingUnits, ({ fan, running }) => (running ? fan.ratedAirflowM3s : 0)),
    unitCapacityW: Float64Array.from(site.coolingUnits, ({ capacityW }) => capacityW ?? Number.POSITIVE_INFINITY),
    ...fanTable(site, groupChassisStart),
    ...groupEquipment(engine, groupChassisStart),
  };
}

/** Every path that matters at some node, by taker. */
function pathsOf(
  nodes: readonly AirTrace[],
  ends: number,
  leastShare: number,
): { rowStart: Int32Array; giver: Int32Array } {
  const rowStart = new Int32Array(ends + 1);
  const giver: number[] = [];
  for (let taker = 0; taker < ends; taker++) {
    for (let end = 0; end < ends; end++) {
      if (nodes.some(({ share }) => share[taker * ends + end]! > leastShare)) giver.push(end);
    }
    rowStart[taker + 1] = giver.length;
  }
  return { rowStart, giver: Int32Array.from(giver) };
}

/** Place of a mean time among the filters, may lie outside: 1.25 is a quarter of the way from the second to the third. */
function filterPlace(seconds: number): number {
  return Math.log(Math.max(seconds, 0.01) / FILTER_SECONDS[0]) / Math.log(FILTER_RATIO);
}

type GroupEquipment = Pick<
  ReducedModel,
  'airShare' | 'massCapacityJK' | 'effectiveness' | 'lambda' | 'frameCapacityJK' | 'frameConductanceWK'
>;

/** Capacities add up; what describes the exchange with air is the mean by flow. */
function groupEquipment({ servers }: Engine, start: Int32Array): GroupEquipment {
  const groups = start.length - 1;
  const array = () => new Float64Array(groups);
  const result = {
    airShare: array(),
    massCapacityJK: array(),
    effectiveness: array(),
    lambda: array(),
    frameCapacityJK: array(),
    frameConductanceWK: array(),
  };
  for (let g = 0; g < groups; g++) {
    let power = 0;
    let flow = 0;
    for (let c = start[g]!; c < start[g + 1]!; c++) {
      const q = servers.airflowM3s[c]!;
      power += servers.powerW[c]!;
      flow += q;
      result.airShare[g]! += servers.airHeatW[c]!;
      result.massCapacityJK[g]! += servers.massCapacityJK[c]!;
      result.effectiveness[g]! += q * servers.effectiveness[c]!;
      result.lambda[g]! += q * servers.lambda[c]!;
      result.frameCapacityJK[g]! += servers.frameCapacityJK[c]!;
      result.frameConductanceWK[g]! += servers.frameConductanceWK[c]!;
    }
    result.airShare[g] = power > 0 ? result.airShare[g]! / power : 1;
    if (!(flow > 0)) continue;
    result.effectiveness[g]! /= flow;
    result.lambda[g]! /= flow;
  }
  return result;
}
