import { z } from 'zod';

const status = z
  .enum(['published', 'assumption'])
  .describe('published: read in the source named; assumption: chosen here, for the reason given.');

const provenance = z.strictObject({
  status,
  source: z.string().min(1).describe('Where the figure comes from, or why it was chosen.'),
});

const pState = z.strictObject({
  hertz: z.number().positive().describe('Clock frequency, Hz.'),
  volts: z.number().positive().describe('Core voltage at that frequency, V.'),
});

const fan = z.strictObject({
  ratedAirflowM3s: z.number().positive().describe('Air moved by one server with all fans at full speed, m³/s.'),
  ratedPowerW: z.number().min(0).describe('Electrical power of all its fans at full speed, W.'),
  minSpeed: z.number().min(0).max(1).describe('Lowest speed of the fans while the server is on, share of full speed.'),
  nominalSpeed: z
    .number()
    .min(0)
    .max(1)
    .describe('Speed at which the power curve was taken: the curve already holds the fan power of this speed.'),
});

const work = z.strictObject({
  unit: z.enum(['ssj_ops', 'GPU-s']).describe('Unit of useful computing.'),
  peakPerSecond: z
    .number()
    .positive()
    .nullable()
    .describe(
      'Useful computing at 100 % load, units a second. Null: not known, its load counts as a share of peak only.',
    ),
});

/** One kind of server as the simulation needs it, with the origin of every group of figures. */
export const serverTypeSchema = z.strictObject({
  id: z.string().min(1).max(80).describe('Name by which a site refers to it.'),
  name: z.string().min(1).max(80).describe('Label.'),
  kind: z
    .enum(['server', 'gpu-node', 'gpu-rack'])
    .describe('A server, a node of GPUs, or a whole rack sold as one unit.'),
  uSize: z.number().int().min(1).max(100).describe('Rack units that it fills.'),
  serversPerUSize: z.number().int().min(1).max(16).describe('Servers side by side in those units.'),
  powerCurveW: z
    .array(z.number().min(0))
    .length(11)
    .describe('Wall power of one server at 0, 10 ... 100 % load, W; linear in between.'),
  work,
  pStates: z.array(pState).min(1).describe('Frequencies and voltages, highest first.'),
  fan,
  massKg: z.number().positive().describe('Mass of one server, kg.'),
  specificHeatJKgK: z.number().positive().describe('Mean specific heat of its solid parts, J/(kg K).'),
  effectiveness: z
    .number()
    .min(0)
    .max(1)
    .describe('Heat exchange effectiveness between its mass and its air (VanGilder et al. 2013).'),
  lambda: z.number().min(0).max(1).describe('Share of the mass upstream of the heat (VanGilder et al. 2013).'),
  liquidFraction: z.number().min(0).max(1).describe('Share of its heat that leaves by liquid.'),
  status,
  source: z.string().min(1).describe('Origin of the power curve, the figure that matters most.'),
  figures: z
    .strictObject({
      power: provenance,
      work: provenance,
      pStates: provenance,
      fan: provenance,
      thermal: provenance,
      liquid: provenance,
    })
    .describe('Origin of each group of figures.'),
});

export type ServerType = z.infer<typeof serverTypeSchema>;
export type Provenance = z.infer<typeof provenance>;
