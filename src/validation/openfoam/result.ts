/** One run of OpenFOAM: what it was asked, and the means over its last iterations. Temperatures in °C. */
export interface FoamRun {
  readonly advection: 'second-order' | 'limited' | 'upwind';
  readonly cellMetres: number;
  readonly cells: number;
  /** Solver and release, as the solver prints them. */
  readonly solver: string;
  /** Iterations in all, and those that the means are taken over. */
  readonly iterations: number;
  readonly averagedOver: number;
  /** Inlet of each chassis, in the order of the site. */
  readonly inletCelsius: readonly number[];
  /** How far the means over the parts of that span lie from their mean at most, K: what is not steady in the run. */
  readonly inletSpreadKelvin: readonly number[];
  /** Return air of each unit. */
  readonly returnCelsius: readonly number[];
  readonly profiles: readonly FoamProfile[];
}

/** Air temperature up a vertical line. */
export interface FoamProfile {
  readonly heightMetres: readonly number[];
  readonly celsius: readonly number[];
}

/** All runs of one room. */
export interface FoamResult {
  readonly room: string;
  readonly runs: readonly FoamRun[];
}
