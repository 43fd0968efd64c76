import type { ColourRange } from '../colour-map';
import { niceStepKelvin } from '../temperature-range';

/** Round temperatures to mark along a range, °C. */
export function legendTicks({ minCelsius, maxCelsius }: ColourRange, wanted = 7): number[] {
  const step = niceStepKelvin(maxCelsius - minCelsius, wanted);
  const ticks: number[] = [];
  for (let celsius = Math.ceil(minCelsius / step) * step; celsius <= maxCelsius + 1e-9; celsius += step)
    ticks.push(celsius);
  return ticks;
}

/** Place of a temperature along the scale, 0 at the bottom, 1 at the top; null outside it. */
export function scalePlace(celsius: number, { minCelsius, maxCelsius }: ColourRange): number | null {
  const share = (celsius - minCelsius) / (maxCelsius - minCelsius);
  return share < 0 || share > 1 ? null : share;
}
