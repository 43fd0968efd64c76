import type { ReducedModel } from '../engine/reduced/model';
import type { PeriodUse } from '../frame/levers';
import { ashraeLimits } from '../site/ashrae';
import type { Site } from '../site/schema/site';
import { type Period, runPeriod } from './run-period';

/** Below the recommended limit, K: the reduced model's own error, 99 % of inlets within 0.8 to 1.3 K (its validation). */
export const INLET_MARGIN_KELVIN = 1;
/** Supply temperatures that are tried, °C, and how fine. */
const LOWEST_CELSIUS = 14;
const HIGHEST_CELSIUS = 28;
const FINE_KELVIN = 0.25;
const COARSE_KELVIN = 1;

/** Weather and work of a setpoint's search: a seed that no result is counted on, as it would know the future otherwise. */
const DESIGN_SEED = 1001;
/** First days of a week in each season; the last is the hottest. */
const DESIGN_DAYS = [15, 105, 288, 200] as const;
const SUMMER_DAY = 200;

const week = (startDay: number, stepSeconds: number): Period => ({ startDay, days: 7, stepSeconds, seed: DESIGN_SEED });

/** A site that holds a supply temperature. */
export type SiteAt = (supplyCelsius: number) => { readonly site: Site; readonly model: ReducedModel };

export interface FoundSetpoint {
  readonly supplyCelsius: number;
  /** Warmest rack inlet of the design weeks at it, °C. */
  readonly worstInletCelsius: number;
  /** False where even the coldest supply tried does not keep the limit. */
  readonly keepsLimit: boolean;
}

function* runs(siteAt: SiteAt, celsius: number, days: readonly number[], stepSeconds: number) {
  const { site, model } = siteAt(celsius);
  const { recommendedMaxCelsius } = ashraeLimits(site.ashraeClass);
  let worst = Number.NEGATIVE_INFINITY;
  let kWh = 0;
  for (const day of days) {
    const use: PeriodUse = yield* runPeriod(site, model, week(day, stepSeconds));
    worst = Math.max(worst, use.worstInletCelsius);
    kWh += use.energyKwh.facility;
  }
  return { worst, kWh, keeps: worst <= recommendedMaxCelsius - INLET_MARGIN_KELVIN };
}

/** The highest fixed supply temperature that keeps every rack under the recommended limit less the margin in a hot week. */
export function* safeSetpoint(siteAt: SiteAt, stepSeconds: number): Generator<number, FoundSetpoint, void> {
  const celsius = (n: number) => LOWEST_CELSIUS + n * FINE_KELVIN;
  let low = 0;
  let high = Math.round((HIGHEST_CELSIUS - LOWEST_CELSIUS) / FINE_KELVIN) + 1;
  let { worst, keeps } = yield* runs(siteAt, celsius(0), [SUMMER_DAY], stepSeconds);
  if (!keeps) return { supplyCelsius: celsius(0), worstInletCelsius: worst, keepsLimit: false };
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const tried = yield* runs(siteAt, celsius(middle), [SUMMER_DAY], stepSeconds);
    if (tried.keeps) {
      low = middle;
      worst = tried.worst;
    } else high = middle;
  }
  return { supplyCelsius: celsius(low), worstInletCelsius: worst, keepsLimit: true };
}

/**
 * The fixed supply temperature with the least energy of the facility in a week of each season, among those that keep the
 * limit: the highest one is not the cheapest where fans pay for it.
 */
export function* bestSetpoint(siteAt: SiteAt, stepSeconds: number): Generator<number, FoundSetpoint, void> {
  let best: FoundSetpoint | null = null;
  let least = Number.POSITIVE_INFINITY;
  let coldest: FoundSetpoint | null = null;
  for (let supplyCelsius = LOWEST_CELSIUS; supplyCelsius <= HIGHEST_CELSIUS; supplyCelsius += COARSE_KELVIN) {
    const { worst, kWh, keeps } = yield* runs(siteAt, supplyCelsius, DESIGN_DAYS, stepSeconds);
    const found = { supplyCelsius, worstInletCelsius: worst, keepsLimit: keeps };
    coldest ??= found;
    if (keeps && kWh < least) {
      least = kWh;
      best = found;
    }
  }
  return best ?? coldest!;
}
