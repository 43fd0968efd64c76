/** One quantity on three grids, finest first. */
export interface GridStudy {
  /** Representative cell sizes (volume over cells, cube root), m, ascending. */
  readonly cellSizes: readonly [number, number, number];
  readonly values: readonly [number, number, number];
  /** Changes below this come from the solver's rest and not from the grid, in the unit of the values; 0 where absent. */
  readonly noise?: number;
}

/**
 * How the values change from grid to grid:
 * 'monotone' and 'oscillating' fall off with an order; 'flat': no change beyond the noise; 'diverging': the step to the
 * finest grid changes the value no less than the step before, so that no order and no limit can be read off.
 */
export type ConvergenceKind = 'monotone' | 'oscillating' | 'flat' | 'diverging';

export interface GridConvergence {
  /** Observed order of accuracy; NaN where 'flat' or 'diverging'. */
  readonly order: number;
  /** Value at vanishing cell size by Richardson's extrapolation; NaN where 'flat' or 'diverging'. */
  readonly extrapolated: number;
  /** Uncertainty of the finest value from its grid, in the unit of the value. */
  readonly gridUncertainty: number;
  readonly kind: ConvergenceKind;
}

/** Safety factor of Roache for three grids with an observed order. */
const SAFETY = 1.25;

/** Times the range of the values where they show no order (Eça, Vaz and Hoekstra; from memory, to be checked). */
const SAFETY_WITHOUT_ORDER = 3;

/** An order below this or above this comes from noise; it is held at the bound before the uncertainty is computed. */
const MIN_ORDER = 0.5;
const MAX_ORDER = 2;

/**
 * Observed order, extrapolation and grid convergence index by the procedure of Celik et al. 2008, J. Fluids Eng.
 * 130:078001, for unequal refinement ratios. The index is kept in the unit of the value: 1.25 |f2 - f1| / (r^p - 1).
 * Where the values oscillate about their limit it is half of their range (Stern et al. 2001, J. Fluids Eng. 123:793-802).
 * Where they show no order it is three times their range: nothing is known but how much the grid matters.
 */
export function gridConvergence({ cellSizes, values, noise = 0 }: GridStudy): GridConvergence {
  const [h1, h2, h3] = cellSizes;
  const fine = values[1] - values[0];
  const coarse = values[2] - values[1];
  const r21 = h2 / h1;
  const r32 = h3 / h2;
  const range = Math.max(...values) - Math.min(...values);
  if (range <= noise) {
    return { order: Number.NaN, extrapolated: Number.NaN, gridUncertainty: range, kind: 'flat' };
  }
  const sign = coarse / fine < 0 ? -1 : 1;
  const order = observedOrder(Math.abs(coarse / fine), r21, r32, sign);
  if (Number.isNaN(order)) {
    return { order, extrapolated: Number.NaN, gridUncertainty: SAFETY_WITHOUT_ORDER * range, kind: 'diverging' };
  }
  const used = Math.min(MAX_ORDER, Math.max(MIN_ORDER, order));
  const extrapolated = values[0] - fine / (sign * r21 ** used - 1);
  if (sign < 0) return { order, extrapolated, gridUncertainty: range / 2, kind: 'oscillating' };
  const gridUncertainty = (SAFETY * Math.abs(fine)) / (r21 ** used - 1);
  return { order, extrapolated, gridUncertainty, kind: 'monotone' };
}

const LARGEST_ORDER = 20;

/**
 * Solves |f3 - f2| / |f2 - f1| = r21^p (r32^p - s) / (r21^p - s) for p, s = 1 where both changes go the same way, -1
 * where they alternate. NaN where no positive order gives that ratio; a larger ratio than any order gives has the largest.
 */
function observedOrder(ratio: number, r21: number, r32: number, sign: 1 | -1): number {
  const ratioOfOrder = (order: number) => (r21 ** order * (r32 ** order - sign)) / (r21 ** order - sign);
  let low = 1e-6;
  let high = LARGEST_ORDER;
  if (!(ratio > ratioOfOrder(low))) return Number.NaN;
  if (ratio >= ratioOfOrder(high)) return LARGEST_ORDER;
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (ratioOfOrder(middle) < ratio) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
