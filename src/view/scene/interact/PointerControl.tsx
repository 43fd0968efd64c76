import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { useSceneContext } from '../scene-context';
import { PointerController } from './pointer-controller';

/** Connects the pointer to the scene while it is there. */
export function PointerControl() {
  const { bridge, controls } = useSceneContext();
  const canvas = useThree((state) => state.gl.domElement);
  useEffect(
    () => new PointerController(canvas.parentElement ?? canvas, bridge, controls).connect(),
    [canvas, bridge, controls],
  );
  return null;
}
