import { useEffect, useRef } from 'react';
import type { Frame } from '../../frame/layout';
import { latestFrame, subscribeSlowFrames } from '../../store/frames';

/**
 * Calls `update` with the newest frame at most four times a second, and once after each render, so that what it
 * writes into the page never waits for a frame. React renders nothing for it.
 */
export function useSlowFrame(update: (frame: Frame | null) => void): void {
  const current = useRef(update);
  useEffect(() => {
    current.current = update;
    update(latestFrame());
  });
  useEffect(() => subscribeSlowFrames((frame) => current.current(frame)), []);
}
