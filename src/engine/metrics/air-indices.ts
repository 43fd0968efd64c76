/** Mean of temperatures weighted by flow (m³/s); NaN without flow. Entries without flow don't count. */
export function flowWeightedMean(celsius: ArrayLike<number>, airflowM3s: ArrayLike<number>): number {
  let flow = 0;
  let carried = 0;
  for (let i = 0; i < airflowM3s.length; i++) {
    if (!(airflowM3s[i]! > 0)) continue;
    flow += airflowM3s[i]!;
    carried += airflowM3s[i]! * celsius[i]!;
  }
  return flow > 0 ? carried / flow : Number.NaN;
}

/**
 * Supply heat index (Sharma, Bash & Patel 2002, AIAA 2002-3091):
 * SHI = sum Q (T_in - T_ref) / sum Q (T_out - T_ref), Q the flow of each piece of equipment and T_ref the supply
 * temperature. 0: no hot air reaches an inlet. NaN where no heat is carried.
 */
export function supplyHeatIndex(
  airflowM3s: ArrayLike<number>,
  inletCelsius: ArrayLike<number>,
  outletCelsius: ArrayLike<number>,
  supplyCelsius: number,
): number {
  let infiltrated = 0;
  let total = 0;
  for (let i = 0; i < airflowM3s.length; i++) {
    if (!(airflowM3s[i]! > 0)) continue;
    infiltrated += airflowM3s[i]! * (inletCelsius[i]! - supplyCelsius);
    total += airflowM3s[i]! * (outletCelsius[i]! - supplyCelsius);
  }
  return total > 0 ? infiltrated / total : Number.NaN;
}

/** Return heat index (same source): RHI = 1 - SHI. */
export function returnHeatIndex(supplyHeatIndexValue: number): number {
  return 1 - supplyHeatIndexValue;
}

/**
 * Return temperature index, % (Herrlin 2008, ASHRAE Trans. 114(2)): 100 (T_return - T_supply) / dT of the equipment,
 * all weighted by flow. Under 100: supply air bypasses the equipment. Over 100: exhaust recirculates.
 */
export function returnTemperatureIndex(
  returnCelsius: number,
  supplyCelsius: number,
  inletCelsius: number,
  outletCelsius: number,
): number {
  const riseKelvin = outletCelsius - inletCelsius;
  return riseKelvin > 0 ? (100 * (returnCelsius - supplyCelsius)) / riseKelvin : Number.NaN;
}

/** Recirculation index beta of one rack (Schmidt and co-workers, as reviewed by Capozzoli et al. 2014, Energy Procedia 62): (T_in - T_sup) / (T_out - T_in). */
export function betaIndex(inletCelsius: number, outletCelsius: number, supplyCelsius: number): number {
  const riseKelvin = outletCelsius - inletCelsius;
  return riseKelvin > 0 ? (inletCelsius - supplyCelsius) / riseKelvin : Number.NaN;
}
