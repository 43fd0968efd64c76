import type { Frame } from '../../frame/layout';
import type { ColourRange } from './colour-map';

/** Widening and narrowing go in whole steps of this, K, so that the colours stay put while the air moves. */
const STEP_KELVIN = 2;
/** The range shrinks only when it has more than this to spare on a side, K. */
const SLACK_KELVIN = 5;

/** Coldest and hottest air, chassis and unit of a frame, °C; null where nothing is known. */
export function frameExtremes(frame: Frame): { minCelsius: number; maxCelsius: number } | null {
  const { temperature, chassisInletCelsius, chassisOutletCelsius, unitSupplyCelsius } = frame.blocks;
  const { solid } = frame.layout;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  const take = (value: number) => {
    if (value < min) min = value;
    if (value > max) max = value;
  };
  // Every seventh cell is enough for limits that are rounded to two kelvins.
  for (let i = 0; i < temperature.length; i += 7) if (!solid[i]) take(temperature[i]!);
  for (const block of [chassisInletCelsius, chassisOutletCelsius, unitSupplyCelsius])
    for (let i = 0; i < block.length; i++) take(block[i]!);
  return min <= max ? { minCelsius: min, maxCelsius: max } : null;
}

/** Limits that hold the extremes: rounded outwards, at least 6 K wide, and steady against small changes. */
export function nextAutoRange(
  previous: ColourRange | null,
  extremes: { minCelsius: number; maxCelsius: number },
  centreCelsius: number,
): ColourRange {
  let min = Math.floor(extremes.minCelsius / STEP_KELVIN) * STEP_KELVIN;
  let max = Math.ceil(extremes.maxCelsius / STEP_KELVIN) * STEP_KELVIN;
  if (max - min < 6) {
    const middle = Math.round((min + max) / 4) * 2;
    min = Math.min(min, middle - 4);
    max = Math.max(max, middle + 4);
  }
  if (previous !== null && previous.centreCelsius === centreCelsius) {
    if (min > previous.minCelsius && min - previous.minCelsius <= SLACK_KELVIN) min = previous.minCelsius;
    if (max < previous.maxCelsius && previous.maxCelsius - max <= SLACK_KELVIN) max = previous.maxCelsius;
  }
  return { minCelsius: min, maxCelsius: max, centreCelsius };
}

/** Spacing of scale marks and iso-lines that gives about `wanted` of them over a range, K. */
export function niceStepKelvin(rangeKelvin: number, wanted: number): number {
  const steps = [0.5, 1, 2, 5, 10, 20, 50];
  return steps.find((step) => rangeKelvin / step <= wanted) ?? 100;
}
