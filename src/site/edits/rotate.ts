import { boxOfEntity, type EntityKind, type EntityOf, type EntityRef, findEntity } from '../entity';
import type { PlanPosition, Rotation } from '../schema/geometry';
import type { Containment } from '../schema/room';
import type { Site } from '../schema/site';
import { tidy } from './coordinates';
import { mapEntities } from './map-entities';

/**
 * The site with the entities turned by quarter turns, anticlockwise seen from above, about `centre` (by default the
 * middle of what they cover together, so that one entity turns on the spot). Openings stay: they belong to a wall.
 */
export function rotateEntities(site: Site, refs: readonly EntityRef[], quarterTurns = 1, centre?: PlanPosition): Site {
  const turns = ((quarterTurns % 4) + 4) % 4;
  const pivot = centre ?? middleOf(site, refs);
  if (turns === 0 || pivot === null) return site;
  let result = site;
  for (let turn = 0; turn < turns; turn++) {
    result = mapEntities(result, refs, (kind, entity) => turnedOnce(kind, entity, pivot));
  }
  return result;
}

/** Middle of the plan area that the entities cover together; null when none is there. */
export function middleOf(site: Site, refs: readonly EntityRef[]): PlanPosition | null {
  let minX = Infinity;
  let maxX = -Infinity;
  let minY = Infinity;
  let maxY = -Infinity;
  for (const ref of refs) {
    const entity = findEntity(site, ref);
    if (entity === undefined) continue;
    const { min, max } = boxOfEntity(site, ref.kind, entity);
    minX = Math.min(minX, min.x);
    maxX = Math.max(maxX, max.x);
    minY = Math.min(minY, min.y);
    maxY = Math.max(maxY, max.y);
  }
  return minX === Infinity ? null : { x: (minX + maxX) / 2, y: (minY + maxY) / 2 };
}

function turnedOnce<Kind extends EntityKind>(kind: Kind, entity: EntityOf<Kind>, pivot: PlanPosition): EntityOf<Kind> {
  const turn = (at: PlanPosition): PlanPosition => ({
    x: tidy(pivot.x - (at.y - pivot.y)),
    y: tidy(pivot.y + (at.x - pivot.x)),
  });
  const any: EntityOf<EntityKind> = entity;
  switch (kind) {
    case 'opening':
      return entity;
    case 'sensor': {
      const sensor = any as EntityOf<'sensor'>;
      return { ...sensor, position: { ...turn(sensor.position), z: sensor.position.z } } as EntityOf<Kind>;
    }
    case 'containment':
    case 'obstacle': {
      const box = any as EntityOf<'containment' | 'obstacle'>;
      const a = turn(box.min);
      const b = turn(box.max);
      const min = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), z: box.min.z };
      const max = { x: Math.max(a.x, b.x), y: Math.max(a.y, b.y), z: box.max.z };
      return ('sides' in box ? { ...box, min, max, sides: turnedSides(box) } : { ...box, min, max }) as EntityOf<Kind>;
    }
    case 'tile':
    case 'ceilingGrille': {
      const panel = any as EntityOf<'tile'>;
      return { ...panel, position: turn(panel.position), width: panel.depth, depth: panel.width } as EntityOf<Kind>;
    }
    default: {
      const standing = any as EntityOf<'rack' | 'coolingUnit'>;
      const rotation = ((standing.rotation + 90) % 360) as Rotation;
      return { ...standing, position: turn(standing.position), rotation } as EntityOf<Kind>;
    }
  }
}

/** The sides of a box after a quarter turn: what looked along -y looks along +x, and so on. */
function turnedSides({ sides }: Containment): Containment['sides'] {
  return { xMax: sides.yMin, yMax: sides.xMax, xMin: sides.yMax, yMin: sides.xMin, roof: sides.roof };
}
