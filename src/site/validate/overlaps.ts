import { boxOfEntity } from '../entity';
import { type Box, boxesOverlap } from '../footprint';
import type { Issue } from '../issue';
import { type Phrase, phrase, type Words } from '../phrase';
import { PlanIndex } from '../plan-index';
import { metresText } from '../quantity-text';
import type { Site } from '../schema/site';
import { solidsOf } from '../solids';
import { error, type Rule } from './rule';

/** Pairs reported for each kind of overlap: a pile of racks at one place has far more pairs than anyone reads. */
const pairLimit = 200;

interface Placed {
  readonly path: string;
  readonly label: Words;
  readonly box: Box;
}

/** No two racks, cooling units or obstacles share space; no two tiles or grilles share area. */
export const checkOverlaps: Rule = (site) => [
  ...pairs(solidsOf(site), (a, b) =>
    error(
      'overlap',
      b.path,
      phrase`${b.label} overlaps ${a.label} (${a.path}) by ${overlapText(a.box, b.box)}.`,
      'Move one of them.',
    ),
  ),
  ...pairs(panelsOf(site, 'tile'), (a, b) =>
    error('tile-overlap', b.path, phrase`${b.label} overlaps ${a.label} (${a.path}).`, 'Move or delete one of them.'),
  ),
  ...pairs(panelsOf(site, 'ceilingGrille'), (a, b) =>
    error('grille-overlap', b.path, phrase`${b.label} overlaps ${a.label} (${a.path}).`, 'Move or delete one of them.'),
  ),
];

/** Panels as thin boxes, so that the overlap of solids serves for area as well. */
function panelsOf(site: Site, kind: 'tile' | 'ceilingGrille'): Placed[] {
  const [panels, list, word] =
    kind === 'tile' ? [site.tiles, 'tiles', phrase`tile`] : [site.ceilingGrilles, 'ceilingGrilles', phrase`grille`];
  return panels.map((panel, index) => {
    const { min, max } = boxOfEntity(site, kind, panel);
    return {
      path: `${list}[${index}]`,
      label: phrase`${word} ${panel.id}`,
      box: { min, max: { ...max, z: min.z + 1 } },
    };
  });
}

function pairs<Item extends Placed>(items: readonly Item[], issueOf: (first: Item, second: Item) => Issue): Issue[] {
  const issues: Issue[] = [];
  const index = new PlanIndex(items);
  for (let second = 1; second < items.length; second++) {
    const { box } = items[second]!;
    index.visitNear(box, (item, first) => {
      if (first < second && boxesOverlap(item.box, box)) issues.push(issueOf(item, items[second]!));
      return issues.length < pairLimit;
    });
    if (issues.length >= pairLimit) break;
  }
  return issues;
}

/** The depth of the overlap along the axis where they could be pushed apart soonest. */
function overlapText(a: Box, b: Box): Phrase {
  const depth = (axis: 'x' | 'y' | 'z'): number =>
    Math.min(a.max[axis], b.max[axis]) - Math.max(a.min[axis], b.min[axis]);
  const axis = (['x', 'y', 'z'] as const).reduce((best, next) => (depth(next) < depth(best) ? next : best));
  return phrase`${metresText(depth(axis))} along ${axis}`;
}
