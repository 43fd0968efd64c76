import { z } from 'zod';

export const CLIMATES = ['cool-maritime', 'continental', 'hot-humid', 'hot-dry'] as const;

/** Hours of a year as whole steps of a resolution, coded compactly; see `weather/hourly-code`. */
const code = z
  .string()
  .max(200_000)
  .regex(/^[A-Za-z0-9+/]*$/, 'is not an hourly series of this format');

export const weather = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('climate'),
      climate: z.enum(CLIMATES).describe('Climate of the synthetic year.'),
      seed: z
        .number()
        .int()
        .min(0)
        .max(2 ** 31)
        .default(1)
        .describe('Seed of its random part.'),
    }),
    z.strictObject({
      kind: z.literal('hourly'),
      name: z.string().max(120).describe('Place or file that it comes from.'),
      hours: z.union([z.literal(8760), z.literal(8784)]).describe('Hours of the year.'),
      dryBulb: code.describe('Dry bulb, tenths of °C.'),
      dewPoint: code.describe('Dew point, tenths of °C.'),
      pressure: code.describe('Pressure, tens of Pa.'),
    }),
  ])
  .describe('Outdoor air hour by hour; where given it takes the place of fixed outdoor conditions.');

export const gridCarbon = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('constant'),
      kgPerKWh: z.number().min(0).max(5).describe('Carbon dioxide of each kilowatt-hour from the grid, kg/kWh.'),
    }),
    z.strictObject({
      kind: z.literal('profile'),
      meanKgPerKWh: z.number().min(0).max(5).default(0.35).describe('Mean of the synthetic year, kg/kWh.'),
      solarShare: z
        .number()
        .min(0)
        .max(1)
        .default(0.3)
        .describe('How deep the noon of a summer day falls below the mean, as a share of it.'),
    }),
    z.strictObject({
      kind: z.literal('hourly'),
      name: z.string().max(120).describe('File that it comes from.'),
      hours: z.union([z.literal(8760), z.literal(8784)]).describe('Hours of the year.'),
      intensity: code.describe('Carbon intensity, g/kWh.'),
    }),
  ])
  .describe('Carbon intensity of the grid by the hour.');

export const tariffs = z
  .strictObject({
    currency: z.string().min(1).max(8).default('EUR').describe('Currency of the prices.'),
    electricityPerKWh: z.number().min(0).max(1e4).describe('Price of electricity, per kWh.'),
    peak: z
      .strictObject({
        perKWh: z.number().min(0).max(1e4).describe('Price in the peak hours, per kWh.'),
        fromHour: z.number().min(0).max(24).default(8).describe('First hour of the peak.'),
        untilHour: z.number().min(0).max(24).default(20).describe('Hour at which the peak ends.'),
      })
      .optional()
      .describe('Dearer hours of every day.'),
    waterPerM3: z.number().min(0).max(1e4).default(0).describe('Price of water, sewage included, per m³.'),
  })
  .describe('Prices of electricity and water.');

export type Weather = z.infer<typeof weather>;
export type GridCarbon = z.infer<typeof gridCarbon>;
export type Tariffs = z.infer<typeof tariffs>;
export type Climate = (typeof CLIMATES)[number];
