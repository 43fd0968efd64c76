/** A dense n x n matrix, row by row, factored in place with row exchanges. */
export interface DenseFactors {
  readonly n: number;
  readonly lu: Float64Array;
  /** Row that was exchanged with row k at step k. */
  readonly exchange: Int32Array;
}

/** Factors the matrix in place (Gaussian elimination with partial pivoting). Throws RangeError where it is singular. */
export function factorDense(matrix: Float64Array, n: number): DenseFactors {
  const exchange = new Int32Array(n);
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(matrix[i * n + k]!) > Math.abs(matrix[best * n + k]!)) best = i;
    exchange[k] = best;
    if (best !== k) swapRows(matrix, n, k, best);
    const pivot = matrix[k * n + k]!;
    if (pivot === 0) throw new RangeError('the matrix is singular');
    for (let i = k + 1; i < n; i++) {
      const factor = matrix[i * n + k]! / pivot;
      matrix[i * n + k] = factor;
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j++) matrix[i * n + j]! -= factor * matrix[k * n + j]!;
    }
  }
  return { n, lu: matrix, exchange };
}

/** Solves for `columns` right-hand sides at once; `right` is n x columns, row by row, and becomes the answer. */
export function solveDense({ n, lu, exchange }: DenseFactors, right: Float64Array, columns: number): void {
  for (let k = 0; k < n; k++) if (exchange[k] !== k) swapRows(right, columns, k, exchange[k]!);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) subtractRow(right, columns, i, k, lu[i * n + k]!);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) subtractRow(right, columns, i, k, lu[i * n + k]!);
    const pivot = lu[i * n + i]!;
    for (let j = 0; j < columns; j++) right[i * columns + j]! /= pivot;
  }
}

function subtractRow(values: Float64Array, columns: number, into: number, from: number, factor: number): void {
  if (factor === 0) return;
  for (let j = 0; j < columns; j++) values[into * columns + j]! -= factor * values[from * columns + j]!;
}

function swapRows(values: Float64Array, columns: number, a: number, b: number): void {
  for (let j = 0; j < columns; j++) {
    const kept = values[a * columns + j]!;
    values[a * columns + j] = values[b * columns + j]!;
    values[b * columns + j] = kept;
  }
}
