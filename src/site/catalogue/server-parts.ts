import { z } from 'zod';

const celsius = z.number().min(-60).max(200);

/** A part of a server whose power is given by itself: processors, accelerators, memory, drives. */
const part = z.strictObject({
  name: z.string().min(1).max(60).describe('What it is.'),
  count: z.number().int().min(1).max(1000).describe('How many of them one server has.'),
  idleW: z.number().min(0).max(1e5).describe('Power of one while the server idles, W.'),
  peakW: z
    .number()
    .min(0)
    .max(1e5)
    .describe('Power of one at full load and highest frequency, W; the idle one for a constant load.'),
});

const conversion = z.strictObject({
  fixedW: z.number().min(0).max(1e4).describe('Loss without load, one server’s share, W.'),
  efficiency: z.number().min(0.5).max(1).describe('Output over what is left of the input after the fixed loss.'),
});

/**
 * Power from components: P = sum of idle + a f V² / (f0 V0²) (peak - idle), then each conversion in turn,
 * P := (P + fixed) / efficiency.
 */
export const components = z
  .strictObject({
    parts: z.array(part).min(1).max(30).describe('Parts that draw power.'),
    conversions: z
      .array(conversion)
      .max(6)
      .default([])
      .describe('Conversions between the parts and the wall, from the parts outwards.'),
  })
  .describe('Power from components, where no curve was measured. A power curve, if given as well, comes first.');

/** The hottest chips of a server and how they are cooled. */
export const chip = z
  .strictObject({
    cooling: z
      .enum(['air', 'liquid'])
      .describe('What takes the heat of the chips: air from the fans, or a cold plate.'),
    targetCelsius: celsius.describe(
      'Temperature at which the fans hold the hottest chip, °C. It sets the thermal resistance: at full load, nominal fan speed and 22 °C inlet the chip has this temperature.',
    ),
    throttleCelsius: celsius.describe('Chip temperature above which the clock is lowered, °C.'),
    shutdownCelsius: celsius.describe('Chip temperature at which the server switches itself off, °C.'),
    fixedResistanceShare: z
      .number()
      .min(0)
      .max(0.95)
      .describe('Share of the thermal resistance that air speed does not change (die, interface, spreader).'),
    heatCapacityJK: z
      .number()
      .positive()
      .max(1e6)
      .describe('Heat capacity of chips and heat sinks of one server, J/K.'),
    leakageShare: z
      .number()
      .min(0)
      .max(0.6)
      .describe('Leakage at the target temperature as a share of the power at full load.'),
    leakagePerKelvin: z.number().min(0).max(0.05).describe('Exponent of leakage with temperature, 1/K.'),
    coolantCelsius: celsius
      .optional()
      .describe('Liquid: temperature of the coolant at the cold plates, °C; 40 where absent.'),
    resistanceKW: z
      .number()
      .positive()
      .max(10)
      .optional()
      .describe(
        'Liquid: chip over coolant per watt of the whole server, K/W; such that full load reaches the target where absent.',
      ),
  })
  .describe('Chip temperatures and leakage. Where absent the assumptions of the server model hold.');

/** A state in which a server does no work. */
export const powerState = z.strictObject({
  powerW: z.number().min(0).max(1e5).describe('Wall power in this state, W.'),
  wakeSeconds: z.number().min(0).max(3600).describe('Time from the first work until it can do any, s.'),
});

export type ServerChip = z.infer<typeof chip>;
export type ServerComponents = z.infer<typeof components>;
