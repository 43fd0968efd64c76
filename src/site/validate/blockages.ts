import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { ROOM_TOLERANCE } from './inside-room';
import { error, type Rule, warning } from './rule';

/** What lies under the raised floor has corners in order, lies in the room, and is seen by the plenum's model. */
export const checkBlockages: Rule = ({ raisedFloor, room }) => {
  const blockages = raisedFloor?.blockages ?? [];
  const issues: Issue[] = blockages.flatMap(({ min, max }, n): Issue[] => {
    const path = `raisedFloor.blockages[${n}]`;
    if (max.x <= min.x || max.y <= min.y) {
      return [
        error(
          'empty-blockage',
          path,
          phrase`Blockage ${n + 1} under the floor has no extent: max must be greater than min.`,
          'Swap or correct its corners.',
        ),
      ];
    }
    const inside =
      min.x >= -ROOM_TOLERANCE &&
      min.y >= -ROOM_TOLERANCE &&
      max.x <= room.width + ROOM_TOLERANCE &&
      max.y <= room.depth + ROOM_TOLERANCE;
    if (inside) return [];
    return [
      error(
        'blockage-outside-room',
        path,
        phrase`Blockage ${n + 1} under the floor reaches beyond the room.`,
        'Move it, or make it smaller.',
      ),
    ];
  });
  if (blockages.length > 0 && raisedFloor?.plenum !== 'two-dimensional') {
    issues.push(
      warning(
        'blockages-not-seen',
        'raisedFloor.blockages',
        'Blockages under the floor change nothing while one pressure is taken for the whole plenum.',
        'Set plenum to two-dimensional.',
      ),
    );
  }
  return issues;
};
