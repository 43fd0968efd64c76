import type { GridCarbon, Weather } from '../schema/weather';
import { CARBON_RESOLUTION, CELSIUS_RESOLUTION, decodeHourly, PASCALS_RESOLUTION } from './hourly-code';
import { syntheticYear, type WeatherYear } from './synthetic-year';

/** The hours that a site's weather stands for. */
export function weatherYear(weather: Weather): WeatherYear {
  if (weather.kind === 'climate') return syntheticYear(weather.climate, weather.seed);
  return {
    hours: weather.hours,
    dryBulbCelsius: decodeHourly(weather.dryBulb, CELSIUS_RESOLUTION),
    dewPointCelsius: decodeHourly(weather.dewPoint, CELSIUS_RESOLUTION),
    pascals: decodeHourly(weather.pressure, PASCALS_RESOLUTION),
  };
}

/** Depth of the noon of a winter day over that of a summer day in the carbon profile (assumption: shorter days, lower sun). */
const WINTER_NOON = 0.35;

/**
 * Carbon intensity of the hour that ends at `hourOfYear`, kg/kWh. Profile: mean (1 - solar share x noon x season + evening),
 * noon a half cosine from 6 to 18 h, the rest of the day raised so that the mean over the day stays; an assumption.
 */
function profileKgPerKWh(meanKgPerKWh: number, solarShare: number, hourOfYear: number): number {
  const hour = hourOfYear % 24;
  const noon = Math.max(0, Math.cos((Math.PI * (hour - 12)) / 12));
  const summer = (1 - Math.cos((2 * Math.PI * (hourOfYear / 24 + 10)) / 365)) / 2;
  const depth = solarShare * (WINTER_NOON + (1 - WINTER_NOON) * summer);
  return meanKgPerKWh * (1 - depth * (noon - 1 / Math.PI));
}

/** Carbon intensity at any hour of the year; null where the site gives none. */
export function carbonByHour(carbon: GridCarbon | undefined): ((hourOfYear: number) => number) | null {
  if (carbon === undefined) return null;
  if (carbon.kind === 'constant') return () => carbon.kgPerKWh;
  if (carbon.kind === 'profile') {
    return (hour) => profileKgPerKWh(carbon.meanKgPerKWh, carbon.solarShare, hour);
  }
  const values = decodeHourly(carbon.intensity, CARBON_RESOLUTION);
  // A grid's figure is the mean of its hour: no line is drawn between hours.
  return (hour) => values[Math.floor(hour) % values.length]!;
}
