import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import type { Room } from '../../../site/schema/room';
import { useInteraction } from '../../../store/interaction';
import { useViewOptions } from '../../../store/view-options';
import { isTyping } from '../interact/key-target';
import { walkStart } from './framing';
import { NO_WALK_KEYS, walked, walkKeyOf } from './walk';

/** Turn for each pixel dragged, radians. */
const TURN_PER_PIXEL = 0.0042;
const MAX_PITCH = 1.3;

/** First person at eye height: WASD or arrows walk, dragging looks round. Nothing stops the walker but the walls. */
export function WalkControl({ room }: { room: Room }) {
  const invalidate = useThree((state) => state.invalidate);
  const canvas = useThree((state) => state.gl.domElement);
  const walker = useRef(walkStart(room));
  const keys = useRef({ ...NO_WALK_KEYS });

  useEffect(() => {
    const begin = () => {
      walker.current = walkStart(room);
      invalidate();
    };
    begin();
    return useViewOptions.subscribe((state, before) => {
      if (state.homeRequests !== before.homeRequests) begin();
    });
  }, [room, invalidate]);

  useEffect(() => {
    useInteraction.getState().set({ kind: 'walking' });
    const press = (event: KeyboardEvent, down: boolean) => {
      const key = walkKeyOf(event.code);
      if (key === null || (down && (isTyping(event.target) || event.ctrlKey || event.metaKey))) return;
      if (down && key !== 'hurry') event.preventDefault();
      keys.current[key] = down;
      invalidate();
    };
    const onDown = (event: KeyboardEvent) => press(event, true);
    const onUp = (event: KeyboardEvent) => press(event, false);
    const onBlur = () => {
      keys.current = { ...NO_WALK_KEYS };
    };
    const onDrag = (event: PointerEvent) => {
      if (event.buttons === 0) return;
      walker.current.yaw -= event.movementX * TURN_PER_PIXEL;
      walker.current.pitch = Math.min(
        MAX_PITCH,
        Math.max(-MAX_PITCH, walker.current.pitch + event.movementY * TURN_PER_PIXEL),
      );
      invalidate();
    };
    window.addEventListener('keydown', onDown);
    window.addEventListener('keyup', onUp);
    window.addEventListener('blur', onBlur);
    canvas.addEventListener('pointermove', onDrag);
    return () => {
      window.removeEventListener('keydown', onDown);
      window.removeEventListener('keyup', onUp);
      window.removeEventListener('blur', onBlur);
      canvas.removeEventListener('pointermove', onDrag);
      if (useInteraction.getState().current.kind === 'walking') useInteraction.getState().end();
    };
  }, [canvas, invalidate]);

  useFrame(({ camera }, delta) => {
    const { yaw, pitch } = walker.current;
    const moving = keys.current.forward || keys.current.back || keys.current.left || keys.current.right;
    if (moving) {
      walker.current.position = walked(walker.current.position, yaw, keys.current, Math.min(delta, 0.1), room);
      invalidate();
    }
    const { x, y, z } = walker.current.position;
    camera.position.set(x, y, z);
    camera.lookAt(x + Math.sin(yaw) * Math.cos(pitch), y + Math.cos(yaw) * Math.cos(pitch), z + Math.sin(pitch));
    camera.updateMatrixWorld();
  }, -1);
  return null;
}
