/**
 * Requests of one rack (or coil) for colder supply, graded as ASHRAE Guideline 36 grades those of a zone: 1 above the
 * limit until it is `releaseKelvin` below; 2 where it has been 2 K over it for two minutes, 3 where 3 K.
 */
const GRADE_KELVIN = [2, 3] as const;
const GRADE_SECONDS = 120;

/** Grades beyond the first. */
export const GRADES = GRADE_KELVIN.length;

/** State of the askers of one kind, by index. */
export interface Asking {
  /** 1 while it asks. */
  readonly asks: Uint8Array;
  /** How long it has been over the limit by each grade, s; two an asker. */
  readonly overSeconds: Float64Array;
  /** Requests now, before multipliers. */
  readonly requests: Uint8Array;
}

export function createAsking(count: number): Asking {
  return {
    asks: new Uint8Array(count),
    overSeconds: new Float64Array(count * GRADE_KELVIN.length),
    requests: new Uint8Array(count),
  };
}

/** Requests of asker `n` at this excess over its limit, K; NaN: it does not ask. A step of unlimited length grades at once. */
export function ask(asking: Asking, n: number, overKelvin: number, releaseKelvin: number, dtSeconds: number): number {
  const { asks, overSeconds, requests } = asking;
  if (overKelvin > 0) asks[n] = 1;
  else if (!(overKelvin > -releaseKelvin)) asks[n] = 0;
  let grade = asks[n]!;
  for (let g = 0; g < GRADE_KELVIN.length; g++) {
    const at = n * GRADE_KELVIN.length + g;
    overSeconds[at] = overKelvin >= GRADE_KELVIN[g]! ? Math.min(GRADE_SECONDS, overSeconds[at]! + dtSeconds) : 0;
    if (overSeconds[at]! >= GRADE_SECONDS) grade = g + 2;
  }
  requests[n] = grade;
  return grade;
}

/** Requests at rest, without history: what a temperature so far over its limit comes to, K. */
export function requestsAt(overKelvin: number): number {
  if (!(overKelvin > 0)) return 0;
  let grade = 1;
  for (let g = 0; g < GRADE_KELVIN.length; g++) if (overKelvin >= GRADE_KELVIN[g]!) grade = g + 2;
  return grade;
}

/** Halvings of the search for the shift; 40 K / 2^30 is below rounding of what it moves. */
const HALVINGS = 30;
const WIDEST_KELVIN = 40;

/**
 * By how much all askers of the list may warm together until they make more than `ignored` requests, K; below 0 where
 * they already do. NaN where no asker counts.
 */
export function roomToWarm(
  askers: Int32Array,
  celsius: Float64Array,
  multipliers: Float64Array,
  limitCelsius: number,
  ignored: number,
): number {
  const requestsWith = (shift: number): number => {
    let sum = 0;
    for (let a = 0; a < askers.length; a++)
      sum += multipliers[a]! * requestsAt(celsius[askers[a]!]! + shift - limitCelsius);
    return sum;
  };
  let known = false;
  for (let a = 0; a < askers.length && !known; a++) known = !Number.isNaN(celsius[askers[a]!]!) && multipliers[a]! > 0;
  if (!known) return Number.NaN;
  if (requestsWith(WIDEST_KELVIN) <= ignored) return WIDEST_KELVIN;
  let low = -WIDEST_KELVIN;
  let high = WIDEST_KELVIN;
  for (let n = 0; n < HALVINGS; n++) {
    const middle = (low + high) / 2;
    if (requestsWith(middle) <= ignored) low = middle;
    else high = middle;
  }
  return low;
}
