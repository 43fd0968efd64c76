/**
 * Speed of fans by a PI law in velocity form: change = K_p (e - e_old) + K_i dt e, e the error, above 0 where more air is
 * wanted. As the limited speed is what the next step starts from, the integral can't wind up; within the dead band
 * nothing moves. Gains: assumptions, chosen for the slowest and the steepest room of the tests.
 */
export interface FanLaw {
  /** Share of full speed for each unit of error; the same a second. */
  readonly proportional: number;
  readonly integralPerSecond: number;
  readonly deadBand: number;
  /** Change of the error for each share of speed, at most and at least, and as first assumed. */
  readonly leastSlope: number;
  readonly firstSlope: number;
  readonly mostSlope: number;
}

/** Error: signed square root of pressure over its scale, so that flow through leaks and tiles is linear in it. */
export const PRESSURE_LAW: FanLaw = {
  proportional: 0.03,
  integralPerSecond: 0.003,
  deadBand: 0.01,
  leastSlope: 1,
  firstSlope: 8,
  mostSlope: 60,
};

/** Error in K at the warmest inlet. */
export const INLET_LAW: FanLaw = {
  proportional: 0.03,
  integralPerSecond: 1.5e-4,
  deadBand: 0.1,
  leastSlope: 4,
  firstSlope: 12,
  mostSlope: 60,
};

export interface FanLimits {
  readonly minSpeed: number;
  readonly maxSpeed: number;
  readonly ratePerSecond: number;
}

export interface FanLoop {
  /** Asked of all fans of the zone, share of full speed. */
  speed: number;
  previousError: number;
  /** Speed when that error was measured. */
  previousSpeed: number;
  /** Change of the error for each share of speed as last seen in a long step. */
  slope: number;
}

export function createFanLoop(speed: number): FanLoop {
  return { speed, previousError: Number.NaN, previousSpeed: speed, slope: Number.NaN };
}

/** Longer steps see the room at rest, so that what a change of speed did can be read off it, s. */
const LONG_STEP_SECONDS = 30;
/** Length of an iteration towards rest for the integral part, s, and the most that speed moves in one. */
const SETTLING_SECONDS = 60;
const SETTLING_CHANGE = 0.05;
/** Share of the error that a long step may take away by what the last one did. */
const LONG_STEP_SHARE = 0.5;
/** A change of speed below this says nothing of the slope. */
const TELLING_CHANGE = 0.002;

/** Moves the loop on. An unknown error (NaN) leaves the speed alone. */
export function stepFanLoop(loop: FanLoop, law: FanLaw, rawError: number, limits: FanLimits, dtSeconds: number): void {
  const { minSpeed, maxSpeed, ratePerSecond } = limits;
  const before = loop.speed;
  let change = 0;
  if (!Number.isNaN(rawError)) {
    const error = Math.sign(rawError) * Math.max(0, Math.abs(rawError) - law.deadBand);
    if (dtSeconds <= LONG_STEP_SECONDS) {
      const risen = Number.isNaN(loop.previousError) ? 0 : error - loop.previousError;
      change = law.proportional * risen + law.integralPerSecond * dtSeconds * error;
    } else {
      learnSlope(loop, law, error);
      const seconds = Number.isFinite(dtSeconds) ? dtSeconds : SETTLING_SECONDS;
      const most = (LONG_STEP_SHARE * Math.abs(error)) / loop.slope;
      change = Math.max(-most, Math.min(most, law.integralPerSecond * seconds * error));
    }
    loop.previousError = error;
    loop.previousSpeed = before;
  }
  const most = Number.isFinite(dtSeconds) ? ratePerSecond * dtSeconds : SETTLING_CHANGE;
  const limited = before + Math.max(-most, Math.min(most, change));
  loop.speed = Math.max(minSpeed, Math.min(maxSpeed, limited));
}

function learnSlope(loop: FanLoop, law: FanLaw, error: number): void {
  if (Number.isNaN(loop.slope)) loop.slope = law.firstSlope;
  const moved = loop.speed - loop.previousSpeed;
  if (Number.isNaN(loop.previousError) || Math.abs(moved) < TELLING_CHANGE) return;
  const seen = (loop.previousError - error) / moved;
  // What looks like an answer of the wrong sign is a disturbance.
  if (seen > 0) loop.slope = Math.max(law.leastSlope, Math.min(law.mostSlope, seen));
}

/** Pressure as the loop's error sees it: linear in the flow through leaks, Pa over the scale, signed. */
export function pressureError(setpointPa: number, measuredPa: number, moreAirRaises: boolean): number {
  const scale = Math.max(1, Math.abs(setpointPa));
  const root = (pascals: number) => Math.sign(pascals) * Math.sqrt(Math.abs(pascals) / scale);
  const short = root(setpointPa) - root(measuredPa);
  return moreAirRaises ? short : -short;
}
