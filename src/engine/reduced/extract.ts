import { advance, advanceSlice, createEngine, editSite, runSteady } from '../engine';
import { outerCelsius } from '../heat/heat';
import type { Engine } from '../state';
import { type AirTrace, finishJob, type JobProgress, type TraceDetail, traceAir } from '../tracers/trace-air';
import { fanTable, loadLevels as loadLevelsOf } from './fan-table';
import { meanTrace } from './mean-trace';
import { FILTER_SECONDS, type ReducedModel, type RoomState } from './model';
import { type OperatingPoint, siteAt } from './room-states';

export interface ReducedOptions {
  /** Groups of the model: racks (default) or chassis. */
  detail?: TraceDetail;
  state?: RoomState;
  /** Fan levels of the units, share of full speed, ascending. */
  fanLevels?: readonly number[];
  /** Loads, share of peak throughput, ascending; by the fans of the servers where absent. None without a workload. */
  loadLevels?: readonly number[];
  /** Paths that carry less than this share of their taker's air at every node are left out. */
  leastShare?: number;
}

const FAN_LEVELS = [0.5, 0.65, 0.8, 1];
const LEAST_SHARE = 1e-4;

/** Where the air never comes to rest, the mean over this many moments, so many ticks (s) apart. */
const UNSTEADY_MOMENTS = 5;
const TICKS_BETWEEN_MOMENTS = 20;

/** The work was given up. */
export class ReducedCancelled extends Error {
  override name = 'AbortError';
}

/** Extracts a model in one go; `cancel.aborted` is looked at between the pieces of work, as an AbortSignal's is. */
export function extractReduced(
  engine: Engine,
  options: ReducedOptions = {},
  onProgress?: (progress: JobProgress) => void,
  cancel?: { readonly aborted: boolean },
): ReducedModel {
  return finishJob(reducedJob(engine, options), (progress) => {
    if (cancel?.aborted) throw new ReducedCancelled('The reduced model was cancelled.');
    onProgress?.(progress);
  });
}

/**
 * Settles and traces the room of `engine` at every fan level and load, in an engine of its own: the given one stays as it
 * is. Progress counts takers traced; settling a node counts as nothing.
 */
export function* reducedJob(engine: Engine, options: ReducedOptions = {}): Generator<JobProgress, ReducedModel, void> {
  const { site } = engine;
  const detail = options.detail ?? 'rack';
  const state = options.state ?? { kind: 'healthy' };
  const fanLevels = options.fanLevels ?? FAN_LEVELS;
  const loadLevels = site.workload
    ? (options.loadLevels ?? loadLevelsOf(site, engine.servers.structure.rackChassisStart))
    : [Number.NaN];
  const points = fanLevels.flatMap((fanShare) => loadLevels.map((load): OperatingPoint => ({ fanShare, load })));
  const worker = createEngine(siteAt(site, state, points[0]!), engine.options);
  const nodes: AirTrace[] = [];
  const powers: number[] = [];
  for (const point of points) {
    if (nodes.length > 0) editSite(worker, siteAt(site, state, point));
    while (worker.settling.active) {
      advanceSlice(worker);
      yield { done: nodes.length, total: points.length };
    }
    const { converged } = runSteady(worker);
    const moments = converged ? 1 : UNSTEADY_MOMENTS;
    const traces: AirTrace[] = [];
    for (let moment = 0; moment < moments; moment++) {
      for (let tick = 0; tick < (moment === 0 ? 0 : TICKS_BETWEEN_MOMENTS); tick++) {
        advance(worker);
        yield { done: nodes.length + moment / moments, total: points.length };
      }
      const trace = traceAir(worker, { detail, what: 'heat', transit: true });
      let step = trace.next();
      for (; !step.done; step = trace.next()) {
        const part = (moment + step.value.done / step.value.total) / moments;
        yield { done: nodes.length + part, total: points.length };
      }
      traces.push(step.value);
    }
    nodes.push(meanTrace(traces));
    powers.push(worker.servers.totals.itW);
  }
  return assemble(worker, nodes, powers, detail, state, fanLevels, loadLevels, options.leastShare ?? LEAST_SHARE);
}

function assemble(
  engine: Engine,
  nodes: readonly AirTrace[],
  powers: readonly number[],
  detail: TraceDetail,
  state: RoomState,
  fanLevels: readonly number[],
  loadLevels: readonly number[],
  leastShare: number,
): ReducedModel {
  const [first] = nodes;
  const { groupIds, unitIds, openingIds, groupChassisStart } = first!;
  const ends = groupIds.length + unitIds.length + openingIds.length;
  const { rowStart, giver } = pathsOf(nodes, ends, leastShare);
  const flowM3s = new Float64Array(nodes.length * giver.length);
  const filter = new Float32Array(nodes.length * giver.length);
  const openingsFrom = groupIds.length + unitIds.length;
  const openings = openingIds.length;
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
    surfaceShare.set(trace.surfaceShare.subarray(0, ends), n * ends);
    openingTakenM3s.set(trace.takenM3s.subarray(openingsFrom, openingsFrom + openings), n * openings);
    openingGivenM3s.set(trace.givenM3s.subarray(openingsFrom, openingsFrom + openings), n * openings);
  });
  return {
    format: 'isotherm-reduced',
    version: 1,
    detail,
    state,
    groupIds,
    unitIds,
    openingIds,
    fanLevels: Float64Array.from(fanLevels),
    loadLevels: Float64Array.from(loadLevels),
    rowStart,
    giver,
    flowM3s,
    filter,
    surfaceShare,
    groupPowerW: Float64Array.from(powers),
    openingTakenM3s,
    openingGivenM3s,
    openingCelsius: engine.inflows.openingsCelsius.slice(),
    surfaceCelsius: outerCelsius(engine.room.surfaces),
    unitFullM3s: Float64Array.from(engine.site.coolingUnits, ({ fan, running }) => (running ? fan.ratedAirflowM3s : 0)),
    ...fanTable(engine.site, groupChassisStart),
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

/** Place of a mean time among the filters: 1.25 is a quarter of the way from the second to the third. */
function filterPlace(seconds: number): number {
  const last = FILTER_SECONDS.length - 1;
  if (!(seconds > FILTER_SECONDS[0])) return 0;
  let k = 0;
  while (k < last && seconds > FILTER_SECONDS[k + 1]!) k++;
  if (k === last) return last;
  return k + (seconds - FILTER_SECONDS[k]!) / (FILTER_SECONDS[k + 1]! - FILTER_SECONDS[k]!);
}

type Equipment = Pick<
  ReducedModel,
  'airShare' | 'massCapacityJK' | 'effectiveness' | 'lambda' | 'frameCapacityJK' | 'frameConductanceWK'
>;

/** Capacities add up; what describes the exchange with air is the mean by flow. */
function groupEquipment({ servers }: Engine, start: Int32Array): Equipment {
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
