/** One quantity on three grids, finest first. */
export interface GridStudy {
  /** Representative cell sizes (volume over cells, cube root), m, ascending. */
  readonly cellSizes: readonly [number, number, number];
  readonly values: readonly [number, number, number];
}

export interface GridConvergence {
  /** Observed order of accuracy; NaN where the three values do not fall off as an order would have it. */
  readonly order: number;
  /** Value at vanishing cell size by Richardson's extrapolation; NaN where the values oscillate. */
  readonly extrapolated: number;
  /** Uncertainty of the finest value from its grid, in the unit of the value. */
  readonly gridUncertainty: number;
  /** 'monotone', or 'oscillating' where finer grids overshoot. */
  readonly kind: 'monotone' | 'oscillating';
}

/** Safety factor for three grids. */
const SAFETY = 1.25;

/** An order below this or above this comes from noise; it is held at the bound before the uncertainty is computed. */
const MIN_ORDER = 0.5;
const MAX_ORDER = 2;

/**
 * Observed order, extrapolation and grid convergence index by the procedure of Celik et al. 2008, J. Fluids Eng.
 * 130:078001, for unequal refinement ratios. The index is kept in the unit of the value: 1.25 |f2 - f1| / (r^p - 1).
 * Where the values oscillate it is half of their range (Stern et al. 2001, J. Fluids Eng. 123:793-802).
 */
export function gridConvergence({ cellSizes, values }: GridStudy): GridConvergence {
  const [h1, h2, h3] = cellSizes;
  const fine = values[1] - values[0];
  const coarse = values[2] - values[1];
  const r21 = h2 / h1;
  const r32 = h3 / h2;
  const ratio = coarse / fine;
  if (ratio < 0) {
    const range = Math.max(...values) - Math.min(...values);
    return { order: Number.NaN, extrapolated: Number.NaN, gridUncertainty: range / 2, kind: 'oscillating' };
  }
  const order = observedOrder(ratio, r21, r32);
  const used = Math.min(MAX_ORDER, Math.max(MIN_ORDER, Number.isFinite(order) ? order : MIN_ORDER));
  const growth = r21 ** used - 1;
  return {
    order,
    extrapolated: values[0] - fine / growth,
    gridUncertainty: (SAFETY * Math.abs(fine)) / growth,
    kind: 'monotone',
  };
}

const LARGEST_ORDER = 20;

/** Solves (f3 - f2) / (f2 - f1) = r21^p (r32^p - 1) / (r21^p - 1) for p; NaN where no order gives that ratio. */
function observedOrder(ratio: number, r21: number, r32: number): number {
  const ratioOfOrder = (order: number) => (r21 ** order * (r32 ** order - 1)) / (r21 ** order - 1);
  let low = 1e-6;
  let high = LARGEST_ORDER;
  if (!(ratio >= ratioOfOrder(low) && ratio <= ratioOfOrder(high))) return Number.NaN;
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (ratioOfOrder(middle) < ratio) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
