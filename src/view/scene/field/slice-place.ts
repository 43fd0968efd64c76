import type { Room } from '../../../site/schema/room';
import type { SliceAxis } from '../../../store/view-options';

/** Length of the room along an axis, m. */
export function roomLength(room: Room, axis: SliceAxis): number {
  return axis === 'x' ? room.width : axis === 'y' ? room.depth : room.height;
}
