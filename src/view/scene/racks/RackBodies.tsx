import { boxGeometry, perInstance } from '../gpu/instanced-quads';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';
import { createRackBodyMaterial } from './rack-body-material';
import type { RackStructure } from './rack-structure';
import type { RackTexture } from './rack-texture';

/** Bodies, doors and tops of all racks in one draw call. */
export function RackBodies({ structure, racks }: { structure: RackStructure; racks: RackTexture }) {
  const { uniforms } = useSceneContext();
  const geometry = useDisposable(() => {
    const count = structure.racks.length;
    const boxes = boxGeometry(count);
    perInstance(
      boxes,
      'aRack',
      Float32Array.from({ length: count }, (_, i) => i),
      1,
    );
    perInstance(boxes, 'aSize', structure.sizes, 3);
    perInstance(boxes, 'aBlanked', structure.blanked, 1);
    return boxes;
  }, [structure]);
  const material = useDisposable(() => createRackBodyMaterial(uniforms, racks), [uniforms, racks]);
  return <mesh geometry={geometry} material={material} frustumCulled={false} />;
}
