import type { Site } from '../../site/schema/site';
import { advance, advanceSlice, createEngine, editSite, runSteady } from '../engine';
import type { Engine } from '../state';
import { type AirTrace, finishJob, type JobProgress, type TraceDetail, traceAir } from '../tracers/trace-air';
import { assembleModel } from './assemble';
import { meanTrace } from './mean-trace';
import type { ReducedModel, RoomState } from './model';
import { type Axes, axesOf, driveTo, equipmentNear, type OperatingPoint } from './operating-points';
import { siteInState, siteToTrace } from './room-states';

export interface ReducedOptions {
  /** Groups of the model: chassis (default) or racks, each as one well-mixed chassis. */
  detail?: TraceDetail;
  state?: RoomState;
  /** Levels at which the air is traced, ascending; absent: what servers and units can do together, see `axesOf`. */
  axes?: Axes;
  /** Paths that carry less than this share of their taker's air at every node are left out. */
  leastShare?: number;
}

const LEAST_SHARE = 1e-4;
/** Part of a taker's air that may stay unexplained. */
const SHARE_ERROR = 1e-4;
/** Part of the times on the way that may stay unexplained. */
const TRANSIT_ERROR = 1e-2;

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
 * Settles and traces the room of `engine` in one state at every node, in an engine of its own: the given one stays as it
 * is. Progress counts nodes.
 */
export function* reducedJob(engine: Engine, options: ReducedOptions = {}): Generator<JobProgress, ReducedModel, void> {
  const detail = options.detail ?? 'chassis';
  const state = options.state ?? { kind: 'healthy' };
  const { site } = engine;
  const room = siteInState(site, state);
  const axes = options.axes ?? axesOf(room);
  const likes = axes.buoyancyLevels.map((buoyancy) => equipmentNear(room, buoyancy));
  const siteFor = (point: OperatingPoint): Site => {
    const { fanShare, equipment } = driveTo(room, point, likes[axes.buoyancyLevels.indexOf(point.buoyancy)]!);
    return siteToTrace(room, fanShare, equipment);
  };
  const points = pointsToTrace(axes);
  const bench = createEngine(siteFor(points[0]!), engine.options);
  const traces: AirTrace[] = [];
  for (const point of points) {
    const progress = (part: number): JobProgress => ({ done: traces.length + part, total: points.length });
    if (traces.length > 0) editSite(bench, siteFor(point));
    while (bench.settling.active) {
      advanceSlice(bench);
      yield progress(0);
    }
    const { converged } = runSteady(bench);
    traces.push(meanTrace(yield* traceMoments(bench, detail, converged ? 1 : UNSTEADY_MOMENTS, progress)));
  }
  const nodes = allPoints(axes).map((point) => traces[points.indexOf(nearestTraced(points, point))]!);
  const levels = {
    states: [state],
    balanceStart: Int32Array.of(0, axes.balanceLevels.length),
    balanceLevels: Float64Array.from(axes.balanceLevels),
    buoyancyLevels: Float64Array.from(axes.buoyancyLevels),
  };
  return assembleModel(engine, nodes, levels, options.leastShare ?? LEAST_SHARE);
}

/** In the order of the nodes of a model. */
function allPoints({ balanceLevels, buoyancyLevels }: Axes): OperatingPoint[] {
  return balanceLevels.flatMap((balance) => buoyancyLevels.map((buoyancy) => ({ balance, buoyancy })));
}

/** Those that servers and units can come to. */
function pointsToTrace(axes: Axes): OperatingPoint[] {
  const points = allPoints(axes).filter(({ balance, buoyancy }) => {
    const [least, most] = axes.reach[axes.buoyancyLevels.indexOf(buoyancy)]!;
    return balance >= least && balance <= most;
  });
  return points.length > 0 ? points : allPoints(axes);
}

/** The nearest balance at the same buoyancy; where that buoyancy has none, at the nearest one. */
function nearestTraced(points: readonly OperatingPoint[], { balance, buoyancy }: OperatingPoint): OperatingPoint {
  const distance = (point: OperatingPoint) =>
    1000 * Math.abs(Math.log(point.buoyancy / buoyancy)) + Math.abs(Math.log(point.balance / balance));
  return points.reduce((nearest, point) => (distance(point) < distance(nearest) ? point : nearest));
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
    // Times on the way differ little from one moment to another: those of the first do.
    const transit = moment === 0;
    const trace = traceAir(engine, {
      detail,
      what: 'heat',
      transit,
      shareError: SHARE_ERROR,
      transitError: TRANSIT_ERROR,
    });
    let step = trace.next();
    for (; !step.done; step = trace.next()) yield progress((moment + step.value.done / step.value.total) / moments);
    traces.push(step.value);
  }
  return traces;
}
