/** Power of a settled facility at one supply temperature, W. */
export interface SupplyPoint {
  supplyCelsius: number;
  facilityW: number;
  itW: number;
  /** IT without its fans and without what leakage adds to the measured curve. */
  computingW: number;
  serverFansW: number;
  /** Leakage of the chips beyond that in the measured curve (at 22 °C inlet), negative below it; NaN where it is not told apart. */
  leakageW: number;
  /** Cooling without the fans of units: compressors, pumps, heat rejection. */
  plantW: number;
  unitFansW: number;
  /** Losses of the power chain and other load. */
  restW: number;
  pue: number;
  hottestInletCelsius: number;
  hottestChipCelsius: number;
  throttledServers: number;
  workRate: number;
  /** False where the air did not come to rest: the point is then uncertain. */
  converged: boolean;
}

/** Share of the most work below which a point does less, and its power is no saving. */
const FULL_WORK = 0.999;

/** Points at which all the work is done that is done at any of them; all where work is not known. */
export function withFullWork(points: readonly SupplyPoint[]): SupplyPoint[] {
  const most = points.reduce((best, { workRate }) => (workRate > best ? workRate : best), 0);
  return points.filter(({ workRate }) => !(workRate < FULL_WORK * most));
}

/** Lowest total among the points that do all the work, refined by a parabola through it and its neighbours. */
export interface SupplyOptimum {
  supplyCelsius: number;
  facilityW: number;
  /** True where totals rise on both sides of it: an optimum inside the range, not at its end. */
  interior: boolean;
}

export function optimumOf(points: readonly SupplyPoint[]): SupplyOptimum | null {
  const known = withFullWork(points).filter(({ facilityW }) => Number.isFinite(facilityW));
  if (known.length === 0) return null;
  let best = 0;
  known.forEach(({ facilityW }, n) => {
    if (facilityW < known[best]!.facilityW) best = n;
  });
  const at = known[best]!;
  if (best === 0 || best === known.length - 1) {
    return { supplyCelsius: at.supplyCelsius, facilityW: at.facilityW, interior: false };
  }
  const [a, b, c] = [known[best - 1]!, at, known[best + 1]!];
  const left = b.supplyCelsius - a.supplyCelsius;
  const right = c.supplyCelsius - b.supplyCelsius;
  const slopeLeft = (b.facilityW - a.facilityW) / left;
  const slopeRight = (c.facilityW - b.facilityW) / right;
  const curvature = (slopeRight - slopeLeft) / ((left + right) / 2);
  // Slope at the middle point from both sides, weighted so that a parabola is met exactly.
  const slope = (slopeLeft * right + slopeRight * left) / (left + right);
  const shift = curvature > 0 ? -slope / curvature : 0;
  return {
    supplyCelsius: b.supplyCelsius + shift,
    facilityW: b.facilityW + slope * shift + (curvature * shift * shift) / 2,
    interior: true,
  };
}
