/** Work that waits in order of arrival, and how much of it is late. Units are those of the caller. */
export interface WorkQueue {
  /** What arrives in a tick, and what is done in it; then the tick is over. */
  tick(arrived: number, done: number): void;
  readonly waiting: number;
  /** Work that was not done by its deadline when that passed, though it may be later. */
  readonly lateWork: number;
  /** Batches (what arrived in one tick) of which any part was late, and all that had work in them. */
  readonly lateBatches: number;
  readonly batches: number;
}

/** A share of a batch below which it counts as done: rounding. */
const ROUNDING = 1e-9;

/**
 * First come, first served, as a fluid: the batch of tick k is done when the work done reaches all that had arrived by
 * then. Each batch must be done by the end of its `deadlineTicks`-th tick, its own included.
 */
export function createWorkQueue(deadlineTicks: number): WorkQueue {
  const arrivedBy = new Float64Array(deadlineTicks);
  const batch = new Float64Array(deadlineTicks);
  const state = { tick: 0, arrived: 0, done: 0, lateWork: 0, lateBatches: 0, batches: 0 };
  return {
    tick(arrived, done) {
      const place = state.tick % deadlineTicks;
      state.arrived += arrived;
      state.done += done;
      arrivedBy[place] = state.arrived;
      batch[place] = arrived;
      if (arrived > 0) state.batches++;
      state.tick++;
      // The batch whose last tick this was stands where the next one will be written.
      const due = state.tick % deadlineTicks;
      if (state.tick < deadlineTicks) return;
      const missing = Math.min(batch[due]!, arrivedBy[due]! - state.done);
      if (missing > ROUNDING * Math.max(1, state.done)) {
        state.lateWork += missing;
        state.lateBatches++;
      }
    },
    get waiting() {
      return Math.max(0, state.arrived - state.done);
    },
    get lateWork() {
      return state.lateWork;
    },
    get lateBatches() {
      return state.lateBatches;
    },
    get batches() {
      return state.batches;
    },
  };
}
