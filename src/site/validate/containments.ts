import { labelOf } from '../entity';
import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { PlanIndex } from '../plan-index';
import type { Containment } from '../schema/room';
import { type Solid, solidsOf } from '../solids';
import { type Rule, warning } from './rule';

/** How far a panel may reach into a rack or unit before it counts as crossing it, m. */
const TOLERANCE = 0.02;

type SideName = 'xMin' | 'xMax' | 'yMin' | 'yMax';
const SIDES: readonly { side: SideName; axis: 'x' | 'y'; end: 'min' | 'max' }[] = [
  { side: 'xMin', axis: 'x', end: 'min' },
  { side: 'xMax', axis: 'x', end: 'max' },
  { side: 'yMin', axis: 'y', end: 'min' },
  { side: 'yMax', axis: 'y', end: 'max' },
];

/** Panels of an aisle run along racks and units, not through them. */
export const checkContainments: Rule = (site) => {
  const index = new PlanIndex(solidsOf(site));
  return site.containments.flatMap((containment, n) =>
    SIDES.flatMap(({ side, axis, end }): Issue[] => {
      if (containment.sides[side] === 'open') return [];
      const crossed = crossedBy(containment, axis, containment[end][axis], index);
      if (crossed === null) return [];
      return [
        warning(
          'containment-crosses',
          `containments[${n}].${end}.${axis}`,
          phrase`A panel of ${labelOf(containment)} runs through ${crossed.label} (${crossed.path}).`,
          'Move it to the front or rear of the row, so that the aisle is whole.',
        ),
      ];
    }),
  );
};

/** The first solid that the plane cuts well inside, within the panel's length and height. */
function crossedBy({ min, max }: Containment, axis: 'x' | 'y', at: number, index: PlanIndex<Solid>): Solid | null {
  const other = axis === 'x' ? 'y' : 'x';
  let found: Solid | null = null;
  index.visitNear({ min: { ...min, [axis]: at }, max: { ...max, [axis]: at } }, (solid) => {
    const { box } = solid;
    const cut = box.min[axis] + TOLERANCE < at && at < box.max[axis] - TOLERANCE;
    const along = Math.min(box.max[other], max[other]) - Math.max(box.min[other], min[other]);
    const up = Math.min(box.max.z, max.z) - Math.max(box.min.z, min.z);
    if (!cut || along <= TOLERANCE || up <= TOLERANCE) return true;
    found = solid;
    return false;
  });
  return found;
}
