import { AXES, type Mesh, rowLength } from './mesh';

/** One grid of the multigrid hierarchy: conductances, unknowns and right-hand side of its Poisson problem. */
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
