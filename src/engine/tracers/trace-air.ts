import { outerExchange } from '../heat/heat';
import type { Engine } from '../state';
import { createFootprint, type FrozenTransport } from './adjoint';
import { type AirInlet, type AirInlets, airInlets, shareOf, unitSharesOf } from './air-sources';
import { type AirTaker, chassisTaker, openingTaker, roomTaker, unitTaker } from './air-takers';
import { freezeEngineAir } from './freeze';
import type { TraceDetail } from './trace-detail';

/**
 * Who draws whose air, at one moment. Givers: the groups (racks or chassis), then the units, then the openings, G + U + O.
 * Takers: the same, and last the room as a whole (its mean by volume). Air is not followed through equipment.
 */
export interface AirTrace {
  readonly detail: TraceDetail;
  readonly simulatedSeconds: number;
  readonly groupIds: readonly string[];
  readonly unitIds: readonly string[];
  readonly openingIds: readonly string[];
  /** Chassis of group g: groupChassisStart[g] ... groupChassisStart[g + 1] - 1. */
  readonly groupChassisStart: Int32Array;
  /** takers x givers, row by row: share of the taker's air that last left the giver; a row sums to 1, or is 0. */
  readonly share: Float64Array;
  /** Share of the taker's warmth that surfaces set; 0 where the air itself was traced. */
  readonly surfaceShare: Float64Array;
  /** Flow that each taker draws and each giver blows, m³/s. */
  readonly takenM3s: Float64Array;
  readonly givenM3s: Float64Array;
  /** Mean time since the taker's air last entered the room, s. */
  readonly ageSeconds: Float64Array;
  /** takers x givers: mean time on the way from giver to taker, s; null unless asked for. */
  readonly transitSeconds: Float64Array | null;
  /** Air of the room that something flows into, m³. */
  readonly volumeM3: number;
}

export interface TraceOptions {
  detail: TraceDetail;
  /** 'air' (default) traces the air itself, 'heat' its warmth: the two differ where surfaces exchange heat. */
  what?: 'air' | 'heat';
  /** Also the time on the way from each giver to each taker: up to doubles the work. */
  transit?: boolean;
  /** Largest error of a share, and part of the times on the way that may stay unexplained; absent: 1e-7. */
  shareError?: number;
  transitError?: number;
}

/** How far a long computation has come. */
export interface JobProgress {
  done: number;
  total: number;
}

/** The computation did not get there; the message says where. */
export class TraceError extends Error {
  override name = 'TraceError';
}

/**
 * Traces the air as it moves at the first step. Each step asks for one taker, so that the caller may show progress, let
 * other work go on (the air is frozen in a copy) or stop asking.
 */
export function* traceAir(engine: Engine, options: TraceOptions): Generator<JobProgress, AirTrace, void> {
  const { detail } = options;
  const { structure } = engine.servers;
  const transport = freezeEngineAir(engine, options.what ?? 'air');
  const inlets = airInlets(engine, transport);
  const groupChassisStart =
    detail === 'rack'
      ? structure.rackChassisStart
      : Int32Array.from({ length: structure.chassisIds.length + 1 }, (_, n) => n);
  const groupIds = detail === 'rack' ? structure.rackIds : structure.chassisIds;
  const unitIds = engine.site.coolingUnits.map(({ id }) => id);
  const openingIds = engine.site.openings.map(({ id }) => id);
  const room = roomTaker(engine, transport);
  const takers = [
    ...groupIds.map((_, g) => chassisTaker(engine, transport, groupChassisStart[g]!, groupChassisStart[g + 1]!)),
    ...unitIds.map((_, n) => unitTaker(engine, transport, n)),
    ...openingIds.map((_, n) => openingTaker(engine, transport, n)),
    room.taker,
  ];
  const givers = groupIds.length + unitIds.length + openingIds.length;
  const trace: AirTrace = {
    detail,
    simulatedSeconds: engine.simulatedSeconds,
    groupIds,
    unitIds,
    openingIds,
    groupChassisStart,
    share: new Float64Array(takers.length * givers),
    surfaceShare: new Float64Array(takers.length),
    takenM3s: Float64Array.from(takers, (taker) => taker?.flowM3s ?? 0),
    givenM3s: givenFlows(engine, inlets, groupChassisStart),
    ageSeconds: new Float64Array(takers.length).fill(Number.NaN),
    transitSeconds: options.transit ? new Float64Array(takers.length * givers).fill(Number.NaN) : null,
    volumeM3: room.volumeM3,
  };
  const exchange = options.what === 'heat' ? exchangeOf(engine, transport) : null;
  const ask = createQuestion(transport, inlets, trace, exchange, options);
  for (let n = 0; n < takers.length; n++) {
    if (takers[n] !== null) ask(takers[n]!, n);
    yield { done: n + 1, total: takers.length };
  }
  return trace;
}

function givenFlows(engine: Engine, inlets: AirInlets, groupChassisStart: Int32Array): Float64Array {
  const total = ({ flows }: AirInlet) => flows.reduce((sum, q) => sum + q, 0);
  const groups = Array.from({ length: groupChassisStart.length - 1 }, (_, g) =>
    inlets.chassis
      .slice(groupChassisStart[g]!, groupChassisStart[g + 1]!)
      .reduce((sum, inlet) => sum + total(inlet), 0),
  );
  return Float64Array.from([...groups, ...engine.flows.units, ...inlets.openings.map(total)]);
}

function exchangeOf(engine: Engine, transport: FrozenTransport): Float64Array {
  const exchange = outerExchange(engine.room.kernels, engine.room.surfaces);
  const result = new Float64Array(transport.count);
  for (let c = 0; c < exchange.length; c++) if (transport.place[c]! >= 0) result[transport.place[c]!] = exchange[c]!;
  return result;
}

/** Answers for one taker into row `row` of the trace. */
function createQuestion(
  transport: FrozenTransport,
  inlets: AirInlets,
  trace: AirTrace,
  exchange: Float64Array | null,
  { shareError, transitError }: TraceOptions,
): (taker: AirTaker, row: number) => void {
  const footprint = createFootprint(transport);
  const right = new Float64Array(transport.count);
  const { share, groupIds, groupChassisStart, unitIds, openingIds, transitSeconds } = trace;
  const givers = groupIds.length + unitIds.length + openingIds.length;
  const writeShares = (reach: Float64Array, into: Float64Array) => {
    for (let g = 0; g < groupIds.length; g++) {
      let sum = 0;
      for (let c = groupChassisStart[g]!; c < groupChassisStart[g + 1]!; c++) sum += shareOf(inlets.chassis[c]!, reach);
      into[g] = sum;
    }
    unitSharesOf(inlets, reach, into.subarray(groupIds.length, groupIds.length + unitIds.length));
    for (let n = 0; n < openingIds.length; n++) {
      into[groupIds.length + unitIds.length + n] = shareOf(inlets.openings[n]!, reach);
    }
  };
  const solve = (row: number, error?: number): Float64Array => {
    const reach = footprint(right, error);
    if (reach === null) throw new TraceError(`The air of ${nameOf(trace, row)} could not be traced: no convergence.`);
    return reach;
  };
  return (taker, row) => {
    right.fill(0);
    for (let n = 0; n < taker.cells.length; n++) right[taker.cells[n]!]! += taker.weights[n]!;
    const reach = solve(row, shareError);
    writeShares(reach, share.subarray(row * givers, (row + 1) * givers));
    trace.ageSeconds[row] = dot(reach, transport.volume);
    if (exchange !== null) trace.surfaceShare[row] = dot(reach, exchange);
    if (transitSeconds === null) return;
    for (let n = 0; n < right.length; n++) right[n] = reach[n]! * transport.volume[n]!;
    const times = transitSeconds.subarray(row * givers, (row + 1) * givers);
    writeShares(solve(row, transitError), times);
    for (let s = 0; s < givers; s++) times[s] = share[row * givers + s]! > 0 ? times[s]! / share[row * givers + s]! : 0;
  };
}

function nameOf({ groupIds, unitIds, openingIds }: AirTrace, row: number): string {
  return [...groupIds, ...unitIds, ...openingIds][row] ?? 'the room';
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < a.length; n++) sum += a[n]! * b[n]!;
  return sum;
}

/** Runs a job to its end, telling how far it has come. */
export function finishJob<Result>(
  job: Generator<JobProgress, Result, void>,
  onProgress?: (progress: JobProgress) => void,
): Result {
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
  }
}
