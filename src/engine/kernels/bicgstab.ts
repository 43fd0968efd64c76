/** Work arrays of the solver, all of the padded size. */
export interface KrylovScratch {
  readonly r: Float64Array;
  readonly r0: Float64Array;
  readonly p: Float64Array;
  readonly v: Float64Array;
  readonly s: Float64Array;
  readonly t: Float64Array;
}

export function createKrylovScratch(size: number): KrylovScratch {
  const array = () => new Float64Array(size);
  return { r: array(), r0: array(), p: array(), v: array(), s: array(), t: array() };
}

/** Applies the operator to x on the listed unknowns, writes y. */
export type LinearOperator = (x: Float64Array, y: Float64Array) => void;

/**
 * Stabilised bi-conjugate gradients (van der Vorst 1992, SIAM J. Sci. Stat. Comput. 13:631-644) for A x = b with an
 * operator already scaled to a unit diagonal. Starts from the x given; stops when the largest residual, in units
 * of x, is at most `tolerance`. Returns the iterations taken, or -1 where it broke down or ran out of them.
 */
export function bicgstab(
  list: Int32Array,
  apply: LinearOperator,
  b: Float64Array,
  x: Float64Array,
  scratch: KrylovScratch,
  tolerance: number,
  maxIterations: number,
): number {
  const { r, r0, p, v, s, t } = scratch;
  apply(x, v);
  for (let n = 0; n < list.length; n++) {
    const c = list[n]!;
    r[c] = b[c]! - v[c]!;
    r0[c] = r[c]!;
    p[c] = 0;
    v[c] = 0;
  }
  let rho = 1;
  let alpha = 1;
  let omega = 1;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    if (largest(list, r) <= tolerance) return iteration;
    const next = dot(list, r0, r);
    if (next === 0 || omega === 0) return -1;
    const beta = (next / rho) * (alpha / omega);
    rho = next;
    for (let n = 0; n < list.length; n++) {
      const c = list[n]!;
      p[c] = r[c]! + beta * (p[c]! - omega * v[c]!);
    }
    apply(p, v);
    alpha = rho / dot(list, r0, v);
    for (let n = 0; n < list.length; n++) {
      const c = list[n]!;
      s[c] = r[c]! - alpha * v[c]!;
    }
    apply(s, t);
    const square = dot(list, t, t);
    omega = square > 0 ? dot(list, t, s) / square : 0;
    if (!Number.isFinite(alpha) || !Number.isFinite(omega)) return -1;
    for (let n = 0; n < list.length; n++) {
      const c = list[n]!;
      x[c]! += alpha * p[c]! + omega * s[c]!;
      r[c] = s[c]! - omega * t[c]!;
    }
  }
  return largest(list, r) <= tolerance ? maxIterations : -1;
}

function dot(list: Int32Array, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < list.length; n++) sum += a[list[n]!]! * b[list[n]!]!;
  return sum;
}

function largest(list: Int32Array, a: Float64Array): number {
  let most = 0;
  for (let n = 0; n < list.length; n++) most = Math.max(most, Math.abs(a[list[n]!]!));
  return most;
}
