import { labelRegions } from './air-regions';
import type { Mesh } from './mesh';
import { cycle } from './multigrid-cycle';
import { changeLevels, createLevels, type Level, type LevelChange, setLevels } from './multigrid-levels';

/**
 * Poisson problem  sum_f g_f (x_nb - x) = b  on the air cells, g the conductance of each face,
 * solved by conjugate gradients preconditioned with one symmetric multigrid V-cycle.
 * What the coarse levels miss (thin panels), the conjugate gradients make up for.
 */
export interface PoissonSolver extends MeshAir {
  readonly levels: readonly Level[];
  readonly residual: Float64Array;
  readonly direction: Float64Array;
  readonly image: Float64Array;
}

/** Solver for the air cells of a mesh; conductances are set by `setConductance`. */
export function createPoissonSolver(mesh: Mesh): PoissonSolver {
  const array = () => new Float64Array(mesh.size);
  return {
    levels: createLevels(mesh),
    residual: array(),
    direction: array(),
    image: array(),
    ...airOf(mesh),
  };
}

/** The air cells of a mesh and their connected regions. */
export interface MeshAir {
  air: Int32Array;
  /** Label of the connected air region of each cell, from 1; 0 in solids. */
  region: Int32Array;
  regions: number;
  regionSum: Float64Array;
  regionCells: Float64Array;
  regionAnchored: Uint8Array;
}

export function airOf(mesh: Mesh): MeshAir {
  const air = airCells(mesh);
  const { region, regions } = labelRegions(mesh, air);
  return {
    air,
    region,
    regions,
    regionSum: new Float64Array(regions + 1),
    regionCells: new Float64Array(regions + 1),
    regionAnchored: new Uint8Array(regions + 1),
  };
}

function airCells(mesh: Mesh): Int32Array {
  const air = new Int32Array(mesh.nx * mesh.ny * mesh.nz);
  let count = 0;
  for (let c = 0; c < mesh.size; c++) if (!mesh.solid[c]) air[count++] = c;
  return air.slice(0, count);
}

/**
 * Moves a solver to the air of another mesh of the same lines, with what depends on the given faces of the finest
 * level, whose conductances the caller has set; ties to the outside stay. Returns what changed on each level.
 */
export function changeAir(
  solver: PoissonSolver,
  air: MeshAir,
  faces: readonly [Int32Array, Int32Array, Int32Array],
): LevelChange[] {
  Object.assign(solver, air);
  countRegions(solver, solver.levels[0]!.tie);
  return changeLevels(solver.levels, faces);
}

/**
 * Sets the conductances of the finest level (m: face area times mobility over centre distance, `outside` the
 * conductance of a cell to a fixed pressure outside) and carries them to the coarser levels.
 */
export function setConductance(
  solver: PoissonSolver,
  fine: readonly [Float64Array, Float64Array, Float64Array],
  outside: Float64Array | null,
): void {
  setLevels(solver.levels, fine, outside);
  countRegions(solver, outside);
}

function countRegions(solver: PoissonSolver, outside: Float64Array | null): void {
  solver.regionAnchored.fill(0);
  solver.regionCells.fill(0);
  for (const c of solver.air) {
    const r = solver.region[c]!;
    solver.regionCells[r]!++;
    if (outside !== null && outside[c]! > 0) solver.regionAnchored[r] = 1;
  }
}

/** Takes the mean out of each sealed region, where pressure is known up to a constant only. */
function removeMeans(solver: PoissonSolver, x: Float64Array): void {
  const { region, regionSum, regionCells, regionAnchored, air } = solver;
  regionSum.fill(0);
  for (let n = 0; n < air.length; n++) regionSum[region[air[n]!]!]! += x[air[n]!]!;
  for (let r = 1; r < regionSum.length; r++) {
    regionSum[r] = regionAnchored[r] ? 0 : regionSum[r]! / regionCells[r]!;
  }
  for (let n = 0; n < air.length; n++) x[air[n]!]! -= regionSum[region[air[n]!]!]!;
}

function dot(air: Int32Array, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < air.length; n++) sum += a[air[n]!]! * b[air[n]!]!;
  return sum;
}

/** image = -A x (positive definite). */
function applyNegative(level: Level, air: Int32Array, x: Float64Array, image: Float64Array): void {
  const { sy, sz, inverse } = level;
  const [gx, gy, gz] = level.g;
  for (let n = 0; n < air.length; n++) {
    const c = air[n]!;
    const inv = inverse[c]!;
    image[c] =
      inv === 0
        ? 0
        : x[c]! / inv -
          (gx[c]! * x[c - 1]! +
            gx[c + 1]! * x[c + 1]! +
            gy[c]! * x[c - sy]! +
            gy[c + sy]! * x[c + sy]! +
            gz[c]! * x[c - sz]! +
            gz[c + sz]! * x[c + sz]!);
  }
}

/** Applies the V-cycle to `residual` of the positive operator; the answer is in levels[0].x. */
function precondition(solver: PoissonSolver, residual: Float64Array): Float64Array {
  const top = solver.levels[0]!;
  // The V-cycle works on A x = b with A negative: feed -residual.
  const { air } = solver;
  for (let n = 0; n < air.length; n++) top.b[air[n]!] = -residual[air[n]!]!;
  cycle(solver.levels, 0);
  return top.x;
}

export interface PoissonReport {
  iterations: number;
  /** Norm of the residual over the norm of the right-hand side at the start. */
  reduction: number;
}

/**
 * Solves sum_f g (x_nb - x) = b for x, starting from the x given, until the residual norm falls below
 * `tolerance` (absolute, in the units of b) or `maxIterations`. In sealed regions b must sum to zero; its mean is removed.
 */
export function solvePoisson(
  solver: PoissonSolver,
  b: Float64Array,
  x: Float64Array,
  tolerance: number,
  maxIterations: number,
  report: PoissonReport,
): void {
  const { air, residual, direction, image } = solver;
  const top = solver.levels[0]!;
  // residual of the positive operator -A: r = -b - (-A) x
  applyNegative(top, air, x, image);
  for (let n = 0; n < air.length; n++) {
    const c = air[n]!;
    residual[c] = top.inverse[c] === 0 ? 0 : -b[c]! - image[c]!;
  }
  removeMeans(solver, residual);
  const start = Math.sqrt(dot(air, residual, residual));
  let norm = start;
  let rho = 0;
  let iteration = 0;
  while (iteration < maxIterations && norm > tolerance) {
    const z = precondition(solver, residual);
    const rhoNew = dot(air, residual, z);
    if (!(rhoNew > 0)) break;
    const beta = iteration === 0 ? 0 : rhoNew / rho;
    rho = rhoNew;
    for (let n = 0; n < air.length; n++) {
      const c = air[n]!;
      direction[c] = z[c]! + beta * direction[c]!;
    }
    applyNegative(top, air, direction, image);
    const curvature = dot(air, direction, image);
    if (!(curvature > 0)) break;
    const alpha = rho / curvature;
    for (let n = 0; n < air.length; n++) {
      const c = air[n]!;
      x[c]! += alpha * direction[c]!;
      residual[c]! -= alpha * image[c]!;
    }
    norm = Math.sqrt(dot(air, residual, residual));
    iteration++;
  }
  // In a sealed region the answer is known up to a constant: its mean is taken as zero, so that it cannot drift.
  removeMeans(solver, x);
  report.iterations = iteration;
  report.reduction = start > 0 ? norm / start : 0;
}
