import { z } from 'zod';
import { entityId, fraction, watts } from './geometry';

/** What lies between the grid and the sockets in a rack, outermost last. */
export const LOSS_PARTS = ['rack-pdu', 'pdu', 'ups', 'switchgear', 'transformer'] as const;

const joules = z.number().min(0).max(1e15);
const seconds = z.number().min(0).max(1e6);

export const lossCoefficients = z.tuple([z.number().min(0), z.number().min(0), z.number().min(0)]);

const battery = z
  .strictObject({
    usableJ: joules.describe('Energy that it gives at the rated load of the UPS, J (3.6e6 J are 1 kWh).'),
    peukertExponent: z
      .number()
      .min(1)
      .max(1.5)
      .default(1)
      .describe(
        'Above 1, a gentler discharge gives more energy: (P / P_rated)^(k - 1). Lithium about 1, lead-acid about 1.1 to 1.3. Default is an assumption.',
      ),
    rechargeW: watts.optional().describe('Power taken to recharge it, W; a tenth of the rated load where absent.'),
    rechargeEfficiency: z
      .number()
      .min(0.3)
      .max(1)
      .default(0.9)
      .describe('Share of the recharging energy that it keeps. Default is an assumption.'),
  })
  .describe('Battery of the UPS. Where absent the UPS carries the load without end, as long as nothing else is known.');

/** Fields of a UPS beside its rating and its loss curve. All may be absent: then it is one module. */
export const upsParts = {
  modules: z
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('Modules on each side, which share the load evenly; ratedW is that of one module. One where absent.'),
  redundancy: z
    .enum(['N', 'N+1', '2N'])
    .optional()
    .describe('N: every module is needed. N+1: one may fail. 2N: a second UPS of the same size feeds side B.'),
  mode: z
    .enum(['double-conversion', 'eco'])
    .optional()
    .describe(
      'eco: the load hangs on the grid past the converters while the grid is good. Double conversion where absent.',
    ),
  ecoLossCoefficients: lossCoefficients
    .optional()
    .describe(
      'Loss in eco mode as a share of the rating: a + b x + c x². Where absent 0.004, 0.002, 0.004, an assumption.',
    ),
  battery: battery.optional(),
};

export const psu = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('80plus'),
        grade: z.enum(['bronze', 'silver', 'gold', 'platinum', 'titanium']).describe('80 PLUS grade, 230 V internal.'),
        supplies: z
          .enum(['one', 'two'])
          .default('two')
          .describe('two: a pair that shares the load, each able to carry it alone.'),
        ratedOverPeak: z
          .number()
          .min(0.5)
          .max(5)
          .default(1.5)
          .describe('Rating of one supply over the peak power of its server. Default is an assumption.'),
      })
      .describe('Supplies at the certified efficiencies of an 80 PLUS grade.'),
    z
      .strictObject({
        kind: z.literal('affine'),
        standingW: watts.describe('Added to the output before the efficiency applies, W.'),
        efficiency: z.number().min(0.5).max(1).describe('Output plus standing power over input.'),
      })
      .describe('Input = (output + standing power) / efficiency.'),
  ])
  .describe(
    'Power supplies of the equipment. Measured power curves are taken at the wall: this tells their loss apart, it adds none.',
  );

const rackPdu = z
  .strictObject({
    feedRatedW: watts.describe('Rating of the breaker of each feed of a rack, W.'),
    lossShare: fraction
      .default(0.01)
      .describe('Loss at the rating as a share of it; falls with the square of the load. Default is an assumption.'),
  })
  .describe('Strips and cables in each rack.');

const pdu = z
  .strictObject({
    count: z.number().int().min(1).max(500).describe('Units on each side; racks are shared out among them in order.'),
    ratedW: watts.describe('Rated output of one unit, W.'),
    lossCoefficients: lossCoefficients
      .default([0.0025, 0, 0.02])
      .describe(
        'Loss as a share of the rating: a + b x + c x². Default: a dry transformer of 98.6 % at 35 % load (10 CFR 431.196, from memory).',
      ),
  })
  .describe('Floor distribution units with a transformer. Where given they replace pduEfficiency.');

const transformer = z
  .strictObject({
    ratedW: watts.describe('Rated output, W.'),
    noLoadShare: fraction.default(0.0007).describe('Iron loss as a share of the rating, drawn at any load.'),
    fullLoadShare: fraction.default(0.0076).describe('Copper loss at the rating; falls with the square of the load.'),
  })
  .describe(
    'Main transformer of the facility. Default losses: 1000 kVA of tier 2 of Regulation (EU) 548/2014, from memory.',
  );

const switchgear = z
  .strictObject({
    ratedW: watts.describe('Rating of its main breaker, W.'),
    lossShare: fraction.default(0.002).describe('Loss at the rating, square in the load. Default is an assumption.'),
  })
  .describe('Main switchboard and busbars.');

const generator = z
  .strictObject({
    ratedW: watts.describe('Rated output, W.'),
    startSeconds: seconds.default(10).describe('From the loss of the grid to carrying the load, s (NFPA 110 type 10).'),
    fuelJ: joules.optional().describe('Electricity that a full tank gives, J; without end where absent.'),
  })
  .describe('Standby generator for the whole facility.');

const capping = z
  .strictObject({
    rackW: watts.optional().describe('Highest power of each rack, W; a rack may have its own.'),
    roomW: watts.optional().describe('Highest IT power of the room, W.'),
  })
  .describe('Power capping: servers are slowed down so that these are kept.');

const lossInRoom = z.strictObject({
  part: z.enum(LOSS_PARTS).describe('Whose loss heats the room.'),
  obstacleId: entityId
    .optional()
    .describe(
      'The obstacle that houses it: the heat goes to the air around it. Where absent, to all the air of the room.',
    ),
});

/** The parts of the electrical chain beyond UPS and PDU efficiency; all may be absent. */
export const chainParts = {
  psu: psu.optional(),
  feeds: z
    .enum(['single', 'a-b'])
    .optional()
    .describe('a-b: every rack hangs on two feeds and draws half from each. single where absent.'),
  rackPdu: rackPdu.optional(),
  pdu: pdu.optional(),
  switchgear: switchgear.optional(),
  transformer: transformer.optional(),
  generator: generator.optional(),
  capping: capping.optional(),
  continuousShare: fraction
    .optional()
    .describe(
      'Share of a breaker rating that may be drawn continuously. 0.8 where absent, the rule of NEC 210.20 and 215.3 (from memory); 1 where breakers are rated for it.',
    ),
  breakerClass: z
    .enum(['B', 'C', 'D'])
    .optional()
    .describe(
      'Class of the breakers of racks and floor units (IEC 60898-1): given, overload trips them in its time. Where absent they do so (as C) only while a failure of power is played; else overload is an alarm.',
    ),
  itRestartSeconds: seconds
    .optional()
    .describe('From power back to computing again, s. 300 where absent, an assumption.'),
  lossesInRoom: z
    .array(lossInRoom)
    .max(20)
    .optional()
    .describe('Losses that heat the room; all others stay outside it.'),
};

/** How one rack is fed. */
export const rackFeed = z
  .strictObject({
    feeds: z.enum(['both', 'a', 'b']).default('both').describe('Feeds that it hangs on where the site has two.'),
    feedRatedW: watts
      .optional()
      .describe('Rating of the breaker of each of its feeds, W; that of the site where absent.'),
    capW: watts.optional().describe('Highest power of the rack, W; that of the site where absent.'),
  })
  .describe('How the rack is fed.');

export type LossPart = (typeof LOSS_PARTS)[number];
export type PowerSupply = z.infer<typeof psu>;
export type RackFeed = z.infer<typeof rackFeed>;
