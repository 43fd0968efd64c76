import { useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import type { Rack } from '../../../site/schema/rack';
import { useDisposable } from '../gpu/use-disposable';
import { ChassisFaces } from './ChassisFaces';
import { RackBodies } from './RackBodies';
import { RackNames } from './RackNames';
import { createRackStructure, hasSameStructure, type RackStructure } from './rack-structure';
import { RackTexture } from './rack-texture';

/** The structure of these racks; the same object as before while racks only move. */
function useRackStructure(racks: readonly Rack[]): RackStructure {
  const kept = useRef<RackStructure | null>(null);
  if (kept.current === null || !hasSameStructure(kept.current.racks, racks)) kept.current = createRackStructure(racks);
  return kept.current;
}

interface Props {
  racks: readonly Rack[];
  showNames: boolean;
  /** Sum of RACK_FLAG of a rack: hovered, selected, ghost, misplaced. */
  flagsOf: (rack: Rack) => number;
}

/** All racks of the room, in three draw calls however many they are. */
export function Racks({ racks, showNames, flagsOf }: Props) {
  const invalidate = useThree((state) => state.invalidate);
  const structure = useRackStructure(racks);
  const texture = useDisposable(() => new RackTexture(structure.racks.length), [structure]);
  useEffect(() => {
    texture.setPlaces(racks, flagsOf);
    invalidate();
  }, [texture, racks, flagsOf, invalidate]);
  if (racks.length === 0) return null;
  return (
    <>
      <RackBodies structure={structure} racks={texture} />
      <ChassisFaces structure={structure} racks={texture} />
      {showNames && (
        <RackNames structure={structure} racks={texture} names={racks.map((rack) => rack.name ?? rack.id).join('\n')} />
      )}
    </>
  );
}
