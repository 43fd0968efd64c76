import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { Frame, FrameLayout } from '../../../frame/layout';
import { latestPreview, subscribePreview } from '../../../store/frames';
import type { PreviewFrame } from '../../../worker/protocol';
import { perInstance, quadGeometry } from '../gpu/instanced-quads';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';
import { useFrameSink } from '../use-frame-sink';
import { createChassisMaterial } from './chassis-material';
import type { RackStructure } from './rack-structure';
import {
  mapTemperatures,
  type TemperatureMapping,
  writeChassisTemperatures,
  writePreviewTemperatures,
} from './rack-temperatures';
import type { RackTexture } from './rack-texture';

function createFaces(structure: RackStructure) {
  const count = structure.chassisIds.length;
  const geometry = quadGeometry(count * 2);
  const places = new Float32Array(count * 6);
  const rects = new Float32Array(count * 8);
  for (let i = 0; i < count; i++) {
    const rack = structure.chassisRack[i]!;
    const toDoor = structure.sizes[rack * 3 + 1]! / 2;
    places.set([rack, -1, toDoor], i * 3);
    places.set([rack, 1, toDoor], (count + i) * 3);
  }
  rects.set(structure.chassisRect, 0);
  rects.set(structure.chassisRect, count * 4);
  perInstance(geometry, 'aPlace', places, 3);
  perInstance(geometry, 'aRect', rects, 4);
  const celsius = perInstance(geometry, 'aCelsius', new Float32Array(count * 2).fill(Number.NaN), 1);
  return { geometry, celsius, dispose: () => geometry.dispose() };
}

/** Inlet temperature of each chassis on the racks' fronts and outlet temperature on their rears, in one draw call. */
export function ChassisFaces({ structure, racks }: { structure: RackStructure; racks: RackTexture }) {
  const { uniforms } = useSceneContext();
  const invalidate = useThree((state) => state.invalidate);
  const faces = useDisposable(() => createFaces(structure), [structure]);
  const material = useDisposable(() => createChassisMaterial(uniforms, racks), [uniforms, racks]);
  const write = useMemo(() => {
    let known: { layout: FrameLayout; map: TemperatureMapping } | null = null;
    return (frame: Frame) => {
      if (latestPreview() !== null) return;
      if (known?.layout !== frame.layout) {
        known = { layout: frame.layout, map: mapTemperatures(structure, frame.layout) };
      }
      const { map } = known;
      writeChassisTemperatures(map, frame, faces.celsius.array as Float32Array);
      faces.celsius.needsUpdate = true;
      const { rackInletMaxCelsius, rackOutletMeanCelsius } = frame.blocks;
      map.rackSource.forEach((source, rack) => {
        if (source >= 0) racks.setTemperatures(rack, rackInletMaxCelsius[source]!, rackOutletMeanCelsius[source]!);
      });
    };
  }, [structure, faces, racks]);
  useFrameSink(write);

  useEffect(() => {
    const placeOf = new Map(structure.racks.map(({ id }, i) => [id, i]));
    const show = (preview: PreviewFrame | null) => {
      if (preview === null) return;
      writePreviewTemperatures(structure, preview, faces.celsius.array as Float32Array);
      faces.celsius.needsUpdate = true;
      preview.rackIds.forEach((id, source) => {
        const rack = placeOf.get(id);
        if (rack === undefined) return;
        racks.setTemperatures(rack, preview.rackInletMaxCelsius[source]!, preview.rackOutletMeanCelsius[source]!);
      });
      invalidate();
    };
    show(latestPreview());
    return subscribePreview(show);
  }, [structure, faces, racks, invalidate]);

  return <mesh geometry={faces.geometry} material={material} frustumCulled={false} />;
}
