import i18next from 'i18next';
import { deleteEntities } from '../../../site/edits/delete';
import { duplicateEntities } from '../../../site/edits/duplicate';
import { moveEntities } from '../../../site/edits/move';
import { rotateEntities } from '../../../site/edits/rotate';
import { allRefs, type EntityRef, findEntity } from '../../../site/entity';
import type { PlanPosition } from '../../../site/schema/geometry';
import type { Site } from '../../../site/schema/site';
import { nearestFreeShift, Snapper } from '../../../site/snapping';
import { useDocument } from '../../../store/document';
import { useSelection } from '../../../store/selection';
import { editWords, obstructionWords } from './edit-words';
import { useNotice } from './notice';

/** What is selected and still in the document. */
export function selectedRefs(site: Site): EntityRef[] {
  return useSelection.getState().selected.filter((ref) => findEntity(site, ref) !== undefined);
}

/** Says why not and returns false where the entities cannot stand. */
function mayStand(site: Site, refs: readonly EntityRef[], offset: PlanPosition): boolean {
  const { valid, obstruction } = new Snapper(site, refs).snap(offset, { free: true });
  if (!valid && obstruction !== null) useNotice.getState().show(obstructionWords(obstruction));
  return valid;
}

/** Moves the selection by `shift` metres; keys pressed in a row are one step of the history. */
export function nudgeSelection(shift: PlanPosition): void {
  const { site, apply } = useDocument.getState();
  const refs = selectedRefs(site);
  if (refs.length === 0) return;
  const { offset, valid, obstruction } = new Snapper(site, refs).snap(shift, { free: true });
  if (!valid && obstruction !== null) useNotice.getState().show(obstructionWords(obstruction));
  else if (offset.x === 0 && offset.y === 0) useNotice.getState().show(i18next.t('scene:obstruction.wall'));
  else if (valid)
    apply(editWords('move', site, refs), () => moveEntities(site, refs, offset), {
      mergeKey: `nudge ${refs.map(({ id }) => id).join(' ')}`,
    });
}

/** Turns the selection a quarter turn anticlockwise about its middle. */
export function rotateSelection(): void {
  const { site, apply } = useDocument.getState();
  const refs = selectedRefs(site);
  if (refs.length === 0) return;
  const turned = rotateEntities(site, refs, 1);
  if (mayStand(turned, refs, { x: 0, y: 0 })) apply(editWords('turn', site, refs), () => turned);
}

/** Copies the selection to the nearest free place and selects the copies. */
export function duplicateSelection(): void {
  const { site, apply } = useDocument.getState();
  const refs = selectedRefs(site);
  if (refs.length === 0) return;
  const made = duplicateEntities(site, refs, { x: 0, y: 0 });
  const shift = nearestFreeShift(made.site, made.refs);
  if (shift === null) {
    useNotice.getState().show(i18next.t('scene:obstruction.noFreePlace'));
    return;
  }
  if (apply(editWords('duplicate', site, refs), () => moveEntities(made.site, made.refs, shift)))
    useSelection.getState().select(made.refs);
}

export function deleteSelection(): void {
  const { site, apply } = useDocument.getState();
  const refs = selectedRefs(site);
  if (refs.length > 0 && apply(editWords('delete', site, refs), () => deleteEntities(site, refs)))
    useSelection.getState().clear();
}

export function selectEverything(): void {
  useSelection.getState().select(allRefs(useDocument.getState().site));
}
