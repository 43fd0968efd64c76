import type { CoolingUnit } from '../../site/schema/cooling-unit';
import { COIL_EFFECTIVENESS, coilCapacityJK } from './coil';

/**
 * Time in which a fan without drive falls from full to half speed, s: J w / T of its rotor with T the torque at full
 * speed, J w² / P. A steel wheel of 0.63 m has 0.87 kg m² and one of 0.71 m 1.8 kg m² (Engineering ToolBox, Fan motors:
 * starting torques): with 3 kW at 1450 1/min that is 7 to 14 s. That a unit has such a wheel is an assumption.
 */
export const DEFAULT_RUN_DOWN_SECONDS = 10;

/** Below this share of its set speed a fan counts as standing: bearings stop it, which the square law leaves out. */
const STANDING_SHARE = 0.02;

/** From standstill to the set speed on restart, s (assumption: a soft start). */
const FAN_START_SECONDS = 10;

/** After repair, from no cooling to all of it, s (assumption: valve travel and restart of a compressor). */
export const DEFAULT_COOLING_RAMP_SECONDS = 60;

/** What has failed in each cooling unit and how far it has run down or come back. Site order. */
export interface UnitTrips {
  /** 1: the fans have no drive. Set from outside. */
  readonly fanStopped: Uint8Array;
  /** 1: nothing cools the coil. Set from outside. */
  readonly coolingStopped: Uint8Array;
  readonly runDownSeconds: Float64Array;
  readonly coolingRampSeconds: Float64Array;
  /** Heat capacity of coil and cold casing and, after chilled water was lost, of the water that circulates, J/K. */
  readonly storeJK: Float64Array;
  /** Fan speed over the speed that the site sets; 1 in normal operation. */
  readonly fanShare: Float64Array;
  /** Share of its cooling that a unit gives; 1 in normal operation, 0 while stopped. */
  readonly coolingShare: Float64Array;
  /** Temperature of coil and store, °C; NaN before the unit has first cooled. */
  readonly storeCelsius: Float64Array;
}

export function createTrips(units: readonly CoolingUnit[]): UnitTrips {
  const perUnit = (value: number) => new Float64Array(units.length).fill(value);
  return {
    fanStopped: new Uint8Array(units.length),
    coolingStopped: new Uint8Array(units.length),
    runDownSeconds: perUnit(DEFAULT_RUN_DOWN_SECONDS),
    coolingRampSeconds: perUnit(DEFAULT_COOLING_RAMP_SECONDS),
    storeJK: Float64Array.from(units, coilCapacityJK),
    fanShare: perUnit(1),
    coolingShare: perUnit(1),
    storeCelsius: perUnit(Number.NaN),
  };
}

/**
 * Fan speed share after `dtSeconds`. Without drive J dw/dt = -T (w/w_0)², so that n = n_0 / (1 + n_0 t/tau), exact for
 * any step; with drive it rises in a straight line. `setSpeed` is the share of full speed that the site sets.
 */
export function nextFanShare(
  share: number,
  stopped: boolean,
  setSpeed: number,
  runDownSeconds: number,
  dtSeconds: number,
): number {
  if (dtSeconds === Infinity) return stopped ? 0 : 1;
  if (!stopped) return Math.min(1, share + dtSeconds / FAN_START_SECONDS);
  const next = share / (1 + (share * setSpeed * dtSeconds) / runDownSeconds);
  return next < STANDING_SHARE ? 0 : next;
}

/** Share of full cooling after `dtSeconds`: none while stopped, then back in a straight line. */
export function nextCoolingShare(share: number, stopped: boolean, rampSeconds: number, dtSeconds: number): number {
  if (stopped) return 0;
  if (dtSeconds === Infinity || rampSeconds === 0) return 1;
  return Math.min(1, share + dtSeconds / rampSeconds);
}

/** Heat that air gives to a store over one step, W; implicit in time, so that any step is stable. On return the store has warmed. */
export function warmStore(
  trips: UnitTrips,
  unit: number,
  airCelsius: number,
  capacityRateWK: number,
  dtSeconds: number,
): number {
  const storeJK = trips.storeJK[unit]!;
  const before = trips.storeCelsius[unit]!;
  if (!(storeJK > 0) || Number.isNaN(before)) return 0;
  if (dtSeconds === Infinity) {
    trips.storeCelsius[unit] = airCelsius;
    return 0;
  }
  const pull = (dtSeconds * COIL_EFFECTIVENESS * capacityRateWK) / storeJK;
  const after = (before + pull * airCelsius) / (1 + pull);
  trips.storeCelsius[unit] = after;
  return (storeJK * (after - before)) / dtSeconds;
}

/** After an edit: what runs down or comes back goes on doing so. */
export function carryOverTrips(from: UnitTrips, old: number, to: UnitTrips, unit: number): void {
  to.fanStopped[unit] = from.fanStopped[old]!;
  to.coolingStopped[unit] = from.coolingStopped[old]!;
  to.runDownSeconds[unit] = from.runDownSeconds[old]!;
  to.coolingRampSeconds[unit] = from.coolingRampSeconds[old]!;
  to.storeJK[unit] = from.storeJK[old]!;
  to.fanShare[unit] = from.fanShare[old]!;
  to.coolingShare[unit] = from.coolingShare[old]!;
  to.storeCelsius[unit] = from.storeCelsius[old]!;
}
