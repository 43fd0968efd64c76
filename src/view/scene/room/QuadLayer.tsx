import { useMemo } from 'react';
import type { Frame } from '../../../frame/layout';
import { perInstance, quadGeometry } from '../gpu/instanced-quads';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';
import { useFrameSink } from '../use-frame-sink';
import type { QuadItem } from './quad-item';
import { createQuadMaterial } from './quad-material';

interface Props {
  items: readonly QuadItem[];
  /** Writes the temperature of each item, °C, NaN where it has none. */
  writeCelsius: (frame: Frame, out: Float32Array) => void;
}

function createQuads(items: readonly QuadItem[]) {
  const count = items.length;
  const geometry = quadGeometry(count);
  const centre = new Float32Array(count * 3);
  const along = new Float32Array(count * 3);
  const up = new Float32Array(count * 3);
  const style = new Float32Array(count * 3);
  items.forEach((item, i) => {
    centre.set([item.centre.x, item.centre.y, item.centre.z], i * 3);
    along.set([item.along.x, item.along.y, item.along.z], i * 3);
    up.set([item.up.x, item.up.y, item.up.z], i * 3);
    style.set([item.pattern, item.openArea, item.flags], i * 3);
  });
  perInstance(geometry, 'aCentre', centre, 3);
  perInstance(geometry, 'aAlong', along, 3);
  perInstance(geometry, 'aUp', up, 3);
  perInstance(geometry, 'aStyle', style, 3);
  const celsius = perInstance(geometry, 'aCelsius', new Float32Array(count).fill(Number.NaN), 1);
  return { geometry, celsius, dispose: () => geometry.dispose() };
}

/** Faces that show a temperature: tiles, grilles, openings, all of one kind in one draw call. */
export function QuadLayer({ items, writeCelsius }: Props) {
  const { uniforms } = useSceneContext();
  const quads = useDisposable(() => createQuads(items), [items]);
  const material = useDisposable(() => createQuadMaterial(uniforms), [uniforms]);
  const write = useMemo(
    () => (frame: Frame) => {
      writeCelsius(frame, quads.celsius.array as Float32Array);
      quads.celsius.needsUpdate = true;
    },
    [quads, writeCelsius],
  );
  useFrameSink(write);
  if (items.length === 0) return null;
  return <mesh geometry={quads.geometry} material={material} frustumCulled={false} />;
}
