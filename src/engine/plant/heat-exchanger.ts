/** Effectiveness of a counterflow exchanger from NTU and the ratio of capacity rates, 0-1 (Kays & London). */
export function counterflowEffectiveness(transferUnits: number, capacityRatio: number): number {
  if (transferUnits <= 0) return 0;
  if (Math.abs(1 - capacityRatio) < 1e-6) return transferUnits / (1 + transferUnits);
  const e = Math.exp(-transferUnits * (1 - capacityRatio));
  return (1 - e) / (1 - capacityRatio * e);
}

/** The inverse: NTU for an effectiveness below 1; Infinity where no counterflow exchanger reaches it. */
export function counterflowTransferUnits(effectiveness: number, capacityRatio: number): number {
  if (effectiveness >= 1) return Number.POSITIVE_INFINITY;
  if (Math.abs(1 - capacityRatio) < 1e-6) return effectiveness / (1 - effectiveness);
  return Math.log((1 - effectiveness * capacityRatio) / (1 - effectiveness)) / (1 - capacityRatio);
}

/** Film coefficients follow the flow to these exponents: turbulent air over fins, turbulent water in tubes (assumption, as usual). */
const AIR_EXPONENT = 0.8;
const WATER_EXPONENT = 0.85;

/** Share of the resistance on the air side at flows that are these shares of the rated ones; half at the rating (assumption). */
export function airSideShare(airShare: number, waterShare: number): number {
  const air = airShare ** -AIR_EXPONENT;
  return air / (air + waterShare ** -WATER_EXPONENT);
}

/** Conductance of an air-to-water exchanger over the rated one, from both flows as shares of the rated ones. */
export function conductanceShare(airShare: number, waterShare: number): number {
  return 2 / (airShare ** -AIR_EXPONENT + waterShare ** -WATER_EXPONENT);
}
