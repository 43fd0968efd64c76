import type { Site } from './schema/site';

export type AshraeClass = Site['ashraeClass'];

/** Air temperature at the inlet of IT equipment, °C. */
export interface AshraeLimits {
  recommendedMinCelsius: number;
  recommendedMaxCelsius: number;
  allowableMinCelsius: number;
  allowableMaxCelsius: number;
}

const limits = (allowableMin: number, allowableMax: number, recommendedMax: number): AshraeLimits => ({
  recommendedMinCelsius: 18,
  recommendedMaxCelsius: recommendedMax,
  allowableMinCelsius: allowableMin,
  allowableMaxCelsius: allowableMax,
});

/**
 * Source: ASHRAE TC 9.9, Thermal Guidelines for Data Processing Environments, 5th edition (2021), as public
 * summaries give it. The lower allowable limit of H1 has only one second-hand source.
 */
const ASHRAE_LIMITS: Record<AshraeClass, AshraeLimits> = {
  A1: limits(15, 32, 27),
  A2: limits(10, 35, 27),
  A3: limits(5, 40, 27),
  A4: limits(5, 45, 27),
  H1: limits(5, 25, 22),
};

export function ashraeLimits(ashraeClass: AshraeClass): AshraeLimits {
  return ASHRAE_LIMITS[ashraeClass];
}
