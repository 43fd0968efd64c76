import { AIR } from '../../units/air';

/** How a surface lies, for the air that rises or sinks along it. */
export const VERTICAL = 0;
export const FLOOR = 1;
export const CEILING = 2;

/**
 * Natural convection h = C |dT|^(1/3), W/(m² K), by the TARP rules that EnergyPlus takes from Walton 1983 (from memory,
 * to be checked): 1.31 for walls, 1.52 where warm air rises from the surface or cold air falls from it, 0.76 where the
 * air next to it lies still in layers. Kept as cubes.
 */
const WALL_CUBE = 1.31 ** 3;
const UNSTABLE_CUBE = 1.52 ** 3;
const STABLE_CUBE = 0.76 ** 3;

/** Length that the air has run along a surface, m (assumption; it enters with the power -0.2). */
const RUN_METRES = 3;

/**
 * Forced convection along a flat plate with a turbulent layer from its edge, Nu = 0.037 Re^0.8 Pr^(1/3) (Incropera &
 * DeWitt; from memory, to be checked), as the cube of W/(m² K) at 1 m/s.
 */
const FORCED_CUBE =
  (0.037 * (AIR.conductivity / RUN_METRES) * (RUN_METRES / AIR.kinematicViscosity) ** 0.8 * AIR.prandtl ** (1 / 3)) **
  3;

/** Film coefficient between air and a surface, W/(m² K): natural and forced convection joined as the root of cubes. */
export function filmCoefficient(lies: number, airMinusSurfaceKelvin: number, speedMetresPerSecond: number): number {
  let natural = WALL_CUBE;
  if (lies !== VERTICAL) natural = (lies === FLOOR) === airMinusSurfaceKelvin < 0 ? UNSTABLE_CUBE : STABLE_CUBE;
  return Math.cbrt(natural * Math.abs(airMinusSurfaceKelvin) + FORCED_CUBE * speedMetresPerSecond ** 2.4);
}
