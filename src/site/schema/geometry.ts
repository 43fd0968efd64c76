import { z } from 'zod';

/** Entity ids are stable names: letters, digits, dot, dash, underscore. */
export const entityId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'use 1-64 letters, digits, dots, dashes or underscores')
  .describe('Unique name of the entity within the site.');

const coordinate = z.number().min(-1000).max(1000);
const length = z.number().positive().max(1000);

export const planPosition = z
  .strictObject({
    x: coordinate.describe('Metres from the left wall.'),
    y: coordinate.describe('Metres from the front wall.'),
  })
  .describe('Centre of the footprint on the floor plan, m.');

export const point = z
  .strictObject({
    x: coordinate.describe('Metres from the left wall.'),
    y: coordinate.describe('Metres from the front wall.'),
    z: coordinate.describe('Metres above the finished floor (top of the raised floor where there is one).'),
  })
  .describe('A point in the room, m.');

export const rotation = z
  .union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])
  .describe('Quarter turns in degrees, anticlockwise seen from above. At 0 the front faces -y.');

export const boxSize = z
  .strictObject({
    width: length.describe('Metres across the front, before rotation.'),
    depth: length.describe('Metres from front to back, before rotation.'),
    height: length.describe('Metres from base to top.'),
  })
  .describe('Outer size, m.');

export const fraction = z.number().min(0).max(1);
export const airflow = z.number().min(0).max(10_000).describe('Volume flow, m³/s.');
export const celsius = z.number().min(-60).max(150).describe('Temperature, °C.');
export const watts = z.number().min(0).max(1e9).describe('Power, W.');

export type PlanPosition = z.infer<typeof planPosition>;
export type Point = z.infer<typeof point>;
export type Rotation = z.infer<typeof rotation>;
export type BoxSize = z.infer<typeof boxSize>;
