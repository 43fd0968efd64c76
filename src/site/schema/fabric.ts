import { z } from 'zod';

export const CONSTRUCTION_NAMES = [
  'none',
  'concrete-slab',
  'raised-floor-panel',
  'masonry',
  'plasterboard',
  'sandwich-panel',
  'ceiling-tile',
] as const;

/** What a surface of the room is made of; the layers and their sources stand with the engine's mass model. */
export const construction = z
  .enum(CONSTRUCTION_NAMES)
  .describe('What the surface is made of; none: it takes up no heat.');

/** Thermal mass of the room's surfaces. It delays heat-up and cool-down and leaves steady states as they are. */
export const fabric = z
  .strictObject({
    floor: construction.describe('What the floor is made of; none: it takes up no heat.'),
    walls: construction.describe('What walls and obstacles are made of; none: they take up no heat.'),
    ceiling: construction.describe('What the ceiling is made of; none: it takes up no heat.'),
  })
  .describe('Thermal mass of floor, walls and ceiling. Absent: none, so that heat-up is faster than in a real room.');

export type Construction = z.infer<typeof construction>;
export type Fabric = z.infer<typeof fabric>;
