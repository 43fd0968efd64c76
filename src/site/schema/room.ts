import { z } from 'zod';
import { fabric } from './fabric';
import { airflow, celsius, entityId, fraction, planPosition, point } from './geometry';
import { panelMaterial, plenumMass } from './thermal-mass';

const wallThermal = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('adiabatic') }),
    z.strictObject({ kind: z.literal('temperature'), celsius: celsius.describe('Surface temperature, °C.') }),
    z.strictObject({
      kind: z.literal('u-value'),
      wattsPerSquareMetreKelvin: z.number().min(0).max(20).describe('Overall heat transfer coefficient, W/(m² K).'),
      outsideCelsius: celsius.describe('Air temperature on the far side, °C.'),
    }),
  ])
  .describe('How walls, floor and ceiling exchange heat.');

export const room = z
  .strictObject({
    width: z.number().min(1).max(500).describe('Inner size along x, m.'),
    depth: z.number().min(1).max(500).describe('Inner size along y, m.'),
    height: z.number().min(1.5).max(30).describe('From finished floor to (suspended) ceiling, m.'),
    walls: wallThermal.default({ kind: 'adiabatic' }),
    fabric: fabric.optional(),
    dewPointCelsius: celsius
      .optional()
      .describe('Dew point of the room air, °C: sets the wet bulb at DX coils. Where absent 10 °C, an assumption.'),
    initialCelsius: celsius
      .default(22)
      .describe(
        'Air temperature that the room settles from before the clock starts, and the reference of buoyancy, °C.',
      ),
  })
  .describe('The room box.');

/** Something under the raised floor that air has to pass. */
const plenumBlockage = z.strictObject({
  min: planPosition.describe('Lower corner on the floor plan, m.'),
  max: planPosition.describe('Upper corner on the floor plan, m.'),
  share: fraction.describe('Share of the depth that it fills: 1 is a wall from slab to floor.'),
});

export const raisedFloor = z
  .strictObject({
    height: z.number().min(0.05).max(3).describe('Depth of the supply plenum below the finished floor, m.'),
    leakageFraction: fraction
      .default(0)
      .describe('Share of the air supplied to the plenum that enters the room through seams, spread over the floor.'),
    plenum: z
      .enum(['uniform', 'two-dimensional'])
      .optional()
      .describe(
        'uniform: one pressure under the whole floor. two-dimensional: pressure and flow under the floor are computed, tiles near a unit may starve. Uniform where absent.',
      ),
    blockages: z
      .array(plenumBlockage)
      .max(2_000)
      .optional()
      .describe('Cable trays, pipes and walls under the floor; the two-dimensional plenum flows around them.'),
    mass: plenumMass.optional(),
  })
  .describe('Underfloor supply plenum.');

export const ceilingPlenum = z
  .strictObject({ height: z.number().min(0.05).max(10).describe('Depth of the return plenum above the ceiling, m.') })
  .describe('Return plenum above a suspended ceiling.');

/** Floor tile or ceiling grille: a perforated rectangle that joins the room to a plenum. */
export const perforatedPanel = z.strictObject({
  id: entityId,
  position: planPosition,
  width: z.number().positive().max(10).default(0.6).describe('Along x, m.'),
  depth: z.number().positive().max(10).default(0.6).describe('Along y, m.'),
  openArea: fraction.describe('Open share of the gross area with the damper fully open.'),
  damper: fraction.default(1).describe('Damper opening: 1 open, 0 shut.'),
  airflowM3s: airflow.optional().describe('Pins the flow (m³/s) instead of the pressure law.'),
});

const surface = z
  .enum(['x-min', 'x-max', 'y-min', 'y-max', 'floor', 'ceiling'])
  .describe('The face of the room box that holds the opening.');

/** A hole in the room box to the outside: pinned flow, or free at ambient pressure. */
export const opening = z.strictObject({
  id: entityId,
  name: z.string().max(80).optional().describe('Label.'),
  surface,
  centre: point.describe('Centre of the opening; the coordinate normal to the surface is ignored.'),
  width: z.number().positive().max(500).describe('Along x (along y for x-min and x-max), m.'),
  height: z.number().positive().max(500).describe('Along z (along y for floor and ceiling), m.'),
  flow: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('pinned'),
        airflowM3s: z.number().min(-10_000).max(10_000).describe('Volume flow, m³/s: positive into the room.'),
      }),
      z.strictObject({
        kind: z.literal('free'),
        lossCoefficient: z
          .number()
          .min(0)
          .max(10_000)
          .default(2.7)
          .describe('K in dp = K rho v²/2; 2.7 for a sharp-edged hole.'),
      }),
    ])
    .describe('Pinned flow, or free at outside pressure.'),
  celsius: celsius.describe('Temperature of air that enters, °C.'),
});

export const obstacle = z.strictObject({
  id: entityId,
  name: z.string().max(80).optional().describe('Label.'),
  min: point.describe('Lower corner, m.'),
  max: point.describe('Upper corner, m.'),
});

const side = z.enum(['open', 'panel', 'door']).describe('open, a fixed panel, or a door (a panel that can be opened).');

/** An aisle box of thin panels. Panels that meet a rack's vents leave the vents free. */
export const containment = z.strictObject({
  id: entityId,
  name: z.string().max(80).optional().describe('Label.'),
  kind: z.enum(['hot-aisle', 'cold-aisle']).describe('Which aisle it encloses.'),
  min: point.describe('Lower corner of the enclosed aisle, m.'),
  max: point.describe('Upper corner of the enclosed aisle, m.'),
  sides: z
    .strictObject({ xMin: side, xMax: side, yMin: side, yMax: side, roof: side })
    .describe('What closes each side.'),
  openDoors: z.boolean().default(false).describe('True: its doors stand open.'),
  panels: panelMaterial.optional(),
  leakageArea: fraction.default(0.02).describe('Open share of each panel and shut door (seams, brushes).'),
});

export const sensor = z.strictObject({
  id: entityId,
  name: z.string().max(80).optional().describe('Label.'),
  position: point,
});

export type Room = z.infer<typeof room>;
export type PerforatedPanel = z.infer<typeof perforatedPanel>;
export type Opening = z.infer<typeof opening>;
export type Obstacle = z.infer<typeof obstacle>;
export type Containment = z.infer<typeof containment>;
export type Sensor = z.infer<typeof sensor>;
