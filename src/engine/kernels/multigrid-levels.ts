import { AXES, type Axis, type Mesh, rowLength } from './mesh';

/** One grid of the multigrid hierarchy: conductances, unknowns and right-hand side of its Poisson problem. */
export interface Level {
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
  readonly sy: number;
  readonly sz: number;
  readonly size: number;
  /** Cells, and index distance to the next one, along x, y, z. */
  readonly counts: readonly [number, number, number];
  readonly stride: readonly [number, number, number];
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
    counts: [nx, ny, nz],
    stride: [1, sy, sz],
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

/** Levels of halved size down to a handful of cells. */
export function createLevels(mesh: Mesh): Level[] {
  const levels: Level[] = [createLevel(mesh.nx, mesh.ny, mesh.nz, mesh.width)];
  for (;;) {
    const fine = levels[levels.length - 1]!;
    if (fine.nx * fine.ny * fine.nz <= 32 || Math.max(fine.nx, fine.ny, fine.nz) <= 2) return levels;
    levels.push(
      createLevel(Math.ceil(fine.nx / 2), Math.ceil(fine.ny / 2), Math.ceil(fine.nz / 2), [
        coarseWidth(fine.width[0]),
        coarseWidth(fine.width[1]),
        coarseWidth(fine.width[2]),
      ]),
    );
  }
}

/**
 * Sets the conductances of the finest level and carries them to the coarser ones; `outside` is the conductance of
 * each cell to a fixed pressure outside, m.
 */
export function setLevels(
  levels: readonly Level[],
  fine: readonly [Float64Array, Float64Array, Float64Array],
  outside: Float64Array | null,
): void {
  for (const axis of AXES) levels[0]!.g[axis].set(fine[axis]);
  if (outside !== null) levels[0]!.tie.set(outside);
  for (let l = 0; l < levels.length; l++) {
    if (l > 0) {
      coarsen(levels[l - 1]!, levels[l]!);
      if (outside !== null) coarsenTies(levels[l - 1]!, levels[l]!);
    }
    invertDiagonal(levels[l]!);
  }
}

/** Carries every conductance of a level to the next coarser one. */
function coarsen(fine: Level, coarse: Level): void {
  const { counts } = coarse;
  for (const axis of AXES) {
    coarse.g[axis].fill(0);
    const [b, d] = CROSS_AXES[axis];
    for (let q = 1; q <= counts[d]; q++) {
      for (let p = 1; p <= counts[b]; p++) {
        for (let a = 2; a <= counts[axis]; a++) coarsenFace(fine, coarse, axis, a, p, q);
      }
    }
  }
}

/** The two axes across each axis. */
const CROSS_AXES = [
  [1, 2],
  [0, 2],
  [0, 1],
] as const;

/** Sums the fine faces that cover coarse face `a` along its axis, `p` and `q` across, rescaled to the coarse distance. */
function coarsenFace(fine: Level, coarse: Level, axis: Axis, a: number, p: number, q: number): void {
  const { stride: fineStride, counts: fineCounts } = fine;
  const coarseStride = coarse.stride;
  const [b, d] = CROSS_AXES[axis];
  const g = fine.g[axis];
  const at = 2 * a - 1;
  const distanceFine = (fine.width[axis][at - 1]! + fine.width[axis][at]!) / 2;
  const distanceCoarse = (coarse.width[axis][a - 1]! + coarse.width[axis][a]!) / 2;
  let sum = 0;
  for (let fq = 2 * q - 1; fq <= 2 * q && fq <= fineCounts[d]; fq++) {
    for (let fp = 2 * p - 1; fp <= 2 * p && fp <= fineCounts[b]; fp++) {
      sum += g[at * fineStride[axis] + fp * fineStride[b] + fq * fineStride[d]]!;
    }
  }
  coarse.g[axis][a * coarseStride[axis] + p * coarseStride[b] + q * coarseStride[d]] =
    (sum * distanceFine) / distanceCoarse;
}

/** Faces of one level whose conductance changed, by padded index for each axis, and the cells beside them. */
export interface LevelChange {
  readonly faces: readonly [Int32Array, Int32Array, Int32Array];
  readonly cells: Int32Array;
}

/**
 * As `setLevels`, but only for what depends on the given faces of the finest level, whose conductances the caller
 * has set. Ties to the outside stay. Returns what changed on each level.
 */
export function changeLevels(
  levels: readonly Level[],
  faces: readonly [Int32Array, Int32Array, Int32Array],
): LevelChange[] {
  const changes: LevelChange[] = [];
  let changed = faces;
  for (let l = 0; l < levels.length; l++) {
    const level = levels[l]!;
    if (l > 0) changed = changeCoarser(levels[l - 1]!, level, changed);
    const cells = cellsBeside(level, changed);
    for (let n = 0; n < cells.length; n++) invertCell(level, cells[n]!);
    changes.push({ faces: changed, cells });
  }
  return changes;
}

function changeCoarser(
  fine: Level,
  coarse: Level,
  faces: readonly [Int32Array, Int32Array, Int32Array],
): [Int32Array, Int32Array, Int32Array] {
  const along = (axis: Axis): Int32Array => {
    const [b, d] = CROSS_AXES[axis];
    const parents = new Set<number>();
    for (const c of faces[axis]) {
      const at = [c % fine.sy, Math.floor(c / fine.sy) % (fine.ny + 2), Math.floor(c / fine.sz)] as const;
      // Only odd fine faces lie on a coarse face.
      if (at[axis] % 2 === 0 || at[axis] < 3) continue;
      const [a, p, q] = [(at[axis] + 1) >> 1, (at[b] + 1) >> 1, (at[d] + 1) >> 1];
      const parent = a * coarse.stride[axis] + p * coarse.stride[b] + q * coarse.stride[d];
      if (parents.has(parent)) continue;
      parents.add(parent);
      coarsenFace(fine, coarse, axis, a, p, q);
    }
    return Int32Array.from(parents);
  };
  return [along(0), along(1), along(2)];
}

function cellsBeside(level: Level, faces: readonly [Int32Array, Int32Array, Int32Array]): Int32Array {
  const cells = new Set<number>();
  for (const axis of AXES) {
    for (const c of faces[axis]) {
      cells.add(c);
      cells.add(c - level.stride[axis]);
    }
  }
  return Int32Array.from(cells);
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
  const { nx, ny, nz, sy, sz } = level;
  for (let k = 1; k <= nz; k++) {
    for (let j = 1; j <= ny; j++) {
      const row = sy * j + sz * k;
      for (let i = 1; i <= nx; i++) invertCell(level, row + i);
    }
  }
}

function invertCell(level: Level, c: number): void {
  const { sy, sz, tie, inverse } = level;
  const [gx, gy, gz] = level.g;
  const sum = gx[c]! + gx[c + 1]! + gy[c]! + gy[c + sy]! + gz[c]! + gz[c + sz]! + tie[c]!;
  inverse[c] = sum > 0 ? 1 / sum : 0;
}
