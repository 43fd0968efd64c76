import type { Site } from '../../site/schema/site';
import type { RoomGrid } from '../grid/room-grid';
import type { RoomKernels } from '../kernels/backend';
import type { PoissonReport } from '../kernels/multigrid';
import { driveFreeFaces } from '../kernels/projection';
import type { Field, Velocity } from '../kernels/velocity';
import { applyFlows, type RoomFlows, totalFlow } from './flows';
import { gatherTurbulence } from './inflow-turbulence';

/** What persists of the air's motion. */
export interface AirState {
  readonly velocity: Velocity;
  /** p / rho, m²/s². */
  readonly pressure: Field;
}

/** What a step needs and forgets. */
export interface AirScratch {
  /** Open share of each tile, for the momentum of its jet. */
  readonly tileOpenShare: Float64Array;
  readonly report: PoissonReport;
}

export function createAirScratch(site: Site): AirScratch {
  return {
    tileOpenShare: Float64Array.from(site.tiles, (tile) => tile.openArea * tile.damper),
    report: { iterations: 0, reduction: 0 },
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
  /** Time step of k and epsilon, s, and sweeps for each; 0: they stay as they are, walls and viscosity follow them. */
  turbulenceDt: number;
  turbulenceSweeps: number;
}

/**
 * Air behind tight panels is tied so weakly to the rest that few iterations leave its mass far out of balance, and steps
 * on top of that grow without end: where cells are out of balance by this share of the flow, the pressure gets as many
 * iterations as it takes. Where no equipment moves air there is nothing to be in balance with but rounding, on which
 * iterations without end would make wind of nothing.
 */
const STUBBORN_IMBALANCE = 0.04;
const STUBBORN_ITERATIONS = 120;

/**
 * One step of the air's motion: turbulence, momentum with buoyancy and jets, projection.
 * On return the velocity carries the equipment's flows and its net outflow from every cell is within the tolerance.
 */
export function stepAir(
  grid: RoomGrid,
  kernels: RoomKernels,
  scratch: AirScratch,
  flows: RoomFlows,
  options: AirStepOptions,
): void {
  const { dt, sweeps, massTolerance, maxPressureIterations, limitedAdvection, turbulenceDt, turbulenceSweeps } =
    options;
  applyFlows(grid, flows, kernels.velocity);
  if (kernels.turbulence === 'k-epsilon') gatherTurbulence(grid, kernels, flows);
  kernels.stepTurbulence(turbulenceDt, turbulenceSweeps);
  tileJets(grid, flows, scratch, kernels.jet);
  kernels.stepMomentum(dt, sweeps, limitedAdvection);
  driveFreeFaces(grid.freeFaces, kernels.velocity, kernels.pressure, dt);
  const { report } = scratch;
  kernels.project(dt, massTolerance, maxPressureIterations, report);
  const flow = totalFlow(flows);
  if (flow > 0 && report.iterations >= maxPressureIterations && kernels.massImbalance() > STUBBORN_IMBALANCE * flow)
    kernels.project(dt, massTolerance, STUBBORN_ITERATIONS, report);
}

/**
 * Air leaves a perforated tile through its holes faster than on the gross area: the momentum that the gross velocity
 * misses, (1/F - 1) V² A, m⁴/s², V on the gross area (VanGilder; Abdelmaksoud et al. 2010).
 * A tile that draws air in has its jet on the other side.
 */
export function jetMomentum(flowM3s: number, areaM2: number, openShare: number): number {
  if (openShare <= 0 || flowM3s <= 0) return 0;
  const speed = flowM3s / areaM2;
  return (1 / openShare - 1) * speed * speed * areaM2;
}

/** Adds each tile's jet at the face above it. */
function tileJets(grid: RoomGrid, flows: RoomFlows, scratch: AirScratch, jet: Field): void {
  const up = grid.mesh.stride[2];
  for (let t = 0; t < grid.tiles.length; t++) {
    const port = grid.tiles[t]!;
    if (port === null) continue;
    for (let n = 0; n < port.cells.length; n++) jet[port.cells[n]! + up] = 0;
  }
  for (let t = 0; t < grid.tiles.length; t++) {
    const port = grid.tiles[t]!;
    if (port === null) continue;
    const momentum = jetMomentum(flows.tiles[t]!, port.area, scratch.tileOpenShare[t]!);
    for (let n = 0; n < port.cells.length; n++) jet[port.cells[n]! + up]! += momentum * port.shares[n]!;
  }
}
