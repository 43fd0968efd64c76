import type { Climate } from '../schema/weather';
import { CLIMATE_RECIPES } from './climates';

/** Outdoor air hour by hour; entry n holds at the end of hour n. °C, Pa. */
export interface WeatherYear {
  readonly hours: number;
  readonly dryBulbCelsius: Float32Array;
  readonly dewPointCelsius: Float32Array;
  readonly pascals: Float32Array;
}

const HOURS = 8760;
/** Hour of the day with the highest temperature. */
const WARMEST_HOUR = 15;

/** Numbers of 0 to 1 from a seed (mulberry32): the same year on every machine. */
function numbersOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Normally distributed numbers from uniform ones (Box and Muller). */
function normalOf(uniform: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/**
 * A year by recipe, not a place: with s = cos of the season (1 on the warmest day),
 *   T = mean + season s + day(s) cos(2 pi (hour - 15)/24) c + w,
 *   T_dew = min(T, mean + season s + w/2 - depression(s)),
 * w passing weather, a first-order process with memory `weatherDays`, c = 1 - w_cloud its clear or cloudy day. Both w and
 * c come from the seed. The last ten days bend w back to its start, so that the year closes.
 */
export function syntheticYear(climate: Climate, seed: number): WeatherYear {
  const r = CLIMATE_RECIPES[climate];
  const normal = normalOf(numbersOf(seed));
  const weather = passingWeather(normal, r.weatherKelvin, r.weatherDays);
  const clearness = Array.from({ length: HOURS / 24 }, () => Math.min(1.4, Math.max(0.3, 1 + 0.3 * normal())));
  const year = {
    hours: HOURS,
    dryBulbCelsius: new Float32Array(HOURS),
    dewPointCelsius: new Float32Array(HOURS),
    pascals: new Float32Array(HOURS).fill(r.pressurePa),
  };
  for (let n = 0; n < HOURS; n++) {
    const season = Math.cos((2 * Math.PI * ((n + 1) / 24 - r.warmestDay)) / 365);
    const summer = (1 + season) / 2;
    const day = r.winterDayKelvin + (r.summerDayKelvin - r.winterDayKelvin) * summer;
    const depression = r.winterDepressionKelvin + (r.summerDepressionKelvin - r.winterDepressionKelvin) * summer;
    const base = r.meanCelsius + r.seasonKelvin * season;
    const hour = (n + 1) % 24;
    const swing = day * clearnessAt(clearness, n + 1) * Math.cos((2 * Math.PI * (hour - WARMEST_HOUR)) / 24);
    const celsius = base + swing + weather[n]!;
    year.dryBulbCelsius[n] = celsius;
    year.dewPointCelsius[n] = Math.min(celsius, base + weather[n]! / 2 - depression);
  }
  return year;
}

/** Clearness of noon of each day, in straight lines between. */
function clearnessAt(noons: readonly number[], hour: number): number {
  const at = hour / 24 - 0.5;
  const day = Math.floor(at);
  const share = at - day;
  const of = (n: number) => noons[(n + noons.length) % noons.length]!;
  return of(day) * (1 - share) + of(day + 1) * share;
}

function passingWeather(normal: () => number, kelvin: number, days: number): Float64Array {
  const keep = Math.exp(-1 / (24 * days));
  const kick = kelvin * Math.sqrt(1 - keep * keep);
  const values = new Float64Array(HOURS);
  let w = kelvin * normal();
  for (let n = 0; n < HOURS; n++) {
    w = keep * w + kick * normal();
    values[n] = w;
  }
  const bend = 240;
  const gap = values[HOURS - 1]! - values[0]!;
  for (let n = 0; n < bend; n++) values[HOURS - bend + n]! -= (gap * (n + 1)) / bend;
  return values;
}
