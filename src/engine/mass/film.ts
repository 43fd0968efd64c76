import { AIR, ZERO_CELSIUS_KELVIN } from '../../units/air';

/** How a surface lies, for the air that rises or sinks along it. */
export const VERTICAL = 0;
export const FLOOR = 1;
export const CEILING = 2;

/**
 * Natural convection h = C |dT|^(1/3), W/(m² K), by the TARP rules (Walton 1983, NBSSIR 83-2655, as in EnergyPlus'
 * convection coefficients): 1.31 for walls; level surfaces 9.482 / (7.238 - 1) where warm air rises from the surface or
 * cold air falls from it, 1.810 / (1.382 + 1) where the air next to it lies still in layers. Kept as cubes.
 */
const WALL_CUBE = 1.31 ** 3;
const UNSTABLE_CUBE = (9.482 / 6.238) ** 3;
const STABLE_CUBE = (1.81 / 2.382) ** 3;

/** Length that the air has run along a surface, m (assumption; it enters with the power -0.2). */
const RUN_METRES = 3;

/**
 * Forced convection along a flat plate with a turbulent layer from its edge, Nu = 0.037 Re^0.8 Pr^(1/3) (Incropera &
 * DeWitt; from memory, to be checked), W/(m² K) at 1 m/s.
 */
export const FORCED_AT_ONE_METRE_PER_SECOND =
  0.037 * (AIR.conductivity / RUN_METRES) * (RUN_METRES / AIR.kinematicViscosity) ** 0.8 * AIR.prandtl ** (1 / 3);
const FORCED_CUBE = FORCED_AT_ONE_METRE_PER_SECOND ** 3;

/**
 * Radiation 4 e sigma T³, W/(m² K), with an emissivity of 0.9 at 20 °C, as EN ISO 6946 adds it to convection (from
 * memory, to be checked). Assumption, of that standard too: what a surface sees is as warm as the air in front of it.
 */
export const RADIATION = 4 * 0.9 * 5.67e-8 * (20 + ZERO_CELSIUS_KELVIN) ** 3;

/**
 * Film coefficient between air and a surface, W/(m² K): natural and forced convection joined as the root of cubes,
 * and radiation.
 */
export function filmCoefficient(lies: number, airMinusSurfaceKelvin: number, speedMetresPerSecond: number): number {
  let natural = WALL_CUBE;
  if (lies !== VERTICAL) natural = (lies === FLOOR) === airMinusSurfaceKelvin < 0 ? UNSTABLE_CUBE : STABLE_CUBE;
  const convection = Math.cbrt(natural * Math.abs(airMinusSurfaceKelvin) + FORCED_CUBE * speedMetresPerSecond ** 2.4);
  return RADIATION + convection;
}
