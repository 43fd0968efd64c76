import type { Mesh } from './mesh';

/**
 * A seven-point linear system  aP x = sum a_nb x_nb + b  on a list of unknowns.
 * The lists hold padded indices, even (red) cells first, so that a red-black sweep reads neighbours of the other colour only.
 */
export interface Stencil {
  readonly low: readonly [Float64Array, Float64Array, Float64Array];
  readonly high: readonly [Float64Array, Float64Array, Float64Array];
  readonly diagonal: Float64Array;
  readonly right: Float64Array;
}

export function createStencil(size: number): Stencil {
  const array = () => new Float64Array(size);
  return { low: [array(), array(), array()], high: [array(), array(), array()], diagonal: array(), right: array() };
}

/** Unknowns split by the parity of i + j + k. */
export interface ColouredList {
  readonly red: Int32Array;
  readonly black: Int32Array;
}

/** The inner indices for which `wanted` holds, in index order, by colour. */
export function colouredList(mesh: Mesh, wanted: (c: number) => boolean): ColouredList {
  const red: number[] = [];
  const black: number[] = [];
  for (let k = 1; k <= mesh.nz; k++) {
    for (let j = 1; j <= mesh.ny; j++) {
      for (let i = 1; i <= mesh.nx; i++) {
        const c = i + mesh.stride[1] * j + mesh.stride[2] * k;
        if (wanted(c)) ((i + j + k) % 2 === 0 ? red : black).push(c);
      }
    }
  }
  return { red: Int32Array.from(red), black: Int32Array.from(black) };
}

function relaxColour(stencil: Stencil, list: Int32Array, sy: number, sz: number, x: Float64Array): void {
  const { diagonal, right } = stencil;
  const [lowX, lowY, lowZ] = stencil.low;
  const [highX, highY, highZ] = stencil.high;
  for (let n = 0; n < list.length; n++) {
    const c = list[n]!;
    x[c] =
      (right[c]! +
        lowX[c]! * x[c - 1]! +
        highX[c]! * x[c + 1]! +
        lowY[c]! * x[c - sy]! +
        highY[c]! * x[c + sy]! +
        lowZ[c]! * x[c - sz]! +
        highZ[c]! * x[c + sz]!) /
      diagonal[c]!;
  }
}

/** Red-black Gauss-Seidel sweeps; x changes at the listed unknowns only. */
export function relax(mesh: Mesh, stencil: Stencil, list: ColouredList, x: Float64Array, sweeps: number): void {
  const [, sy, sz] = mesh.stride;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    relaxColour(stencil, list.red, sy, sz, x);
    relaxColour(stencil, list.black, sy, sz, x);
  }
}

/** Largest |b + sum a_nb x_nb - aP x| / aP over the unknowns, in units of x. */
export function stencilResidual(mesh: Mesh, stencil: Stencil, list: ColouredList, x: Float64Array): number {
  const [, sy, sz] = mesh.stride;
  const { diagonal, right, low, high } = stencil;
  let worst = 0;
  for (const colour of [list.red, list.black]) {
    for (let n = 0; n < colour.length; n++) {
      const c = colour[n]!;
      const sum =
        right[c]! +
        low[0][c]! * x[c - 1]! +
        high[0][c]! * x[c + 1]! +
        low[1][c]! * x[c - sy]! +
        high[1][c]! * x[c + sy]! +
        low[2][c]! * x[c - sz]! +
        high[2][c]! * x[c + sz]!;
      worst = Math.max(worst, Math.abs(sum / diagonal[c]! - x[c]!));
    }
  }
  return worst;
}
