import { useEffect, useState } from 'react';
import type { Frame, PlenumLayout } from '../../../frame/layout';
import { latestFrame, subscribeFrames } from '../../../store/frames';

/** The cells under the floor that frames now have; null where there are none. Renders again only when they change. */
export function usePlenumLayout(): PlenumLayout | null {
  const [layout, setLayout] = useState<PlenumLayout | null>(() => latestFrame()?.layout.plenum ?? null);
  useEffect(() => {
    const follow = (frame: Frame) => setLayout(frame.layout.plenum ?? null);
    const frame = latestFrame();
    setLayout(frame?.layout.plenum ?? null);
    return subscribeFrames(follow);
  }, []);
  return layout;
}
