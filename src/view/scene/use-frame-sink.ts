import { useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import type { Frame } from '../../frame/layout';
import { latestFrame, subscribeFrames } from '../../store/frames';

/**
 * Hands every frame to `write`, which copies it into GPU buffers, and asks for a redraw. React does not re-render.
 * `write` also runs with the newest frame whenever one of `remake` changes (new buffers to fill).
 */
export function useFrameSink(write: (frame: Frame) => void, remake: readonly unknown[]): void {
  const invalidate = useThree((state) => state.invalidate);
  const writer = useRef(write);
  writer.current = write;
  useEffect(() => {
    const run = (frame: Frame) => {
      writer.current(frame);
      invalidate();
    };
    const frame = latestFrame();
    if (frame !== null) run(frame);
    return subscribeFrames(run);
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller lists what its buffers depend on
  }, [invalidate, ...remake]);
}
