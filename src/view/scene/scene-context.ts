import type CameraControlsImpl from 'camera-controls';
import { createContext, type RefObject, useContext } from 'react';
import type { ViewBridge } from './camera/view-bridge';
import type { SharedUniforms } from './gpu/shared-uniforms';

export interface SceneContextValue {
  uniforms: SharedUniforms;
  bridge: ViewBridge;
  /** Null while walking. */
  controls: RefObject<CameraControlsImpl | null>;
  /** True on slow (software) renderers: fewer particles, no anti-aliasing, one pixel a pixel. */
  lowQuality: boolean;
  /** True on small screens, where less floats over the scene. */
  compact: boolean;
}

export const SceneContext = createContext<SceneContextValue | null>(null);

export function useSceneContext(): SceneContextValue {
  const value = useContext(SceneContext);
  if (value === null) throw new Error('scene parts must be inside <Scene>');
  return value;
}
