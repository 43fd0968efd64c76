import type { Mesh } from '../kernels/mesh';
import { assembleScalar } from '../kernels/scalar';
import { type ColouredList, colouredList, createStencil } from '../kernels/stencil';
import type { Field, Velocity } from '../kernels/velocity';
import { type BackwardSystem, createBackwardScratch, solveBackward } from './backward-solve';

/** Steady air: where it flows, how it mixes, and what enters each cell through faces of given flow, m³/s. */
export interface FrozenAir {
  readonly mesh: Mesh;
  readonly velocity: Velocity;
  /** Effective diffusivity at cell centres, m²/s. */
  readonly diffusivity: Float64Array;
  readonly inflow: Field;
  /** Loss to surfaces at each cell, m³/s: heat has it, a tracer has none. */
  readonly exchange: Field | null;
}

/** A step so long that nothing of an initial value remains, s. */
const FOREVER_SECONDS = 1e9;
/** Part of what a question asks about that may stay unanswered: bounds the error of every share. */
const SHARE_ERROR = 1e-7;
const MAX_ITERATIONS = 1000;

/** The steady transport operator of frozen air, transposed, on its air cells alone; a copy that the air may outrun. */
export interface FrozenTransport extends BackwardSystem {
  /** Place of each padded index among the air cells; -1 in solids. */
  readonly place: Int32Array;
  /** Volume of each air cell, m³. */
  readonly volume: Float64Array;
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
      exchange: air.exchange ?? none,
      exchangeValue: none,
      dt: FOREVER_SECONDS,
    },
    stencil,
  );
  const cells = new Int32Array(list.red.length + list.black.length);
  cells.set(list.red);
  cells.set(list.black, list.red.length);
  cells.sort();
  const place = new Int32Array(mesh.size).fill(-1);
  for (let n = 0; n < cells.length; n++) place[cells[n]!] = n;

  const count = cells.length;
  const neighbour = new Int32Array(count * 6);
  const coefficient = new Float64Array(count * 6);
  const diagonal = new Float64Array(count);
  const volume = new Float64Array(count);
  const [sx, sy, sz] = mesh.stride;
  const away = [-sx, -sy, -sz, sx, sy, sz];
  // A cell enters the equation of its lower neighbour as that one's upper neighbour, and the other way round.
  const seenFrom = [...stencil.high, ...stencil.low];
  for (let n = 0; n < count; n++) {
    const c = cells[n]!;
    diagonal[n] = stencil.diagonal[c]!;
    const k = Math.floor(c / sz);
    const j = Math.floor((c - k * sz) / sy);
    volume[n] = mesh.width[0][c - k * sz - j * sy]! * mesh.width[1][j]! * mesh.width[2][k]!;
    for (let side = 0; side < 6; side++) {
      const other = c + away[side]!;
      const there = place[other]!;
      neighbour[n * 6 + side] = there < 0 ? n : there;
      coefficient[n * 6 + side] = there < 0 ? 0 : seenFrom[side]![other]!;
    }
  }
  return { count, neighbour, coefficient, diagonal, place, volume };
}

export type Footprint = (right: Float64Array, shareError?: number) => Float64Array | null;

/**
 * Asks frozen air where it comes from. `right` holds the weights of a mean over the air cells. The answer says, for each
 * cell, how much of a tracer released into it with one m³/s of inflow arrives in that mean, s/m³: one solve answers for
 * all sources at once, because it runs the air backwards (transposed operator). Every share that follows from it is
 * right within `shareError`. Null where the solve did not converge.
 */
export function createFootprint(transport: FrozenTransport): Footprint {
  const scratch = createBackwardScratch(transport);
  return (right, shareError = SHARE_ERROR) => {
    const answer = new Float64Array(transport.count);
    return solveBackward(transport, right, answer, scratch, shareError, MAX_ITERATIONS) < 0 ? null : answer;
  };
}
