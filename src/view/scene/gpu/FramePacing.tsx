import { addAfterEffect, useThree } from '@react-three/fiber';
import { useEffect } from 'react';

/** How often it is asked whether the renderer has finished, ms. */
const POLL_MS = 8;

/**
 * Starts no picture before the last one is finished, so that a slow (software) renderer does not pile up work that
 * keeps the page from answering. Wishes that come meanwhile are answered by one picture.
 */
export function FramePacing() {
  const get = useThree((state) => state.get);
  const set = useThree((state) => state.set);
  useEffect(() => {
    const { gl, invalidate } = get();
    const context = gl.getContext() as WebGL2RenderingContext;
    let fence: WebGLSync | null = null;
    let wanted = false;
    let timer: ReturnType<typeof setTimeout> | null = null;

    const poll = () => {
      timer = null;
      if (fence === null) return;
      const done = context.isContextLost() || context.getSyncParameter(fence, context.SYNC_STATUS) === context.SIGNALED;
      if (!done) {
        timer = setTimeout(poll, POLL_MS);
        return;
      }
      context.deleteSync(fence);
      fence = null;
      if (wanted) {
        wanted = false;
        invalidate();
      }
    };
    const paced = (frames?: number) => {
      if (fence === null) invalidate(frames);
      else wanted = true;
    };
    const stop = addAfterEffect(() => {
      if (fence !== null) return;
      fence = context.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
      context.flush();
      if (fence !== null) timer = setTimeout(poll, POLL_MS);
    });
    set({ invalidate: paced });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
      if (fence !== null) context.deleteSync(fence);
      set({ invalidate });
    };
  }, [get, set]);
  return null;
}
