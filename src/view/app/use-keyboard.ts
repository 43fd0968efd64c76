import { useEffect } from 'react';
import { useDialogs } from '../../store/dialogs';
import { useDocument } from '../../store/document';
import { useRun } from '../../store/run';
import { chooseFile } from './choose-file';
import { saveSite } from './save-site';

/** Where a key belongs to what has the focus, not to the program. */
const TYPING = 'input, textarea, select, [contenteditable="true"]';
const PRESSABLE =
  'button, a, summary, [role="button"], [role="option"], [role="menuitem"], [role="switch"], [role="slider"], [role="tab"]';

function toggleRun(): void {
  const { playing, play, pause } = useRun.getState();
  if (playing) pause();
  else play();
}

/** The action of a key held with Ctrl or Cmd; null where it is none of ours. */
function commandOf(event: KeyboardEvent, typing: boolean): (() => void) | null {
  const key = event.key.toLowerCase();
  if (key === 's') return saveSite;
  if (key === 'o') return chooseFile;
  if (typing) return null;
  const { undo, redo } = useDocument.getState();
  if (key === 'z') return event.shiftKey ? redo : undo;
  return key === 'y' ? redo : null;
}

/** On a page over the room the keys that change or save the site still work; in a small dialog none does. */
const PAGE = '[data-page]';
const PAGE_KEYS = new Set(['s', 'z', 'y']);

function worksIn(target: Element, event: KeyboardEvent): boolean {
  const dialog = target.closest('[role="dialog"]');
  if (dialog === null) return true;
  return dialog.closest(PAGE) !== null && (event.ctrlKey || event.metaKey) && PAGE_KEYS.has(event.key.toLowerCase());
}

function plainKeyOf(event: KeyboardEvent, target: Element): (() => void) | null {
  if (event.key === ' ') return target.closest(PRESSABLE) ? null : toggleRun;
  if (event.key === '.') return () => useRun.getState().step();
  if (event.key === '?') return () => useDialogs.getState().showShortcuts(true);
  return null;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey) return;
  const target = event.target instanceof Element ? event.target : document.body;
  const typing = target.closest(TYPING) !== null;
  if (!worksIn(target, event)) return;
  const action = event.ctrlKey || event.metaKey ? commandOf(event, typing) : typing ? null : plainKeyOf(event, target);
  if (action === null) return;
  event.preventDefault();
  action();
}

/** The keys of the program as a whole; the scene has its own. */
export function useKeyboard(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
