import type { ReducedRoom } from '../engine/reduced/reduced-room';
import { dispatch } from '../engine/scheduler/dispatch';
import { followLoad } from '../engine/servers/follow-load';
import { observeRackInlets } from '../engine/servers/observe';
import { createWorkQueue, type WorkQueue } from '../engine/servers/study/work-queue';
import { createNoise, demandAt, type NoiseState } from '../engine/workload/demand';
import type { Workload } from '../site/schema/energy';

/** Looks at the demand within a step, s apart. */
const LOOK_SECONDS = 15;

/** Work is late when it is not done within this time of its coming, s, or within the step where that is longer. */
const LATE_SECONDS = 600;

/**
 * Demand of a run and what became of it, pool by pool. What a step leaves undone waits and is asked for again in the next,
 * so that every way to run a site is asked for the same work; shares of the peak throughput of each pool.
 */
export interface DemandQueue {
  readonly workload: Workload;
  readonly noise: NoiseState;
  readonly pools: readonly WorkQueue[];
  readonly stepSeconds: number;
  /** Sums over the run, steps at full load, of each pool. */
  readonly asked: Float64Array;
  readonly done: Float64Array;
  /** Scratch. */
  readonly left: Float64Array;
}

export function createDemandQueue(
  room: ReducedRoom,
  workload: Workload,
  stepSeconds: number,
  seed: number,
): DemandQueue {
  const pools = room.observation.poolCapacity.length;
  const deadlineSteps = Math.max(1, Math.round(LATE_SECONDS / stepSeconds));
  return {
    workload,
    noise: createNoise(seed),
    pools: Array.from({ length: pools }, () => createWorkQueue(deadlineSteps)),
    stepSeconds,
    asked: new Float64Array(pools),
    done: new Float64Array(pools),
    left: new Float64Array(pools),
  };
}

/** Places the demand of the step that begins now, and what waits from before. Returns the demand, share of peak. */
export function placeDemand(room: ReducedRoom, queue: DemandQueue): number {
  const { servers, observation, dispatchState } = room;
  const { workload, noise, stepSeconds } = queue;
  const level = meanDemand(workload, noise, room.simulatedSeconds, stepSeconds);
  observeRackInlets(servers, room.chassisInletCelsius, observation);
  dispatch(workload.dispatcher, level, observation, dispatchState, servers.serverDemandShare);
  if (queue.pools.some(({ waiting }) => waiting > 0)) addWaiting(room, queue);
  followLoad(servers, level);
  return level;
}

/** Mean demand from `seconds` on: a look once a step would take swings of a minute for ones of the whole step. */
function meanDemand(workload: Workload, noise: NoiseState, seconds: number, stepSeconds: number): number {
  const looks = Math.max(1, Math.round(stepSeconds / LOOK_SECONDS));
  let sum = 0;
  for (let n = 1; n <= looks; n++) sum += demandAt(workload, seconds + (n * stepSeconds) / looks, noise);
  return sum / looks;
}

/** What waits goes on top: evenly where work is spread, into the first room where it is packed. */
function addWaiting({ observation, servers }: ReducedRoom, { pools, left, workload }: DemandQueue): void {
  const { serverCapacity, serverPool, poolCapacity } = observation;
  const { serverDemandShare } = servers;
  const evenly = workload.dispatcher === 'uniform';
  for (let p = 0; p < pools.length; p++) left[p] = pools[p]!.waiting * poolCapacity[p]!;
  for (let s = 0; s < serverCapacity.length; s++) {
    const capacity = serverCapacity[s]!;
    if (!(capacity > 0)) continue;
    const pool = serverPool[s]!;
    const room = 1 - serverDemandShare[s]!;
    const more = Math.min(room, evenly ? pools[pool]!.waiting : left[pool]! / capacity);
    serverDemandShare[s]! += more;
    left[pool]! -= more * capacity;
  }
}

/** Counts what the servers did in the step that has ended. */
export function countWork({ servers, observation }: ReducedRoom, queue: DemandQueue, level: number): void {
  const { serverCapacity, serverPool, poolCapacity } = observation;
  const { pools, left, asked, done } = queue;
  left.fill(0);
  for (let s = 0; s < serverCapacity.length; s++) {
    if (serverCapacity[s]! > 0) left[serverPool[s]!]! += servers.serverUtilisation[s]! * serverCapacity[s]!;
  }
  for (let p = 0; p < pools.length; p++) {
    const share = poolCapacity[p]! > 0 ? left[p]! / poolCapacity[p]! : 0;
    const asks = poolCapacity[p]! > 0 ? level : 0;
    pools[p]!.tick(asks, share);
    asked[p]! += asks;
    done[p]! += share;
  }
}

/** Mean over the pools that do work of what a sum holds, full-load hours. */
export function fullLoadHours(
  { stepSeconds }: DemandQueue,
  capacity: Float64Array,
  of: (pool: number) => number,
): number {
  let sum = 0;
  let count = 0;
  for (let p = 0; p < capacity.length; p++) {
    if (!(capacity[p]! > 0)) continue;
    sum += of(p);
    count++;
  }
  return count > 0 ? ((sum / count) * stepSeconds) / 3600 : 0;
}
