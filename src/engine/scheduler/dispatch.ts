import type { Workload } from '../../site/schema/energy';
import type { Observation } from './observation';

export type DispatcherName = Workload['dispatcher'];

/**
 * A rack must be this much cooler than the one before it to overtake it, K. Without the margin the load
 * would chase its own heat from rack to rack (assumption).
 */
export const OVERTAKE_KELVIN = 0.5;

export interface DispatchState {
  /** Racks from first to last filled; 'coolest-inlet' keeps it sorted, the others leave it alone. */
  rackOrder: Int32Array;
  /** Work still to be placed in each pool, units a second; on return of a dispatch what no server has room for. */
  remaining: Float64Array;
  /** Scratch: capacity of the servers of each pool that may be given work, units a second. */
  open: Float64Array;
}

export function createDispatch(observation: Observation): DispatchState {
  return {
    rackOrder: Int32Array.from({ length: observation.rackInletCelsius.length }, (_, rack) => rack),
    remaining: new Float64Array(observation.poolCapacity.length),
    open: new Float64Array(observation.poolCapacity.length),
  };
}

/**
 * Spreads demand over the servers: on return `serverDemandShare` holds the share of its peak throughput
 * asked of each server (untouched where its capacity is 0, 0 where it is off), and the shares of each pool add up to
 * `demandLevel` of the capacity of that pool less what `state.remaining` says that nobody has room for. Allocates nothing.
 */
export function dispatch(
  name: DispatcherName,
  demandLevel: number,
  observation: Observation,
  state: DispatchState,
  serverDemandShare: Float64Array,
): void {
  if (name === 'uniform') {
    spread(demandLevel, observation, state, serverDemandShare);
    return;
  }
  if (name === 'coolest-inlet') rankByInlet(observation.rackInletCelsius, state.rackOrder);
  fill(demandLevel, observation, state, serverDemandShare);
}

/** The same share of every server that is on; those of a pool take over what the others of it cannot do. */
function spread(
  demandLevel: number,
  observation: Observation,
  { remaining, open }: DispatchState,
  serverDemandShare: Float64Array,
): void {
  const { serverCapacity, serverPool, serverOpen, poolCapacity, closedServers } = observation;
  remaining.fill(0);
  if (closedServers === 0) {
    for (let server = 0; server < serverCapacity.length; server++) {
      if (serverCapacity[server]! > 0) serverDemandShare[server] = demandLevel;
    }
    return;
  }
  open.fill(0);
  for (let server = 0; server < serverCapacity.length; server++) {
    if (serverOpen[server] === 1) open[serverPool[server]!]! += serverCapacity[server]!;
  }
  for (let pool = 0; pool < open.length; pool++) {
    const wanted = demandLevel * poolCapacity[pool]!;
    remaining[pool] = Math.max(0, wanted - open[pool]!);
    // From here on the share asked of each open server.
    open[pool] = open[pool]! > 0 ? Math.min(1, wanted / open[pool]!) : 0;
  }
  for (let server = 0; server < serverCapacity.length; server++) {
    if (serverCapacity[server]! <= 0) continue;
    serverDemandShare[server] = serverOpen[server] === 1 ? open[serverPool[server]!]! : 0;
  }
}

/** Fills one server after the other, rack by rack, until the demand of its pool is placed. */
function fill(
  demandLevel: number,
  observation: Observation,
  state: DispatchState,
  serverDemandShare: Float64Array,
): void {
  const { rackServerStart, serverCapacity, serverPool, serverOpen, poolCapacity } = observation;
  const { rackOrder, remaining } = state;
  for (let pool = 0; pool < remaining.length; pool++) remaining[pool] = demandLevel * poolCapacity[pool]!;
  for (let rank = 0; rank < rackOrder.length; rank++) {
    const rack = rackOrder[rank]!;
    const end = rackServerStart[rack + 1]!;
    for (let server = rackServerStart[rack]!; server < end; server++) {
      const capacity = serverCapacity[server]!;
      if (capacity <= 0) continue;
      if (serverOpen[server] === 0) {
        serverDemandShare[server] = 0;
        continue;
      }
      const pool = serverPool[server]!;
      const placed = Math.min(capacity, Math.max(0, remaining[pool]!));
      serverDemandShare[server] = placed / capacity;
      remaining[pool] = remaining[pool]! - placed;
    }
  }
}

/**
 * Insertion sort with a margin: the order of the last tick is nearly right, so this takes one pass and
 * leaves near-equal racks where they were. A rack without a temperature stays in place.
 */
function rankByInlet(rackInletCelsius: Float64Array, rackOrder: Int32Array): void {
  for (let rank = 1; rank < rackOrder.length; rank++) {
    const rack = rackOrder[rank]!;
    const inlet = rackInletCelsius[rack]!;
    let place = rank;
    while (place > 0 && inlet < rackInletCelsius[rackOrder[place - 1]!]! - OVERTAKE_KELVIN) {
      rackOrder[place] = rackOrder[place - 1]!;
      place--;
    }
    rackOrder[place] = rack;
  }
}
