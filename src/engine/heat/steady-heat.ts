import type { RoomGrid } from '../grid/room-grid';
import type { RoomKernels } from '../kernels/backend';
import { bicgstab, createKrylovScratch, type KrylovScratch } from '../kernels/bicgstab';
import { correctScalarAdvection } from '../kernels/limited-advection';
import { assembleScalar, effectiveDiffusivity } from '../kernels/scalar';
import { type ColouredList, colouredList, createStencil, type Stencil } from '../kernels/stencil';
import { gatherSources, type HeatInflows, type RoomSurfaces } from './heat';

/** A step so long that nothing of the old temperature remains, s. */
const FOREVER_SECONDS = 1e9;

/** Work of the solver, in double precision whatever the back end: it goes to residuals that single precision cannot show. */
export interface SteadyHeatScratch {
  readonly krylov: KrylovScratch;
  readonly stencil: Stencil;
  readonly temperature: Float64Array;
  readonly previous: Float64Array;
  readonly diffusivity: Float64Array;
  readonly right: Float64Array;
  readonly cells: ColouredList;
}

export function createSteadyHeatScratch(grid: RoomGrid): SteadyHeatScratch {
  const { mesh } = grid;
  const array = () => new Float64Array(mesh.size);
  return {
    krylov: createKrylovScratch(mesh.size),
    stencil: createStencil(mesh.size),
    temperature: array(),
    previous: array(),
    diffusivity: array(),
    right: array(),
    cells: colouredList(mesh, (c) => mesh.solid[c] === 0),
  };
}

/**
 * On frozen airflow the heat equation is linear, the racks' rise included: exhaust = inlet + rise, with the rise that
 * the inflow table holds now (`chassisCelsius` - `chassisInletCelsius`). Solves it to `tolerance` K in one go.
 * Returns the iterations, or -1 when it did not get there; the temperature is then the best it found.
 */
export function solveSteadyHeat(
  grid: RoomGrid,
  kernels: RoomKernels,
  surfaces: RoomSurfaces,
  scratch: SteadyHeatScratch,
  inflows: HeatInflows,
  chassisInletCelsius: Float64Array,
  limitedAdvection: boolean,
  tolerance: number,
  maxIterations: number,
): number {
  const { stencil, temperature, previous, diffusivity, right, cells } = scratch;
  const { velocity, viscosity, inflow, inflowValue, exchange, exchangeValue } = kernels;
  for (let c = 0; c < diffusivity.length; c++) diffusivity[c] = effectiveDiffusivity(surfaces.constants, viscosity[c]!);
  temperature.set(kernels.temperature);
  previous.set(temperature);
  gatherSources(grid, kernels, surfaces, inflows);
  const terms = { velocity, diffusivity, previous, inflow, inflowValue, exchange, exchangeValue, dt: FOREVER_SECONDS };
  assembleScalar(grid.mesh, cells, terms, stencil);
  if (limitedAdvection) correctScalarAdvection(grid.mesh, cells, velocity, previous, stencil.right);
  // The inflow table carries exhaust = inlet + rise; only the rise is known, the inlet part belongs to the operator.
  const { air } = kernels.regions;
  for (let n = 0; n < air.length; n++) right[air[n]!] = stencil.right[air[n]!]!;
  removeInletPart(grid, inflows.chassisM3s, chassisInletCelsius, right);
  for (let n = 0; n < air.length; n++) right[air[n]!]! /= stencil.diagonal[air[n]!]!;
  const inlet = new Float64Array(chassisInletCelsius.length);
  const apply = (x: Float64Array, y: Float64Array) => {
    applyStencil(grid, stencil, air, x, y);
    readInlets(grid, x, inlet);
    carryChassis(grid, stencil, inflows.chassisM3s, inlet, y);
  };
  const iterations = bicgstab(air, apply, right, temperature, scratch.krylov, tolerance, maxIterations);
  kernels.temperature.set(temperature);
  return iterations;
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
