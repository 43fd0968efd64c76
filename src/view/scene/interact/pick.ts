import { boxOfEntity, ENTITY_KINDS, type EntityKind, type EntityRef, entitiesOf } from '../../../site/entity';
import type { Box } from '../../../site/footprint';
import type { Point } from '../../../site/schema/geometry';
import type { Site } from '../../../site/schema/site';
import type { Ray } from '../camera/view-bridge';

export interface Hit {
  ref: EntityRef;
  /** Along the line of sight, m. */
  distance: number;
  point: Point;
}

interface Pickable {
  ref: EntityRef;
  box: Box;
}

/** Thin things are made this thick to be hit, m to each side. */
const THICKNESS: Partial<Record<EntityKind, number>> = {
  tile: 0.015,
  ceilingGrille: 0.015,
  opening: 0.04,
  sensor: 0.09,
};

const pickables = new WeakMap<Site, Pickable[]>();

function pickablesOf(site: Site): Pickable[] {
  let list = pickables.get(site);
  if (list === undefined) {
    list = ENTITY_KINDS.flatMap((kind) =>
      entitiesOf(site, kind).map((entity) => ({
        ref: { kind, id: entity.id },
        box: grown(boxOfEntity(site, kind, entity), THICKNESS[kind] ?? 0),
      })),
    );
    pickables.set(site, list);
  }
  return list;
}

function grown({ min, max }: Box, by: number): Box {
  if (by === 0) return { min, max };
  return { min: { x: min.x - by, y: min.y - by, z: min.z - by }, max: { x: max.x + by, y: max.y + by, z: max.z + by } };
}

/** Distance along a ray to a box, m; null when it misses. 0 from inside. */
export function hitBox({ origin, direction }: Ray, { min, max }: Box): number | null {
  let near = 0;
  let far = Number.POSITIVE_INFINITY;
  for (const axis of ['x', 'y', 'z'] as const) {
    const inverse = 1 / direction[axis];
    const a = (min[axis] - origin[axis]) * inverse;
    const b = (max[axis] - origin[axis]) * inverse;
    // A ray within a slab that it runs along gives NaN on its edge; it stays inside.
    near = Math.max(near, Number.isNaN(a) ? near : Math.min(a, b));
    far = Math.min(far, Number.isNaN(b) ? far : Math.max(a, b));
  }
  return near <= far ? near : null;
}

/** Walls whose outside faces the viewer are cut away, and what hangs on them with them. */
function isCutAway(ref: EntityRef, box: Box, ray: Ray, site: Site): boolean {
  if (ref.kind !== 'opening') return false;
  const { width, depth } = site.room;
  if (box.max.x < 0.1) return ray.direction.x > 0;
  if (box.min.x > width - 0.1) return ray.direction.x < 0;
  if (box.max.y < 0.1) return ray.direction.y > 0;
  if (box.min.y > depth - 0.1) return ray.direction.y < 0;
  return false;
}

export interface PickOptions {
  ceiling: boolean;
  containment: boolean;
}

/**
 * What a line of sight meets first. Containment is glass: it is met only where nothing else is behind it.
 */
export function pickEntity(site: Site, ray: Ray, options: PickOptions): Hit | null {
  let best: { ref: EntityRef; distance: number } | null = null;
  let glass: { ref: EntityRef; distance: number } | null = null;
  for (const { ref, box } of pickablesOf(site)) {
    if (ref.kind === 'ceilingGrille' && !options.ceiling) continue;
    if (ref.kind === 'containment' && !options.containment) continue;
    const distance = hitBox(ray, box);
    if (distance === null || isCutAway(ref, box, ray, site)) continue;
    if (ref.kind === 'containment') {
      if (glass === null || distance < glass.distance) glass = { ref, distance };
    } else if (best === null || distance < best.distance) best = { ref, distance };
  }
  const hit = best ?? glass;
  return hit && { ...hit, point: pointAt(ray, hit.distance) };
}

const SOLID_KINDS: ReadonlySet<EntityKind> = new Set(['rack', 'coolingUnit', 'obstacle']);

/** True when a rack, unit or obstacle is met before `distance` metres along the ray. */
export function isHidden(site: Site, ray: Ray, distance: number): boolean {
  for (const { ref, box } of pickablesOf(site)) {
    if (!SOLID_KINDS.has(ref.kind)) continue;
    const hit = hitBox(ray, box);
    if (hit !== null && hit < distance) return true;
  }
  return false;
}

export function pointAt({ origin, direction }: Ray, distance: number): Point {
  return {
    x: origin.x + direction.x * distance,
    y: origin.y + direction.y * distance,
    z: origin.z + direction.z * distance,
  };
}

/** Where a ray meets the plane at height z, m; null when it does not come down (or up) to it. */
export function pointAtHeight(ray: Ray, z: number): Point | null {
  const distance = (z - ray.origin.z) / ray.direction.z;
  return Number.isFinite(distance) && distance > 0 ? pointAt(ray, distance) : null;
}

/** What stands or lies at least half inside a rectangle of the floor, by its centre. */
export function refsWithin(site: Site, a: { x: number; y: number }, b: { x: number; y: number }): EntityRef[] {
  const [minX, maxX, minY, maxY] = [Math.min(a.x, b.x), Math.max(a.x, b.x), Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return pickablesOf(site)
    .filter(({ ref, box }) => {
      if (ref.kind === 'opening' || ref.kind === 'ceilingGrille' || ref.kind === 'containment') return false;
      const x = (box.min.x + box.max.x) / 2;
      const y = (box.min.y + box.max.y) / 2;
      return x >= minX && x <= maxX && y >= minY && y <= maxY;
    })
    .map(({ ref }) => ref);
}
