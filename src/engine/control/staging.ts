import type { UnitStaging } from '../../site/schema/control';

/** Units that are called to run, and since when. */
export interface StagingState {
  /** How many are called. */
  called: number;
  /** Place in the list of the one that starts first. */
  lead: number;
  sinceChangeSeconds: number;
  /** How long the condition for a start, and for a stop, has held, s. */
  startSeconds: number;
  stopSeconds: number;
  sinceRotationSeconds: number;
}

export function createStaging(units: number): StagingState {
  return {
    called: units,
    lead: 0,
    sinceChangeSeconds: Number.POSITIVE_INFINITY,
    startSeconds: 0,
    stopSeconds: 0,
    sinceRotationSeconds: 0,
  };
}

/** An iteration towards rest counts as so long, s. */
const SETTLING_SECONDS = 60;

/**
 * One step of the stage. `effort` is how hard the running units work, share of what they can (NaN: not known, nothing
 * changes); `available` how many could run. With n running, of which s are spare, another starts when effort n / (n - s)
 * has been above the start share for its time; one stops when effort n / (n - 1 - s) has been below the stop share, so a
 * stop never asks for the next start. Returns the change of the number called: -1, 0, 1, or more where too few ran.
 */
export function stepStaging(
  state: StagingState,
  spec: UnitStaging,
  units: number,
  available: number,
  effort: number,
  dtSeconds: number,
): number {
  const seconds = Number.isFinite(dtSeconds) ? dtSeconds : SETTLING_SECONDS;
  state.sinceChangeSeconds += seconds;
  rotate(state, spec, units, seconds);
  const before = state.called;
  const least = Math.min(available, spec.minRunning + spec.spare);
  // Below the least, or more than there are: at once, whatever the times say.
  if (before < least || before > available) {
    state.called = Math.max(least, Math.min(before, available));
    return changed(state, before);
  }
  const carrying = before - spec.spare;
  const needed = carrying > 0 ? (effort * before) / carrying : effort;
  const after = carrying > 1 ? (effort * before) / (carrying - 1) : Number.POSITIVE_INFINITY;
  state.startSeconds = needed > spec.startAbove ? state.startSeconds + seconds : 0;
  state.stopSeconds = after < spec.stopBelow ? state.stopSeconds + seconds : 0;
  if (before < available && state.startSeconds >= spec.startSeconds) {
    if (state.startSeconds > 0 && state.sinceChangeSeconds >= spec.minOffSeconds) state.called++;
  } else if (before > least && state.stopSeconds >= spec.stopSeconds) {
    if (state.stopSeconds > 0 && state.sinceChangeSeconds >= spec.minOnSeconds) state.called--;
  }
  return changed(state, before);
}

function changed(state: StagingState, before: number): number {
  if (state.called === before) return 0;
  state.sinceChangeSeconds = 0;
  state.startSeconds = 0;
  state.stopSeconds = 0;
  return state.called - before;
}

function rotate(state: StagingState, { rotateHours }: UnitStaging, units: number, seconds: number): void {
  if (rotateHours === undefined || units === 0) return;
  state.sinceRotationSeconds += seconds;
  if (state.sinceRotationSeconds < rotateHours * 3600) return;
  state.sinceRotationSeconds = 0;
  state.lead = (state.lead + 1) % units;
}
