import { BoxGeometry, BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry } from 'three';

/** One square from -0.5 to 0.5 in x and y, to be placed by per-instance attributes. */
export function quadGeometry(instances: number): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute(
    'position',
    new BufferAttribute(Float32Array.of(-0.5, -0.5, 0, 0.5, -0.5, 0, 0.5, 0.5, 0, -0.5, 0.5, 0), 3),
  );
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  geometry.instanceCount = instances;
  return geometry;
}

/** One box, centred in x and y and standing on z = 0, of side 1. */
export function boxGeometry(instances: number): InstancedBufferGeometry {
  const box = new BoxGeometry(1, 1, 1).translate(0, 0, 0.5);
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', box.getAttribute('position'));
  geometry.setAttribute('normal', box.getAttribute('normal'));
  geometry.setIndex(box.getIndex());
  geometry.instanceCount = instances;
  return geometry;
}

export function perInstance(
  geometry: InstancedBufferGeometry,
  name: string,
  values: Float32Array,
  size: number,
): InstancedBufferAttribute {
  const attribute = new InstancedBufferAttribute(values, size);
  geometry.setAttribute(name, attribute);
  return attribute;
}
