import { boxOfEntity, labelOf } from '../entity';
import { boxesOverlap } from '../footprint';
import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { PlanIndex } from '../plan-index';
import { solidsOf } from '../solids';
import { error, type Rule, warning } from './rule';

/** Tiles need a raised floor and grilles a ceiling plenum, and neither works under or over a solid. */
export const checkPanels: Rule = (site) => {
  const issues: Issue[] = [];
  if (site.raisedFloor === undefined && site.tiles.length > 0) {
    issues.push(
      error(
        'tiles-without-floor',
        'tiles',
        phrase`There are ${site.tiles.length} floor tiles but no raised floor.`,
        'Add a raisedFloor, or delete the tiles; air through a slab floor is an opening.',
      ),
    );
  }
  if (site.ceilingPlenum === undefined && site.ceilingGrilles.length > 0) {
    issues.push(
      error(
        'grilles-without-plenum',
        'ceilingGrilles',
        phrase`There are ${site.ceilingGrilles.length} ceiling grilles but no ceiling plenum.`,
        'Add a ceilingPlenum, or delete the grilles.',
      ),
    );
  }
  const solids = solidsOf(site);
  const index = new PlanIndex(solids);
  const covered = (kind: 'tile' | 'ceilingGrille'): void => {
    const panels = kind === 'tile' ? site.tiles : site.ceilingGrilles;
    panels.forEach((panel, n) => {
      const { min, max } = boxOfEntity(site, kind, panel);
      const box = { min: { ...min, z: min.z - 0.01 }, max: { ...max, z: max.z + 0.01 } };
      index.visitNear(box, (solid) => {
        if (!boxesOverlap(solid.box, box, 1e-3)) return true;
        const [path, word] = kind === 'tile' ? [`tiles[${n}]`, phrase`Tile`] : [`ceilingGrilles[${n}]`, phrase`Grille`];
        issues.push(
          warning(
            'panel-covered',
            path,
            phrase`${word} ${labelOf(panel)} lies in part behind ${solid.label} (${solid.path}).`,
            'Move one of them so that the air can pass.',
          ),
        );
        return false;
      });
    });
  };
  covered('tile');
  covered('ceilingGrille');
  return issues;
};
