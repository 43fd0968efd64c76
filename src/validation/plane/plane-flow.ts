import type { BackendName, RoomKernels } from '../../engine/kernels/backend';
import { createKernels } from '../../engine/kernels/create-kernels';
import { cellIndex, createMesh, type Mesh } from '../../engine/kernels/mesh';

/** Walls of the rectangle: west and east at the ends of x, south and north at the ends of z. */
export type Side = 'west' | 'east' | 'south' | 'north';
const SIDES: readonly Side[] = ['west', 'east', 'south', 'north'];

/** A closed rectangle of fluid in the plane of x and z (up), in the units of its problem. */
export interface PlaneFlowSetup {
  readonly xFaces: Float64Array;
  readonly zFaces: Float64Array;
  readonly viscosity: number;
  /** 0: heat is not stepped. */
  readonly diffusivity: number;
  /** g beta: acceleration along z per unit of temperature above the reference. */
  readonly buoyancy: number;
  readonly referenceTemperature: number;
  /** Speed of the east wall along z. */
  readonly lidSpeed: number;
  /** True: fluid glides along the west and east walls, which then are planes of symmetry. */
  readonly slipSides: boolean;
  /** Temperature of the walls that have one; the others are adiabatic. */
  readonly wallTemperature: Partial<Record<Side, number>>;
  readonly advection: 'upwind' | 'limited';
  readonly backend: BackendName;
}

interface WallCell {
  readonly side: Side;
  readonly cell: number;
  readonly conductance: number;
  readonly temperature: number;
}

/** A z face next to a side wall, and what the momentum equation multiplies its speed by for that wall's friction. */
interface SideFace {
  readonly face: number;
  readonly friction: number;
}

/** The engine's kernels on one layer of cells, so thick along y that the friction of its two faces vanishes. */
export interface PlaneFlow {
  readonly setup: PlaneFlowSetup;
  readonly mesh: Mesh;
  readonly kernels: RoomKernels;
  readonly walls: readonly WallCell[];
  readonly sides: { readonly west: readonly SideFace[]; readonly east: readonly SideFace[] };
}

const THICKNESS = 1000;

export function createPlaneFlow(setup: PlaneFlowSetup): PlaneFlow {
  const mesh = createMesh(setup.xFaces, Float64Array.of(0, THICKNESS), setup.zFaces);
  const kernels = createKernels(setup.backend, mesh, [], {
    viscosity: setup.viscosity,
    diffusivity: setup.diffusivity,
    turbulentPrandtl: 1,
    turbulence: 'zero-equation',
    buoyancy: setup.buoyancy,
    referenceCelsius: setup.referenceTemperature,
  });
  kernels.temperature.fill(setup.referenceTemperature);
  const walls = SIDES.flatMap((side) => wallCells(mesh, side, setup));
  for (const { cell, conductance, temperature } of walls) {
    kernels.exchange[cell]! += conductance;
    kernels.exchangeValue[cell]! += conductance * temperature;
  }
  const sides = { west: sideFaces(mesh, 1, setup.viscosity), east: sideFaces(mesh, mesh.nx, setup.viscosity) };
  return { setup, mesh, kernels, walls, sides };
}

function wallCells(mesh: Mesh, side: Side, setup: PlaneFlowSetup): WallCell[] {
  const temperature = setup.wallTemperature[side];
  if (temperature === undefined) return [];
  const upright = side === 'west' || side === 'east';
  const axis = upright ? 0 : 2;
  const count = upright ? mesh.nz : mesh.nx;
  const at = side === 'west' || side === 'south' ? 0 : (upright ? mesh.nx : mesh.nz) - 1;
  return Array.from({ length: count }, (_, n) => ({
    side,
    temperature,
    cell: upright ? cellIndex(mesh, at, 0, n) : cellIndex(mesh, n, 0, at),
    conductance:
      (setup.diffusivity * mesh.width[upright ? 2 : 0][n + 1]! * THICKNESS) / (mesh.width[axis][at + 1]! / 2),
  }));
}

/** The kernels hold a wall to have no slip, with nu A over half a cell. */
function sideFaces(mesh: Mesh, i: number, viscosity: number): SideFace[] {
  return Array.from({ length: mesh.nz - 1 }, (_, n) => {
    const area = ((mesh.width[2][n + 1]! + mesh.width[2][n + 2]!) / 2) * THICKNESS;
    return {
      face: cellIndex(mesh, i - 1, 0, n + 1),
      friction: (viscosity * area) / (mesh.width[0][i]! / 2),
    };
  });
}

export interface PlaneStepOptions {
  readonly dt: number;
  readonly momentumSweeps: number;
  readonly heatSweeps: number;
  readonly pressureIterations: number;
}

/** Residual norm of the mass balance below which a projection may stop early; out of reach in single precision. */
const MASS_TOLERANCE = 1e-9;

/**
 * One step of momentum, projection and heat.
 * Returns the largest change of any velocity or temperature over the step divided by dt.
 */
export function stepPlaneFlow({ setup, kernels, sides }: PlaneFlow, options: PlaneStepOptions): number {
  const { velocity, temperature, jet } = kernels;
  const { dt } = options;
  const limited = setup.advection === 'limited';
  const before = [velocity[0].slice(), velocity[2].slice()] as const;
  if (setup.lidSpeed !== 0) for (const { face, friction } of sides.east) jet[face] = friction * setup.lidSpeed;
  if (setup.slipSides) {
    // A wall that moves with the fluid next to it holds it back no more: no friction once the flow is steady.
    jet.fill(0);
    for (const side of [sides.west, sides.east]) {
      for (const { face, friction } of side) jet[face]! += friction * velocity[2][face]!;
    }
  }
  kernels.stepMomentum(dt, options.momentumSweeps, limited);
  kernels.project(dt, MASS_TOLERANCE, options.pressureIterations, { iterations: 0, reduction: 0 });
  let change = Math.max(largestChange(before[0], velocity[0]), largestChange(before[1], velocity[2]));
  if (setup.diffusivity > 0) {
    const warmth = temperature.slice();
    kernels.inflowValue.fill(0);
    kernels.stepHeat(dt, options.heatSweeps, limited);
    change = Math.max(change, largestChange(warmth, temperature));
  }
  return change / dt;
}

function largestChange(before: ArrayLike<number>, after: ArrayLike<number>): number {
  let worst = 0;
  for (let c = 0; c < before.length; c++) worst = Math.max(worst, Math.abs(after[c]! - before[c]!));
  return worst;
}

/** Heat that a wall gives to the fluid per unit of thickness, in the problem's units. */
export function wallHeat({ walls, kernels }: PlaneFlow, side: Side): number {
  let sum = 0;
  for (const wall of walls) {
    if (wall.side === side) sum += wall.conductance * (wall.temperature - kernels.temperature[wall.cell]!);
  }
  return sum / THICKNESS;
}

/** Fastest velocity component anywhere. */
export function largestSpeed({ kernels }: PlaneFlow): number {
  let largest = 0;
  for (const component of kernels.velocity) {
    for (const value of component) largest = Math.max(largest, Math.abs(value));
  }
  return largest;
}
