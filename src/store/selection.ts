import { create } from 'zustand';
import type { EntityRef } from '../site/entity';

export type SelectMode = 'replace' | 'add' | 'toggle';

export interface SelectionState {
  selected: readonly EntityRef[];
  hovered: EntityRef | null;
  select(refs: readonly EntityRef[], mode?: SelectMode): void;
  clear(): void;
  hover(ref: EntityRef | null): void;
}

export function sameRef(a: EntityRef | null, b: EntityRef | null): boolean {
  return a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id);
}

export function includesRef(refs: readonly EntityRef[], ref: EntityRef): boolean {
  return refs.some((other) => sameRef(other, ref));
}

/** The selection after `refs` are chosen: alone, as well, or each the other way round. */
export function nextSelection(
  selected: readonly EntityRef[],
  refs: readonly EntityRef[],
  mode: SelectMode,
): EntityRef[] {
  if (mode === 'replace') return [...refs];
  const fresh = refs.filter((ref) => !includesRef(selected, ref));
  if (mode === 'add') return [...selected, ...fresh];
  return [...selected.filter((ref) => !includesRef(refs, ref)), ...fresh];
}

/** What is selected and what the pointer is over. The last one selected leads. */
export const useSelection = create<SelectionState>()((set, get) => ({
  selected: [],
  hovered: null,
  select(refs, mode = 'replace') {
    set({ selected: nextSelection(get().selected, refs, mode) });
  },
  clear() {
    if (get().selected.length > 0) set({ selected: [] });
  },
  hover(ref) {
    if (!sameRef(get().hovered, ref)) set({ hovered: ref });
  },
}));
