import { deleteEntities } from '../../site/edits/delete';
import { duplicateEntities, type Made } from '../../site/edits/duplicate';
import { moveEntities } from '../../site/edits/move';
import { rotateEntities } from '../../site/edits/rotate';
import type { EntityRef } from '../../site/entity';
import type { Site } from '../../site/schema/site';
import { nearestFreeShift } from '../../site/snapping';
import { useDocument } from '../../store/document';
import { useSelection } from '../../store/selection';

/** Something made, moved to the nearest free place; null when the room has none. */
export function movedToFree({ site, refs }: Made): Made | null {
  const shift = nearestFreeShift(site, refs);
  return shift === null ? null : { site: moveEntities(site, refs, shift), refs };
}

/** Puts something made into the document at the nearest free place and selects it; false when there is no room. */
export function placeMade(label: string, made: Made): boolean {
  const placed = movedToFree(made);
  if (placed === null || !useDocument.getState().apply(label, placed.site)) return false;
  useSelection.getState().select(placed.refs);
  return true;
}

export function duplicateRefs(label: string, refs: readonly EntityRef[]): boolean {
  return placeMade(label, duplicateEntities(useDocument.getState().site, refs, { x: 0, y: 0 }));
}

export function rotateRefs(label: string, refs: readonly EntityRef[]): boolean {
  return useDocument.getState().apply(label, rotateEntities(useDocument.getState().site, refs));
}

export function deleteRefs(label: string, refs: readonly EntityRef[]): boolean {
  const removed: Site = deleteEntities(useDocument.getState().site, refs);
  if (!useDocument.getState().apply(label, removed)) return false;
  useSelection.getState().clear();
  return true;
}
