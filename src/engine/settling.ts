/** How far the air has come to rest after an edit. */
export interface Settling {
  active: boolean;
  iterations: number;
  /** Largest change of any chassis inlet over the last check, K. */
  residualKelvin: number;
  /** 0 at the edit, 1 when settled. */
  progress: number;
  readonly previousInletCelsius: Float64Array;
}

/** Iterations between two looks at the chassis inlets. */
const CHECK_EVERY = 10;

/** Change of any chassis inlet over one look below which the air counts as settled, K. */
export const SETTLED_KELVIN = 0.1;

/** A room whose flow never comes to rest (vortex shedding) is let go after this many iterations. */
export const MAX_SETTLING_ITERATIONS = 300;

export function createSettling(chassis: number): Settling {
  return {
    active: true,
    iterations: 0,
    residualKelvin: Number.POSITIVE_INFINITY,
    progress: 0,
    previousInletCelsius: new Float64Array(chassis).fill(Number.NaN),
  };
}

export function restartSettling(settling: Settling): void {
  settling.active = true;
  settling.iterations = 0;
  settling.residualKelvin = Number.POSITIVE_INFINITY;
  settling.progress = 0;
  settling.previousInletCelsius.fill(Number.NaN);
}

/**
 * Notes one iteration; on return `active` says whether to go on. `restlessness` of the controllers: above 1 their setpoints
 * and speeds are still on their way.
 */
export function observeSettling(settling: Settling, inletCelsius: Float64Array, restlessness = 0): void {
  settling.iterations++;
  if (settling.iterations % CHECK_EVERY !== 0) return;
  const { previousInletCelsius } = settling;
  const before = settling.residualKelvin;
  let worst = 0;
  for (let n = 0; n < inletCelsius.length; n++) {
    const change = Math.abs(inletCelsius[n]! - previousInletCelsius[n]!);
    worst = Number.isNaN(change) ? Number.POSITIVE_INFINITY : Math.max(worst, change);
    previousInletCelsius[n] = inletCelsius[n]!;
  }
  settling.residualKelvin = worst;
  if (Number.isFinite(worst)) {
    // Change falls about exponentially: measure progress in decades from 10 K to the limit.
    const decades = Math.log10(10 / SETTLED_KELVIN);
    const done = 1 - Math.log10(Math.max(worst, SETTLED_KELVIN) / SETTLED_KELVIN) / decades;
    settling.progress = Math.min(0.99, Math.max(settling.progress, done));
  }
  // Twice in a row: a slow turn of a changing field must not pass for rest.
  const rests = worst <= SETTLED_KELVIN && before <= SETTLED_KELVIN && restlessness <= 1;
  if (rests || settling.iterations >= MAX_SETTLING_ITERATIONS) {
    settling.active = false;
    settling.progress = 1;
  }
}
