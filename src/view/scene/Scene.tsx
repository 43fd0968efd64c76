import { Canvas, type RootState } from '@react-three/fiber';
import type CameraControlsImpl from 'camera-controls';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewOptions } from '../../store/view-options';
import { ViewBridge } from './camera/view-bridge';
import { graphicsSupport } from './gpu/graphics-support';
import { createSharedUniforms } from './gpu/shared-uniforms';
import { useSceneKeys } from './interact/use-scene-keys';
import { Bearings } from './overlay/Bearings';
import { HandReadout } from './overlay/HandReadout';
import { LabelLayer } from './overlay/LabelLayer';
import { RackAnchors } from './overlay/RackAnchors';
import { SceneMessage } from './overlay/SceneMessage';
import { SliceHandle } from './overlay/SliceHandle';
import { followTemperatureRange } from './range-store';
import { SceneContents } from './SceneContents';
import classes from './scene.module.css';
import { SceneContext, type SceneContextValue } from './scene-context';

/** True where the scene draws the simple way: chosen so, or left to the program on a software renderer. */
function useLowQuality(): boolean {
  const quality = useViewOptions((state) => state.quality);
  const support = graphicsSupport();
  return quality === 'low' || (quality === 'auto' && support.webgl2 && support.software);
}

/** The room in 3D, filling its parent, with its labels, handles and keys. */
export function Scene({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation('scene');
  const lowQuality = useLowQuality();
  const controls = useRef<CameraControlsImpl>(null);
  const bridge = useMemo(() => new ViewBridge(), []);
  const context = useMemo<SceneContextValue>(
    () => ({ uniforms: createSharedUniforms(), bridge, controls, lowQuality, compact }),
    [bridge, lowQuality, compact],
  );
  const [lost, setLost] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useSceneKeys(bridge);
  useEffect(() => followTemperatureRange(), []);
  useEffect(() => () => bridge.dispose(), [bridge]);
  useEffect(() => () => context.uniforms.uTemperatureTable.value.dispose(), [context]);
  const watchContext = useCallback(({ gl, invalidate }: RootState) => {
    gl.domElement.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      setLost(true);
    });
    gl.domElement.addEventListener('webglcontextrestored', () => {
      setLost(false);
      invalidate();
    });
  }, []);

  if (!graphicsSupport().webgl2) return <SceneMessage title={t('noWebgl.title')} body={t('noWebgl.body')} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the application role has its own keys (arrows, R, Delete ...)
    <div className={classes.scene} data-testid="scene" role="application" aria-label={t('sceneLabel')} tabIndex={0}>
      <SceneContext value={context}>
        <Canvas
          key={`${attempt} ${lowQuality}`}
          className={classes.canvas}
          frameloop="demand"
          flat
          dpr={lowQuality ? 1 : [1, 2]}
          gl={{ antialias: !lowQuality, alpha: false, powerPreference: 'high-performance' }}
          onCreated={watchContext}
        >
          <SceneContents />
        </Canvas>
      </SceneContext>
      <SliceHandle bridge={bridge} />
      <LabelLayer bridge={bridge} />
      <HandReadout bridge={bridge} />
      <Bearings bridge={bridge} />
      <RackAnchors bridge={bridge} />
      {lost && (
        <SceneMessage
          title={t('lost.title')}
          body={t('lost.body')}
          action={{
            label: t('lost.again'),
            run: () => {
              setLost(false);
              setAttempt(attempt + 1);
            },
          }}
        />
      )}
    </div>
  );
}
