import type { Electrical } from '../../site/schema/energy';

/**
 * Loss of a UPS, W: rated (a + b x + c x²) with x the load over the rating. The constant part is drawn at any load, the
 * linear one by conduction, the square one by resistance; the default coefficients are an assumption.
 */
export function upsLossW(ups: NonNullable<Electrical['ups']>, outputW: number): number {
  const [constant, linear, square] = ups.lossCoefficients;
  const load = upsLoadFraction(ups, outputW);
  return ups.ratedW * (constant + linear * load + square * load * load);
}

/** Output over rating; above 1 the UPS is overloaded. */
export function upsLoadFraction(ups: NonNullable<Electrical['ups']>, outputW: number): number {
  return ups.ratedW > 0 ? outputW / ups.ratedW : 0;
}

/**
 * Losses between the grid and the IT load, W: PDU (load / efficiency - load) and, upstream of it, UPS.
 * Cooling and other loads are fed past both. NaN where the site does not say how it is fed.
 */
export function distributionLossesW(electrical: Electrical | undefined, itW: number): number {
  if (!electrical) return Number.NaN;
  const pduInputW = itW / electrical.pduEfficiency;
  return pduInputW - itW + (electrical.ups ? upsLossW(electrical.ups, pduInputW) : 0);
}
