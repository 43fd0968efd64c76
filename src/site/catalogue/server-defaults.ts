import type { ServerChip } from './server-parts';
import type { ServerType } from './server-type';

/** Time constant of chips and heat sinks at full load and nominal fan speed, s (assumption). */
const CHIP_SECONDS = 30;

/** Inlet temperature at which power curves are measured, °C: SPECpower asks for 20 °C or more (assumption: 22 °C). */
export const CURVE_INLET_CELSIUS = 22;

/** What a type without chip figures of its own is taken to have. All of it is an assumption. */
const ASSUMED_CHIP = {
  cooling: 'air',
  targetCelsius: 75,
  throttleCelsius: 90,
  shutdownCelsius: 100,
  fixedResistanceShare: 0.3,
  leakageShare: 0.15,
  leakagePerKelvin: 0.015,
} as const;

/** Temperature of the coolant at cold plates where a type does not say, °C (assumption: warm water). */
export const COOLANT_CELSIUS = 40;

/** Power of a server that is off but plugged in, W (assumption: its management controller). */
export const STANDBY_W = 5;

/** Wall power of one server at 0, 10 ... 100 % load and its highest frequency, W: measured, else from its components. */
export function powerCurveOf(type: ServerType): number[] {
  if (type.powerCurveW !== undefined) return type.powerCurveW;
  const { parts, conversions } = type.components!;
  const sum = (load: number): number =>
    parts.reduce((watts, { count, idleW, peakW }) => watts + count * (idleW + load * (peakW - idleW)), 0);
  const wall = (watts: number): number =>
    conversions.reduce((power, { fixedW, efficiency }) => (power + fixedW) / efficiency, watts);
  return Array.from({ length: 11 }, (_, tenth) => wall(sum(tenth / 10)));
}

/** Chip figures of a type, with assumptions where it gives none. */
export function chipOf(type: ServerType): ServerChip {
  if (type.chip !== undefined) return type.chip;
  const peakW = powerCurveOf(type)[10]!;
  return {
    ...ASSUMED_CHIP,
    heatCapacityJK: (CHIP_SECONDS * peakW) / (ASSUMED_CHIP.targetCelsius - CURVE_INLET_CELSIUS),
  };
}
