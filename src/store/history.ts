import type { Site } from '../site/schema/site';

/** Edits of one field closer together than this become one step, ms. */
const MERGE_WINDOW_MS = 1200;

/**
 * One step of the history. Whole documents are kept, not patches: unchanged parts are shared by reference,
 * so a step costs what it changed, and undo gives back the very object that was there.
 */
export interface Change {
  label: string;
  before: Site;
  after: Site;
  mergeKey: string | undefined;
  atMs: number;
}

export interface History {
  readonly past: readonly Change[];
  /** The change to redo next is the last. */
  readonly future: readonly Change[];
}

export const NO_HISTORY: History = { past: [], future: [] };

/** History after a new change: it joins the last one when both carry the same key and came close together. */
export function applied(history: History, change: Change): History {
  const last = history.past.at(-1);
  const joins =
    last !== undefined &&
    history.future.length === 0 &&
    change.mergeKey !== undefined &&
    last.mergeKey === change.mergeKey &&
    change.atMs - last.atMs < MERGE_WINDOW_MS;
  if (!joins) return { past: [...history.past, change], future: [] };
  return { past: [...history.past.slice(0, -1), { ...change, before: last.before }], future: [] };
}

/** The last change moves to the future; it can no longer take in further edits. */
export function undone(history: History): History {
  const change = history.past.at(-1)!;
  return { past: history.past.slice(0, -1), future: [...history.future, { ...change, mergeKey: undefined }] };
}

export function redone(history: History): History {
  const change = history.future.at(-1)!;
  return { past: [...history.past, change], future: history.future.slice(0, -1) };
}
