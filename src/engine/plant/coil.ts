import type { CoolingUnit } from '../../site/schema/cooling-unit';
import { STEEL_SPECIFIC_HEAT, sheetConductanceWK } from '../mass/steel-sheet';

/** Effectiveness of the coil as a heat exchanger between air and what is cold in it (assumption). */
export const COIL_EFFECTIVENESS = 0.8;

/**
 * Heat capacity of coil and the water in it for each m³/s of rated flow where the site gives no masses, J/K
 * (assumption: 20 kg of metal and 6 l of water for chilled water; the metal alone for direct expansion).
 */
const COIL_JK_PER_M3S = { 'chilled-water': 35_000, dx: 10_000 } as const;

/** Copper tubes with aluminium fins, J/(kg K): two thirds copper at 380, one third aluminium at 880 (EN ISO 10456; from memory, to be checked; the shares are an assumption). */
const COIL_SPECIFIC_HEAT = 547;
const WATER_JK_PER_LITRE = 4186;

/** Valve, or compressor, and its controller as one first-order lag, s (assumption: a valve of 90 to 150 s from end to end). */
const DEFAULT_VALVE_SECONDS = 30;

/** The loop takes a coil that is too warm to where it should be in about this time, while it has capacity, s (assumption). */
const RECOVERY_SECONDS = 60;

/** Sheet of a casing, m (assumption). */
const CASING_SHEET_METRES = 0.0015;

/** Share of a casing that the return air meets; the rest lies behind the coil and is as cold as it (assumption). */
const WARM_CASING_SHARE = 0.5;

/** What lies between the air and the loop in each cooling unit beside its fan. Site order. */
export interface Coils {
  /** Lag of what the loop takes behind what it should take, s; 0 for a controller that holds its temperature exactly. */
  readonly valveSeconds: Float64Array;
  /** Sheet that the return air passes: heat capacity, J/K, and conductance to that air, W/K; 0 for none. */
  readonly casingJK: Float64Array;
  readonly casingConductanceWK: Float64Array;
  /** Its temperature, °C; NaN before the first step on the clock. */
  readonly casingCelsius: Float64Array;
}

type Massive = Pick<CoolingUnit, 'medium' | 'fan' | 'thermalMass'>;

/** Heat capacity of a unit's coil, the water in it and the cold part of its casing, J/K. */
export function coilCapacityJK({ medium, fan, thermalMass }: Massive): number {
  const casingJK = (thermalMass?.casingKg ?? 0) * (1 - WARM_CASING_SHARE) * STEEL_SPECIFIC_HEAT;
  if (thermalMass?.coilKg === undefined) return COIL_JK_PER_M3S[medium] * fan.ratedAirflowM3s + casingJK;
  return thermalMass.coilKg * COIL_SPECIFIC_HEAT + (thermalMass.coilWaterLitres ?? 0) * WATER_JK_PER_LITRE + casingJK;
}

export function createCoils(units: readonly CoolingUnit[]): Coils {
  const warmKg = (unit: Massive) => (unit.thermalMass?.casingKg ?? 0) * WARM_CASING_SHARE;
  return {
    valveSeconds: Float64Array.from(units, ({ thermalMass }) => thermalMass?.valveSeconds ?? DEFAULT_VALVE_SECONDS),
    casingJK: Float64Array.from(units, (unit) => warmKg(unit) * STEEL_SPECIFIC_HEAT),
    casingConductanceWK: Float64Array.from(units, (unit) => sheetConductanceWK(warmKg(unit), CASING_SHEET_METRES)),
    casingCelsius: new Float64Array(units.length).fill(Number.NaN),
  };
}

/**
 * The return air passes the casing, a stream along an isothermal sheet: C dTf/dt = (1 - exp(-hA / (m cp))) m cp (Tr - Tf),
 * implicit in time. Returns the heat that the sheet takes up, W; a sheet in balance takes up none.
 */
export function passCasing(
  coils: Coils,
  unit: number,
  returnCelsius: number,
  capacityRateWK: number,
  dtSeconds: number,
): number {
  const capacityJK = coils.casingJK[unit]!;
  if (!(capacityJK > 0)) return 0;
  const before = coils.casingCelsius[unit]!;
  if (Number.isNaN(before) || dtSeconds === Infinity) {
    coils.casingCelsius[unit] = returnCelsius;
    return 0;
  }
  const effectiveWK = -capacityRateWK * Math.expm1(-coils.casingConductanceWK[unit]! / capacityRateWK);
  const pull = (dtSeconds * effectiveWK) / capacityJK;
  const after = (before + pull * returnCelsius) / (1 + pull);
  coils.casingCelsius[unit] = after;
  return (capacityJK * (after - before)) / dtSeconds;
}

/** The part of the plant's state that a coil is. */
export interface CoilState {
  readonly coils: Coils;
  /** Heat capacity of what is as cold as the coil, J/K, and its temperature, °C; NaN before the unit has first cooled. */
  readonly trips: { readonly storeJK: Float64Array; readonly storeCelsius: Float64Array };
  readonly loopHeatW: Float64Array;
}

/**
 * One step of a coil that is cooled:
 *   C dTc/dt = G (Ta - Tc) - q_loop,   tau dq_loop/dt = q_wanted + C (Tc - Tc_wanted) / 60 s - q_loop,
 * with Ta the air on the coil, °C, G = eps m cp, W/K, q_wanted the heat that would bring the supply air where it should
 * be, W, and Tc_wanted = Ta - q_wanted / G; the loop takes between 0 and `mostW`, and what
 * its lag leaves no more than `ceilingW`. Implicit in time. On return heat from
 * the air = q_loop + what the coil has stored, to rounding. Returns the heat from the air, W: exactly `wantedW` where a
 * steady state is sought, or the valve has no lag. Allocates nothing.
 */
export function stepCoil(
  plant: CoilState,
  unit: number,
  onCoilCelsius: number,
  capacityRateWK: number,
  wantedW: number,
  mostW: number,
  dtSeconds: number,
  ceilingW = Number.POSITIVE_INFINITY,
): number {
  const { trips, loopHeatW, coils } = plant;
  const conductanceWK = COIL_EFFECTIVENESS * capacityRateWK;
  const wantedCelsius = onCoilCelsius - wantedW / conductanceWK;
  const storeJK = trips.storeJK[unit]!;
  const before = trips.storeCelsius[unit]!;
  if (Number.isNaN(before) || dtSeconds === Infinity || !(storeJK > 0)) {
    trips.storeCelsius[unit] = wantedCelsius;
    loopHeatW[unit] = wantedW;
    return wantedW;
  }
  const valveSeconds = coils.valveSeconds[unit]!;
  if (valveSeconds === 0) {
    trips.storeCelsius[unit] = wantedCelsius;
    loopHeatW[unit] = wantedW - (storeJK * (wantedCelsius - before)) / dtSeconds;
    return wantedW;
  }
  const asked = wantedW + (storeJK * (before - wantedCelsius)) / RECOVERY_SECONDS;
  const follow = dtSeconds / valveSeconds;
  const lagged = (loopHeatW[unit]! + follow * Math.max(0, Math.min(asked, mostW))) / (1 + follow);
  const loopW = Math.min(lagged, Math.max(0, ceilingW));
  const pull = (dtSeconds * conductanceWK) / storeJK;
  const after = (before + pull * onCoilCelsius - (dtSeconds * loopW) / storeJK) / (1 + pull);
  trips.storeCelsius[unit] = after;
  loopHeatW[unit] = loopW;
  return loopW + (storeJK * (after - before)) / dtSeconds;
}
