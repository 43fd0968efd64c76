import type { Site } from '../../site/schema/site';
import { AIR, GRAVITY, ZERO_CELSIUS_KELVIN } from '../../units/air';
import type { RoomGrid } from '../grid/room-grid';
import { correctMomentumAdvection } from '../kernels/limited-advection';
import { AXES, type Axis } from '../kernels/mesh';
import { assembleMomentum, type MomentumTerms } from '../kernels/momentum';
import { createPoissonSolver, type PoissonReport, type PoissonSolver } from '../kernels/multigrid';
import { createProjectionScratch, driveFreeFaces, type ProjectionScratch, project } from '../kernels/projection';
import { type ColouredList, colouredList, createStencil, relax, type Stencil } from '../kernels/stencil';
import { zeroEquationViscosity } from '../kernels/turbulence';
import { createVelocity, type Velocity } from '../kernels/velocity';
import { wallDistance } from '../kernels/wall-distance';
import { applyFlows, type RoomFlows } from './flows';

/** What persists of the air's motion. */
export interface AirState {
  readonly velocity: Velocity;
  /** p / rho, m²/s². */
  readonly pressure: Float64Array;
}

/** What a step needs and forgets. */
export interface AirScratch {
  readonly lists: readonly [ColouredList, ColouredList, ColouredList];
  readonly stencil: Stencil;
  readonly solver: PoissonSolver;
  readonly projection: ProjectionScratch;
  readonly wallDistance: Float64Array;
  /** nu + nu_t at cell centres, m²/s; read by the heat step too. */
  readonly viscosity: Float64Array;
  readonly acceleration: Float64Array;
  readonly jet: Float64Array;
  /** Open share of each tile, for the momentum of its jet. */
  readonly tileOpenShare: Float64Array;
  readonly referenceCelsius: number;
  /** The velocity that the momentum of this step wants, before projection. */
  readonly next: Velocity;
  readonly report: PoissonReport;
  readonly terms: MomentumTerms & { dt: number; acceleration: Float64Array | null; source: Float64Array | null };
}

export function createAir(size: number): AirState {
  return { velocity: createVelocity(size), pressure: new Float64Array(size) };
}

export function createAirScratch(site: Site, grid: RoomGrid, state: AirState): AirScratch {
  const { mesh } = grid;
  const list = (axis: Axis) => colouredList(mesh, (c) => mesh.open[axis][c]! > 0);
  const distance = new Float64Array(mesh.size);
  wallDistance(mesh, distance);
  const viscosity = new Float64Array(mesh.size).fill(AIR.kinematicViscosity);
  return {
    lists: [list(0), list(1), list(2)],
    stencil: createStencil(mesh.size),
    solver: createPoissonSolver(mesh),
    projection: createProjectionScratch(mesh, grid.freeFaces),
    wallDistance: distance,
    viscosity,
    acceleration: new Float64Array(mesh.size),
    jet: new Float64Array(mesh.size),
    tileOpenShare: Float64Array.from(site.tiles, (tile) => tile.openArea * tile.damper),
    referenceCelsius: site.room.initialCelsius,
    next: createVelocity(mesh.size),
    report: { iterations: 0, reduction: 0 },
    terms: {
      velocity: state.velocity,
      pressure: state.pressure,
      viscosity,
      acceleration: null,
      source: null,
      dt: 1,
    },
  };
}

export interface AirStepOptions {
  /** Time step, s; in the steady mode a pseudo time step. */
  dt: number;
  /** Gauss-Seidel sweeps for each velocity component. */
  sweeps: number;
  /** Residual norm of the mass balance at which the projection stops, m³/s. */
  massTolerance: number;
  maxPressureIterations: number;
  /** Bounded second-order advection instead of first-order upwind. */
  limitedAdvection: boolean;
}

/**
 * One step of the air's motion: turbulence, momentum with buoyancy and jets, projection.
 * On return the velocity carries the equipment's flows and its net outflow from every cell is within the tolerance.
 */
export function stepAir(
  grid: RoomGrid,
  state: AirState,
  scratch: AirScratch,
  flows: RoomFlows,
  temperature: Float64Array,
  options: AirStepOptions,
): void {
  const { mesh } = grid;
  const { velocity, pressure } = state;
  const { terms, stencil, next } = scratch;
  applyFlows(grid, flows, velocity);
  zeroEquationViscosity(mesh, velocity, scratch.wallDistance, AIR.kinematicViscosity, scratch.viscosity);
  buoyancy(scratch, temperature);
  tileJets(grid, flows, scratch);

  terms.dt = options.dt;
  // The three components are solved from the same old velocity: later ones must not see earlier ones.
  for (const axis of AXES) {
    const list = scratch.lists[axis];
    terms.acceleration = axis === 2 ? scratch.acceleration : null;
    terms.source = axis === 2 ? scratch.jet : null;
    assembleMomentum(mesh, axis, list.red, terms, stencil);
    assembleMomentum(mesh, axis, list.black, terms, stencil);
    if (options.limitedAdvection) correctMomentumAdvection(mesh, axis, list, velocity, stencil.right);
    next[axis].set(velocity[axis]);
    relax(mesh, stencil, list, next[axis], options.sweeps);
  }
  for (const axis of AXES) velocity[axis].set(next[axis]);
  driveFreeFaces(grid.freeFaces, velocity, pressure, options.dt);
  project(
    mesh,
    scratch.solver,
    scratch.projection,
    grid.freeFaces,
    velocity,
    pressure,
    options.dt,
    options.massTolerance,
    options.maxPressureIterations,
    scratch.report,
  );
}

/** Boussinesq: a = g beta (T - T_ref), beta = 1 / T_ref in kelvin. */
function buoyancy(scratch: AirScratch, temperature: Float64Array): void {
  const { referenceCelsius, acceleration, solver } = scratch;
  const factor = GRAVITY / (referenceCelsius + ZERO_CELSIUS_KELVIN);
  const { air } = solver;
  for (let n = 0; n < air.length; n++) {
    const c = air[n]!;
    acceleration[c] = factor * (temperature[c]! - referenceCelsius);
  }
}

/**
 * Air leaves a perforated tile through its holes faster than on the gross area: the missing momentum
 * (1/F - 1) V² A is added at the face above the tile, V on the gross area (VanGilder; Abdelmaksoud et al. 2010).
 */
function tileJets(grid: RoomGrid, flows: RoomFlows, scratch: AirScratch): void {
  const { jet, tileOpenShare } = scratch;
  const up = grid.mesh.stride[2];
  for (let t = 0; t < grid.tiles.length; t++) {
    const port = grid.tiles[t]!;
    if (port === null) continue;
    for (let n = 0; n < port.cells.length; n++) jet[port.cells[n]! + up] = 0;
  }
  for (let t = 0; t < grid.tiles.length; t++) {
    const port = grid.tiles[t]!;
    const open = tileOpenShare[t]!;
    if (port === null || open <= 0) continue;
    const speed = flows.tiles[t]! / port.area;
    const momentum = (1 / open - 1) * speed * Math.abs(speed) * port.area;
    for (let n = 0; n < port.cells.length; n++) jet[port.cells[n]! + up]! += momentum * port.shares[n]!;
  }
}
