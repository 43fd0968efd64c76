import { bicgstab, createKrylovScratch } from '../kernels/bicgstab';
import type { Mesh } from '../kernels/mesh';
import { assembleScalar } from '../kernels/scalar';
import { type ColouredList, colouredList, createStencil, type Stencil } from '../kernels/stencil';
import type { Field, Velocity } from '../kernels/velocity';

/** Steady air: where it flows, how it mixes, and what enters each cell through faces of given flow, m³/s. */
export interface FrozenAir {
  readonly mesh: Mesh;
  readonly velocity: Velocity;
  /** Effective diffusivity at cell centres, m²/s. */
  readonly diffusivity: Float64Array;
  readonly inflow: Field;
}

/** A step so long that nothing of an initial value remains, s. */
const FOREVER_SECONDS = 1e9;
const RESIDUAL = 1e-7;
const MAX_ITERATIONS = 2000;

export interface FrozenTransport {
  readonly mesh: Mesh;
  readonly stencil: Stencil;
  readonly cells: Int32Array;
}

/** The steady transport operator of frozen air, the same that carries its heat. */
export function freezeTransport(air: FrozenAir): FrozenTransport {
  const { mesh } = air;
  const list: ColouredList = colouredList(mesh, (c) => mesh.solid[c] === 0);
  const stencil = createStencil(mesh.size);
  const none = new Float64Array(mesh.size);
  assembleScalar(
    mesh,
    list,
    {
      velocity: air.velocity,
      diffusivity: air.diffusivity,
      previous: none,
      inflow: air.inflow,
      inflowValue: none,
      exchange: none,
      exchangeValue: none,
      dt: FOREVER_SECONDS,
    },
    stencil,
  );
  return { mesh, stencil, cells: Int32Array.from([...list.red, ...list.black]).sort() };
}

/**
 * For a mean of the air over `cells` with `weights`: how much of a tracer released at one m³/s of inflow into each cell
 * of the room arrives in it, s/m³. One solve answers for all sources at once, because it runs the air backwards
 * (the transposed operator). Null where the solve did not converge.
 */
export function footprint(transport: FrozenTransport, cells: Int32Array, weights: Float64Array): Float64Array | null {
  const { mesh, stencil, cells: air } = transport;
  const right = new Float64Array(mesh.size);
  for (let n = 0; n < cells.length; n++) right[cells[n]!]! += weights[n]!;
  const x = new Float64Array(mesh.size);
  const apply = (input: Float64Array, output: Float64Array) => applyTransposed(transport, input, output);
  const iterations = bicgstab(air, apply, right, x, createKrylovScratch(mesh.size), RESIDUAL, MAX_ITERATIONS);
  if (iterations < 0) return null;
  for (let n = 0; n < air.length; n++) x[air[n]!]! /= stencil.diagonal[air[n]!]!;
  return x;
}

/** y = x - sum over the rows that read this cell of their coefficient x_row / aP_row. */
function applyTransposed({ mesh, stencil, cells }: FrozenTransport, x: Float64Array, y: Float64Array): void {
  const [, sy, sz] = mesh.stride;
  const [lowX, lowY, lowZ] = stencil.low;
  const [highX, highY, highZ] = stencil.high;
  const { diagonal } = stencil;
  const take = (coefficient: Float64Array, row: number): number =>
    coefficient[row]! === 0 ? 0 : (coefficient[row]! * x[row]!) / diagonal[row]!;
  for (let n = 0; n < cells.length; n++) {
    const c = cells[n]!;
    y[c] =
      x[c]! -
      take(highX, c - 1) -
      take(lowX, c + 1) -
      take(highY, c - sy) -
      take(lowY, c + sy) -
      take(highZ, c - sz) -
      take(lowZ, c + sz);
  }
}
