/** A catalogue entry in the form that the inner loop reads: numbers and typed arrays only. */
export interface ServerModel {
  readonly typeId: string;
  /** Wall power at 0, 10 ... 100 % load and highest frequency, fans included, W. */
  readonly powerCurveW: Float64Array;
  readonly idleW: number;
  readonly peakW: number;
  /** Frequency of each P-state over the highest one, fastest first. */
  readonly frequencyShare: Float64Array;
  /** f V² of each P-state over that of the fastest: what scales dynamic power. */
  readonly dynamicShare: Float64Array;
  readonly fanRatedAirflowM3s: number;
  readonly fanRatedPowerW: number;
  /** See `fanSpeedCurve` in fans.ts. */
  readonly fanSpeedCurve: Float64Array;
  readonly heatCapacityJK: number;
  readonly effectiveness: number;
  readonly lambda: number;
  readonly liquidFraction: number;
  /** Peak throughput, `workUnit` a second. */
  readonly peakWorkPerSecond: number;
  readonly workUnit: string;
}

/** Wall power at a load of 0-1 by linear interpolation between the measured points, W. */
export function curvePowerW(powerCurveW: Float64Array, load: number): number {
  const position = load * (powerCurveW.length - 1);
  const left = Math.min(powerCurveW.length - 2, Math.floor(position));
  const leftW = powerCurveW[left]!;
  return leftW + (position - left) * (powerCurveW[left + 1]! - leftW);
}
