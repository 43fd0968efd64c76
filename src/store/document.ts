import { type Draft, produce } from 'immer';
import { create } from 'zustand';
import { hasErrors, type Issue } from '../site/issue';
import type { Site } from '../site/schema/site';
import { checkSite } from './check-site';
import { applied, type History, NO_HISTORY, redone, undone } from './history';

/** An edit that would have broken the document, and was not made. */
export interface RefusedEdit {
  label: string;
  issues: Issue[];
}

export interface ApplyOptions {
  /** Rapid edits with the same key become one step of the history. */
  mergeKey?: string;
}

/** Changes its draft, or returns the new site. */
export type Recipe = ((draft: Draft<Site>) => void) | ((draft: Draft<Site>) => Site);

export interface DocumentState {
  site: Site;
  /** Grows with every change, undo and redo too. */
  revision: number;
  /** Grows when another document is opened. */
  opened: number;
  fileName: string;
  canUndo: boolean;
  canRedo: boolean;
  undoLabel: string | null;
  redoLabel: string | null;
  /** What is worth knowing about the document as it is (warnings; errors never enter it). */
  issues: Issue[];
  refused: RefusedEdit | null;
  /** True when it differs from what was opened or saved last. */
  dirty: boolean;
  /** What brought it to this revision, for the event lane. */
  lastChange: { kind: 'open' | 'edit' | 'undo' | 'redo'; label: string };
  /** Makes an edit, given as a recipe or as its result, unless it would be invalid; says whether it was made. */
  apply(label: string, change: Site | Recipe, options?: ApplyOptions): boolean;
  undo(): void;
  redo(): void;
  open(site: Site, fileName: string): void;
  markSaved(): void;
  dismissRefusal(): void;
}

const emptySite: Site = {
  format: 'isotherm-site',
  version: 1,
  name: 'Empty room',
  description: '',
  ashraeClass: 'A2',
  room: { width: 6, depth: 6, height: 3, walls: { kind: 'adiabatic' }, initialCelsius: 22 },
  tiles: [],
  ceilingGrilles: [],
  racks: [],
  coolingUnits: [],
  openings: [],
  containments: [],
  obstacles: [],
  sensors: [],
  floorGrid: 0.6,
};

/** The open site document with its unlimited history. An edit that breaks it is refused with its issues. */
export const useDocument = create<DocumentState>()((set, get) => {
  let history: History = NO_HISTORY;
  let savedSite: Site = emptySite;

  const commit = (
    next: History,
    site: Site,
    issues: Issue[],
    lastChange: DocumentState['lastChange'],
    opened: Partial<Pick<DocumentState, 'opened' | 'fileName'>> = {},
  ) => {
    history = next;
    set({
      site,
      revision: get().revision + 1,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      undoLabel: history.past.at(-1)?.label ?? null,
      redoLabel: history.future.at(-1)?.label ?? null,
      issues,
      refused: null,
      dirty: site !== savedSite,
      lastChange,
      ...opened,
    });
  };

  return {
    site: emptySite,
    revision: 0,
    opened: 0,
    fileName: 'site.json',
    canUndo: false,
    canRedo: false,
    undoLabel: null,
    redoLabel: null,
    issues: [],
    refused: null,
    dirty: false,
    lastChange: { kind: 'open', label: '' },

    apply(label, change, options) {
      const before = get().site;
      const recipe = typeof change === 'function' ? change : () => change;
      const after = produce(before, recipe as (draft: Draft<Site>) => Site | undefined) as Site;
      if (after === before) return true;
      const issues = checkSite(after);
      if (hasErrors(issues)) {
        set({ refused: { label, issues } });
        return false;
      }
      const step = { label, before, after, mergeKey: options?.mergeKey, atMs: performance.now() };
      commit(applied(history, step), after, issues, { kind: 'edit', label });
      return true;
    },

    undo() {
      const change = history.past.at(-1);
      if (change)
        commit(undone(history), change.before, checkSite(change.before), { kind: 'undo', label: change.label });
    },

    redo() {
      const change = history.future.at(-1);
      if (change) commit(redone(history), change.after, checkSite(change.after), { kind: 'redo', label: change.label });
    },

    open(site, fileName) {
      savedSite = site;
      commit(
        NO_HISTORY,
        site,
        checkSite(site),
        { kind: 'open', label: site.name },
        { opened: get().opened + 1, fileName },
      );
    },

    markSaved() {
      savedSite = get().site;
      set({ dirty: false });
    },

    dismissRefusal() {
      set({ refused: null });
    },
  };
});
