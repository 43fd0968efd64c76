import { z } from 'zod';
import { celsius, fraction, watts } from './geometry';
import { chilledWaterPlant, facilityWater } from './plant';
import { chainParts, upsParts } from './power-chain';

export const outdoor = z
  .strictObject({
    dryBulbCelsius: celsius.describe('Outdoor dry-bulb temperature, °C.'),
    wetBulbCelsius: celsius.optional().describe('Outdoor wet-bulb temperature, °C.'),
  })
  .describe('Outdoor conditions.');

export const electrical = z
  .strictObject({
    ups: z
      .strictObject({
        ratedW: watts.describe('Rated output, W.'),
        lossCoefficients: z
          .tuple([z.number().min(0), z.number().min(0), z.number().min(0)])
          .default([0.013, 0.006, 0.011])
          .describe('Loss as a share of the rating: a + b x + c x², x the load fraction. Default is an assumption.'),
        ...upsParts,
      })
      .optional()
      .describe('Uninterruptible power supply of the IT load.'),
    pduEfficiency: z
      .number()
      .min(0.5)
      .max(1)
      .default(0.98)
      .describe('Power distribution unit. Default is an assumption.'),
    otherLoadW: watts.default(0).describe('Lighting and other fixed load of the facility, W.'),
    ...chainParts,
  })
  .describe('Electrical chain between the grid and the IT load.');

export const plant = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('moore-cop') })
      .describe(
        'Chilled-water plant with COP = 0.0068 T² + 0.0008 T + 0.458 of the supply air temperature T °C (Moore et al. 2005); 10-30 °C.',
      ),
    z
      .strictObject({
        kind: z.literal('constant-cop'),
        cop: z.number().min(0.5).max(100).describe('Heat removed per unit of electricity.'),
      })
      .describe('A given coefficient of performance.'),
    chilledWaterPlant,
  ])
  .describe('What cools the water, or the condensers, of the cooling units.');

export const liquidLoop = z
  .strictObject({
    cop: z
      .number()
      .min(0.5)
      .max(200)
      .optional()
      .describe('Heat removed per unit of electricity, all of the loop included: pumps, dry coolers or chillers.'),
    facility: facilityWater.optional().describe('The loop part by part, in place of a cop.'),
  })
  .describe(
    'What takes away the heat that leaves racks by liquid. Where absent a constant-cop plant takes it; otherwise its power is not known.',
  );

export const workload = z
  .strictObject({
    demand: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('constant'),
          level: fraction.describe('Share of the peak throughput of the site.'),
        }),
        z.strictObject({
          kind: z.literal('diurnal'),
          mean: fraction.describe('Mean demand as a share of the peak throughput.'),
          amplitude: fraction.describe('Half the difference between peak hour and quiet hour.'),
          peakHour: z.number().min(0).max(24).default(15).describe('Hour of the day with the highest demand.'),
          noise: fraction
            .default(0)
            .describe('Standard deviation of the slow random part (1-minute correlation), share of peak.'),
        }),
        z.strictObject({
          kind: z.literal('stepped'),
          steps: z
            .array(
              z.strictObject({
                atSeconds: z.number().min(0).max(1e9).describe('From this time on, s.'),
                level: fraction.describe('Share of the peak throughput.'),
              }),
            )
            .min(1)
            .describe('Levels in order of time.'),
          repeatSeconds: z
            .number()
            .positive()
            .max(1e9)
            .optional()
            .describe('Period after which the steps start again, s.'),
        }),
      ])
      .describe('Demand for computing over time.'),
    startHour: z.number().min(0).max(24).default(0).describe('Hour of the day at the start of a run.'),
    dispatcher: z
      .enum(['uniform', 'pack', 'coolest-inlet'])
      .default('uniform')
      .describe('How demand is spread over servers.'),
    governor: z
      .enum(['performance', 'powersave', 'ondemand', 'conservative', 'schedutil'])
      .default('performance')
      .describe('How each server chooses its frequency.'),
  })
  .describe('Useful computing asked of the site, and how it is placed.');

export type Electrical = z.infer<typeof electrical>;
export type Plant = z.infer<typeof plant>;
export type LiquidLoop = z.infer<typeof liquidLoop>;
export type Workload = z.infer<typeof workload>;
export type Outdoor = z.infer<typeof outdoor>;
