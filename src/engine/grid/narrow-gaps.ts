import { LEAST_GAP, spaceBefore } from '../../site/breathing';
import { boxesOverlap } from '../../site/footprint';
import { PlanIndex } from '../../site/plan-index';
import type { Site } from '../../site/schema/site';
import { type Solid, solidsOf } from '../../site/solids';

/** Two planes between which air must find at least one cell, however coarse the others are, m. */
export interface NarrowGap {
  readonly axis: 'x' | 'y' | 'z';
  readonly low: number;
  readonly high: number;
}

/**
 * Gaps narrower than `below` between a face that draws or gives air and the wall or solid before it. A gap too narrow
 * to breathe in is left out: it is an error of the site.
 */
export function narrowGaps(site: Site, below: number): NarrowGap[] {
  const solids = solidsOf(site);
  const index = new PlanIndex(solids);
  const size = { x: site.room.width, y: site.room.depth, z: site.room.height };
  return solids.flatMap((solid) =>
    solid.breathes.flatMap((direction): NarrowGap[] => {
      const axis = direction[0] as 'x' | 'y' | 'z';
      const outward = direction[1] === '+';
      const face = outward ? solid.box.max[axis] : solid.box.min[axis];
      const wall = outward ? size[axis] : 0;
      const facing = nearestFacing(solid, axis, outward, spaceBefore(solid.box, direction, below), index);
      const ahead = outward ? Math.min(wall, facing) : Math.max(wall, facing);
      const gap = Math.abs(ahead - face);
      if (gap < LEAST_GAP - 1e-6 || gap >= below - 1e-9) return [];
      return [{ axis, low: Math.min(face, ahead), high: Math.max(face, ahead) }];
    }),
  );
}

/** Coordinate of the nearest face of another solid in the space before a face; beyond reach where there is none. */
function nearestFacing(
  solid: Solid,
  axis: 'x' | 'y' | 'z',
  outward: boolean,
  space: Solid['box'],
  index: PlanIndex<Solid>,
): number {
  let nearest = outward ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  index.visitNear(space, (other) => {
    if (other === solid || !boxesOverlap(other.box, space)) return true;
    nearest = outward ? Math.min(nearest, other.box.min[axis]) : Math.max(nearest, other.box.max[axis]);
    return true;
  });
  return nearest;
}
