import {
  COOLANT_CELSIUS,
  CURVE_INLET_CELSIUS,
  chipOf,
  powerCurveOf,
  STANDBY_W,
} from '../../site/catalogue/server-defaults';
import type { ServerType } from '../../site/catalogue/server-type';
import { FIXED_RESISTANCE_SHARE, fanSpeedCurve } from './fans';
import type { ChipModel, PowerStates, ServerModel } from './model';

/** Fans: affinity law, and two zones where they are controlled apart (assumptions; a type may say otherwise). */
const FAN_EXPONENT = 3;
const HOT_ZONE_SHARE = 0.6;
const COOL_ZONE_SPEED = 0.6;

/**
 * Unit of work of a type whose peak throughput is not published: one server at full load for a second.
 * It names the type, because such seconds of two types are not the same work.
 */
function fullLoadSecond(type: ServerType): string {
  return `${type.id} full-load s`;
}

/** Models of types that are in use: they never change, and an edit of a site keeps its types. */
const compiled = new WeakMap<ServerType, ServerModel>();

export function compileModel(type: ServerType): ServerModel {
  const model = compiled.get(type) ?? compile(type);
  compiled.set(type, model);
  return model;
}

function compile(type: ServerType): ServerModel {
  const fastest = type.pStates[0]!;
  const fastestDynamic = fastest.hertz * fastest.volts ** 2;
  const powerCurveW = Float64Array.from(powerCurveOf(type));
  const chip = compileChip(type, powerCurveW[10]!);
  return {
    typeId: type.id,
    powerCurveW,
    idleW: powerCurveW[0]!,
    peakW: powerCurveW[10]!,
    frequencyShare: Float64Array.from(type.pStates, (state) => state.hertz / fastest.hertz),
    dynamicShare: Float64Array.from(type.pStates, (state) => (state.hertz * state.volts ** 2) / fastestDynamic),
    fanRatedAirflowM3s: type.fan.ratedAirflowM3s,
    fanRatedPowerW: type.fan.ratedPowerW,
    fanMinSpeed: type.fan.minSpeed,
    fanNominalSpeed: type.fan.nominalSpeed,
    fanExponent: type.fan.powerExponent ?? FAN_EXPONENT,
    hotZoneShare: type.fan.hotZoneShare ?? HOT_ZONE_SHARE,
    coolZoneSpeed: type.fan.coolZoneSpeed ?? COOL_ZONE_SPEED,
    fanSpeedCurve: fanSpeedCurve(
      type.fan.nominalSpeed,
      type.fan.minSpeed,
      chip.liquid ? FIXED_RESISTANCE_SHARE : chip.fixedResistanceShare,
    ),
    chip,
    states: compileStates(type),
    heatCapacityJK: type.massKg * type.specificHeatJKgK,
    effectiveness: type.effectiveness,
    lambda: type.lambda,
    liquidFraction: type.liquidFraction,
    ...workOf(type),
  };
}

function workOf({ id, work, ...type }: ServerType): Pick<ServerModel, 'peakWorkPerSecond' | 'workUnit'> {
  if (work.unit === 'none') return { peakWorkPerSecond: 0, workUnit: null };
  if (work.peakPerSecond === null) return { peakWorkPerSecond: 1, workUnit: fullLoadSecond({ id, work, ...type }) };
  return { peakWorkPerSecond: work.peakPerSecond, workUnit: work.unit };
}

function compileChip(type: ServerType, peakW: number): ChipModel {
  const chip = chipOf(type);
  const liquid = chip.cooling === 'liquid';
  const coolantCelsius = chip.coolantCelsius ?? COOLANT_CELSIUS;
  const byCoolant = chip.resistanceKW === undefined ? chip.targetCelsius - coolantCelsius : chip.resistanceKW * peakW;
  return {
    liquid,
    targetCelsius: chip.targetCelsius,
    throttleCelsius: chip.throttleCelsius,
    shutdownCelsius: chip.shutdownCelsius,
    riseKelvin: liquid ? byCoolant : chip.targetCelsius - CURVE_INLET_CELSIUS,
    fixedResistanceShare: chip.fixedResistanceShare,
    heatCapacityJK: chip.heatCapacityJK,
    leakageW: chip.leakageShare * peakW,
    leakagePerKelvin: chip.leakagePerKelvin,
    coolantCelsius,
  };
}

function compileStates(type: ServerType): PowerStates {
  return {
    idleW: type.idleState?.powerW ?? Number.NaN,
    idleWakeSeconds: type.idleState?.wakeSeconds ?? 0,
    sleepW: type.sleepState?.powerW ?? Number.NaN,
    sleepWakeSeconds: type.sleepState?.wakeSeconds ?? 0,
    standbyW: type.standbyW ?? STANDBY_W,
  };
}
