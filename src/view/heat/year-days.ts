import type { WeatherYear } from '../../site/weather/synthetic-year';
import { wetBulbCelsius } from '../../units/psychrometrics';

/** A year of weather by its days, °C. */
export interface YearDays {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly wetBulb: readonly number[];
}

/** Hours between the wet bulbs that make the mean of a day. */
const WET_BULB_EVERY_HOURS = 6;

/** Lowest and highest dry bulb and mean wet bulb of each day. */
export function yearDays({ hours, dryBulbCelsius, dewPointCelsius, pascals }: WeatherYear): YearDays {
  const low: number[] = [];
  const high: number[] = [];
  const wetBulb: number[] = [];
  for (let first = 0; first < hours; first += 24) {
    const day = dryBulbCelsius.subarray(first, first + 24);
    low.push(Math.min(...day));
    high.push(Math.max(...day));
    let sum = 0;
    for (let h = first; h < first + 24; h += WET_BULB_EVERY_HOURS) {
      sum += wetBulbCelsius(dryBulbCelsius[h]!, dewPointCelsius[h]!, pascals[h]!);
    }
    wetBulb.push((sum * WET_BULB_EVERY_HOURS) / 24);
  }
  return { low, high, wetBulb };
}
