import type { PlenumCells } from './cells';

/**
 * Work arrays of the plenum's pressure equation
 *   diagonal x_c - sum over faces of g (x_nb - x_c) ... = right,
 * symmetric and positive: g are conductances of faces, `extra` what tiles and seams add to the diagonal.
 */
export interface PressureSystem {
  readonly gx: Float64Array;
  readonly gy: Float64Array;
  readonly extra: Float64Array;
  readonly right: Float64Array;
  readonly x: Float64Array;
  readonly diagonal: Float64Array;
  readonly factor: Float64Array;
  readonly residual: Float64Array;
  readonly direction: Float64Array;
  readonly image: Float64Array;
  readonly smoothed: Float64Array;
}

export function createPressureSystem(size: number): PressureSystem {
  const array = () => new Float64Array(size);
  return {
    gx: array(),
    gy: array(),
    extra: array(),
    right: array(),
    x: array(),
    diagonal: array(),
    factor: array(),
    residual: array(),
    direction: array(),
    image: array(),
    smoothed: array(),
  };
}

/** Share of the fill-in that the factorisation moves to the diagonal (modified incomplete Cholesky). */
const MODIFIED = 0.97;

/** Diagonal and its incomplete Cholesky factor; to be called after gx, gy or extra have changed. */
export function factorise(cells: PlenumCells, system: PressureSystem): void {
  const { nx, ny, stride } = cells;
  const { gx, gy, extra, diagonal, factor } = system;
  for (let j = 1; j <= ny; j++) {
    for (let c = 1 + stride * j, end = c + nx; c < end; c++) {
      const d = gx[c]! + gx[c + 1]! + gy[c]! + gy[c + stride]! + extra[c]!;
      diagonal[c] = d;
      const west = gx[c]! * factor[c - 1]!;
      const south = gy[c]! * factor[c - stride]!;
      let e = d - west * west - south * south;
      e -= MODIFIED * (west * factor[c - 1]! * gy[c + stride - 1]! + south * factor[c - stride]! * gx[c - stride + 1]!);
      if (e < 0.25 * d) e = d;
      factor[c] = e > 0 ? 1 / Math.sqrt(e) : 0;
    }
  }
}

function precondition(cells: PlenumCells, system: PressureSystem, from: Float64Array, to: Float64Array): void {
  const { nx, ny, stride } = cells;
  const { gx, gy, factor } = system;
  for (let j = 1; j <= ny; j++) {
    for (let c = 1 + stride * j, end = c + nx; c < end; c++) {
      const t = from[c]! + gx[c]! * factor[c - 1]! * to[c - 1]! + gy[c]! * factor[c - stride]! * to[c - stride]!;
      to[c] = t * factor[c]!;
    }
  }
  for (let j = ny; j >= 1; j--) {
    for (let c = nx + stride * j, end = stride * j; c > end; c--) {
      const t = to[c]! + factor[c]! * (gx[c + 1]! * to[c + 1]! + gy[c + stride]! * to[c + stride]!);
      to[c] = t * factor[c]!;
    }
  }
}

/** Solves for `x` from 0 until the largest residual is below `tolerance`, m³/s. Returns the iterations. */
export function solvePressure(
  cells: PlenumCells,
  system: PressureSystem,
  tolerance: number,
  maxIterations: number,
): number {
  const { nx, ny, stride } = cells;
  const { gx, gy, diagonal, right, x, residual, direction, image, smoothed } = system;
  x.fill(0);
  let worst = 0;
  for (let j = 1; j <= ny; j++) {
    for (let c = 1 + stride * j, end = c + nx; c < end; c++) {
      residual[c] = right[c]!;
      worst = Math.max(worst, Math.abs(right[c]!));
    }
  }
  if (worst <= tolerance) return 0;
  direction.fill(0);
  let rho = 1;
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    precondition(cells, system, residual, smoothed);
    let dot = 0;
    for (let j = 1; j <= ny; j++) {
      for (let c = 1 + stride * j, end = c + nx; c < end; c++) dot += residual[c]! * smoothed[c]!;
    }
    const beta = iteration === 1 ? 0 : dot / rho;
    rho = dot;
    for (let j = 1; j <= ny; j++) {
      for (let c = 1 + stride * j, end = c + nx; c < end; c++) direction[c] = smoothed[c]! + beta * direction[c]!;
    }
    let curvature = 0;
    for (let j = 1; j <= ny; j++) {
      for (let c = 1 + stride * j, end = c + nx; c < end; c++) {
        const y =
          diagonal[c]! * direction[c]! -
          gx[c]! * direction[c - 1]! -
          gx[c + 1]! * direction[c + 1]! -
          gy[c]! * direction[c - stride]! -
          gy[c + stride]! * direction[c + stride]!;
        image[c] = y;
        curvature += y * direction[c]!;
      }
    }
    if (!(curvature > 0)) return iteration;
    const step = rho / curvature;
    worst = 0;
    for (let j = 1; j <= ny; j++) {
      for (let c = 1 + stride * j, end = c + nx; c < end; c++) {
        x[c] = x[c]! + step * direction[c]!;
        const r = residual[c]! - step * image[c]!;
        residual[c] = r;
        worst = Math.max(worst, Math.abs(r));
      }
    }
    if (worst <= tolerance) return iteration;
  }
  return maxIterations;
}
