import { useEffect } from 'react';
import { useDisposable } from '../gpu/use-disposable';
import { useSceneContext } from '../scene-context';
import { createFieldMaterial } from './field-material';
import type { FieldPlane } from './field-plane';

interface Props {
  plane: FieldPlane;
  /** Where it is drawn along its axis, m. */
  at: number;
  opacity: number;
  /** K between iso-lines, 0 for none. */
  isoStepKelvin: number;
  renderOrder: number;
}

/** A coloured plane of the temperature field. */
export function FieldPlaneMesh({ plane, at, opacity, isoStepKelvin, renderOrder }: Props) {
  const { uniforms } = useSceneContext();
  const material = useDisposable(
    () => createFieldMaterial(uniforms, plane.texture, opacity),
    [uniforms, plane, opacity],
  );
  useEffect(() => {
    material.uniforms.uIsoStep!.value = isoStepKelvin;
  }, [material, isoStepKelvin]);
  const position: [number, number, number] =
    plane.axis === 'x' ? [at, 0, 0] : plane.axis === 'y' ? [0, at, 0] : [0, 0, at];
  return (
    <mesh
      geometry={plane.geometry}
      material={material}
      position={position}
      renderOrder={renderOrder}
      frustumCulled={false}
    />
  );
}
