import { BLOCKED_SHARE, closureOf, LEAST_GAP, spaceBefore } from './breathing';
import { boxOfEntity, type EntityKind, type EntityRef, entitiesOf, findEntity, labelOf } from './entity';
import { type Box, boxesOverlap, type Direction } from './footprint';
import { PlanIndex } from './plan-index';
import type { PlanPosition } from './schema/geometry';
import type { Site } from './schema/site';
import { type Solid, solidsOf } from './solids';
import { insideRoom } from './validate/inside-room';

/** Why something cannot stand where it is held. */
export type Obstruction =
  | { kind: 'overlap'; name: string }
  | { kind: 'outside' }
  /** A face of `name` would have no room left to breathe. */
  | { kind: 'blocked'; name: string };

/** Clear distance to the next solid or wall on each side, m. */
export interface NeighbourDistances {
  xMin: number;
  xMax: number;
  yMin: number;
  yMax: number;
}

interface Placed {
  readonly label: string;
  readonly box: Box;
}

/** What is in the hand: where it was taken up, and what may not share space with it. */
interface Held {
  readonly label: string;
  readonly box: Box;
  readonly breathes: readonly Direction[];
  readonly meets: PlanIndex<Placed> | null;
}

const solidKinds: readonly EntityKind[] = ['rack', 'coolingUnit', 'obstacle'];

/** Edges that pass each other by less than this only touch, m. */
const touching = 1e-4;

/**
 * Entities in the hand among all that stays put. Made once when they are taken up; each question then costs
 * microseconds, with 1,000 racks around.
 */
export class Placement {
  /** What they cover together where they were taken up; null when there is nothing in the hand. */
  readonly box: Box | null;
  /** Solids that stay put. */
  readonly others: readonly Solid[];
  /** The same, for questions about a place. */
  readonly index: PlanIndex<Solid>;
  readonly kinds: ReadonlySet<EntityKind>;
  private readonly held: Held[] = [];

  constructor(
    readonly site: Site,
    refs: readonly EntityRef[],
  ) {
    const inHand = new Set(refs.map(({ kind, id }) => `${kind} ${id}`));
    const stays = (kind: EntityKind, id: string): boolean => !inHand.has(`${kind} ${id}`);
    const solids = solidsOf(site);
    const breathes = new Map(solids.map((solid) => [`${solid.kind} ${solid.id}`, solid.breathes]));
    this.others = solids.filter(({ kind, id }) => stays(kind, id));
    this.index = new PlanIndex(this.others);
    this.kinds = new Set(refs.map(({ kind }) => kind));
    const panels = new Map(
      (['tile', 'ceilingGrille'] as const)
        .filter((kind) => this.kinds.has(kind))
        .map((kind) => [kind as EntityKind, new PlanIndex(panelsThatStay(site, kind, stays))]),
    );
    for (const ref of refs) {
      const entity = findEntity(site, ref);
      if (entity === undefined) continue;
      const box = boxOfEntity(site, ref.kind, entity);
      const meets = solidKinds.includes(ref.kind) ? this.index : (panels.get(ref.kind) ?? null);
      this.held.push({
        label: labelOf(entity),
        box: panels.has(ref.kind) ? thickened(box) : box,
        breathes: breathes.get(`${ref.kind} ${ref.id}`) ?? [],
        meets,
      });
    }
    this.box = union(this.held.map(({ box }) => box));
  }

  /** What stands in the way when everything in the hand is moved by `shift`; null when it may be put down. */
  obstruction(shift: PlanPosition): Obstruction | null {
    for (const { box, meets } of this.held) {
      const at = shifted(box, shift);
      if (!insideRoom(meets !== null && meets !== this.index ? flattened(at) : at, this.site.room))
        return { kind: 'outside' };
      let name: string | null = null;
      meets?.visitNear(at, (other) => {
        if (!boxesOverlap(other.box, at, touching)) return true;
        name = other.label;
        return false;
      });
      if (name !== null) return { kind: 'overlap', name };
    }
    return this.suffocation(shift);
  }

  /** The first face, in the hand or beside it, that would have no room left to breathe. */
  private suffocation(shift: PlanPosition): Obstruction | null {
    const { room } = this.site;
    for (const { label, box, breathes, meets } of this.held) {
      if (meets !== this.index) continue;
      const at = shifted(box, shift);
      for (const direction of breathes) {
        if (closureOf(at, direction, LEAST_GAP, room, this.index).share >= BLOCKED_SHARE)
          return { kind: 'blocked', name: label };
      }
      let name: string | null = null;
      this.index.visitNear(grown(at, LEAST_GAP), (other) => {
        if (!other.breathes.some((direction) => this.wouldClose(other, direction, at, shift))) return true;
        name = other.label;
        return false;
      });
      if (name !== null) return { kind: 'blocked', name };
    }
    return null;
  }

  /** True when a box in the hand, with the rest of the hand and what is there already, closes a face of another. */
  private wouldClose(other: Solid, direction: Direction, at: Box, shift: PlanPosition): boolean {
    if (!boxesOverlap(spaceBefore(other.box, direction, LEAST_GAP), at, touching)) return false;
    const { room } = this.site;
    const already = closureOf(other.box, direction, LEAST_GAP, room, this.index).share;
    const hand = new PlanIndex(this.held.map(({ box }) => ({ box: shifted(box, shift) })));
    return already + closureOf(other.box, direction, LEAST_GAP, room, hand).share >= BLOCKED_SHARE;
  }

  /** Distances to what is next to the hand after `shift`; null when nothing is in the hand. */
  distances(shift: PlanPosition): NeighbourDistances | null {
    if (this.box === null) return null;
    const { min, max } = shifted(this.box, shift);
    const { width, depth } = this.site.room;
    const gaps = { xMin: min.x, xMax: width - max.x, yMin: min.y, yMax: depth - max.y };
    for (const { box } of this.others) {
      if (box.min.z >= max.z - touching || box.max.z <= min.z + touching) continue;
      if (box.min.y < max.y - touching && box.max.y > min.y + touching) {
        if (box.max.x <= min.x + touching) gaps.xMin = Math.min(gaps.xMin, min.x - box.max.x);
        else if (box.min.x >= max.x - touching) gaps.xMax = Math.min(gaps.xMax, box.min.x - max.x);
      }
      if (box.min.x < max.x - touching && box.max.x > min.x + touching) {
        if (box.max.y <= min.y + touching) gaps.yMin = Math.min(gaps.yMin, min.y - box.max.y);
        else if (box.min.y >= max.y - touching) gaps.yMax = Math.min(gaps.yMax, box.min.y - max.y);
      }
    }
    const clear = (gap: number): number => Math.max(0, gap);
    return { xMin: clear(gaps.xMin), xMax: clear(gaps.xMax), yMin: clear(gaps.yMin), yMax: clear(gaps.yMax) };
  }
}

function panelsThatStay(
  site: Site,
  kind: 'tile' | 'ceilingGrille',
  stays: (kind: EntityKind, id: string) => boolean,
): Placed[] {
  return entitiesOf(site, kind)
    .filter(({ id }) => stays(kind, id))
    .map((panel) => ({ label: labelOf(panel), box: thickened(boxOfEntity(site, kind, panel)) }));
}

/** Panels are flat; as boxes of 1 m they can overlap. */
function thickened({ min, max }: Box): Box {
  return { min, max: { ...max, z: min.z + 1 } };
}

function flattened({ min, max }: Box): Box {
  return { min, max: { ...max, z: min.z } };
}

function grown({ min, max }: Box, margin: number): Box {
  return {
    min: { x: min.x - margin, y: min.y - margin, z: min.z - margin },
    max: { x: max.x + margin, y: max.y + margin, z: max.z + margin },
  };
}

export function shifted({ min, max }: Box, { x, y }: PlanPosition): Box {
  return { min: { x: min.x + x, y: min.y + y, z: min.z }, max: { x: max.x + x, y: max.y + y, z: max.z } };
}

function union(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const min = { x: Infinity, y: Infinity, z: Infinity };
  const max = { x: -Infinity, y: -Infinity, z: -Infinity };
  for (const box of boxes) {
    for (const axis of ['x', 'y', 'z'] as const) {
      min[axis] = Math.min(min[axis], box.min[axis]);
      max[axis] = Math.max(max[axis], box.max[axis]);
    }
  }
  return { min, max };
}
