import { create } from 'zustand';
import type { Point } from '../../../site/schema/geometry';
import type { Room } from '../../../site/schema/room';
import type { ViewOptions } from '../../../store/view-options';
import type { Ray } from '../camera/view-bridge';
import { FLOOR_TINT_METRES } from '../field/floor-tint';
import { roomLength } from '../field/slice-place';
import { pointAt } from './pick';

/** A point of a coloured plane under the pointer: where it is shown, and where the air is read. */
export interface Probe {
  shown: Point;
  sampled: Point;
}

/** What the pointer reads off the slice or the tinted floor. */
export const useProbe = create<{ probe: Probe | null }>()(() => ({ probe: null }));

/** Where a ray meets the plane `axis = at` inside the room, and how far along; null when it does not. */
function planeHit(ray: Ray, axis: 'x' | 'y' | 'z', at: number, room: Room): { point: Point; distance: number } | null {
  const distance = (at - ray.origin[axis]) / ray.direction[axis];
  if (!Number.isFinite(distance) || distance <= 0) return null;
  const point = pointAt(ray, distance);
  const inside = (value: number, length: number) => value > -1e-6 && value < length + 1e-6;
  const inRoom = inside(point.x, room.width) && inside(point.y, room.depth) && inside(point.z, room.height);
  return inRoom ? { point, distance } : null;
}

/** What a line of sight reads: the slice where nothing stands before it, else the tinted floor where nothing stands. */
export function probeOf(
  ray: Ray,
  room: Room,
  options: Pick<ViewOptions, 'slice' | 'showFloorTint'>,
  obstacleDistance: number | null,
): Probe | null {
  const { slice } = options;
  if (slice.visible) {
    const hit = planeHit(ray, slice.axis, slice.position * roomLength(room, slice.axis), room);
    if (hit !== null && (obstacleDistance === null || hit.distance < obstacleDistance)) {
      return { shown: hit.point, sampled: hit.point };
    }
  }
  if (!options.showFloorTint || obstacleDistance !== null) return null;
  const floor = planeHit(ray, 'z', 0, room);
  return floor && { shown: floor.point, sampled: { ...floor.point, z: Math.min(FLOOR_TINT_METRES, room.height) } };
}
