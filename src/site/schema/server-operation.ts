import { z } from 'zod';

/** How catalogue servers are built and run, apart from their governor. Every choice can be compared with its opposite. */
export const serverOperation = z
  .strictObject({
    fanControl: z
      .enum(['inlet', 'chip'])
      .default('chip')
      .describe(
        'inlet: fan speed follows load and a slow reading of the inlet air; chip: a controller holds the chip temperature. Both rest at the same speed but for leakage.',
      ),
    fanZones: z
      .enum(['common', 'zoned'])
      .default('common')
      .describe(
        'common: all fans of a server turn at the speed that its hottest part needs; zoned: each zone at its own.',
      ),
    heatSinkResistance: z
      .number()
      .min(0.3)
      .max(2)
      .default(1)
      .describe('Thermal resistance of the heat sinks over that of the type: 1 as built, 0.8 an improved one.'),
    leakage: z
      .boolean()
      .default(true)
      .describe('True: leakage of the chips rises with their temperature, about the measured curve at 22 °C inlet.'),
    powerManagement: z
      .discriminatedUnion('mode', [
        z.strictObject({ mode: z.literal('off') }),
        z.strictObject({ mode: z.literal('idle') }),
        z.strictObject({
          mode: z.literal('sleep'),
          afterSeconds: z
            .number()
            .min(0)
            .max(86_400)
            .default(300)
            .describe('Time without work after which a server sleeps, s.'),
        }),
      ])
      .default({ mode: 'off' })
      .describe('What a server without work does: idle as measured, enter its deepest idle state, or sleep.'),
  })
  .describe(
    'How catalogue servers are built and run. Absent: fans by inlet, common, heat sinks as built, no leakage with temperature, no sleep.',
  );

export type ServerOperation = z.infer<typeof serverOperation>;
