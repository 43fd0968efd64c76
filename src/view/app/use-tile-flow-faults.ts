import { useEffect, useState } from 'react';
import { latestFrame, subscribeSlowFrames } from '../../store/frames';
import { type TileFlowFault, tileFlowFaults } from '../../store/tile-flow';

const signature = (faults: readonly TileFlowFault[]) => faults.map(({ id, kind }) => `${kind} ${id}`).join();

/** Tiles that now draw air down or are starved. Renders again when another tile joins or leaves, not with every flow. */
export function useTileFlowFaults(): readonly TileFlowFault[] {
  const [faults, setFaults] = useState<readonly TileFlowFault[]>([]);
  useEffect(() => {
    const follow = () => {
      const frame = latestFrame();
      const next = frame === null ? [] : tileFlowFaults(frame);
      setFaults((before) => (signature(before) === signature(next) ? before : next));
    };
    follow();
    return subscribeSlowFrames(follow);
  }, []);
  return faults;
}
