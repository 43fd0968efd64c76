import { z } from 'zod';

const kilograms = z.number().min(0).max(10_000);

/** What a cooling unit weighs, for its part in heat-up and cool-down. Steady states are the same with and without. */
export const unitMass = z
  .strictObject({
    coilKg: kilograms
      .optional()
      .describe('Metal of the coil, kg: copper tubes and aluminium fins. Absent: with its water, by rated flow.'),
    coilWaterLitres: z.number().min(0).max(5_000).optional().describe('Water in the coil, l; counts with coilKg only.'),
    casingKg: kilograms.optional().describe('Sheet steel around the air, kg. Absent: none.'),
    valveSeconds: z
      .number()
      .min(0)
      .max(600)
      .optional()
      .describe('Lag of valve or compressor with its controller, s. Absent: 30 (assumption).'),
  })
  .describe('Masses of the unit; they delay what it takes from the air and what it gives to the loop.');

/** What a panel of an aisle enclosure is made of; thickness and values stand with the engine's mass model. */
export const panelMaterial = z
  .enum(['polycarbonate', 'glass', 'steel-sheet'])
  .describe('What its panels and doors are made of. Absent: they take up no heat.');

/** What lies under a raised floor and meets the supply air. */
export const plenumMass = z
  .strictObject({
    slab: z.enum(['concrete-slab', 'none']).default('concrete-slab').describe('The floor that the pedestals stand on.'),
    panels: z
      .enum(['raised-floor-panel', 'none'])
      .default('raised-floor-panel')
      .describe('The panels, as seen from below.'),
    steelKg: kilograms.optional().describe('Pedestals and stringers, kg. Absent: none.'),
    cableKg: z.number().min(0).max(1e6).optional().describe('Cable on trays under the floor, kg. Absent: none.'),
  })
  .describe('Thermal mass under the floor. Absent: none.');

export type UnitMass = z.infer<typeof unitMass>;
export type PanelMaterial = z.infer<typeof panelMaterial>;
export type PlenumMassSpec = z.infer<typeof plenumMass>;
