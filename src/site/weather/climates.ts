import type { Climate } from '../schema/weather';

/** What makes a synthetic year. Temperatures in °C, swings in K as half the span, days of the year, pressure in Pa. */
export interface ClimateRecipe {
  readonly meanCelsius: number;
  readonly seasonKelvin: number;
  readonly warmestDay: number;
  /** Half the span of a mean day at midsummer and at midwinter. */
  readonly summerDayKelvin: number;
  readonly winterDayKelvin: number;
  /** Standard deviation and memory of passing weather. */
  readonly weatherKelvin: number;
  readonly weatherDays: number;
  /** Dew point below the mean of the day: at midsummer, at midwinter. */
  readonly summerDepressionKelvin: number;
  readonly winterDepressionKelvin: number;
  readonly pressurePa: number;
}

/** Round figures after the climate classes Cfb, Dfb, Af/Am and BWh of Köppen: assumptions, not a place. */
export const CLIMATE_RECIPES: Readonly<Record<Climate, ClimateRecipe>> = {
  'cool-maritime': {
    meanCelsius: 9.5,
    seasonKelvin: 5.5,
    warmestDay: 208,
    summerDayKelvin: 4,
    winterDayKelvin: 2,
    weatherKelvin: 2.8,
    weatherDays: 3,
    summerDepressionKelvin: 4.5,
    winterDepressionKelvin: 2.2,
    pressurePa: 101_325,
  },
  continental: {
    meanCelsius: 8.5,
    seasonKelvin: 13,
    warmestDay: 202,
    summerDayKelvin: 5.5,
    winterDayKelvin: 3,
    weatherKelvin: 4.2,
    weatherDays: 4,
    summerDepressionKelvin: 6.5,
    winterDepressionKelvin: 3.5,
    pressurePa: 99_500,
  },
  'hot-humid': {
    meanCelsius: 27.3,
    seasonKelvin: 1.2,
    warmestDay: 140,
    summerDayKelvin: 3.4,
    winterDayKelvin: 3,
    weatherKelvin: 0.8,
    weatherDays: 3,
    summerDepressionKelvin: 3,
    winterDepressionKelvin: 3.4,
    pressurePa: 101_000,
  },
  'hot-dry': {
    meanCelsius: 22.5,
    seasonKelvin: 10.5,
    warmestDay: 203,
    summerDayKelvin: 7.5,
    winterDayKelvin: 6.5,
    weatherKelvin: 2.5,
    weatherDays: 4,
    summerDepressionKelvin: 24,
    winterDepressionKelvin: 11,
    pressurePa: 97_000,
  },
};
