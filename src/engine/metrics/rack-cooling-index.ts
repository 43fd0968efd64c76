import type { InletLimits } from './ashrae-limits';

/**
 * Rack cooling index, high side, % (Herrlin 2005, ASHRAE Trans. 111(2), DE-05-11-2):
 * [1 - sum max(0, T_x - T_rec,max) / ((T_all,max - T_rec,max) n)] 100 over n inlets. 100: no inlet is above the
 * recommended range. Inlets without air (NaN) don't count; NaN without any inlet.
 */
export function rackCoolingIndexHigh(inletCelsius: ArrayLike<number>, limits: InletLimits): number {
  let excess = 0;
  let count = 0;
  for (let i = 0; i < inletCelsius.length; i++) {
    if (Number.isNaN(inletCelsius[i]!)) continue;
    excess += Math.max(0, inletCelsius[i]! - limits.recommendedHigh);
    count++;
  }
  return count > 0 ? 100 * (1 - excess / ((limits.allowableHigh - limits.recommendedHigh) * count)) : Number.NaN;
}

/** Rack cooling index, low side, %: the mirror image, sum max(0, T_rec,min - T_x) over T_rec,min - T_all,min. */
export function rackCoolingIndexLow(inletCelsius: ArrayLike<number>, limits: InletLimits): number {
  let deficit = 0;
  let count = 0;
  for (let i = 0; i < inletCelsius.length; i++) {
    if (Number.isNaN(inletCelsius[i]!)) continue;
    deficit += Math.max(0, limits.recommendedLow - inletCelsius[i]!);
    count++;
  }
  return count > 0 ? 100 * (1 - deficit / ((limits.recommendedLow - limits.allowableLow) * count)) : Number.NaN;
}
