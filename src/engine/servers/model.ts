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
  readonly fanMinSpeed: number;
  readonly fanNominalSpeed: number;
  readonly fanExponent: number;
  /** Share of the fans in the hot zone, and speed of the others over it. */
  readonly hotZoneShare: number;
  readonly coolZoneSpeed: number;
  /** See `fanSpeedCurve` in fans.ts. */
  readonly fanSpeedCurve: Float64Array;
  readonly chip: ChipModel;
  readonly states: PowerStates;
  readonly heatCapacityJK: number;
  readonly effectiveness: number;
  readonly lambda: number;
  readonly liquidFraction: number;
  /** Peak throughput, `workUnit` a second; 0 where it computes nothing of its own. */
  readonly peakWorkPerSecond: number;
  /** Unit of useful computing; null for storage and switches. */
  readonly workUnit: string | null;
}

/** Temperatures in °C, resistances as rises at full load in K. */
export interface ChipModel {
  readonly liquid: boolean;
  readonly targetCelsius: number;
  readonly throttleCelsius: number;
  readonly shutdownCelsius: number;
  /** Rise over the inlet (air) or the coolant (liquid) at full load and nominal fan speed, K. */
  readonly riseKelvin: number;
  readonly fixedResistanceShare: number;
  readonly heatCapacityJK: number;
  /** Leakage at the target temperature, W, and its exponent, 1/K. */
  readonly leakageW: number;
  readonly leakagePerKelvin: number;
  readonly coolantCelsius: number;
}

/** Powers of the states without work, W; NaN where there is no such state. Times to wake from them, s. */
export interface PowerStates {
  readonly idleW: number;
  readonly idleWakeSeconds: number;
  readonly sleepW: number;
  readonly sleepWakeSeconds: number;
  readonly standbyW: number;
}

/** Wall power at a load of 0-1 by linear interpolation between the measured points, W. */
export function curvePowerW(powerCurveW: Float64Array, load: number): number {
  const position = load * (powerCurveW.length - 1);
  const left = Math.min(powerCurveW.length - 2, Math.floor(position));
  const leftW = powerCurveW[left]!;
  return leftW + (position - left) * (powerCurveW[left + 1]! - leftW);
}
