import { useFrame } from '@react-three/fiber';
import { Vector3 } from 'three';
import { perInstance, quadGeometry } from '../gpu/instanced-quads';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';
import { createNameAtlas } from './name-atlas';
import { createNameMaterial } from './name-material';
import type { RackStructure } from './rack-structure';
import type { RackTexture } from './rack-texture';

const right = new Vector3();

/** The racks' names on their tops, turned to be read from where the camera is; one draw call. */
export function RackNames({
  structure,
  racks,
  names,
}: {
  structure: RackStructure;
  racks: RackTexture;
  names: string;
}) {
  const { uniforms } = useSceneContext();
  const geometry = useDisposable(() => {
    const count = structure.racks.length;
    const quads = quadGeometry(count);
    perInstance(
      quads,
      'aRack',
      Float32Array.from({ length: count }, (_, i) => i),
      1,
    );
    perInstance(quads, 'aSize', structure.sizes, 3);
    return quads;
  }, [structure]);
  const atlas = useDisposable(() => createNameAtlas(names === '' ? [] : names.split('\n')), [names]);
  const material = useDisposable(() => createNameMaterial(uniforms, racks, atlas), [uniforms, racks, atlas]);
  useFrame(({ camera }) => {
    right.setFromMatrixColumn(camera.matrixWorld, 0);
    material.uniforms.uTurn!.value = (Math.round(Math.atan2(right.y, right.x) / (Math.PI / 2)) + 4) % 4;
  });
  return <mesh geometry={geometry} material={material} frustumCulled={false} renderOrder={2} />;
}
