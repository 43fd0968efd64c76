import type { RoomGrid } from '../grid/room-grid';
import { bicgstab, createKrylovScratch, type KrylovScratch } from '../kernels/bicgstab';
import { correctScalarAdvection } from '../kernels/limited-advection';
import { assembleScalar } from '../kernels/scalar';
import type { Stencil } from '../kernels/stencil';
import { gatherSources, type HeatInflows, type HeatScratch, setDiffusivity } from './heat';

/** A step so long that nothing of the old temperature remains, s. */
const FOREVER_SECONDS = 1e9;

export interface SteadyHeatScratch {
  readonly krylov: KrylovScratch;
  readonly right: Float64Array;
  readonly list: Int32Array;
}

export function createSteadyHeatScratch(size: number, heat: HeatScratch): SteadyHeatScratch {
  return {
    krylov: createKrylovScratch(size),
    right: new Float64Array(size),
    list: Int32Array.from([...heat.list.red, ...heat.list.black]).sort(),
  };
}

/**
 * On frozen airflow the heat equation is linear, the racks' rise included: exhaust = inlet + rise, with the rise that
 * the inflow table holds now (`chassisCelsius` - `chassisInletCelsius`). Solves it to `tolerance` K in one go.
 * Returns the iterations, or -1 when it did not get there; `temperature` is then the best it found.
 */
export function solveSteadyHeat(
  grid: RoomGrid,
  scratch: HeatScratch,
  steady: SteadyHeatScratch,
  temperature: Float64Array,
  viscosity: Float64Array,
  inflows: HeatInflows,
  chassisInletCelsius: Float64Array,
  tolerance: number,
  maxIterations: number,
): number {
  const { stencil, terms } = scratch;
  setDiffusivity(scratch, viscosity);
  scratch.previous.set(temperature);
  gatherSources(grid, scratch, inflows);
  terms.dt = FOREVER_SECONDS;
  assembleScalar(grid.mesh, scratch.list, terms, stencil);
  if (scratch.limitedAdvection)
    correctScalarAdvection(grid.mesh, scratch.list, terms.velocity, scratch.previous, stencil.right);
  // The inflow table carries exhaust = inlet + rise; only the rise is known, the inlet part belongs to the operator.
  const { list, right } = steady;
  for (let n = 0; n < list.length; n++) right[list[n]!] = stencil.right[list[n]!]!;
  removeInletPart(grid, inflows.chassisM3s, chassisInletCelsius, right);
  for (let n = 0; n < list.length; n++) right[list[n]!]! /= stencil.diagonal[list[n]!]!;
  const inlet = new Float64Array(chassisInletCelsius.length);
  const apply = (x: Float64Array, y: Float64Array) => {
    applyStencil(grid, stencil, list, x, y);
    readInlets(grid, x, inlet);
    carryChassis(grid, stencil, inflows.chassisM3s, inlet, y);
  };
  return bicgstab(list, apply, right, temperature, steady.krylov, tolerance, maxIterations);
}

/** y = x - sum a_nb x_nb / aP */
function applyStencil(grid: RoomGrid, stencil: Stencil, list: Int32Array, x: Float64Array, y: Float64Array): void {
  const [, sy, sz] = grid.mesh.stride;
  const [lowX, lowY, lowZ] = stencil.low;
  const [highX, highY, highZ] = stencil.high;
  const { diagonal } = stencil;
  for (let n = 0; n < list.length; n++) {
    const c = list[n]!;
    y[c] =
      x[c]! -
      (lowX[c]! * x[c - 1]! +
        highX[c]! * x[c + 1]! +
        lowY[c]! * x[c - sy]! +
        highY[c]! * x[c + sy]! +
        lowZ[c]! * x[c - sz]! +
        highZ[c]! * x[c + sz]!) /
        diagonal[c]!;
  }
}

function readInlets(grid: RoomGrid, x: Float64Array, inlet: Float64Array): void {
  for (let j = 0; j < grid.chassisInlets.length; j++) {
    const port = grid.chassisInlets[j]!;
    let sum = 0;
    for (let n = 0; n < port.cells.length; n++) sum += port.shares[n]! * x[port.cells[n]!]!;
    inlet[j] = sum;
  }
}

/** Takes the inlet part of each exhaust off the operator: what enters the room is what was drawn from it. */
function carryChassis(
  grid: RoomGrid,
  stencil: Stencil,
  flow: Float64Array,
  inlet: Float64Array,
  y: Float64Array,
): void {
  for (let j = 0; j < grid.chassisOutlets.length; j++) {
    const port = grid.chassisOutlets[j]!;
    for (let n = 0; n < port.cells.length; n++) {
      const c = port.cells[n]!;
      y[c]! -= (flow[j]! * port.shares[n]! * inlet[j]!) / stencil.diagonal[c]!;
    }
  }
}

function removeInletPart(grid: RoomGrid, flow: Float64Array, inlet: Float64Array, right: Float64Array): void {
  for (let j = 0; j < grid.chassisOutlets.length; j++) {
    const port = grid.chassisOutlets[j]!;
    for (let n = 0; n < port.cells.length; n++) right[port.cells[n]!]! -= flow[j]! * port.shares[n]! * inlet[j]!;
  }
}
