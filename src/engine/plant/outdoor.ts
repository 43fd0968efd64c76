import type { Site } from '../../site/schema/site';
import type { Tariffs } from '../../site/schema/weather';
import type { WeatherYear } from '../../site/weather/synthetic-year';
import { carbonByHour, weatherYear } from '../../site/weather/weather-year';
import {
  dewPointCelsius,
  humidityRatioFromWetBulb,
  SEA_LEVEL_PASCALS,
  wetBulbCelsius,
} from '../../units/psychrometrics';

interface OutdoorStructure {
  readonly year: WeatherYear | null;
  readonly carbon: ((hourOfYear: number) => number) | null;
  readonly tariffs: Tariffs | undefined;
  /** Hour of the year at the start of a run. */
  readonly startHour: number;
  readonly hoursOfYear: number;
}

/** Weather, grid and prices of this moment; NaN where the site gives none. */
export interface Outdoor {
  readonly structure: OutdoorStructure;
  dryBulbCelsius: number;
  wetBulbCelsius: number;
  dewPointCelsius: number;
  pascals: number;
  /** 0 at midnight of the first of January. */
  hourOfYear: number;
  carbonKgPerKWh: number;
  pricePerKWh: number;
  waterPricePerM3: number;
}

/** Years of the same weather are kept: an edit makes a new plant, not a new year. */
const years = new WeakMap<object, WeatherYear>();

function yearOf(site: Site): WeatherYear | null {
  const { weather } = site;
  if (weather === undefined) return null;
  const kept = years.get(weather);
  if (kept !== undefined) return kept;
  const year = weatherYear(weather);
  years.set(weather, year);
  return year;
}

export function createOutdoor(site: Site): Outdoor {
  const year = yearOf(site);
  const outdoor: Outdoor = {
    structure: {
      year,
      carbon: carbonByHour(site.gridCarbon),
      tariffs: site.tariffs,
      startHour: ((site.startDay ?? 1) - 1) * 24 + (site.workload?.startHour ?? 0),
      hoursOfYear: year?.hours ?? 8760,
    },
    dryBulbCelsius: site.outdoor?.dryBulbCelsius ?? Number.NaN,
    wetBulbCelsius: site.outdoor?.wetBulbCelsius ?? Number.NaN,
    dewPointCelsius: Number.NaN,
    pascals: SEA_LEVEL_PASCALS,
    hourOfYear: 0,
    carbonKgPerKWh: Number.NaN,
    pricePerKWh: Number.NaN,
    waterPricePerM3: site.tariffs?.waterPerM3 ?? Number.NaN,
  };
  if (site.outdoor?.wetBulbCelsius !== undefined) {
    const ratio = humidityRatioFromWetBulb(outdoor.dryBulbCelsius, outdoor.wetBulbCelsius);
    outdoor.dewPointCelsius = ratio > 0 ? dewPointCelsius(ratio) : -100;
  }
  followWeather(outdoor, 0);
  return outdoor;
}

/** Value of an hourly list, each entry at the end of its hour, in straight lines between; the year repeats. */
function between(values: Float32Array, hourOfYear: number): number {
  const at = hourOfYear - 1;
  const first = Math.floor(at);
  const share = at - first;
  const count = values.length;
  return values[(first + count) % count]! * (1 - share) + values[(first + 1) % count]! * share;
}

/** Moves weather, carbon and prices to a moment of the run. Allocates nothing. */
export function followWeather(outdoor: Outdoor, simulatedSeconds: number): void {
  const { year, carbon, tariffs, startHour, hoursOfYear } = outdoor.structure;
  const hour = (startHour + simulatedSeconds / 3600) % hoursOfYear;
  outdoor.hourOfYear = hour;
  if (year !== null) {
    outdoor.dryBulbCelsius = between(year.dryBulbCelsius, hour);
    outdoor.dewPointCelsius = Math.min(outdoor.dryBulbCelsius, between(year.dewPointCelsius, hour));
    outdoor.pascals = between(year.pascals, hour);
    outdoor.wetBulbCelsius = wetBulbCelsius(outdoor.dryBulbCelsius, outdoor.dewPointCelsius, outdoor.pascals);
  }
  if (carbon !== null) outdoor.carbonKgPerKWh = carbon(hour);
  if (tariffs !== undefined) outdoor.pricePerKWh = priceAt(tariffs, hour % 24);
}

function priceAt(tariffs: Tariffs, hour: number): number {
  const { peak } = tariffs;
  const inPeak =
    peak !== undefined &&
    (peak.fromHour <= peak.untilHour
      ? hour >= peak.fromHour && hour < peak.untilHour
      : hour >= peak.fromHour || hour < peak.untilHour);
  return inPeak ? peak.perKWh : tariffs.electricityPerKWh;
}
