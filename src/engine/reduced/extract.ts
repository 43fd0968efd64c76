import { advance, advanceSlice, createEngine, editSite, runSteady } from '../engine';
import type { Engine } from '../state';
import { type AirTrace, finishJob, type JobProgress, type TraceDetail, traceAir } from '../tracers/trace-air';
import { assembleModel, type TracedNode } from './assemble';
import { meanTrace } from './mean-trace';
import type { ReducedModel, RoomState } from './model';
import { type OperatingPoint, siteAt } from './room-states';

export interface ReducedOptions {
  /** Groups of the model: chassis (default) or racks, each as one well-mixed chassis. */
  detail?: TraceDetail;
  state?: RoomState;
  /** Fan levels of the units, share of full speed, ascending. */
  fanLevels?: readonly number[];
  /** Loads, share of peak throughput, ascending. None without a workload. */
  loadLevels?: readonly number[];
  /** Supply temperatures, °C, ascending, to bring the fans of the servers to other speeds; one without a workload. */
  supplyLevels?: readonly number[];
  /** Paths that carry less than this share of their taker's air at every node are left out. */
  leastShare?: number;
}

export const FAN_LEVELS = [0.5, 0.65, 0.8, 1] as const;
export const LOAD_LEVELS = [0.2, 0.6, 1] as const;
/** Within the range recommended for inlets, and far enough above it to bring every fan up. */
export const SUPPLY_LEVELS = [20, 36] as const;
const LEAST_SHARE = 1e-4;
/** Part of a taker's air that may stay unexplained. */
const SHARE_ERROR = 1e-4;
/** A warmer supply that changes the servers' flow by less than this part is not traced again. */
const SAME_FLOW = 0.03;

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
 * Settles and traces the room of `engine` in one state at every fan level, load and supply temperature, in an engine of
 * its own: the given one stays as it is. Progress counts nodes.
 */
export function* reducedJob(engine: Engine, options: ReducedOptions = {}): Generator<JobProgress, ReducedModel, void> {
  const { site } = engine;
  const detail = options.detail ?? 'chassis';
  const state = options.state ?? { kind: 'healthy' };
  const fanLevels = options.fanLevels ?? FAN_LEVELS;
  const loadLevels = site.workload ? (options.loadLevels ?? LOAD_LEVELS) : [Number.NaN];
  const supplyLevels = (options.supplyLevels ?? SUPPLY_LEVELS).slice(0, site.workload ? undefined : 1);
  const points = fanLevels.flatMap((fanShare) =>
    loadLevels.flatMap((load) =>
      supplyLevels.map((supplyCelsius): OperatingPoint => ({ fanShare, load, supplyCelsius })),
    ),
  );
  const worker = createEngine(siteAt(site, state, points[0]!), engine.options);
  const nodes: TracedNode[] = [];
  for (const point of points) {
    const progress = (part: number): JobProgress => ({ done: nodes.length + part, total: points.length });
    if (nodes.length > 0) editSite(worker, siteAt(site, state, point));
    while (worker.settling.active) {
      advanceSlice(worker);
      yield progress(0);
    }
    const { converged } = runSteady(worker);
    const cooler = point.supplyCelsius === supplyLevels[0] ? undefined : nodes.at(-1);
    if (cooler !== undefined && sameFlow(worker, cooler)) {
      nodes.push(cooler);
      continue;
    }
    const powerW = worker.servers.totals.itW;
    const traces = yield* traceMoments(worker, detail, converged ? 1 : UNSTEADY_MOMENTS, progress);
    nodes.push({ trace: meanTrace(traces), powerW });
  }
  const axes = {
    states: [state],
    fanLevels: Float64Array.from(fanLevels),
    loadLevels: Float64Array.from(loadLevels),
    supplyLevels: Float64Array.from(supplyLevels),
  };
  return assembleModel(site, worker, nodes, axes, options.leastShare ?? LEAST_SHARE);
}

function sameFlow({ servers }: Engine, { trace }: TracedNode): boolean {
  const groups = trace.groupIds.length;
  const before = trace.takenM3s.subarray(0, groups).reduce((sum, q) => sum + q, 0);
  const now = servers.airflowM3s.reduce((sum, q) => sum + q, 0);
  return Math.abs(now - before) <= SAME_FLOW * before;
}

function* traceMoments(
  engine: Engine,
  detail: TraceDetail,
  moments: number,
  progress: (part: number) => JobProgress,
): Generator<JobProgress, AirTrace[], void> {
  const traces: AirTrace[] = [];
  for (let moment = 0; moment < moments; moment++) {
    for (let tick = 0; tick < (moment === 0 ? 0 : TICKS_BETWEEN_MOMENTS); tick++) {
      advance(engine);
      yield progress(moment / moments);
    }
    const trace = traceAir(engine, { detail, what: 'heat', transit: true, shareError: SHARE_ERROR });
    let step = trace.next();
    for (; !step.done; step = trace.next()) yield progress((moment + step.value.done / step.value.total) / moments);
    traces.push(step.value);
  }
  return traces;
}
