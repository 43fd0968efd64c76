import { CURVE_INLET_CELSIUS } from '../../site/catalogue/server-defaults';
import type { ServerModel } from './model';

/**
 * Fan law (assumption; no vendor publishes its own). The fans hold the hottest component at a limit:
 * T_limit - T_in = P R(n), R = R_fixed + R_air n^-0.8, where n^-0.8 is turbulent forced convection.
 * It is anchored to the catalogue: at full load and 22 °C the speed is the nominal one. At full load the
 * flow is then 1.2 times nominal at 27 °C and 1.7 times at 35 °C.
 */
export const COMPONENT_LIMIT_CELSIUS = 75;

/** Share of the thermal resistance that air speed does not change: die, interface, spreader (assumption). */
export const FIXED_RESISTANCE_SHARE = 0.3;

/** The fans answer a low-pass of the inlet temperature with this time constant, s (assumption). */
export const FAN_RESPONSE_SECONDS = 20;

/** Temperature rise allowed at this inlet over that allowed at the inlet of the curve; 1 at 22 °C. */
export function temperatureHeadroom(inletCelsius: number): number {
  return (COMPONENT_LIMIT_CELSIUS - inletCelsius) / (COMPONENT_LIMIT_CELSIUS - CURVE_INLET_CELSIUS);
}

/** Intervals of the speed curve of a model. */
export const CURVE_INTERVALS = 512;

/**
 * Largest power over headroom that the speed curve holds; beyond it no speed suffices. At the fixed share of the
 * resistance it is where that alone uses up the headroom.
 */
export const HIGHEST_DEMAND = 1 / FIXED_RESISTANCE_SHARE;

/**
 * Fan speed as a share of full speed against y = (power / peak power) / headroom, on even steps of y:
 * n = n_nominal ((1/y - c) / (1 - c))^(-1/0.8), kept between the lowest speed and 1. Speed depends on y alone, so
 * this table replaces a power and two divisions per server.
 */
export function fanSpeedCurve(
  nominalSpeed: number,
  minSpeed: number,
  fixedShare: number = FIXED_RESISTANCE_SHARE,
): Float64Array {
  return Float64Array.from({ length: CURVE_INTERVALS + 1 }, (_, index) => {
    const y = (index / CURVE_INTERVALS) * HIGHEST_DEMAND;
    const resistance = (1 / y - fixedShare) / (1 - fixedShare);
    return resistance > 0 ? Math.min(1, Math.max(minSpeed, nominalSpeed * resistance ** -1.25)) : 1;
  });
}

/** Fan speed of a server at `powerShare` of its peak power; `headroom` as above. Past the limit it is full speed. */
export function fanSpeed(model: ServerModel, powerShare: number, headroom: number): number {
  const position = (powerShare / headroom) * (CURVE_INTERVALS / HIGHEST_DEMAND);
  if (!(headroom > 0 && position < CURVE_INTERVALS)) return 1;
  const left = Math.floor(position);
  const leftSpeed = model.fanSpeedCurve[left]!;
  return leftSpeed + (position - left) * (model.fanSpeedCurve[left + 1]! - leftSpeed);
}

/** Intervals of the resistance table. */
export const RESISTANCE_INTERVALS = 256;

/**
 * Thermal resistance over that at nominal speed, c + (1 - c) (n / n_nominal)^-0.8, on even steps of speed from the lowest
 * to full.
 */
export function resistanceTable(model: ServerModel): Float64Array {
  return Float64Array.from({ length: RESISTANCE_INTERVALS + 1 }, (_, index) =>
    resistanceAt(model, model.fanMinSpeed + (index / RESISTANCE_INTERVALS) * (1 - model.fanMinSpeed)),
  );
}

/** Thermal resistance at a fan speed over that at nominal speed. */
export function resistanceAt({ fanNominalSpeed, chip }: ServerModel, speed: number): number {
  const fixed = chip.fixedResistanceShare;
  return fixed + (1 - fixed) * (speed / fanNominalSpeed) ** -0.8;
}

/** Fan affinity law: power follows the cube of speed, W. */
export function fanPowerW(model: ServerModel, speed: number): number {
  return model.fanRatedPowerW * speed * speed * speed;
}
