import type { Box } from '../../../site/footprint';
import { boxGeometry, perInstance } from '../gpu/instanced-quads';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';
import { createBoxMaterial } from './box-material';

export interface BoxItem {
  box: Box;
  style: 'equipment' | 'building';
  flags: number;
}

/** Plain boxes with thin edges in one draw call: cooling units, columns, beams. */
export function BoxLayer({ items }: { items: readonly BoxItem[] }) {
  const { uniforms } = useSceneContext();
  const geometry = useDisposable(() => {
    const boxes = boxGeometry(items.length);
    const min = new Float32Array(items.length * 3);
    const size = new Float32Array(items.length * 3);
    const style = new Float32Array(items.length * 2);
    items.forEach(({ box, style: kind, flags }, i) => {
      min.set([box.min.x, box.min.y, box.min.z], i * 3);
      size.set([box.max.x - box.min.x, box.max.y - box.min.y, box.max.z - box.min.z], i * 3);
      style.set([kind === 'building' ? 1 : 0, flags], i * 2);
    });
    perInstance(boxes, 'aMin', min, 3);
    perInstance(boxes, 'aSize', size, 3);
    perInstance(boxes, 'aStyle', style, 2);
    return boxes;
  }, [items]);
  const material = useDisposable(() => createBoxMaterial(uniforms), [uniforms]);
  if (items.length === 0) return null;
  return <mesh geometry={geometry} material={material} frustumCulled={false} />;
}
