/**
 * All that a dispatcher may know, in plain arrays. Servers stand in rack order, so the servers of rack r
 * are rackServerStart[r] ... rackServerStart[r + 1] - 1.
 */
export interface Observation {
  readonly rackServerStart: Int32Array;
  /** Peak throughput of each server, work units a second; 0 where the dispatcher may place nothing. */
  readonly serverCapacity: Float64Array;
  /** Servers of one pool do the same kind of work; work can't move between pools. */
  readonly serverPool: Int32Array;
  /** Sum of the capacity of each pool, work units a second. */
  readonly poolCapacity: Float64Array;
  /** Mean inlet temperature of each rack, °C; NaN where a rack draws no air. */
  readonly rackInletCelsius: Float64Array;
  /** Share of its peak throughput that each server delivered in the last tick, 0-1. */
  readonly serverUtilisation: Float64Array;
  /** 1 where work may be placed; 0 for a server that is off, or starts after it was. */
  readonly serverOpen: Uint8Array;
  /** How many of them are not. */
  closedServers: number;
}
