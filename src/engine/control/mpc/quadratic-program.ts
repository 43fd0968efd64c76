/**
 * minimise 1/2 x'Hx + g'x subject to A x <= b, row by row; H symmetric and positive definite. Small and dense.
 */
export interface QuadraticProgram {
  readonly variables: number;
  readonly rows: number;
  readonly hessian: Float64Array;
  readonly gradient: Float64Array;
  readonly matrix: Float64Array;
  readonly bounds: Float64Array;
}

const MOST_ITERATIONS = 60;
/** Residuals and complementarity at which the solution counts, of the scale of the data. */
const ACCURACY = 1e-7;
/** Part of the way to the boundary that a step goes, and the part of the complementarity that it aims for. */
const STEP_SHARE = 0.995;
const CENTERING = 0.1;

/**
 * Primal-dual interior-point method (infeasible start; Wright, Primal-Dual Interior-Point Methods, SIAM 1997, chapter 5,
 * from memory, to be checked). The solution, or null where none was found within the iterations.
 */
export function solveQuadraticProgram(program: QuadraticProgram): Float64Array | null {
  const { variables: n, rows: m, hessian, gradient, matrix, bounds } = program;
  const x = new Float64Array(n);
  const slack = new Float64Array(m);
  const dual = new Float64Array(m).fill(1);
  for (let r = 0; r < m; r++) slack[r] = Math.max(1, bounds[r]!);
  const system = new Float64Array(n * n);
  const right = new Float64Array(n);
  const primalError = new Float64Array(m);
  const scale = 1 + largest(gradient) + largest(bounds);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const gap = m > 0 ? dot(slack, dual) / m : 0;
    let worst = gap;
    for (let r = 0; r < m; r++) {
      primalError[r] = rowTimes(matrix, r, x) + slack[r]! - bounds[r]!;
      worst = Math.max(worst, Math.abs(primalError[r]!));
    }
    for (let i = 0; i < n; i++) {
      let residual = gradient[i]! + rowTimes(hessian, i, x);
      for (let r = 0; r < m; r++) residual += matrix[r * n + i]! * dual[r]!;
      right[i] = -residual;
      worst = Math.max(worst, Math.abs(residual));
    }
    if (worst <= ACCURACY * scale) return x;
    system.set(hessian);
    for (let r = 0; r < m; r++) {
      const weight = dual[r]! / slack[r]!;
      const pull = (dual[r]! * primalError[r]! - slack[r]! * dual[r]! + CENTERING * gap) / slack[r]!;
      addRow(system, right, matrix, r, weight, pull);
    }
    if (!solveInPlace(system, right)) return null;
    let length = 1;
    for (let r = 0; r < m; r++) {
      const slackStep = -primalError[r]! - rowTimes(matrix, r, right);
      const dualStep = (CENTERING * gap - slack[r]! * dual[r]! - dual[r]! * slackStep) / slack[r]!;
      if (slackStep < 0) length = Math.min(length, (-STEP_SHARE * slack[r]!) / slackStep);
      if (dualStep < 0) length = Math.min(length, (-STEP_SHARE * dual[r]!) / dualStep);
    }
    for (let r = 0; r < m; r++) {
      const slackStep = -primalError[r]! - rowTimes(matrix, r, right);
      const dualStep = (CENTERING * gap - slack[r]! * dual[r]! - dual[r]! * slackStep) / slack[r]!;
      slack[r]! += length * slackStep;
      dual[r]! += length * dualStep;
    }
    for (let i = 0; i < n; i++) x[i]! += length * right[i]!;
  }
  return null;
}

function rowTimes(matrix: Float64Array, row: number, x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += matrix[row * x.length + i]! * x[i]!;
  return sum;
}

/** Adds weight a a' to the lower half of the system and -pull a to the right-hand side, a the row. */
function addRow(
  system: Float64Array,
  right: Float64Array,
  matrix: Float64Array,
  row: number,
  weight: number,
  pull: number,
): void {
  const n = right.length;
  for (let i = 0; i < n; i++) {
    const a = matrix[row * n + i]!;
    if (a === 0) continue;
    right[i]! -= a * pull;
    for (let j = 0; j <= i; j++) system[i * n + j]! += weight * a * matrix[row * n + j]!;
  }
}

/** Cholesky factorisation of the lower half, then both substitutions; false where the matrix is not positive definite. */
function solveInPlace(system: Float64Array, right: Float64Array): boolean {
  const n = right.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = system[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= system[i * n + k]! * system[j * n + k]!;
      if (i > j) system[i * n + j] = sum / system[j * n + j]!;
      else if (sum > 0) system[i * n + i] = Math.sqrt(sum);
      else return false;
    }
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) right[i]! -= system[i * n + k]! * right[k]!;
    right[i]! /= system[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) right[i]! -= system[k * n + i]! * right[k]!;
    right[i]! /= system[i * n + i]!;
  }
  return true;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}
