/**
 * Trim and respond (ASHRAE Guideline 36, 5.1.14; as its implementation in the Modelica Buildings library documents it):
 * from `delaySeconds` after the start on, every `stepSeconds` the setpoint moves by `trim`; with more requests R than the
 * ignored I it also moves by `respond` (R - I), at most by `maxRespond`, the other way. Kept between its limits, so that
 * nothing winds up.
 */
export interface ResetLaw {
  readonly start: number;
  readonly min: number;
  readonly max: number;
  /** Towards less cooling, so above 0 for a temperature; the response goes the other way. */
  readonly trim: number;
  readonly respond: number;
  readonly maxRespond: number;
  readonly ignored: number;
  readonly stepSeconds: number;
  readonly delaySeconds: number;
}

export interface ResetState {
  setpoint: number;
  /** Since the device started, s. */
  runSeconds: number;
  /** Since the last time step of the reset, s. */
  sinceSeconds: number;
  /** Towards rest: share of the way that it goes in an iteration, and the room that it had in the last one. */
  restShare: number;
  lastRoom: number;
}

export function createReset(law: ResetLaw): ResetState {
  return { setpoint: law.start, runSeconds: 0, sinceSeconds: 0, restShare: RESTING_SHARE, lastRoom: 0 };
}

/** Moves a reset on by `dtSeconds`, the requests held meanwhile. Off: back to the start. */
export function stepReset(reset: ResetState, law: ResetLaw, requests: number, on: boolean, dtSeconds: number): void {
  reset.restShare = RESTING_SHARE;
  reset.lastRoom = 0;
  if (!on) {
    reset.setpoint = law.start;
    reset.runSeconds = 0;
    reset.sinceSeconds = 0;
    return;
  }
  const waited = Math.max(0, Math.min(dtSeconds, law.delaySeconds - reset.runSeconds));
  reset.runSeconds += dtSeconds;
  reset.sinceSeconds += dtSeconds - waited;
  // Durations of ticks are sums: what is short of a step by rounding is one.
  const almost = 1e-9 * law.stepSeconds;
  while (reset.sinceSeconds >= law.stepSeconds - almost) {
    reset.sinceSeconds -= law.stepSeconds;
    moveReset(reset, law, requests);
  }
}

function moveReset(reset: ResetState, law: ResetLaw, requests: number): void {
  let next = reset.setpoint + law.trim;
  if (requests > law.ignored) next -= Math.min(law.maxRespond, law.respond * (requests - law.ignored));
  reset.setpoint = Math.min(law.max, Math.max(law.min, next));
}

/**
 * Share of the way that a reset goes in one iteration towards rest while the air moves too. Where inlets follow late it
 * swings: each time that it has gone too far the share is halved, down to the least.
 */
export const RESTING_SHARE = 0.35;
const LEAST_RESTING_SHARE = 0.02;
/** In a room of frozen air inlets follow their supply, and the next round has all of it. */
export const FROZEN_SHARE = 1;

/**
 * One iteration towards the point that trimming and responding swing about: the highest setpoint at which no more than
 * the ignored requests come. `room` is how far the setpoint could still rise until then, below 0 where it is too high.
 */
export function restReset(reset: ResetState, law: ResetLaw, room: number, fixedShare?: number): void {
  reset.runSeconds = law.delaySeconds;
  reset.sinceSeconds = 0;
  if (Number.isNaN(room)) return;
  if (room * reset.lastRoom < 0) reset.restShare = Math.max(LEAST_RESTING_SHARE, reset.restShare / 2);
  reset.lastRoom = room;
  const share = fixedShare ?? reset.restShare;
  const most = RESTING_SHARE * (law.max - law.min);
  const step = Math.min(most, Math.max(-most, share * room));
  reset.setpoint = Math.min(law.max, Math.max(law.min, reset.setpoint + step));
}
