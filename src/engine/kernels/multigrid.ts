import { AXES, type Mesh, rowLength } from './mesh';

/**
 * Poisson problem  sum_f g_f (x_nb - x) = b  on the air cells, g the conductance of each face,
 * solved by conjugate gradients preconditioned with one symmetric multigrid V-cycle.
 * Thin panels vanish on coarse levels; the conjugate gradients make up for that.
 */
export interface Level {
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
  readonly sy: number;
  readonly sz: number;
  readonly size: number;
  readonly width: readonly [Float64Array, Float64Array, Float64Array];
  /** Conductance of the face below each cell along x, y, z, m. */
  readonly g: readonly [Float64Array, Float64Array, Float64Array];
  /** Conductance of each cell to a fixed pressure outside, m. */
  readonly tie: Float64Array;
  /** 1 / sum of conductances; 0 in solids. */
  readonly inverse: Float64Array;
  readonly x: Float64Array;
  readonly b: Float64Array;
}

export interface PoissonSolver {
  readonly levels: readonly Level[];
  readonly residual: Float64Array;
  readonly direction: Float64Array;
  readonly image: Float64Array;
  readonly air: Int32Array;
  /** Label of the connected air region of each cell, from 1; 0 in solids. */
  readonly region: Int32Array;
  readonly regions: number;
  readonly regionSum: Float64Array;
  readonly regionCells: Float64Array;
  readonly regionAnchored: Uint8Array;
}

function createLevel(
  nx: number,
  ny: number,
  nz: number,
  width: readonly [Float64Array, Float64Array, Float64Array],
): Level {
  const sy = rowLength(nx);
  const sz = sy * (ny + 2);
  const size = sz * (nz + 2);
  const array = () => new Float64Array(size);
  return {
    nx,
    ny,
    nz,
    sy,
    sz,
    size,
    width,
    g: [array(), array(), array()],
    tie: array(),
    inverse: array(),
    x: array(),
    b: array(),
  };
}

function coarseWidth(fine: Float64Array): Float64Array {
  const n = fine.length - 2;
  const m = Math.ceil(n / 2);
  const coarse = new Float64Array(m + 2);
  for (let i = 1; i <= m; i++) coarse[i] = fine[2 * i - 1]! + (2 * i <= n ? fine[2 * i]! : 0);
  coarse[0] = coarse[1]!;
  coarse[m + 1] = coarse[m]!;
  return coarse;
}

/** Levels of halved size down to a handful of cells; conductances are set by `setConductance`. */
export function createPoissonSolver(mesh: Mesh): PoissonSolver {
  const levels: Level[] = [createLevel(mesh.nx, mesh.ny, mesh.nz, mesh.width)];
  for (;;) {
    const fine = levels[levels.length - 1]!;
    if (fine.nx * fine.ny * fine.nz <= 32 || Math.max(fine.nx, fine.ny, fine.nz) <= 2) break;
    levels.push(
      createLevel(Math.ceil(fine.nx / 2), Math.ceil(fine.ny / 2), Math.ceil(fine.nz / 2), [
        coarseWidth(fine.width[0]),
        coarseWidth(fine.width[1]),
        coarseWidth(fine.width[2]),
      ]),
    );
  }
  const air: number[] = [];
  for (let c = 0; c < mesh.size; c++) if (!mesh.solid[c]) air.push(c);
  const { region, regions } = labelRegions(mesh, air);
  const array = () => new Float64Array(mesh.size);
  return {
    levels,
    region,
    regions,
    residual: array(),
    direction: array(),
    image: array(),
    air: Int32Array.from(air),
    regionSum: new Float64Array(regions + 1),
    regionCells: new Float64Array(regions + 1),
    regionAnchored: new Uint8Array(regions + 1),
  };
}

/** Connected air regions: a sealed one needs its own balance of flow. */
function labelRegions(mesh: Mesh, air: readonly number[]): { region: Int32Array; regions: number } {
  const region = new Int32Array(mesh.size);
  let regions = 0;
  const stack: number[] = [];
  for (const seed of air) {
    if (region[seed]) continue;
    region[seed] = ++regions;
    stack.push(seed);
    while (stack.length > 0) {
      const c = stack.pop()!;
      for (const axis of AXES) {
        const s = mesh.stride[axis];
        if (mesh.open[axis][c]! > 0 && !region[c - s] && !mesh.solid[c - s]) {
          region[c - s] = regions;
          stack.push(c - s);
        }
        if (mesh.open[axis][c + s]! > 0 && !region[c + s] && !mesh.solid[c + s]) {
          region[c + s] = regions;
          stack.push(c + s);
        }
      }
    }
  }
  return { region, regions };
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
  const { levels } = solver;
  for (const axis of AXES) levels[0]!.g[axis].set(fine[axis]);
  if (outside !== null) levels[0]!.tie.set(outside);
  for (let l = 0; l < levels.length; l++) {
    if (l > 0) {
      coarsen(levels[l - 1]!, levels[l]!);
      if (outside !== null) coarsenTies(levels[l - 1]!, levels[l]!);
    }
    invertDiagonal(levels[l]!);
  }
  solver.regionAnchored.fill(0);
  solver.regionCells.fill(0);
  for (const c of solver.air) {
    const r = solver.region[c]!;
    solver.regionCells[r]!++;
    if (outside !== null && outside[c]! > 0) solver.regionAnchored[r] = 1;
  }
}

/** Sums the fine faces that cover each coarse face, rescaled to the coarse distance. */
function coarsen(fine: Level, coarse: Level): void {
  const fineStride = [1, fine.sy, fine.sz] as const;
  const counts = [coarse.nx, coarse.ny, coarse.nz] as const;
  const fineCounts = [fine.nx, fine.ny, fine.nz] as const;
  for (const axis of AXES) {
    const [b, d] = axis === 0 ? ([1, 2] as const) : axis === 1 ? ([0, 2] as const) : ([0, 1] as const);
    const g = coarse.g[axis];
    g.fill(0);
    const coarseStride = [1, coarse.sy, coarse.sz] as const;
    for (let q = 1; q <= counts[d]; q++) {
      for (let p = 1; p <= counts[b]; p++) {
        for (let a = 2; a <= counts[axis]; a++) {
          const fa = 2 * a - 1;
          const distanceFine = (fine.width[axis][fa - 1]! + fine.width[axis][fa]!) / 2;
          const distanceCoarse = (coarse.width[axis][a - 1]! + coarse.width[axis][a]!) / 2;
          let sum = 0;
          for (let fq = 2 * q - 1; fq <= 2 * q && fq <= fineCounts[d]; fq++) {
            for (let fp = 2 * p - 1; fp <= 2 * p && fp <= fineCounts[b]; fp++) {
              sum += fine.g[axis][fa * fineStride[axis] + fp * fineStride[b] + fq * fineStride[d]]!;
            }
          }
          g[a * coarseStride[axis] + p * coarseStride[b] + q * coarseStride[d]] = (sum * distanceFine) / distanceCoarse;
        }
      }
    }
  }
}

function coarsenTies(fine: Level, coarse: Level): void {
  coarse.tie.fill(0);
  for (let k = 1; k <= fine.nz; k++) {
    for (let j = 1; j <= fine.ny; j++) {
      const target = coarse.sy * ((j + 1) >> 1) + coarse.sz * ((k + 1) >> 1);
      const row = fine.sy * j + fine.sz * k;
      for (let i = 1; i <= fine.nx; i++) coarse.tie[target + ((i + 1) >> 1)]! += fine.tie[row + i]!;
    }
  }
}

function invertDiagonal(level: Level): void {
  const { nx, ny, nz, sy, sz, tie, inverse } = level;
  const [gx, gy, gz] = level.g;
  for (let k = 1; k <= nz; k++) {
    for (let j = 1; j <= ny; j++) {
      const row = sy * j + sz * k;
      for (let i = 1; i <= nx; i++) {
        const c = row + i;
        const sum = gx[c]! + gx[c + 1]! + gy[c]! + gy[c + sy]! + gz[c]! + gz[c + sz]! + tie[c]!;
        inverse[c] = sum > 0 ? 1 / sum : 0;
      }
    }
  }
}

function smooth(level: Level, parity: number): void {
  const { nx, ny, nz, sy, sz, inverse, x, b } = level;
  const [gx, gy, gz] = level.g;
  for (let k = 1; k <= nz; k++) {
    for (let j = 1; j <= ny; j++) {
      const first = 1 + ((1 + j + k + parity) & 1);
      const row = sy * j + sz * k;
      for (let i = first; i <= nx; i += 2) {
        const c = row + i;
        x[c] =
          inverse[c]! *
          (gx[c]! * x[c - 1]! +
            gx[c + 1]! * x[c + 1]! +
            gy[c]! * x[c - sy]! +
            gy[c + sy]! * x[c + sy]! +
            gz[c]! * x[c - sz]! +
            gz[c + sz]! * x[c + sz]! -
            b[c]!);
      }
    }
  }
}

/** b - A x summed over the children of each coarse cell. */
function restrictResidual(fine: Level, coarse: Level): void {
  const { nx, ny, nz, sy, sz, inverse, x, b } = fine;
  const [gx, gy, gz] = fine.g;
  coarse.b.fill(0);
  for (let k = 1; k <= nz; k++) {
    for (let j = 1; j <= ny; j++) {
      const row = sy * j + sz * k;
      const target = coarse.sy * ((j + 1) >> 1) + coarse.sz * ((k + 1) >> 1);
      for (let i = 1; i <= nx; i++) {
        const c = row + i;
        const inv = inverse[c]!;
        if (inv === 0) continue;
        const flow =
          gx[c]! * x[c - 1]! +
          gx[c + 1]! * x[c + 1]! +
          gy[c]! * x[c - sy]! +
          gy[c + sy]! * x[c + sy]! +
          gz[c]! * x[c - sz]! +
          gz[c + sz]! * x[c + sz]! -
          x[c]! / inv;
        coarse.b[target + ((i + 1) >> 1)]! += b[c]! - flow;
      }
    }
  }
}

function prolong(coarse: Level, fine: Level): void {
  const { nx, ny, nz, sy, sz, inverse, x } = fine;
  for (let k = 1; k <= nz; k++) {
    for (let j = 1; j <= ny; j++) {
      const row = sy * j + sz * k;
      const source = coarse.sy * ((j + 1) >> 1) + coarse.sz * ((k + 1) >> 1);
      for (let i = 1; i <= nx; i++) {
        if (inverse[row + i]! !== 0) x[row + i]! += coarse.x[source + ((i + 1) >> 1)]!;
      }
    }
  }
}

/** One symmetric V-cycle from x = 0 on level `l`, right-hand side in `b`. */
function cycle(levels: readonly Level[], l: number): void {
  const level = levels[l]!;
  level.x.fill(0);
  const last = l === levels.length - 1;
  const sweeps = last ? 8 : 1;
  for (let n = 0; n < sweeps; n++) {
    smooth(level, 0);
    smooth(level, 1);
  }
  if (!last) {
    restrictResidual(level, levels[l + 1]!);
    cycle(levels, l + 1);
    prolong(levels[l + 1]!, level);
  }
  for (let n = 0; n < sweeps; n++) {
    smooth(level, 1);
    smooth(level, 0);
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
