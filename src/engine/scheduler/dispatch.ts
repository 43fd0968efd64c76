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
  /** Scratch: work still to be placed in each pool, units a second. */
  remaining: Float64Array;
}

export function createDispatch(observation: Observation): DispatchState {
  return {
    rackOrder: Int32Array.from({ length: observation.rackInletCelsius.length }, (_, rack) => rack),
    remaining: new Float64Array(observation.poolCapacity.length),
  };
}

/**
 * Spreads demand over the servers: on return `serverDemandShare` holds the share of its peak throughput
 * asked of each server (untouched where its capacity is 0), and the shares of each pool add up to
 * `demandLevel` of the capacity of that pool. Allocates nothing.
 */
export function dispatch(
  name: DispatcherName,
  demandLevel: number,
  observation: Observation,
  state: DispatchState,
  serverDemandShare: Float64Array,
): void {
  if (name === 'uniform') {
    spread(demandLevel, observation, serverDemandShare);
    return;
  }
  if (name === 'coolest-inlet') rankByInlet(observation.rackInletCelsius, state.rackOrder);
  fill(demandLevel, observation, state, serverDemandShare);
}

function spread(demandLevel: number, { serverCapacity }: Observation, serverDemandShare: Float64Array): void {
  for (let server = 0; server < serverCapacity.length; server++) {
    if (serverCapacity[server]! > 0) serverDemandShare[server] = demandLevel;
  }
}

/** Fills one server after the other, rack by rack, until the demand of its pool is placed. */
function fill(
  demandLevel: number,
  observation: Observation,
  state: DispatchState,
  serverDemandShare: Float64Array,
): void {
  const { rackServerStart, serverCapacity, serverPool, poolCapacity } = observation;
  const { rackOrder, remaining } = state;
  for (let pool = 0; pool < remaining.length; pool++) remaining[pool] = demandLevel * poolCapacity[pool]!;
  for (let rank = 0; rank < rackOrder.length; rank++) {
    const rack = rackOrder[rank]!;
    const end = rackServerStart[rack + 1]!;
    for (let server = rackServerStart[rack]!; server < end; server++) {
      const capacity = serverCapacity[server]!;
      if (capacity <= 0) continue;
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
