/** Loss as a share of the rating at load fraction x: a, b, c of a + b x + c x². */
export type LossCoefficients = readonly [number, number, number];

/**
 * Loss, W: rated (a + b x + c x²) with x the load over the rating. The constant part is drawn at any load, the linear
 * one by conduction, the square one by resistance.
 */
export function curveLossW(coefficients: LossCoefficients, ratedW: number, outputW: number): number {
  const [constant, linear, square] = coefficients;
  const load = ratedW > 0 ? outputW / ratedW : 0;
  return ratedW * (constant + linear * load + square * load * load);
}

/** Output over input; 0 at no load. */
export function efficiencyAt(coefficients: LossCoefficients, loadShare: number): number {
  return loadShare / (loadShare + curveLossW(coefficients, 1, loadShare));
}
