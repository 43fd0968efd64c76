import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import type { Frame } from '../../frame/layout';
import { latestFrame, subscribeFrames } from '../../store/frames';

/**
 * Hands every frame to `write`, which copies it into GPU buffers, and asks for a redraw. React does not re-render.
 * Keep `write` the same until its buffers change: a new one gets the newest frame at once.
 */
export function useFrameSink(write: (frame: Frame) => void): void {
  const invalidate = useThree((state) => state.invalidate);
  useEffect(() => {
    const run = (frame: Frame) => {
      write(frame);
      invalidate();
    };
    const frame = latestFrame();
    if (frame !== null) run(frame);
    return subscribeFrames(run);
  }, [write, invalidate]);
}
