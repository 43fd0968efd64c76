/**
 * Properties of dry air near 20 °C and sea-level pressure, the one set used by every model.
 * Source: ASHRAE Handbook Fundamentals, table of thermophysical properties of air (rounded).
 */
export const AIR = {
  /** kg/m³ */
  density: 1.205,
  /** J/(kg K) at constant pressure */
  specificHeat: 1006,
  /** W/(m K) */
  conductivity: 0.0257,
  /** m²/s */
  kinematicViscosity: 1.5e-5,
  /** Molecular Prandtl number, dimensionless */
  prandtl: 0.71,
  /** Turbulent Prandtl number, dimensionless */
  turbulentPrandtl: 0.9,
} as const;

/** Heat carried by one cubic metre of air for each kelvin, J/(m³ K). */
export const AIR_HEAT_CAPACITY = AIR.density * AIR.specificHeat;

/** Standard gravity, m/s². */
export const GRAVITY = 9.80665;

/** 0 °C in kelvin. */
export const ZERO_CELSIUS_KELVIN = 273.15;

/** Height of one rack unit (EIA-310), m. */
export const RACK_UNIT_METRES = 0.04445;
