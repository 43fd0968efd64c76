import { TIGHT_GAP } from './breathing';
import { tidy } from './edits/coordinates';
import type { EntityRef } from './entity';
import type { Box } from './footprint';
import { type NeighbourDistances, type Obstruction, Placement, shifted } from './placement';
import type { PlanPosition } from './schema/geometry';
import type { Site } from './schema/site';

/** Edges closer than this to an edge of a neighbour or a wall stick to it, m. */
const stickDistance = 0.15;
/** How far something is pushed aside, rather than refused, when it is held half over a neighbour, m. */
const pushDistance = 0.3;
/** Neighbours farther than this from what is in the hand do not attract it, m. */
const neighbourhood = 1.3;
/** Pitch for what does not stand in the floor grid (sensors, containment, obstacles, openings), m. */
const finePitch = 0.1;
/** Pitch without snapping, m. */
const freePitch = 0.01;

const gridKinds: ReadonlySet<string> = new Set(['rack', 'coolingUnit', 'tile', 'ceilingGrille']);

export interface Snapped {
  /** How far to move what is in the hand from where it was taken up, m. */
  offset: PlanPosition;
  /** True when it may be put down there. */
  valid: boolean;
  /** What stands in the way where it is not valid. */
  obstruction: Obstruction | null;
  /** Null when nothing is in the hand. */
  distances: NeighbourDistances | null;
}

/** One drag: made when entities are taken up, asked at every move of the pointer. */
export class Snapper {
  private readonly placement: Placement;
  private readonly pitch: number;

  constructor(site: Site, refs: readonly EntityRef[]) {
    this.placement = new Placement(site, refs);
    this.pitch = [...this.placement.kinds].some((kind) => gridKinds.has(kind)) ? site.floorGrid : finePitch;
  }

  /**
   * Where the things in the hand come to lie for a pointer moved by `wanted`: inside the room, flush with a neighbour
   * or wall that is near, else on the floor grid. `free` leaves all snapping out, to the centimetre.
   */
  snap(wanted: PlanPosition, options: { free?: boolean } = {}): Snapped {
    const { box } = this.placement;
    if (box === null) return this.resultAt({ x: 0, y: 0 });
    const kept = this.keptInside(box, wanted);
    if (options.free === true) {
      const toFree = (metres: number): number => tidy(Math.round(metres / freePitch) * freePitch);
      return this.resultAt({ x: toFree(kept.x), y: toFree(kept.y) });
    }
    const snapped = this.keptInside(box, {
      x: this.nearest(box, kept, 'x', stickDistance),
      y: this.nearest(box, kept, 'y', stickDistance),
    });
    const result = this.resultAt(snapped);
    const pushable = result.obstruction !== null && result.obstruction.kind !== 'outside';
    return pushable ? (this.pushedAside(box, kept) ?? result) : result;
  }

  /** The free place nearest to `wanted` on the floor grid; null when the room has none. */
  nearestFree(wanted: PlanPosition = { x: 0, y: 0 }): PlanPosition | null {
    const { box, site } = this.placement;
    if (box === null) return null;
    const start = this.snap(wanted);
    if (start.valid) return start.offset;
    const origin = { x: this.gridOffset(box, wanted, 'x'), y: this.gridOffset(box, wanted, 'y') };
    const reach = Math.ceil(Math.max(site.room.width, site.room.depth) / this.pitch);
    for (let ring = 0; ring <= reach; ring++) {
      const free = ringOffsets(ring)
        .map(({ x, y }) => ({ x: tidy(origin.x + x * this.pitch), y: tidy(origin.y + y * this.pitch) }))
        .filter((offset) => this.placement.obstruction(offset) === null);
      if (free.length > 0)
        return free.reduce((best, next) => (distance(next, wanted) < distance(best, wanted) ? next : best));
    }
    return null;
  }

  private resultAt(offset: PlanPosition): Snapped {
    const obstruction = this.placement.obstruction(offset);
    return { offset, valid: obstruction === null, obstruction, distances: this.placement.distances(offset) };
  }

  /** The offset cut so that the hand stays inside the walls, where it is small enough for that. */
  private keptInside({ min, max }: Box, { x, y }: PlanPosition): PlanPosition {
    const { width, depth } = this.placement.site.room;
    const cut = (offset: number, low: number, high: number): number =>
      low > high ? offset : tidy(Math.min(Math.max(offset, low), high));
    return { x: cut(x, -min.x, width - max.x), y: cut(y, -min.y, depth - max.y) };
  }

  /** Offset along one axis: to the nearest edge that attracts, else to the grid. */
  private nearest(box: Box, wanted: PlanPosition, axis: 'x' | 'y', reach: number): number {
    const edges = this.edgeOffsets(box, wanted, axis).filter((offset) => Math.abs(offset - wanted[axis]) <= reach);
    if (edges.length === 0) return this.gridOffset(box, wanted, axis);
    return tidy(
      edges.reduce((best, next) => (Math.abs(next - wanted[axis]) < Math.abs(best - wanted[axis]) ? next : best)),
    );
  }

  private gridOffset(box: Box, wanted: PlanPosition, axis: 'x' | 'y'): number {
    const line = Math.round((box.min[axis] + wanted[axis]) / this.pitch) * this.pitch;
    return tidy(line - box.min[axis]);
  }

  /** Offsets along an axis that bring the hand flush with the walls or with neighbours: side to side, or in line. */
  private edgeOffsets(box: Box, wanted: PlanPosition, axis: 'x' | 'y'): number[] {
    const { room } = this.placement.site;
    const at = shifted(box, wanted);
    const far = axis === 'x' ? room.width : room.depth;
    const offsets = [-box.min[axis], far - box.max[axis]];
    const region: Box = {
      min: { x: at.min.x - neighbourhood, y: at.min.y - neighbourhood, z: at.min.z },
      max: { x: at.max.x + neighbourhood, y: at.max.y + neighbourhood, z: at.max.z },
    };
    const across = axis === 'x' ? 'y' : 'x';
    this.placement.index.visitNear(region, ({ box: other }) => {
      if (other.max.z <= at.min.z || other.min.z >= at.max.z) return true;
      if (
        other.max.x < region.min.x ||
        other.min.x > region.max.x ||
        other.max.y < region.min.y ||
        other.min.y > region.max.y
      )
        return true;
      const beside =
        other.min[across] < at.max[across] + stickDistance && other.max[across] > at.min[across] - stickDistance;
      if (beside) offsets.push(other.max[axis] - box.min[axis], other.min[axis] - box.max[axis]);
      offsets.push(other.min[axis] - box.min[axis], other.max[axis] - box.max[axis]);
      return true;
    });
    return offsets;
  }

  /** The nearest place within reach that is free: flush with what was in the way, just clear of it, or on the grid. */
  private pushedAside(box: Box, wanted: PlanPosition): Snapped | null {
    const choices = (axis: 'x' | 'y'): number[] => {
      const grid = this.gridOffset(box, wanted, axis);
      const edges = this.edgeOffsets(box, wanted, axis);
      const clear = edges.flatMap((offset) => [offset, offset - TIGHT_GAP, offset + TIGHT_GAP]);
      const all = [...clear, grid, grid - this.pitch, grid + this.pitch].map(tidy);
      return [...new Set(all)].filter((offset) => Math.abs(offset - wanted[axis]) <= pushDistance + 1e-6);
    };
    const places = choices('x').flatMap((x) => choices('y').map((y) => this.keptInside(box, { x, y })));
    places.sort((a, b) => distance(a, wanted) - distance(b, wanted));
    const free = places.find((offset) => this.placement.obstruction(offset) === null);
    return free === undefined ? null : this.resultAt(free);
  }
}

/** Shift that takes the entities to the nearest free place; null when the room has none. */
export function nearestFreeShift(site: Site, refs: readonly EntityRef[]): PlanPosition | null {
  return new Snapper(site, refs).nearestFree();
}

/** True when the entities may stand where the site has them. */
export function canPlace(site: Site, refs: readonly EntityRef[]): boolean {
  return new Placement(site, refs).obstruction({ x: 0, y: 0 }) === null;
}

function distance(a: PlanPosition, b: PlanPosition): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The steps of a square ring about the origin. */
function ringOffsets(ring: number): PlanPosition[] {
  if (ring === 0) return [{ x: 0, y: 0 }];
  const offsets: PlanPosition[] = [];
  for (let step = -ring; step <= ring; step++) {
    offsets.push({ x: step, y: -ring }, { x: step, y: ring });
    if (Math.abs(step) < ring) offsets.push({ x: -ring, y: step }, { x: ring, y: step });
  }
  return offsets;
}
