import { correctMomentumAdvection, correctScalarAdvection } from '../../engine/kernels/limited-advection';
import { cellIndex, createMesh, type Mesh } from '../../engine/kernels/mesh';
import { assembleMomentum } from '../../engine/kernels/momentum';
import { createPoissonSolver, type PoissonSolver } from '../../engine/kernels/multigrid';
import { createProjectionScratch, type ProjectionScratch, project } from '../../engine/kernels/projection';
import { assembleScalar } from '../../engine/kernels/scalar';
import { type ColouredList, colouredList, createStencil, relax, type Stencil } from '../../engine/kernels/stencil';
import { createVelocity, type Velocity } from '../../engine/kernels/velocity';

/** Walls of the rectangle: west and east at the ends of x, south and north at the ends of y. */
export type Side = 'west' | 'east' | 'south' | 'north';
const SIDES: readonly Side[] = ['west', 'east', 'south', 'north'];

/** A closed rectangle of fluid in the units of its problem; y points up. */
export interface PlaneFlowSetup {
  readonly xFaces: Float64Array;
  readonly yFaces: Float64Array;
  readonly viscosity: number;
  readonly diffusivity: number;
  /** g beta: acceleration along y per unit of temperature above the reference. */
  readonly buoyancy: number;
  readonly referenceTemperature: number;
  /** Speed of the north wall along x. */
  readonly lidSpeed: number;
  /** True: air glides along the west and east walls, which then are planes of symmetry. */
  readonly slipSides: boolean;
  /** Temperature of the walls that have one; the others are adiabatic. */
  readonly wallTemperature: Partial<Record<Side, number>>;
  readonly advection: 'upwind' | 'limited';
}

/** The engine's kernels on one layer of cells, so thick across that the friction of its two faces vanishes. */
export interface PlaneFlow {
  readonly setup: PlaneFlowSetup;
  readonly mesh: Mesh;
  readonly velocity: Velocity;
  readonly pressure: Float64Array;
  readonly temperature: Float64Array;
  /** Cells at walls of given temperature: conductance and wall temperature. */
  readonly walls: readonly { side: Side; cell: number; conductance: number; temperature: number }[];
  readonly scratch: {
    readonly lists: readonly [ColouredList, ColouredList];
    readonly cells: ColouredList;
    readonly stencil: Stencil;
    readonly solver: PoissonSolver;
    readonly projection: ProjectionScratch;
    readonly viscosity: Float64Array;
    readonly diffusivity: Float64Array;
    readonly acceleration: Float64Array;
    readonly lid: Float64Array;
    /** Friction of the west and east walls on the faces next to them, to be taken off where they slip. */
    readonly sideFriction: Float64Array | null;
    readonly next: readonly [Float64Array, Float64Array];
    readonly previous: Float64Array;
    readonly exchange: Float64Array;
    readonly exchangeValue: Float64Array;
    readonly none: Float64Array;
  };
}

const THICKNESS = 1000;

export function createPlaneFlow(setup: PlaneFlowSetup): PlaneFlow {
  const mesh = createMesh(setup.xFaces, setup.yFaces, Float64Array.of(0, THICKNESS));
  const array = (value = 0) => new Float64Array(mesh.size).fill(value);
  const walls = SIDES.flatMap((side) => wallCells(mesh, side, setup));
  const exchange = array();
  const exchangeValue = array();
  for (const { cell, conductance, temperature } of walls) {
    exchange[cell]! += conductance;
    exchangeValue[cell]! += conductance * temperature;
  }
  return {
    setup,
    mesh,
    walls,
    velocity: createVelocity(mesh.size),
    pressure: array(),
    temperature: array(setup.referenceTemperature),
    scratch: {
      lists: [colouredList(mesh, (c) => mesh.open[0][c]! > 0), colouredList(mesh, (c) => mesh.open[1][c]! > 0)],
      cells: colouredList(mesh, (c) => mesh.solid[c] === 0),
      stencil: createStencil(mesh.size),
      solver: createPoissonSolver(mesh),
      projection: createProjectionScratch(mesh, []),
      viscosity: array(setup.viscosity),
      diffusivity: array(setup.diffusivity),
      acceleration: array(),
      lid: lidDrag(mesh, setup),
      sideFriction: setup.slipSides ? frictionOfSides(mesh, setup) : null,
      next: [array(), array()],
      previous: array(),
      exchange,
      exchangeValue,
      none: array(),
    },
  };
}

function wallCells(mesh: Mesh, side: Side, setup: PlaneFlowSetup): PlaneFlow['walls'] {
  const temperature = setup.wallTemperature[side];
  if (temperature === undefined) return [];
  const across = side === 'west' || side === 'east' ? 0 : 1;
  const count = across === 0 ? mesh.ny : mesh.nx;
  const at = side === 'west' || side === 'south' ? 0 : (across === 0 ? mesh.nx : mesh.ny) - 1;
  return Array.from({ length: count }, (_, n) => {
    const area = mesh.width[across === 0 ? 1 : 0][n + 1]! * THICKNESS;
    return {
      side,
      temperature,
      cell: across === 0 ? cellIndex(mesh, at, n, 0) : cellIndex(mesh, n, at, 0),
      conductance: (setup.diffusivity * area) / (mesh.width[across][at + 1]! / 2),
    };
  });
}

/** Momentum that the moving north wall gives to the faces next to it: nu U A / half a cell. */
function lidDrag(mesh: Mesh, setup: PlaneFlowSetup): Float64Array {
  const source = new Float64Array(mesh.size);
  const half = mesh.width[1][mesh.ny]! / 2;
  for (let i = 1; i < mesh.nx; i++) {
    const area = ((mesh.width[0][i]! + mesh.width[0][i + 1]!) / 2) * THICKNESS;
    source[cellIndex(mesh, i, mesh.ny - 1, 0)] = (setup.viscosity * setup.lidSpeed * area) / half;
  }
  return source;
}

/** What the momentum stencil adds for a wall half a cell away: nu A / half a cell. */
function frictionOfSides(mesh: Mesh, setup: PlaneFlowSetup): Float64Array {
  const friction = new Float64Array(mesh.size);
  for (let j = 1; j < mesh.ny; j++) {
    const area = ((mesh.width[1][j]! + mesh.width[1][j + 1]!) / 2) * THICKNESS;
    for (const i of [0, mesh.nx - 1]) {
      friction[cellIndex(mesh, i, j, 0)]! += (setup.viscosity * area) / (mesh.width[0][i + 1]! / 2);
    }
  }
  return friction;
}

export interface PlaneStepOptions {
  readonly dt: number;
  readonly momentumSweeps: number;
  readonly heatSweeps: number;
  readonly pressureIterations: number;
}

/**
 * One step of momentum, projection and heat, as the engine's air and heat steps do it.
 * Returns the largest change of any velocity or temperature over the step divided by dt.
 */
export function stepPlaneFlow(flow: PlaneFlow, options: PlaneStepOptions): number {
  const { setup, mesh, velocity, pressure, temperature, scratch } = flow;
  const { lists, cells, stencil, next, previous, acceleration } = scratch;
  const { dt } = options;
  const limited = setup.advection === 'limited';
  for (let c = 0; c < mesh.size; c++) {
    acceleration[c] = setup.buoyancy * (temperature[c]! - setup.referenceTemperature);
  }
  for (const axis of [0, 1] as const) {
    const terms = {
      velocity,
      pressure,
      dt,
      viscosity: scratch.viscosity,
      acceleration: axis === 1 && setup.buoyancy !== 0 ? acceleration : null,
      source: axis === 0 && setup.lidSpeed !== 0 ? scratch.lid : null,
    };
    assembleMomentum(mesh, axis, lists[axis].red, terms, stencil);
    assembleMomentum(mesh, axis, lists[axis].black, terms, stencil);
    if (axis === 1 && scratch.sideFriction !== null) {
      for (let c = 0; c < mesh.size; c++) stencil.diagonal[c]! -= scratch.sideFriction[c]!;
    }
    if (limited) correctMomentumAdvection(mesh, axis, lists[axis], velocity, stencil.right);
    next[axis].set(velocity[axis]);
    relax(mesh, stencil, lists[axis], next[axis], options.momentumSweeps);
  }
  const old = [velocity[0].slice(), velocity[1].slice()];
  velocity[0].set(next[0]);
  velocity[1].set(next[1]);
  const report = { iterations: 0, reduction: 0 };
  project(
    mesh,
    scratch.solver,
    scratch.projection,
    [],
    velocity,
    pressure,
    dt,
    1e-9,
    options.pressureIterations,
    report,
  );
  let change = Math.max(largestChange(old[0]!, velocity[0]), largestChange(old[1]!, velocity[1]));
  if (setup.diffusivity > 0) {
    previous.set(temperature);
    const terms = {
      velocity,
      previous,
      dt,
      diffusivity: scratch.diffusivity,
      inflow: scratch.none,
      inflowValue: scratch.none,
      exchange: scratch.exchange,
      exchangeValue: scratch.exchangeValue,
    };
    assembleScalar(mesh, cells, terms, stencil);
    if (limited) correctScalarAdvection(mesh, cells, velocity, previous, stencil.right);
    relax(mesh, stencil, cells, temperature, options.heatSweeps);
    change = Math.max(change, largestChange(previous, temperature));
  }
  return change / dt;
}

function largestChange(before: ArrayLike<number>, after: ArrayLike<number>): number {
  let worst = 0;
  for (let c = 0; c < before.length; c++) worst = Math.max(worst, Math.abs(after[c]! - before[c]!));
  return worst;
}

/** Heat that a wall gives to the fluid per unit of thickness, in the problem's units. */
export function wallHeat(flow: PlaneFlow, side: Side): number {
  let sum = 0;
  for (const wall of flow.walls) {
    if (wall.side === side) sum += wall.conductance * (wall.temperature - flow.temperature[wall.cell]!);
  }
  return sum / THICKNESS;
}
