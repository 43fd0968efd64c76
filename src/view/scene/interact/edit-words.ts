import i18next from 'i18next';
import { type EntityRef, entityLabel } from '../../../site/entity';
import type { Obstruction } from '../../../site/placement';
import type { Site } from '../../../site/schema/site';

type EditKind = 'move' | 'turn' | 'duplicate' | 'delete';

/** Name of an edit for the history: 'Move rack B4', 'Move 3 items'. */
export function editWords(edit: EditKind, site: Site, refs: readonly EntityRef[]): string {
  const only = refs.length === 1 ? refs[0]! : null;
  if (only === null) return i18next.t(`scene:edit.${edit}Many`, { count: refs.length });
  return i18next.t(`scene:edit.${edit}One`, {
    kind: i18next.t(`scene:kind.${only.kind}`),
    name: entityLabel(site, only),
  });
}

/** Why something cannot stand where it is held: 'Overlaps B4'. */
export function obstructionWords(obstruction: Obstruction): string {
  switch (obstruction.kind) {
    case 'overlap':
      return i18next.t('scene:obstruction.overlap', { name: obstruction.name });
    case 'blocked':
      return i18next.t('scene:obstruction.blocked', { name: obstruction.name });
    case 'outside':
      return i18next.t('scene:obstruction.outside');
  }
}
