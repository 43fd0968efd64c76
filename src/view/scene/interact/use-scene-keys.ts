import { useEffect } from 'react';
import type { PlanPosition } from '../../../site/schema/geometry';
import { useDocument } from '../../../store/document';
import { useInteraction } from '../../../store/interaction';
import { useSelection } from '../../../store/selection';
import { useViewOptions } from '../../../store/view-options';
import type { ViewBridge } from '../camera/view-bridge';
import { isTyping } from './key-target';
import {
  deleteSelection,
  duplicateSelection,
  nudgeSelection,
  rotateSelection,
  selectEverything,
  selectedRefs,
} from './scene-edits';

/** Step of an arrow key with Shift, m. */
const FINE_STEP_METRES = 0.01;

/** Arrow keys move as the screen shows it: right is the floor axis that points most to the right of the view. */
function arrowShift(key: string, bridge: ViewBridge, step: number): PlanPosition | null {
  const arrows: Record<string, PlanPosition> = {
    ArrowRight: { x: 1, y: 0 },
    ArrowLeft: { x: -1, y: 0 },
    ArrowUp: { x: 0, y: 1 },
    ArrowDown: { x: 0, y: -1 },
  };
  const arrow = arrows[key];
  if (arrow === undefined) return null;
  const e = bridge.camera?.matrixWorld.elements;
  const turns = e === undefined ? 0 : (Math.round(Math.atan2(e[1]!, e[0]!) / (Math.PI / 2)) + 4) % 4;
  let { x, y } = arrow;
  for (let i = 0; i < turns; i++) [x, y] = [-y, x];
  return { x: x * step, y: y * step };
}

function cancel(): boolean {
  const { current, end } = useInteraction.getState();
  if (current.kind !== 'idle' && current.kind !== 'walking') {
    end();
    return true;
  }
  if (useSelection.getState().selected.length === 0) return false;
  useSelection.getState().clear();
  return true;
}

/** What a key does in the scene; null for keys that are not the scene's. */
function actionOf(event: KeyboardEvent, bridge: ViewBridge): (() => void) | null {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const { site } = useDocument.getState();
  if (event.ctrlKey || event.metaKey) {
    if (key === 'a') return selectEverything;
    return key === 'd' ? duplicateSelection : null;
  }
  if (event.altKey) return null;
  const walking = useInteraction.getState().current.kind === 'walking';
  const shift = walking ? null : arrowShift(event.key, bridge, event.shiftKey ? FINE_STEP_METRES : site.floorGrid);
  if (shift !== null) return selectedRefs(site).length > 0 ? () => nudgeSelection(shift) : null;
  switch (key) {
    case 'Home':
      return useViewOptions.getState().goHome;
    case 'f':
      return useViewOptions.getState().focusSelection;
    case 'r':
      return useInteraction.getState().current.kind === 'idle' ? rotateSelection : null;
    case 'd':
      return walking ? null : duplicateSelection;
    case 'Delete':
    case 'Backspace':
      return deleteSelection;
    default:
      return null;
  }
}

/** The scene's keys, wherever the focus is, unless a field or dialog has them. */
export function useSceneKeys(bridge: ViewBridge): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (event.key === 'Escape') {
        if (cancel()) event.preventDefault();
        return;
      }
      const action = actionOf(event, bridge);
      if (action === null) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [bridge]);
}
