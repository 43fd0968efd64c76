import type { CoolingUnit, GrilleFace } from './schema/cooling-unit';
import type { BoxSize, PlanPosition, Point, Rotation } from './schema/geometry';
import type { Rack } from './schema/rack';

/** Axis-aligned box, m. */
export interface Box {
  min: Point;
  max: Point;
}

/** One of the six directions along the axes. */
export type Direction = 'x-' | 'x+' | 'y-' | 'y+' | 'z-' | 'z+';

/** Front, right, rear, left in turn: each is a quarter turn anticlockwise from the one before it. */
const anticlockwise: readonly Direction[] = ['y-', 'x+', 'y+', 'x-'];
const sideOrder: readonly GrilleFace[] = ['front', 'right', 'rear', 'left'];

/** Direction that a face of a box looks in, after rotation (at 0 the front looks along -y). */
export function faceDirection(face: GrilleFace, rotation: Rotation): Direction {
  if (face === 'top') return 'z+';
  if (face === 'bottom') return 'z-';
  return anticlockwise[(sideOrder.indexOf(face) + rotation / 90) % 4]!;
}

/** The box that a floor-standing or hung entity fills. */
export function boxOf(position: PlanPosition, rotation: Rotation, size: BoxSize, base = 0): Box {
  const turned = rotation === 90 || rotation === 270;
  const halfX = (turned ? size.depth : size.width) / 2;
  const halfY = (turned ? size.width : size.depth) / 2;
  return {
    min: { x: position.x - halfX, y: position.y - halfY, z: base },
    max: { x: position.x + halfX, y: position.y + halfY, z: base + size.height },
  };
}

export function rackBox(rack: Rack): Box {
  return boxOf(rack.position, rack.rotation, rack.size);
}

export function coolingUnitBox(unit: CoolingUnit): Box {
  return boxOf(unit.position, unit.rotation, unit.size, unit.base);
}

/** True when the boxes share volume; boxes that only touch within `tolerance` metres do not. */
export function boxesOverlap(a: Box, b: Box, tolerance = 1e-4): boolean {
  return (
    a.min.x < b.max.x - tolerance &&
    b.min.x < a.max.x - tolerance &&
    a.min.y < b.max.y - tolerance &&
    b.min.y < a.max.y - tolerance &&
    a.min.z < b.max.z - tolerance &&
    b.min.z < a.max.z - tolerance
  );
}
