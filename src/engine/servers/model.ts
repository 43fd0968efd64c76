import type { ServerType } from '../../site/catalogue/server-type';
import { fanSpeedCurve } from './fans';

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

/**
 * Unit of work of a type whose peak throughput is not published: one server at full load for a second.
 * It names the type, because such seconds of two types are not the same work.
 */
function fullLoadSecond(type: ServerType): string {
  return `${type.id} full-load s`;
}

export function compileModel(type: ServerType): ServerModel {
  const fastest = type.pStates[0]!;
  const fastestDynamic = fastest.hertz * fastest.volts ** 2;
  const peakWork = type.work.peakPerSecond;
  return {
    typeId: type.id,
    powerCurveW: Float64Array.from(type.powerCurveW),
    idleW: type.powerCurveW[0]!,
    peakW: type.powerCurveW[type.powerCurveW.length - 1]!,
    frequencyShare: Float64Array.from(type.pStates, (state) => state.hertz / fastest.hertz),
    dynamicShare: Float64Array.from(type.pStates, (state) => (state.hertz * state.volts ** 2) / fastestDynamic),
    fanRatedAirflowM3s: type.fan.ratedAirflowM3s,
    fanRatedPowerW: type.fan.ratedPowerW,
    fanSpeedCurve: fanSpeedCurve(type.fan.nominalSpeed, type.fan.minSpeed),
    heatCapacityJK: type.massKg * type.specificHeatJKgK,
    effectiveness: type.effectiveness,
    lambda: type.lambda,
    liquidFraction: type.liquidFraction,
    peakWorkPerSecond: peakWork ?? 1,
    workUnit: peakWork === null ? fullLoadSecond(type) : type.work.unit,
  };
}

/** Wall power at a load of 0-1 by linear interpolation between the measured points, W. */
export function curvePowerW(powerCurveW: Float64Array, load: number): number {
  const position = load * (powerCurveW.length - 1);
  const left = Math.min(powerCurveW.length - 2, Math.floor(position));
  const leftW = powerCurveW[left]!;
  return leftW + (position - left) * (powerCurveW[left + 1]! - leftW);
}
