/**
 * A linear system on cells with six neighbours each:  d x - sum a_nb x_nb = b.  Neighbours 0-2 come earlier in the list
 * than the cell itself, 3-5 later; a missing one has coefficient 0. All coefficients are >= 0.
 */
export interface BackwardSystem {
  readonly count: number;
  readonly neighbour: Int32Array;
  readonly coefficient: Float64Array;
  readonly diagonal: Float64Array;
}

export interface BackwardScratch {
  /** Inverse pivots of the incomplete factors. */
  readonly pivot: Float64Array;
  readonly r: Float64Array;
  readonly r0: Float64Array;
  readonly p: Float64Array;
  readonly ph: Float64Array;
  readonly v: Float64Array;
  readonly sh: Float64Array;
  readonly t: Float64Array;
}

export function createBackwardScratch(system: BackwardSystem): BackwardScratch {
  const array = () => new Float64Array(system.count);
  return {
    pivot: pivots(system),
    r: array(),
    r0: array(),
    p: array(),
    ph: array(),
    v: array(),
    sh: array(),
    t: array(),
  };
}

/**
 * Pivots of the incomplete factors without fill, M = (D + L) D^-1 (D + U): for seven-point systems the same as ILU(0)
 * (Meijerink & van der Vorst 1977, Math. Comp. 31:148-162).
 */
function pivots({ count, neighbour, coefficient, diagonal }: BackwardSystem): Float64Array {
  const inverse = new Float64Array(count);
  for (let n = 0; n < count; n++) {
    let pivot = diagonal[n]!;
    for (let side = 0; side < 3; side++) {
      const other = neighbour[n * 6 + side]!;
      pivot -= coefficient[n * 6 + side]! * coefficient[other * 6 + side + 3]! * inverse[other]!;
    }
    inverse[n] = 1 / pivot;
  }
  return inverse;
}

/** y = A x */
function apply({ count, neighbour, coefficient, diagonal }: BackwardSystem, x: Float64Array, y: Float64Array): void {
  for (let n = 0, m = 0; n < count; n++, m += 6) {
    y[n] =
      diagonal[n]! * x[n]! -
      (coefficient[m]! * x[neighbour[m]!]! +
        coefficient[m + 1]! * x[neighbour[m + 1]!]! +
        coefficient[m + 2]! * x[neighbour[m + 2]!]! +
        coefficient[m + 3]! * x[neighbour[m + 3]!]! +
        coefficient[m + 4]! * x[neighbour[m + 4]!]! +
        coefficient[m + 5]! * x[neighbour[m + 5]!]!);
  }
}

/** x = M^-1 b */
function precondition(system: BackwardSystem, pivot: Float64Array, b: Float64Array, x: Float64Array): void {
  const { count, neighbour, coefficient } = system;
  for (let n = 0, m = 0; n < count; n++, m += 6) {
    x[n] =
      (b[n]! +
        coefficient[m]! * x[neighbour[m]!]! +
        coefficient[m + 1]! * x[neighbour[m + 1]!]! +
        coefficient[m + 2]! * x[neighbour[m + 2]!]!) *
      pivot[n]!;
  }
  for (let n = count - 1, m = n * 6; n >= 0; n--, m -= 6) {
    x[n]! +=
      (coefficient[m + 3]! * x[neighbour[m + 3]!]! +
        coefficient[m + 4]! * x[neighbour[m + 4]!]! +
        coefficient[m + 5]! * x[neighbour[m + 5]!]!) *
      pivot[n]!;
  }
}

/**
 * Stabilised bi-conjugate gradients (van der Vorst 1992, SIAM J. Sci. Stat. Comput. 13:631-644), preconditioned from the
 * right, from x = 0. Stops when the sum of |b - A x| is at most `tolerance` of the sum of |b|. Returns the iterations,
 * or -1 where it broke down or ran out of them.
 */
export function solveBackward(
  system: BackwardSystem,
  b: Float64Array,
  x: Float64Array,
  scratch: BackwardScratch,
  tolerance: number,
  maxIterations: number,
): number {
  const { r, r0, p, ph, v, sh, t, pivot } = scratch;
  const { count } = system;
  x.fill(0);
  r.set(b);
  r0.set(b);
  p.fill(0);
  v.fill(0);
  let rho = 1;
  let alpha = 1;
  let omega = 1;
  const enough = tolerance * sumOfSizes(b);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    if (sumOfSizes(r) <= enough) return iteration;
    const next = dot(r0, r);
    if (next === 0 || omega === 0) return -1;
    const beta = (next / rho) * (alpha / omega);
    rho = next;
    for (let n = 0; n < count; n++) p[n] = r[n]! + beta * (p[n]! - omega * v[n]!);
    precondition(system, pivot, p, ph);
    apply(system, ph, v);
    alpha = rho / dot(r0, v);
    for (let n = 0; n < count; n++) r[n]! -= alpha * v[n]!;
    precondition(system, pivot, r, sh);
    apply(system, sh, t);
    const square = dot(t, t);
    omega = square > 0 ? dot(t, r) / square : 0;
    if (!Number.isFinite(alpha) || !Number.isFinite(omega)) return -1;
    for (let n = 0; n < count; n++) {
      x[n]! += alpha * ph[n]! + omega * sh[n]!;
      r[n]! -= omega * t[n]!;
    }
  }
  return sumOfSizes(r) <= enough ? maxIterations : -1;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < a.length; n++) sum += a[n]! * b[n]!;
  return sum;
}

function sumOfSizes(a: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < a.length; n++) sum += Math.abs(a[n]!);
  return sum;
}
