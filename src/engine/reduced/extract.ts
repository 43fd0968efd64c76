import type { Site } from '../../site/schema/site';
import { advance, advanceSlice, createEngine, editSite, runSteady } from '../engine';
import type { Engine } from '../state';
import { type AirTrace, finishJob, type JobProgress, traceAir } from '../tracers/trace-air';
import type { TraceDetail } from '../tracers/trace-detail';
import { assembleModel } from './assemble';
import { meanTrace } from './mean-trace';
import type { ReducedModel, RoomState } from './model';
import { type Axes, axesOf, canReach, driveTo, type Equipment, equipmentAt, sumOf } from './operating-points';
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
  const levels = levelsOf(room, axes);
  const points = pointsToTrace(room, axes, levels);
  const siteFor = ({ balance, level }: Point): Site => {
    const { fanShare, equipment } = driveTo(room, balance, levels[level]!.equipment);
    return siteToTrace(room, fanShare, equipment);
  };
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
  const nodes = axes.balanceLevels.flatMap((balance) =>
    levels.map(({ likeLevel }) => traces[nearestTraced(points, { balance, level: likeLevel })]!),
  );
  const total = (of: (equipment: Equipment) => Float64Array) =>
    Float64Array.from(levels, ({ equipment }) => sumOf(of(equipment)));
  const places = {
    states: [state],
    balanceStart: Int32Array.of(0, axes.balanceLevels.length),
    balanceLevels: Float64Array.from(axes.balanceLevels),
    loads: Float64Array.from(axes.loads),
    inletsCelsius: Float64Array.from(axes.inletsCelsius),
    levelFlowM3s: total(({ flowM3s }) => flowM3s),
    levelHeatW: total(({ heatW }) => heatW),
  };
  return assembleModel(engine, nodes, places, options.leastShare ?? LEAST_SHARE);
}

/** Equipment at one load and inlet; `likeLevel`: the first level at which it is the same, which is traced for both. */
interface Level {
  readonly equipment: Equipment;
  readonly likeLevel: number;
}

/** Inlet by inlet, load by load. */
function levelsOf(room: Site, { loads, inletsCelsius }: Axes): Level[] {
  const levels: Level[] = [];
  for (const inlet of inletsCelsius) {
    for (const load of loads) {
      const equipment = equipmentAt(room, load, inlet);
      const like = levels.findIndex((other) => isSame(other.equipment, equipment));
      levels.push({ equipment, likeLevel: like < 0 ? levels.length : like });
    }
  }
  return levels;
}

/** A part in a thousand of the flow of all, or of their heat, makes no other air. */
const SAME = 1e-3;

function isSame(a: Equipment, b: Equipment): boolean {
  const near = (first: Float64Array, second: Float64Array) => {
    const difference = first.reduce((sum, value, n) => sum + Math.abs(value - second[n]!), 0);
    return difference <= SAME * sumOf(first);
  };
  return near(a.flowM3s, b.flowM3s) && near(a.heatW, b.heatW);
}

interface Point {
  readonly balance: number;
  readonly level: number;
}

/** Those that servers and units can come to. Level by level, so that each room starts from one that is nearly it. */
function pointsToTrace(room: Site, { balanceLevels }: Axes, levels: readonly Level[]): Point[] {
  const all = levels.flatMap(({ likeLevel }, level) =>
    likeLevel === level ? balanceLevels.map((balance) => ({ balance, level })) : [],
  );
  const points = all.filter(({ balance, level }) => canReach(room, levels[level]!.equipment, balance));
  return points.length > 0 ? points : all;
}

/** Place of the nearest traced balance of the same level; of a level that has none, of the nearest level. */
function nearestTraced(points: readonly Point[], { balance, level }: Point): number {
  const distance = (point: Point) => 1000 * Math.abs(point.level - level) + Math.abs(Math.log(point.balance / balance));
  return points.reduce((nearest, point, n) => (distance(point) < distance(points[nearest]!) ? n : nearest), 0);
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
