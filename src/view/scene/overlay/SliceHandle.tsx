import { IconArrowsMove } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point } from '../../../site/schema/geometry';
import type { Room } from '../../../site/schema/room';
import { useDocument } from '../../../store/document';
import { useInteraction } from '../../../store/interaction';
import { type SliceAxis, useViewOptions } from '../../../store/view-options';
import type { ViewBridge } from '../camera/view-bridge';
import { roomLength } from '../field/slice-place';
import classes from './overlay.module.css';

/** Step of an arrow key, m. */
const STEP_METRES = 0.1;

/** The handle sits on the plane's upper edge, or for a level plane on its front edge. */
function handlePoint(room: Room, axis: SliceAxis, at: number): Point {
  if (axis === 'x') return { x: at, y: 0, z: room.height };
  if (axis === 'y') return { x: room.width, y: at, z: room.height };
  return { x: room.width, y: 0, z: at };
}

/** The grip of the slice: drag it along the plane's normal, or move it with the arrow keys. */
export function SliceHandle({ bridge }: { bridge: ViewBridge }) {
  const { t } = useTranslation('scene');
  const room = useDocument((state) => state.site.room);
  const { axis, position, visible } = useViewOptions((state) => state.slice);
  const setSlice = useViewOptions((state) => state.setSlice);
  const handle = useRef<HTMLButtonElement>(null);
  const grip = useRef<{ pointerX: number; pointerY: number; position: number } | null>(null);
  const length = roomLength(room, axis);
  const metres = position * length;

  useEffect(() => {
    if (!visible) return;
    const place = () => {
      const { x, y } = bridge.project(handlePoint(room, axis, metres));
      const left = Math.min(bridge.width - 16, Math.max(16, x));
      const top = Math.min(bridge.height - 16, Math.max(16, y));
      handle.current!.style.transform = `translate(${left}px, ${top}px) translate(-50%, -50%)`;
    };
    place();
    return bridge.onView(place);
  }, [bridge, room, axis, metres, visible]);

  if (!visible) return null;

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { pointerX: event.clientX, pointerY: event.clientY, position };
    useInteraction.getState().set({ kind: 'slicing' });
  };
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    const start = grip.current;
    if (start === null) return;
    // Pointer travel along the screen direction in which the plane moves.
    const from = bridge.project(handlePoint(room, axis, 0));
    const to = bridge.project(handlePoint(room, axis, length));
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const travel =
      ((event.clientX - start.pointerX) * dx + (event.clientY - start.pointerY) * dy) /
      Math.max(dx * dx + dy * dy, 100);
    setSlice({ position: start.position + travel });
  };
  const release = () => {
    grip.current = null;
    useInteraction.getState().end();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowUp: 1,
      ArrowRight: 1,
      ArrowDown: -1,
      ArrowLeft: -1,
      PageUp: 10,
      PageDown: -10,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setSlice({ position: (metres + step * STEP_METRES) / length });
  };

  return (
    <button
      ref={handle}
      type="button"
      role="slider"
      className={classes.sliceHandle}
      aria-label={t('slice.handle', { axis })}
      aria-valuemin={0}
      aria-valuemax={Number(length.toFixed(2))}
      aria-valuenow={Number(metres.toFixed(2))}
      aria-valuetext={`${axis} = ${metres.toFixed(2)} m`}
      data-testid="slice-handle"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={onKeyDown}
    >
      <IconArrowsMove size={14} stroke={1.8} aria-hidden="true" />
      <span className={classes.sliceValue}>
        {axis} {metres.toFixed(2)} m
      </span>
    </button>
  );
}
