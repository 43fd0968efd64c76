import { z } from 'zod';
import { serverTypeSchema } from '../catalogue/server-type';
import { coolingControl } from './control';
import { coolingUnit } from './cooling-unit';
import { electrical, liquidLoop, outdoor, plant, workload } from './energy';
import { rack } from './rack';
import { ceilingPlenum, containment, obstacle, opening, perforatedPanel, raisedFloor, room, sensor } from './room';
import { serverOperation } from './server-operation';
import { gridCarbon, tariffs, weather } from './weather';

/** Version of the document that this code writes. Older ones are migrated, newer ones refused. */
export const SITE_VERSION = 1;

const list = <T extends z.ZodType>(item: T, max: number, text: string) =>
  z.array(item).max(max).default([]).describe(text);

export const siteSchema = z
  .strictObject({
    format: z.literal('isotherm-site').describe('Marks the file as a site document.'),
    version: z.literal(SITE_VERSION).describe('Version of this format.'),
    name: z.string().min(1).max(120).describe('Name of the site.'),
    description: z.string().max(4000).default('').describe('What it is, and where its figures come from.'),
    ashraeClass: z
      .enum(['A1', 'A2', 'A3', 'A4', 'H1'])
      .default('A2')
      .describe('ASHRAE TC 9.9 class whose inlet limits apply.'),
    room,
    raisedFloor: raisedFloor.optional(),
    ceilingPlenum: ceilingPlenum.optional(),
    tiles: list(perforatedPanel, 20_000, 'Perforated floor tiles fed by the raised floor.'),
    ceilingGrilles: list(perforatedPanel, 20_000, 'Return grilles into the ceiling plenum.'),
    racks: list(rack, 5_000, 'Racks.'),
    coolingUnits: list(coolingUnit, 2_000, 'Cooling units.'),
    openings: list(opening, 1_000, 'Holes in the room box to the outside.'),
    containments: list(containment, 1_000, 'Aisle containment.'),
    obstacles: list(obstacle, 2_000, 'Solid boxes that block air.'),
    sensors: list(sensor, 5_000, 'Sensors and named probes.'),
    outdoor: outdoor.optional(),
    electrical: electrical.optional(),
    plant: plant.optional(),
    coolingControl: coolingControl.optional(),
    liquidLoop: liquidLoop.optional(),
    workload: workload.optional(),
    serverOperation: serverOperation.optional(),
    serverTypes: z
      .array(serverTypeSchema)
      .max(200)
      .optional()
      .describe('Server types of this site’s own; one with the id of a catalogue entry takes its place.'),
    weather: weather.optional(),
    gridCarbon: gridCarbon.optional(),
    tariffs: tariffs.optional(),
    startDay: z
      .number()
      .int()
      .min(1)
      .max(366)
      .optional()
      .describe('Day of the year at the start of a run; 1 where absent.'),
    floorGrid: z.number().min(0.01).max(5).default(0.6).describe('Pitch of the floor grid that racks snap to, m.'),
    cellSize: z
      .number()
      .min(0.02)
      .max(5)
      .optional()
      .describe('Size of the air cells, m; chosen from the geometry where absent.'),
  })
  .describe('An Isotherm site: SI units throughout, degrees Celsius for temperatures.');

export type Site = z.infer<typeof siteSchema>;
/** A site as written in a file: fields with defaults may be absent. */
export type SiteInput = z.input<typeof siteSchema>;
