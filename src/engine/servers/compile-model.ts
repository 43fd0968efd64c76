import type { ServerType } from '../../site/catalogue/server-type';
import { fanSpeedCurve } from './fans';
import type { ServerModel } from './model';

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
