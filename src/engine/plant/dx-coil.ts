/**
 * Air-cooled direct-expansion coil: the curves of the EnergyPlus example file DXCoilSystemAuto
 * (US Department of Energy). Rated at 19.44 °C entering wet bulb and 35 °C outdoor, where both temperature
 * curves are about 1. Inputs outside the fitted range are moved to its end, as EnergyPlus does.
 */
export const DX_RANGE = {
  wetBulbCelsius: { low: 12.77778, high: 23.88889 },
  outdoorCelsius: { low: 18, high: 46.11111 },
  flowFraction: { low: 0.5, high: 1.5 },
} as const;

interface Range {
  readonly low: number;
  readonly high: number;
}

function clamp(value: number, { low, high }: Range): number {
  return Math.min(high, Math.max(low, value));
}

function inside(value: number, { low, high }: Range): boolean {
  return value >= low && value <= high;
}

/** Capacity over rated capacity, from entering wet bulb, outdoor dry bulb (°C) and flow over rated flow. */
export function dxCapacityFactor(wetBulbCelsius: number, outdoorCelsius: number, flowFraction: number): number {
  const wb = clamp(wetBulbCelsius, DX_RANGE.wetBulbCelsius);
  const db = clamp(outdoorCelsius, DX_RANGE.outdoorCelsius);
  const ff = clamp(flowFraction, DX_RANGE.flowFraction);
  const temperature =
    0.766956 +
    0.0107756 * wb -
    0.0000414703 * wb * wb +
    0.00134961 * db -
    0.000261144 * db * db +
    0.000457488 * wb * db;
  return temperature * (0.8 + 0.2 * ff);
}

/** Energy input ratio (1/COP) over the rated one, same inputs. */
export function dxEnergyInputFactor(wetBulbCelsius: number, outdoorCelsius: number, flowFraction: number): number {
  const wb = clamp(wetBulbCelsius, DX_RANGE.wetBulbCelsius);
  const db = clamp(outdoorCelsius, DX_RANGE.outdoorCelsius);
  const ff = clamp(flowFraction, DX_RANGE.flowFraction);
  const temperature =
    0.297145 + 0.0430933 * wb - 0.000748766 * wb * wb + 0.00597727 * db + 0.000482112 * db * db - 0.000956448 * wb * db;
  return temperature * (1.1552 - 0.1808 * ff + 0.0256 * ff * ff);
}

/** Part-load fraction of a cycling compressor: run time = load / this. */
export function dxPartLoadFactor(loadFraction: number): number {
  return 0.75 + 0.25 * Math.min(1, loadFraction);
}

export function dxOutOfRange(wetBulbCelsius: number, outdoorCelsius: number, flowFraction: number): boolean {
  return !(
    inside(wetBulbCelsius, DX_RANGE.wetBulbCelsius) &&
    inside(outdoorCelsius, DX_RANGE.outdoorCelsius) &&
    inside(flowFraction, DX_RANGE.flowFraction)
  );
}

/**
 * Compressor power, W: heat x EIR_rated x EIR factor / part-load factor. `availableW` is the capacity at
 * these conditions; where it is not limited (Infinity) the compressor is taken to follow the load.
 */
export function dxCompressorW(heatW: number, availableW: number, ratedCop: number, energyInputFactor: number): number {
  if (heatW === 0) return 0;
  const partLoad = availableW === Infinity ? 1 : dxPartLoadFactor(heatW / availableW);
  return ((heatW / ratedCop) * energyInputFactor) / partLoad;
}
