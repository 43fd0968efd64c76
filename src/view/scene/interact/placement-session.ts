import { moveEntities } from '../../../site/edits/move';
import { rotateEntities } from '../../../site/edits/rotate';
import type { PlanPosition } from '../../../site/schema/geometry';
import type { Site } from '../../../site/schema/site';
import { Snapper } from '../../../site/snapping';
import type { InHand, PlacementBuilder } from '../../../store/interaction';

/** A new entity held over the floor at `at`, turned by quarter turns and snapped. */
export function heldForPlacing(site: Site, build: PlacementBuilder, at: PlanPosition, quarterTurns: number): InHand {
  const made = build(site, at);
  const turned = rotateEntities(made.site, made.refs, quarterTurns);
  const { offset, valid, obstruction, distances } = new Snapper(turned, made.refs).snap({ x: 0, y: 0 });
  return { refs: made.refs, held: moveEntities(turned, made.refs, offset), valid, obstruction, distances };
}
