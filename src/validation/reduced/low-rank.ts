import { createRandom, nextNormal } from '../../engine/random';

const STREAM = 97;
const POWER_ROUNDS = 8;
/** Directions kept beyond the rank while iterating. */
const SPARE = 8;

/** The n x n matrix cut to a rank: left (n x rank) times right (rank x n). */
export interface LowRank {
  rank: number;
  left: Float64Array;
  right: Float64Array;
}

/** Best approximation of a rank, by subspace iteration (Halko, Martinsson & Tropp 2011, SIAM Review 53:217-288). */
export function lowRank(matrix: Float64Array, n: number, rank: number, seed: number): LowRank {
  const random = createRandom(seed, STREAM);
  const width = Math.min(n, rank + SPARE);
  let basis = Float64Array.from({ length: n * width }, () => nextNormal(random));
  for (let round = 0; round < POWER_ROUNDS; round++) {
    basis = orthonormal(multiply(matrix, n, basis, width, false), n, width);
    basis = orthonormal(multiply(matrix, n, basis, width, true), n, width);
  }
  // Columns of the basis now span the leading right directions; order them by what they carry and keep the first.
  const image = multiply(matrix, n, basis, width, false);
  const carried = Array.from({ length: width }, (_, k) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += image[i * width + k]! ** 2;
    return { k, sum };
  }).sort((a, b) => b.sum - a.sum);
  const kept = Math.min(rank, width);
  const left = new Float64Array(n * kept);
  const right = new Float64Array(kept * n);
  for (let m = 0; m < kept; m++) {
    const { k } = carried[m]!;
    for (let i = 0; i < n; i++) {
      left[i * kept + m] = image[i * width + k]!;
      right[m * n + i] = basis[i * width + k]!;
    }
  }
  return { rank: kept, left, right };
}

function multiply(
  matrix: Float64Array,
  n: number,
  x: Float64Array,
  width: number,
  transposed: boolean,
): Float64Array<ArrayBuffer> {
  const result = new Float64Array(n * width);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const value = matrix[i * n + j]!;
      if (value === 0) continue;
      const into = (transposed ? j : i) * width;
      const from = (transposed ? i : j) * width;
      for (let k = 0; k < width; k++) result[into + k]! += value * x[from + k]!;
    }
  }
  return result;
}

/** Modified Gram-Schmidt over the columns, in place. */
function orthonormal(x: Float64Array<ArrayBuffer>, n: number, width: number): Float64Array<ArrayBuffer> {
  for (let k = 0; k < width; k++) {
    const whole = squareOf(x, n, width, k);
    for (let before = 0; before < k; before++) {
      let along = 0;
      for (let i = 0; i < n; i++) along += x[i * width + k]! * x[i * width + before]!;
      for (let i = 0; i < n; i++) x[i * width + k]! -= along * x[i * width + before]!;
    }
    // What is left of a column within rounding is no direction of its own.
    const square = squareOf(x, n, width, k);
    const scale = square > whole * 1e-20 ? 1 / Math.sqrt(square) : 0;
    for (let i = 0; i < n; i++) x[i * width + k]! *= scale;
  }
  return x;
}

function squareOf(x: Float64Array, n: number, width: number, k: number): number {
  let square = 0;
  for (let i = 0; i < n; i++) square += x[i * width + k]! ** 2;
  return square;
}

/** y = left (right x) */
export function applyLowRank(
  { rank, left, right }: LowRank,
  x: Float64Array,
  between: Float64Array,
  y: Float64Array,
): void {
  const n = x.length;
  for (let m = 0; m < rank; m++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += right[m * n + j]! * x[j]!;
    between[m] = sum;
  }
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let m = 0; m < rank; m++) sum += left[i * rank + m]! * between[m]!;
    y[i] = sum;
  }
}
