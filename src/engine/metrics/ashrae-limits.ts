export type AshraeClass = 'A1' | 'A2' | 'A3' | 'A4' | 'H1';

/** Inlet temperatures of one equipment class, °C. */
export interface InletLimits {
  readonly recommendedLow: number;
  readonly recommendedHigh: number;
  readonly allowableLow: number;
  readonly allowableHigh: number;
}

/** ASHRAE TC 9.9, Thermal Guidelines for Data Processing Environments, 5th ed. 2021. H1 (high density): to be checked against the print. */
export const ASHRAE_LIMITS: Readonly<Record<AshraeClass, InletLimits>> = {
  A1: { recommendedLow: 18, recommendedHigh: 27, allowableLow: 15, allowableHigh: 32 },
  A2: { recommendedLow: 18, recommendedHigh: 27, allowableLow: 10, allowableHigh: 35 },
  A3: { recommendedLow: 18, recommendedHigh: 27, allowableLow: 5, allowableHigh: 40 },
  A4: { recommendedLow: 18, recommendedHigh: 27, allowableLow: 5, allowableHigh: 45 },
  H1: { recommendedLow: 18, recommendedHigh: 22, allowableLow: 5, allowableHigh: 25 },
};
