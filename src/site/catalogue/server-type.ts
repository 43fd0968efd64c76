import { z } from 'zod';
import { chip, components, powerState } from './server-parts';

const status = z
  .enum(['published', 'assumption'])
  .describe('published: read in the source named; assumption: chosen here, for the reason given.');

const provenance = z.strictObject({
  status,
  source: z.string().min(1).max(1000).describe('Where the figure comes from, or why it was chosen.'),
});

const pState = z.strictObject({
  hertz: z.number().positive().describe('Clock frequency, Hz.'),
  volts: z.number().positive().describe('Core voltage at that frequency, V.'),
});

const fan = z.strictObject({
  ratedAirflowM3s: z.number().positive().describe('Air moved by one server with all fans at full speed, m³/s.'),
  ratedPowerW: z.number().min(0).describe('Electrical power of all its fans at full speed, W.'),
  minSpeed: z
    .number()
    .min(0.05)
    .max(1)
    .describe('Lowest speed of the fans while the server is on, share of full speed.'),
  nominalSpeed: z
    .number()
    .min(0.05)
    .max(1)
    .describe('Speed at which the power curve was taken: the curve already holds the fan power of this speed.'),
  powerExponent: z
    .number()
    .min(2)
    .max(3.5)
    .optional()
    .describe('Fan power follows speed to this exponent; 3, the affinity law, where absent.'),
  hotZoneShare: z
    .number()
    .min(0.1)
    .max(1)
    .optional()
    .describe(
      'Share of the fans that cool the hottest components; 0.6 where absent. Counts where fans are controlled by zone.',
    ),
  coolZoneSpeed: z
    .number()
    .min(0.1)
    .max(1)
    .optional()
    .describe('Speed that the other fans need, over that of the hot zone; 0.6 where absent.'),
});

export const WORK_UNITS = ['ssj_ops', 'GPU-s', 'TFLOP', 'none'] as const;

const work = z.strictObject({
  unit: z
    .enum(WORK_UNITS)
    .describe(
      'Unit of useful computing: SPECpower operations, GPUs at full load for a second, 10¹² dense 16-bit floating-point operations; none for storage and switches, which serve the others.',
    ),
  peakPerSecond: z
    .number()
    .positive()
    .nullable()
    .describe(
      'Useful computing at 100 % load, units a second. Null: not known, its load counts as a share of peak only.',
    ),
});

const figures = z
  .strictObject({
    power: provenance.describe('Power curve or components.'),
    work: provenance.describe('Useful computing.'),
    pStates: provenance.describe('Frequencies and voltages.'),
    fan: provenance.describe('Fans.'),
    thermal: provenance.describe('Mass, heat capacity and heat exchange.'),
    liquid: provenance.describe('Share of the heat that leaves by liquid.'),
    chip: provenance.optional().describe('Chip temperatures, resistance and leakage.'),
    sleep: provenance.optional().describe('Idle, sleep and standby states.'),
    psu: provenance.optional().describe('Class of the power supplies.'),
  })
  .describe('Origin of each group of figures.');

/** One kind of server as the simulation needs it, with the origin of every group of figures. */
export const serverTypeSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, 'use 1-80 letters, digits, dots, dashes or underscores')
      .describe('Name by which a site refers to it.'),
    name: z.string().min(1).max(80).describe('Label.'),
    kind: z
      .enum(['server', 'gpu-node', 'gpu-rack', 'storage', 'switch'])
      .describe('A server, a node of GPUs, a whole rack sold as one unit, a storage shelf or a network switch.'),
    uSize: z.number().int().min(1).max(100).describe('Rack units that it fills.'),
    serversPerUSize: z.number().int().min(1).max(16).describe('Servers side by side in those units.'),
    powerCurveW: z
      .array(z.number().min(0).max(1e7))
      .length(11)
      .optional()
      .describe('Wall power of one server at 0, 10 ... 100 % load, W; linear in between.'),
    components: components.optional(),
    work: work.describe('Useful computing of one server.'),
    pStates: z.array(pState).min(1).max(16).describe('Frequencies and voltages, highest first.'),
    fan: fan.describe('Fans of one server.'),
    chip: chip.optional(),
    idleState: powerState
      .optional()
      .describe('Deeper idle state that it may enter while it has no work at all; none where absent.'),
    sleepState: powerState.optional().describe('Sleep state (suspended to memory); none where absent.'),
    standbyW: z
      .number()
      .min(0)
      .max(1e5)
      .optional()
      .describe('Power while it is switched off but plugged in, W; 5 where absent.'),
    psuClass: z
      .enum(['none', 'bronze', 'silver', 'gold', 'platinum', 'titanium'])
      .optional()
      .describe('80 PLUS class of its power supplies. The power curve is wall power: their loss is within it.'),
    massKg: z.number().positive().max(1e5).describe('Mass of one server, kg.'),
    specificHeatJKgK: z.number().positive().max(5000).describe('Mean specific heat of its solid parts, J/(kg K).'),
    effectiveness: z
      .number()
      .min(0)
      .max(1)
      .describe('Heat exchange effectiveness between its mass and its air (VanGilder et al. 2013).'),
    lambda: z.number().min(0).max(1).describe('Share of the mass upstream of the heat (VanGilder et al. 2013).'),
    liquidFraction: z.number().min(0).max(1).describe('Share of its heat that leaves by liquid.'),
    status,
    source: z.string().min(1).max(1000).describe('Origin of the power curve, the figure that matters most.'),
    figures,
  })
  .superRefine((type, context) => {
    if (type.powerCurveW === undefined && type.components === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['powerCurveW'],
        message: `${type.id} has neither a power curve nor components: give the wall power at 0, 10 ... 100 % load, W`,
      });
    }
    for (const [n, state] of type.pStates.entries()) {
      if (n === 0 || state.hertz < type.pStates[n - 1]!.hertz) continue;
      context.addIssue({
        code: 'custom',
        path: ['pStates', n, 'hertz'],
        message: 'P-states run from the highest frequency to the lowest',
      });
    }
    const { throttleCelsius, shutdownCelsius } = type.chip ?? {};
    if (throttleCelsius !== undefined && shutdownCelsius !== undefined && shutdownCelsius <= throttleCelsius) {
      context.addIssue({
        code: 'custom',
        path: ['chip', 'shutdownCelsius'],
        message: `shutdown at ${shutdownCelsius} °C must lie above throttling at ${throttleCelsius} °C`,
      });
    }
  });

export type ServerType = z.infer<typeof serverTypeSchema>;
export type Provenance = z.infer<typeof provenance>;
