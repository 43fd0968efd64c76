/**
 * YorkCalc: approach of a cooling tower as a polynomial of wet bulb, range and the ratio of water to air flow, each as a
 * share of design. Coefficients c[9 l + 3 r + t] of wetBulb^t range^r ratio^l: EnergyPlus, as in the Modelica Buildings
 * library (LBNL), Buildings.Fluid.HeatExchangers.CoolingTowers.Correlations.yorkCalc.
 */
const C = [
  -0.359741205, -0.055053608, 0.0023850432, 0.173926877, -0.0248473764, 0.00048430224, -0.005589849456, 0.0005770079712,
  -0.00001342427256, 2.84765801111111, -0.121765149, 0.0014599242, 1.680428651, -0.0166920786, -0.0007190532,
  -0.025485194448, 0.0000487491696, 0.00002719234152, -0.0653766255555556, -0.002278167, 0.0002500254, -0.0910565458,
  0.00318176316, 0.000038621772, -0.0034285382352, 0.00000856589904, -0.000001516821552,
] as const;

/** Range of validity: °C, K, share of design flow of water, ratio of water to air. */
export const YORK_RANGE = {
  wetBulbCelsius: { low: -34.4, high: 26.7 },
  rangeKelvin: { low: 1.1, high: 22.2 },
  approachKelvin: { low: 1.1, high: 40 },
  waterShare: { low: 0.75, high: 1.25 },
  ratio: { low: 0, high: 8 },
} as const;

interface Range {
  readonly low: number;
  readonly high: number;
}

const clamp = (value: number, { low, high }: Range): number => Math.min(high, Math.max(low, value));

/** Leaving water above wet bulb, K. Inputs outside the fitted range are moved to its end. */
export function yorkApproachKelvin(wetBulbCelsius: number, rangeKelvin: number, waterToAir: number): number {
  const t = clamp(wetBulbCelsius, YORK_RANGE.wetBulbCelsius);
  const r = clamp(rangeKelvin, YORK_RANGE.rangeKelvin);
  const l = clamp(waterToAir, YORK_RANGE.ratio);
  let sum = 0;
  for (let k = 2; k >= 0; k--) {
    let inner = 0;
    for (let j = 2; j >= 0; j--) {
      const at = 9 * k + 3 * j;
      inner = inner * r + C[at]! + t * (C[at + 1]! + t * C[at + 2]!);
    }
    sum = sum * l + inner;
  }
  return clamp(sum, YORK_RANGE.approachKelvin);
}

/** Root of a x² + b x + c on the rising branch, the one that a small `a` bends little; NaN where there is none. */
function risingRoot(a: number, b: number, c: number): number {
  const square = b * b - 4 * a * c;
  return square < 0 ? Number.NaN : (-2 * c) / (b + Math.sqrt(square));
}

/**
 * Range at which water that enters at `enteringKelvin` above the wet bulb leaves at the approach of that range, K: the
 * polynomial is a quadratic of it. NaN where that lies outside the fitted ranges.
 */
export function yorkRangeKelvin(wetBulbCelsius: number, enteringKelvin: number, waterToAir: number): number {
  const t = clamp(wetBulbCelsius, YORK_RANGE.wetBulbCelsius);
  const l = clamp(waterToAir, YORK_RANGE.ratio);
  const of = (r: number) => {
    let sum = 0;
    for (let k = 2; k >= 0; k--)
      sum = sum * l + C[9 * k + 3 * r]! + t * (C[9 * k + 3 * r + 1]! + t * C[9 * k + 3 * r + 2]!);
    return sum;
  };
  const range = risingRoot(of(2), of(1) + 1, of(0) - enteringKelvin);
  return within(range, YORK_RANGE.rangeKelvin) && within(enteringKelvin - range, YORK_RANGE.approachKelvin)
    ? range
    : Number.NaN;
}

/** Ratio of water to air that gives an approach at a range: a quadratic again. NaN where that lies outside the fitted ranges. */
export function yorkRatio(wetBulbCelsius: number, rangeKelvin: number, approachKelvin: number): number {
  const t = clamp(wetBulbCelsius, YORK_RANGE.wetBulbCelsius);
  const of = (l: number) => {
    let sum = 0;
    for (let r = 2; r >= 0; r--) {
      const at = 9 * l + 3 * r;
      sum = sum * rangeKelvin + C[at]! + t * (C[at + 1]! + t * C[at + 2]!);
    }
    return sum;
  };
  const ratio = risingRoot(of(2), of(1), of(0) - approachKelvin);
  const known = within(rangeKelvin, YORK_RANGE.rangeKelvin) && within(approachKelvin, YORK_RANGE.approachKelvin);
  return known && within(ratio, YORK_RANGE.ratio) ? ratio : Number.NaN;
}

function within(value: number, { low, high }: Range): boolean {
  return value >= low && value <= high;
}

export function yorkOutOfRange(wetBulbCelsius: number, rangeKelvin: number, waterShare: number): boolean {
  return !(
    within(wetBulbCelsius, YORK_RANGE.wetBulbCelsius) &&
    within(rangeKelvin, YORK_RANGE.rangeKelvin) &&
    waterShare >= YORK_RANGE.waterShare.low - 1e-9 &&
    waterShare <= YORK_RANGE.waterShare.high + 1e-9
  );
}
