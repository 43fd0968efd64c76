import type { GeometryChange } from './geometry-change';
import type { Mesh } from './mesh';
import type { PoissonReport } from './multigrid';
import type { FreeFace } from './projection';
import type { Field, Velocity } from './velocity';

/** 'reference': plain TypeScript in double precision. 'wasm': the same equations in single precision, four cells at a time. */
export type BackendName = 'reference' | 'wasm';

/**
 * 'k-epsilon': two equations that are carried along with the air. 'zero-equation': speed times distance from the nearest
 * solid; cheaper, without memory, too viscous for jets away from walls.
 */
export type TurbulenceModel = 'k-epsilon' | 'zero-equation';

/** Air as the kernels know it: what of it is constant in a run. */
export interface AirConstants {
  /** Molecular kinematic viscosity and thermal diffusivity, m²/s. */
  readonly viscosity: number;
  readonly diffusivity: number;
  readonly turbulentPrandtl: number;
  readonly turbulence: TurbulenceModel;
  /** g beta, m/(s² K), and the temperature at which air neither rises nor sinks, °C. */
  readonly buoyancy: number;
  readonly referenceCelsius: number;
}

/** Connected regions of air: a sealed one needs its own balance of flow. */
export interface AirRegions {
  readonly count: number;
  /** Label of each cell, from 1; 0 in solids. */
  readonly label: Int32Array;
  /** Padded index of every air cell, ascending. */
  readonly air: Int32Array;
}

/**
 * The numerical work on one room's cells. Fields live where the back end computes, in the padded natural order of the
 * mesh; callers read and write them in place, and nothing is copied in a step. Equipment is known only by the velocity at
 * its faces and by the sources that callers fill in.
 */
export interface RoomKernels {
  readonly backend: BackendName;
  readonly turbulence: TurbulenceModel;
  readonly regions: AirRegions;
  readonly velocity: Velocity;
  /** Pressure over density, m²/s². */
  readonly pressure: Field;
  /** Temperature, °C. */
  readonly temperature: Field;
  /** Effective kinematic viscosity of the last step, m²/s. */
  readonly viscosity: Field;
  /** Kinetic energy of the turbulence, m²/s², and its dissipation, m²/s³: what the k-epsilon model carries along. */
  readonly turbulentEnergy: Field;
  readonly dissipation: Field;
  /** What comes into each cell of both: inflow, m³/s, times the value that it carries. */
  readonly inflowEnergy: Field;
  readonly inflowDissipation: Field;
  /** Momentum that jets add at z faces, m⁴/s². */
  readonly jet: Field;
  /** Inflow into each cell through faces of given velocity, m³/s, and that flow times the °C that it carries. */
  readonly inflow: Field;
  readonly inflowValue: Field;
  /** Exchange of each cell with surfaces: conductance over heat capacity, m³/s, and that times the surface's °C. */
  readonly exchange: Field;
  readonly exchangeValue: Field;
  /**
   * Moves to another room on the same grid lines, in place: fields stay, and what depends on the change is brought up
   * to date. False where the back end cannot, or the free faces differ: then nothing has changed, and new kernels are needed.
   */
  reshape(mesh: Mesh, freeFaces: readonly FreeFace[], change: GeometryChange): boolean;
  /**
   * Turbulence model: viscosity from velocity. k and epsilon move on by `dt`, s, with `sweeps` sweeps each; with 0 they stay
   * as they are.
   */
  stepTurbulence(dt: number, sweeps: number): void;
  /** Advances the velocity by one step of momentum, without keeping it free of divergence. */
  stepMomentum(dt: number, sweeps: number, limitedAdvection: boolean): void;
  /** Makes the velocity free of divergence to `tolerance`, m³/s (norm over cells), and adds to the pressure. */
  project(dt: number, tolerance: number, maxIterations: number, report: PoissonReport): void;
  /** Advances the temperature by one step. */
  stepHeat(dt: number, sweeps: number, limitedAdvection: boolean): void;
  /** Sum over the cells of their net outflow without its sign, m³/s. */
  massImbalance(): number;
  /** Volume integral of the temperature over the air, m³ °C. */
  heatContent(): number;
  /** Whether temperature and pressure are finite at every air cell. */
  isFinite(): boolean;
  /** Gives back what other rooms can use again, memory and threads. Nothing of these kernels may be used afterwards. */
  release(): void;
}
