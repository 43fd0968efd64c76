import { z } from 'zod';
import { airflow, boxSize, celsius, entityId, fraction, planPosition, rotation, watts } from './geometry';
import { rearDoor } from './plant';
import { rackFeed } from './power-chain';

/** Where a chassis breathes, when it is not simply its U slots across the rack's width. */
const vent = z
  .strictObject({
    zMin: z.number().min(0).max(10).describe('Lower edge above the rack base, m.'),
    height: z.number().positive().max(10).describe('Height, m.'),
    width: z.number().positive().max(10).describe('Width, centred on the rack, m.'),
  })
  .describe('Inlet (front) and outlet (rear) opening. Default: the U slots it fills by 0.45 m.');

const slot = {
  id: entityId,
  uStart: z.number().int().min(1).max(100).describe('Lowest rack unit that it fills, 1 at the bottom.'),
  uSize: z.number().int().min(1).max(100).describe('Height in rack units.'),
  vent: vent.optional(),
};

/** Servers of a catalogue type: their power and flow follow the workload. */
const serverGroup = z.strictObject({
  kind: z.literal('servers'),
  ...slot,
  type: z.string().min(1).max(80).describe('Catalogue id of the server type.'),
  count: z.number().int().min(1).max(200).describe('How many servers of this type fill the slot.'),
  pinnedUtilisation: fraction
    .optional()
    .describe('Holds every server at this share of its peak throughput instead of the workload.'),
  liquidFraction: fraction
    .optional()
    .describe('Share of its heat that leaves by liquid, not by air; that of the catalogue type where absent.'),
  frequencyCap: fraction
    .optional()
    .describe('Highest frequency allowed as a share of the highest there is; no limit where absent.'),
  powerCapW: watts.optional().describe('Most power that each of them may draw, W; no limit where absent.'),
  heatSinkResistance: z
    .number()
    .min(0.3)
    .max(2)
    .optional()
    .describe('Thermal resistance of the heat sinks over that of the type; the setting of the site where absent.'),
});

/** Equipment with its power, flow and heat capacity given directly (a measured experiment, a load bank). */
const chassis = z.strictObject({
  kind: z.literal('chassis'),
  ...slot,
  powerW: watts.describe('Electrical power, all of it turned into heat, W.'),
  liquidFraction: fraction.default(0).describe('Share of its heat that leaves by liquid, not by air.'),
  airflowM3s: airflow.describe('Air drawn from front to rear, m³/s.'),
  heatCapacityJK: z.number().min(0).max(1e7).default(0).describe('Heat capacity of its solid parts, J/K.'),
  heatExchangeEffectiveness: fraction
    .default(0.8)
    .describe('Effectiveness of heat exchange between its mass and its air (VanGilder et al. 2013), 0-1.'),
  pinnedOutletCelsius: celsius.optional().describe('Pins the exhaust temperature, °C.'),
});

export const rackContent = z.discriminatedUnion('kind', [serverGroup, chassis]);

export const rack = z.strictObject({
  id: entityId,
  name: z.string().max(80).optional().describe('Label; the id where absent.'),
  position: planPosition,
  rotation: rotation.default(0),
  size: boxSize,
  uHeight: z.number().int().min(1).max(100).describe('Rack units inside.'),
  uBase: z.number().min(0).max(2).default(0.1).describe('Height of the bottom of unit 1 above the floor, m.'),
  contents: z.array(rackContent).max(100).describe('What fills it, by rack unit.'),
  blankingPanels: z
    .boolean()
    .default(true)
    .describe('True: empty units are closed. False: they are open from front to rear and air passes either way.'),
  frameMassKg: z
    .number()
    .min(0)
    .max(3000)
    .optional()
    .describe(
      'Mass of the rack without its equipment (frame, panels, doors, rails, busbars), kg: sheet steel that the exhaust air heats. Absent: none.',
    ),
  cableKg: z
    .number()
    .min(0)
    .max(1000)
    .optional()
    .describe('Cable in the exhaust air behind the equipment, kg. Absent: none.'),
  feed: rackFeed.optional(),
  rearDoor: rearDoor.optional(),
  underRackGap: z.number().min(0).max(0.3).default(0).describe('Open height under the rack from front to rear, m.'),
});

export type Vent = z.infer<typeof vent>;
export type ServerGroup = z.infer<typeof serverGroup>;
export type DirectChassis = z.infer<typeof chassis>;
export type RackContent = z.infer<typeof rackContent>;
export type Rack = z.infer<typeof rack>;
