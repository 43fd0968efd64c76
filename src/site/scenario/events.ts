import { z } from 'zod';
import { entityId } from '../schema/geometry';
import { chillerTrip, fouling, pumpTrip, rejectionFault } from './plant-events';
import { breakerTrip, feedLoss } from './power-events';
import { when } from './when';

const runDownSeconds = z
  .number()
  .positive()
  .max(600)
  .optional()
  .describe(
    'Time in which a fan without drive falls from full to half speed, s: J w / torque at full speed. Where absent 10 s, an assumption.',
  );

const loopVolumeM3 = z
  .number()
  .min(0)
  .max(1000)
  .default(0)
  .describe('Water of the loop and its buffer tank that still circulates through the coils, m³.');

const rampSeconds = z
  .number()
  .min(0)
  .max(3600)
  .default(60)
  .describe('After repair, time from no cooling to all of it, s. Default is an assumption.');

const someUnits = z
  .array(entityId)
  .min(1)
  .max(2000)
  .optional()
  .describe('Cooling units concerned; where absent all of that medium.');

const unitTrip = z
  .strictObject({
    kind: z.literal('unit-trip'),
    ...when,
    unitId: entityId.describe('The cooling unit that trips.'),
    stops: z
      .enum(['unit', 'coil'])
      .default('unit')
      .describe('unit: coil and fans stop. coil: the fans go on and blow uncooled air.'),
    runDownSeconds,
    rampSeconds,
  })
  .describe('A cooling unit trips.');

const fanTrip = z
  .strictObject({
    kind: z.literal('fan-trip'),
    ...when,
    unitId: entityId.describe('The cooling unit whose fans lose their drive.'),
    runDownSeconds,
  })
  .describe('The fans of a cooling unit lose their drive and run down by their inertia; its coil stays cold.');

const chilledWaterLoss = z
  .strictObject({
    kind: z.literal('chilled-water-loss'),
    ...when,
    unitIds: someUnits,
    pumps: z
      .enum(['running', 'stopped'])
      .default('running')
      .describe('running: the water of the loop goes on to cool while it warms. stopped: only what is in the coils.'),
    loopVolumeM3,
    rampSeconds,
  })
  .describe(
    'The chillers stop; coils and circulating water are the only cold left. With a plant computed part by part and no units named, its own water is that store.',
  );

const compressorLoss = z
  .strictObject({ kind: z.literal('compressor-loss'), ...when, unitIds: someUnits, rampSeconds })
  .describe('The compressors of direct-expansion units stop; their fans go on.');

const powerLoss = z
  .strictObject({
    kind: z.literal('power-loss'),
    ...when,
    upsFans: z.boolean().default(false).describe('True: the fans of the cooling units are fed by the UPS and go on.'),
    upsPumps: z.boolean().default(false).describe('True: the pumps of the water loop are fed by the UPS and go on.'),
    upsCduPumps: z
      .boolean()
      .optional()
      .describe('False: the coolant pumps of the CDUs stop too. Where absent the UPS feeds them, an assumption.'),
    loopVolumeM3,
    generatorStartSeconds: z
      .number()
      .min(0)
      .max(3600)
      .optional()
      .describe('Time until a generator carries the load, s; where absent that of the site, or none.'),
    fanDelaySeconds: z
      .number()
      .min(0)
      .max(3600)
      .default(10)
      .describe('From power back to the restart of fans, s. Default is an assumption.'),
    coolingDelaySeconds: z
      .number()
      .min(0)
      .max(7200)
      .default(120)
      .describe('From power back to the restart of chillers and compressors, s. Default is an assumption.'),
    rampSeconds: z
      .number()
      .min(0)
      .max(3600)
      .default(180)
      .describe('From restart to full cooling, s. Default is an assumption.'),
    runDownSeconds,
  })
  .describe(
    'The grid fails: chillers and compressors stop, fans and pumps unless the UPS feeds them. IT rides on the battery of the site, then on its generator, else goes dark; where the site describes neither it goes on.',
  );

const doorOpen = z
  .strictObject({
    kind: z.literal('door-open'),
    ...when,
    containmentId: entityId.describe('The containment whose doors are left open.'),
  })
  .describe('The doors of a containment are left open.');

const tileRemoved = z
  .strictObject({ kind: z.literal('tile-removed'), ...when, tileId: entityId.describe('The tile that is lifted.') })
  .describe('A floor tile is lifted: an open hole takes its place.');

const tileBlocked = z
  .strictObject({ kind: z.literal('tile-blocked'), ...when, tileId: entityId.describe('The tile that is covered.') })
  .describe('A floor tile is covered: no air passes.');

const blankingRemoved = z
  .strictObject({
    kind: z.literal('blanking-removed'),
    ...when,
    rackId: entityId.describe('The rack that loses its blanking panels.'),
  })
  .describe('The blanking panels of a rack are taken out: its empty units let air through either way.');

export const failureEvent = z
  .discriminatedUnion('kind', [
    unitTrip,
    fanTrip,
    chilledWaterLoss,
    compressorLoss,
    powerLoss,
    chillerTrip,
    pumpTrip,
    rejectionFault,
    fouling,
    feedLoss,
    breakerTrip,
    doorOpen,
    tileRemoved,
    tileBlocked,
    blankingRemoved,
  ])
  .describe('Something that fails, when, and when it is repaired.');

export type FailureEvent = z.infer<typeof failureEvent>;
export type FailureEventInput = z.input<typeof failureEvent>;
export type FailureKind = FailureEvent['kind'];

export const FAILURE_KINDS = [
  'unit-trip',
  'fan-trip',
  'chilled-water-loss',
  'compressor-loss',
  'power-loss',
  'chiller-trip',
  'pump-trip',
  'rejection-fault',
  'fouling',
  'feed-loss',
  'breaker-trip',
  'door-open',
  'tile-removed',
  'tile-blocked',
  'blanking-removed',
] as const satisfies readonly FailureKind[];
