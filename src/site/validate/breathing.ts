import { BLOCKED_SHARE, closureOf, LEAST_GAP, TIGHT_GAP } from '../breathing';
import type { Direction } from '../footprint';
import type { Issue } from '../issue';
import { type Phrase, phrase } from '../phrase';
import { PlanIndex } from '../plan-index';
import { metresText } from '../quantity-text';
import { type Solid, solidsOf } from '../solids';
import { error, type Rule, warning } from './rule';

/** Share of a face that must be closed within the tight gap before it is worth a warning. */
const tightShare = 0.5;

/** Every face that draws or gives air has air in front of it. */
export const checkBreathing: Rule = (site) => {
  const solids = solidsOf(site);
  const index = new PlanIndex(solids);
  return solids.flatMap((solid) =>
    solid.breathes.flatMap((direction): Issue[] => {
      const near = closureOf(solid.box, direction, LEAST_GAP, site.room, index);
      if (near.share >= BLOCKED_SHARE) return [blocked(solid, direction, near.by)];
      const wide = closureOf(solid.box, direction, TIGHT_GAP, site.room, index);
      return wide.share >= tightShare ? [tight(solid, direction, wide.by)] : [];
    }),
  );
};

function blocked({ label, path }: Solid, direction: Direction, by: Solid | null): Issue {
  return error(
    'blocked-face',
    path,
    phrase`${label} breathes towards ${direction[1]}${direction[0]}, where ${nameOf(by)} leaves it less than ${metresText(LEAST_GAP)}.`,
    'Move one of them, or turn it round.',
  );
}

function tight({ label, path }: Solid, direction: Direction, by: Solid | null): Issue {
  return warning(
    'tight-face',
    path,
    phrase`${label} breathes towards ${direction[1]}${direction[0]}, where ${nameOf(by)} leaves it less than ${metresText(TIGHT_GAP)}.`,
    'Give it more room: an aisle has at least 0.9 m.',
  );
}

function nameOf(by: Solid | null): Phrase {
  return by === null ? phrase`the edge of the room` : phrase`${by.label} (${by.path})`;
}
