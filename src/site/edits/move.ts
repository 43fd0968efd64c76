import type { EntityKind, EntityOf, EntityRef } from '../entity';
import type { Point } from '../schema/geometry';
import type { Site } from '../schema/site';
import { tidy } from './coordinates';
import { mapEntities } from './map-entities';

/** How far to move, m. z is for what hangs or floats: sensors, obstacles, openings, hung units. */
export interface Shift {
  x: number;
  y: number;
  z?: number;
}

/** The site with the entities moved by `shift`. */
export function moveEntities(site: Site, refs: readonly EntityRef[], shift: Shift): Site {
  if (shift.x === 0 && shift.y === 0 && (shift.z ?? 0) === 0) return site;
  return mapEntities(site, refs, (kind, entity) => moved(kind, entity, shift));
}

/** One entity moved; what stands on the floor or lies in it keeps its height. */
export function moved<Kind extends EntityKind>(kind: Kind, entity: EntityOf<Kind>, shift: Shift): EntityOf<Kind> {
  const any: EntityOf<EntityKind> = entity;
  if ('min' in any)
    return { ...any, min: shiftedPoint(any.min, shift), max: shiftedPoint(any.max, shift) } as EntityOf<Kind>;
  if ('centre' in any) return { ...any, centre: shiftedPoint(any.centre, shift) } as EntityOf<Kind>;
  if (kind === 'sensor') {
    const sensor = any as EntityOf<'sensor'>;
    return { ...sensor, position: shiftedPoint(sensor.position, shift) } as EntityOf<Kind>;
  }
  const position = { x: tidy(any.position.x + shift.x), y: tidy(any.position.y + shift.y) };
  if (kind === 'coolingUnit' && (shift.z ?? 0) !== 0) {
    const unit = any as EntityOf<'coolingUnit'>;
    return { ...unit, position, base: tidy(unit.base + shift.z!) } as EntityOf<Kind>;
  }
  return { ...any, position } as EntityOf<Kind>;
}

function shiftedPoint(point: Point, shift: Shift): Point {
  return { x: tidy(point.x + shift.x), y: tidy(point.y + shift.y), z: tidy(point.z + (shift.z ?? 0)) };
}
