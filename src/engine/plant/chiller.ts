import type { LiquidLoop, Plant as PlantSpec } from '../../site/schema/energy';

/** Range of the supply air temperatures behind the COP of Moore et al., °C. */
export const MOORE_RANGE_CELSIUS = { low: 10, high: 30 } as const;

/**
 * COP of a water-chilled CRAC plant against supply air temperature, Moore, Chase, Ranganathan & Sharma 2005
 * (USENIX ATC, measured at the HP Labs Utility Data Center): 0.0068 T² + 0.0008 T + 0.458. Outside 10-30 °C
 * the nearest end is used.
 */
export function mooreCop(supplyCelsius: number): number {
  const T = Math.min(MOORE_RANGE_CELSIUS.high, Math.max(MOORE_RANGE_CELSIUS.low, supplyCelsius));
  return 0.0068 * T * T + 0.0008 * T + 0.458;
}

export function mooreOutOfRange(supplyCelsius: number): boolean {
  return supplyCelsius < MOORE_RANGE_CELSIUS.low || supplyCelsius > MOORE_RANGE_CELSIUS.high;
}

/**
 * Electricity of the plant for the heat of one chilled-water coil, W; NaN where the site has no plant. That of a plant
 * computed part by part is known only for the whole, see `chilled-water`.
 */
export function chilledWaterPowerW(plant: PlantSpec | undefined, coilHeatW: number, supplyCelsius: number): number {
  if (coilHeatW === 0) return 0;
  switch (plant?.kind) {
    case 'moore-cop':
      return coilHeatW / mooreCop(supplyCelsius);
    case 'constant-cop':
      return coilHeatW / plant.cop;
    case 'chilled-water':
    case undefined:
      return Number.NaN;
  }
}

/**
 * Electricity to cool the liquid loop, W: by the COP of the loop, else by a constant COP of the plant. The COP of
 * Moore et al. is one of supply air and says nothing about liquid, so with it alone that power is not known (NaN).
 */
export function liquidCoolingPowerW(
  loop: LiquidLoop | undefined,
  plant: PlantSpec | undefined,
  liquidHeatW: number,
): number {
  if (liquidHeatW === 0) return 0;
  if (loop?.cop !== undefined) return liquidHeatW / loop.cop;
  return plant?.kind === 'constant-cop' ? liquidHeatW / plant.cop : Number.NaN;
}
