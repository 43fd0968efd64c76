import { meanBetween, type StripPoint } from './pod2-drive';
import type { Pod2Trace } from './pod2-trace';

/** Length of a window, minutes. */
export const WINDOW_MINUTES = 10;

/** A window is steady when the meter stays within this share of its mean ... */
const METER_SPREAD = 0.05;
/** ... and no sensor strip drifts by more than this over the window (straight line of least squares), K. */
const DRIFT_KELVIN = 0.5;

export interface SteadyWindow {
  /** First minute of the trace that belongs to it. */
  readonly from: number;
  /** One after the last. */
  readonly to: number;
}

/** Windows one after the other, none overlapping, the earliest first. */
export function steadyWindows(trace: Pod2Trace, points: readonly StripPoint[]): SteadyWindow[] {
  const meter = trace.column('elec_IT_power_W');
  const windows: SteadyWindow[] = [];
  let from = 0;
  while (from + WINDOW_MINUTES <= trace.minutes) {
    const to = from + WINDOW_MINUTES;
    const window = meter.subarray(from, to);
    const spread = (Math.max(...window) - Math.min(...window)) / meanBetween(meter, from, to);
    const steady =
      spread <= METER_SPREAD && points.every(({ measured }) => Math.abs(drift(measured, from)) <= DRIFT_KELVIN);
    if (steady) windows.push({ from, to });
    from = steady ? to : from + 1;
  }
  return windows;
}

/** Change over a window by the line of least squares, K. */
function drift(values: Float64Array, from: number): number {
  const middle = (WINDOW_MINUTES - 1) / 2;
  let sum = 0;
  let squares = 0;
  for (let n = 0; n < WINDOW_MINUTES; n++) {
    sum += (n - middle) * values[from + n]!;
    squares += (n - middle) ** 2;
  }
  return (sum / squares) * WINDOW_MINUTES;
}
