import { boxOfEntity, labelOf } from '../entity';
import type { Box } from '../footprint';
import type { Issue } from '../issue';
import { type Phrase, phrase, type Words } from '../phrase';
import { metresText } from '../quantity-text';
import type { Room } from '../schema/room';
import type { Site } from '../schema/site';
import { solidsOf } from '../solids';
import { error, type Rule } from './rule';

/** What may stick out before it counts as outside, m: rounding of positions written by other programs. */
export const ROOM_TOLERANCE = 1e-3;

/** True when the box lies in the room, walls included. */
export function insideRoom({ min, max }: Box, room: Room): boolean {
  return (
    min.x >= -ROOM_TOLERANCE &&
    min.y >= -ROOM_TOLERANCE &&
    min.z >= -ROOM_TOLERANCE &&
    max.x <= room.width + ROOM_TOLERANCE &&
    max.y <= room.depth + ROOM_TOLERANCE &&
    max.z <= room.height + ROOM_TOLERANCE
  );
}

/** Everything stands inside the room and is no taller than it; boxes have their corners in order. */
export const checkInsideRoom: Rule = (site) => {
  const issues: Issue[] = [];
  for (const { box, path, label } of solidsOf(site)) issues.push(...boxIssues(box, path, label, site));
  site.containments.forEach((containment, index) => {
    issues.push(...boxIssues(containment, `containments[${index}]`, labelOf(containment), site));
  });
  site.tiles.forEach((tile, index) => {
    issues.push(...boxIssues(boxOfEntity(site, 'tile', tile), `tiles[${index}]`, phrase`tile ${tile.id}`, site, true));
  });
  site.ceilingGrilles.forEach((grille, index) => {
    const box = boxOfEntity(site, 'ceilingGrille', grille);
    issues.push(...boxIssues(box, `ceilingGrilles[${index}]`, phrase`grille ${grille.id}`, site, true));
  });
  site.openings.forEach((opening, index) => {
    const box = boxOfEntity(site, 'opening', opening);
    if (insideRoom(box, site.room)) return;
    issues.push(
      error(
        'outside-room',
        `openings[${index}].centre`,
        phrase`${labelOf(opening)} reaches past the edge of its wall: ${extentText(box, site.room)}.`,
        'Move it or make it smaller.',
      ),
    );
  });
  site.sensors.forEach((sensor, index) => {
    const box = boxOfEntity(site, 'sensor', sensor);
    if (insideRoom(box, site.room)) return;
    issues.push(
      error(
        'outside-room',
        `sensors[${index}].position`,
        phrase`${labelOf(sensor)} is outside the room: ${extentText(box, site.room)}.`,
        'Move it into the room.',
      ),
    );
  });
  return issues;
};

function boxIssues(box: Box, path: string, label: Words, site: Site, flat = false): Issue[] {
  const axes = (['x', 'y', 'z'] as const).filter((axis) => !(flat && axis === 'z') && box.max[axis] <= box.min[axis]);
  if (axes.length > 0) {
    return [
      error(
        'empty-box',
        path,
        phrase`${label} has no extent along ${axes.join(', ')}: max must be greater than min.`,
        'Swap or correct its corners.',
      ),
    ];
  }
  if (insideRoom(box, site.room)) return [];
  const hint = millimetreHint(box);
  const height = box.max.z - box.min.z;
  if (height > site.room.height + ROOM_TOLERANCE) {
    return [
      error(
        'taller-than-room',
        path,
        phrase`${label} is ${metresText(height)} tall, the room ${metresText(site.room.height)}.`,
        hint ?? 'Make it lower, or the room higher.',
      ),
    ];
  }
  return [
    error(
      'outside-room',
      path,
      phrase`${label} is outside the room: ${extentText(box, site.room)}.`,
      hint ?? 'Move it into the room, or make the room larger.',
    ),
  ];
}

/** Which edges lie outside, and by how much. */
function extentText({ min, max }: Box, room: Room): Words {
  const sizes = { x: room.width, y: room.depth, z: room.height };
  const parts: Words[] = [];
  for (const axis of ['x', 'y', 'z'] as const) {
    const under = min[axis] < -ROOM_TOLERANCE;
    const over = max[axis] > sizes[axis] + ROOM_TOLERANCE;
    if (!under && !over) continue;
    const extent =
      min[axis] === max[axis] ? metresText(min[axis]) : phrase`${metresText(min[axis])} to ${metresText(max[axis])}`;
    parts.push(phrase`along ${axis} it lies at ${extent}, the room from 0 to ${metresText(sizes[axis])}`);
  }
  return parts.reduce((before, part) => phrase`${before}; ${part}`);
}

/** A rack of 600 is a rack of 0.6 m written in millimetres. */
function millimetreHint({ min, max }: Box): Phrase | null {
  const largest = Math.max(max.x - min.x, max.y - min.y, max.z - min.z);
  const smallest = Math.min(max.x - min.x, max.y - min.y, max.z - min.z);
  if (largest < 100 || smallest < 10) return null;
  return phrase`Lengths are in metres: ${metresText(largest)} looks like millimetres, write ${largest / 1000}.`;
}
