import { type Box, boxesOverlap, type Direction, faceDirection } from './footprint';
import type { PlanIndex } from './plan-index';
import type { CoolingUnit, GrilleFace } from './schema/cooling-unit';
import type { Rotation } from './schema/geometry';
import type { Rack } from './schema/rack';
import type { Room } from './schema/room';

/** A face that closes nearer than this cannot draw or give air: less than the finest air cell, m. */
export const LEAST_GAP = 0.1;
/** Less than this before most of a face chokes it in practice, m (assumption; aisles have 0.9 m or more). */
export const TIGHT_GAP = 0.3;
/** Share of a face that must be closed before it counts as blocked. */
export const BLOCKED_SHARE = 0.9;

/** Directions in which the equipment of a rack breathes; none while it is empty. */
export function rackBreathes({ contents, rotation }: Rack): Direction[] {
  return contents.length === 0 ? [] : directions(['front', 'rear'], rotation);
}

/** Directions in which a cooling unit takes air from the room or gives it there. */
export function unitBreathes({ supply, return: intake, rotation }: CoolingUnit): Direction[] {
  const faces: GrilleFace[] = [];
  if (supply.to === 'room') faces.push(supply.face);
  if (intake.from === 'room') faces.push(intake.face);
  return directions(faces, rotation);
}

function directions(faces: readonly GrilleFace[], rotation: Rotation): Direction[] {
  return [...new Set(faces)].map((face) => faceDirection(face, rotation));
}

/** The space in front of a face, `gap` metres deep. */
export function spaceBefore({ min, max }: Box, direction: Direction, gap: number): Box {
  const axis = direction[0] as 'x' | 'y' | 'z';
  return direction[1] === '+'
    ? { min: { ...min, [axis]: max[axis] }, max: { ...max, [axis]: max[axis] + gap } }
    : { min: { ...min, [axis]: min[axis] - gap }, max: { ...max, [axis]: min[axis] } };
}

/** What closes a face within a gap: the share of its area, and the solid that closes most of it (null: a wall). */
export interface Closure<Item> {
  share: number;
  by: Item | null;
}

/** How far the face of a box that looks in `direction` is closed by walls and solids within `gap` metres. */
export function closureOf<Item extends { readonly box: Box }>(
  box: Box,
  direction: Direction,
  gap: number,
  room: Room,
  solids: PlanIndex<Item>,
): Closure<Item> {
  const space = spaceBefore(box, direction, gap);
  if (beyondWall(space, direction, room)) return { share: 1, by: null };
  const [a, b] = (['x', 'y', 'z'] as const).filter((axis) => axis !== direction[0]) as ['x' | 'y', 'y' | 'z'];
  const area = (box.max[a] - box.min[a]) * (box.max[b] - box.min[b]);
  let closed = 0;
  let most = 0;
  let by: Item | null = null;
  solids.visitNear(space, (item) => {
    if (!boxesOverlap(item.box, space)) return true;
    const part = overlap(item.box, space, a) * overlap(item.box, space, b);
    closed += part;
    if (part > most) {
      most = part;
      by = item;
    }
    return closed < area;
  });
  return { share: area > 0 ? Math.min(1, closed / area) : 0, by };
}

function overlap(p: Box, q: Box, axis: 'x' | 'y' | 'z'): number {
  return Math.max(0, Math.min(p.max[axis], q.max[axis]) - Math.max(p.min[axis], q.min[axis]));
}

function beyondWall({ min, max }: Box, direction: Direction, { width, depth, height }: Room): boolean {
  const tolerance = 1e-6;
  switch (direction) {
    case 'x-':
      return min.x < -tolerance;
    case 'x+':
      return max.x > width + tolerance;
    case 'y-':
      return min.y < -tolerance;
    case 'y+':
      return max.y > depth + tolerance;
    case 'z-':
      return min.z < -tolerance;
    case 'z+':
      return max.z > height + tolerance;
  }
}
