import { useEffect, useState } from 'react';
import type { Frame } from '../../frame/layout';
import { latestFrame, subscribeSlowFrames } from '../../store/frames';

/** A value of the running simulation that changes what is shown, not just a number in it; renders only when it changes. */
export function useFrameValue<T extends string | number | null>(read: (frame: Frame) => T): T | null {
  const [value, setValue] = useState<T | null>(() => {
    const frame = latestFrame();
    return frame === null ? null : read(frame);
  });
  useEffect(() => {
    const look = (frame: Frame) => setValue(read(frame));
    const frame = latestFrame();
    if (frame !== null) look(frame);
    return subscribeSlowFrames(look);
  }, [read]);
  return value;
}
