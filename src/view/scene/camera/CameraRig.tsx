import { useReducedMotion } from '@mantine/hooks';
import { CameraControls } from '@react-three/drei/core/CameraControls';
import { useFrame, useThree } from '@react-three/fiber';
import CameraControlsImpl from 'camera-controls';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { OrthographicCamera, PerspectiveCamera, Sphere, Vector3 } from 'three';
import { entityBox } from '../../../site/entity';
import type { Room } from '../../../site/schema/room';
import { useDocument } from '../../../store/document';
import { useSelection } from '../../../store/selection';
import { type CameraMode, useViewOptions } from '../../../store/view-options';
import { useSceneContext } from '../scene-context';
import { downwardShift, FIELD_OF_VIEW_DEGREES, flatView, flatZoom, homeView, rowsAlongX, viewportOf } from './framing';
import { WalkControl } from './WalkControl';

const { ACTION } = CameraControlsImpl;
const SPATIAL_BUTTONS = { left: ACTION.ROTATE, middle: ACTION.ROTATE, right: ACTION.SCREEN_PAN, wheel: ACTION.DOLLY };
const SPATIAL_TOUCHES = { one: ACTION.TOUCH_ROTATE, two: ACTION.TOUCH_DOLLY_TRUCK, three: ACTION.TOUCH_TRUCK };
const FLAT_BUTTONS = { left: ACTION.TRUCK, middle: ACTION.TRUCK, right: ACTION.TRUCK, wheel: ACTION.ZOOM };
const FLAT_TOUCHES = { one: ACTION.TOUCH_TRUCK, two: ACTION.TOUCH_ZOOM_TRUCK, three: ACTION.TOUCH_TRUCK };

/** The camera of a mode; z is up everywhere, as in the site document. */
function createCamera(mode: CameraMode) {
  const camera =
    mode === 'plan' || mode === 'front'
      ? new OrthographicCamera(-1, 1, 1, -1, 0.1, 2000)
      : new PerspectiveCamera(FIELD_OF_VIEW_DEGREES, 1, 0.1, 1000);
  if (mode === 'walk') (camera as PerspectiveCamera).fov = 62;
  camera.up.set(0, 0, 1);
  return camera;
}

/** Sphere around what is selected, at least a person's size; null when nothing is. */
function selectionSphere(): Sphere | null {
  const { site } = useDocument.getState();
  const points = useSelection.getState().selected.flatMap((ref) => {
    const box = entityBox(site, ref);
    return box === null
      ? []
      : [new Vector3(box.min.x, box.min.y, box.min.z), new Vector3(box.max.x, box.max.y, box.max.z)];
  });
  if (points.length === 0) return null;
  const sphere = new Sphere().setFromPoints(points);
  sphere.radius = Math.max(sphere.radius * 1.25, 1);
  return sphere;
}

/** Makes the mode's camera the scene's own and keeps its frame in step with the window. */
function useModeCamera(mode: CameraMode, compact: boolean) {
  const set = useThree((state) => state.set);
  const size = useThree((state) => state.size);
  const camera = useMemo(() => createCamera(mode), [mode]);
  useLayoutEffect(() => {
    if (camera instanceof PerspectiveCamera) camera.aspect = size.width / size.height;
    else {
      camera.left = -size.width / 2;
      camera.right = size.width / 2;
      camera.top = size.height / 2;
      camera.bottom = -size.height / 2;
    }
    const shift = mode === 'walk' ? 0 : downwardShift(viewportOf(size.width, size.height, compact));
    camera.setViewOffset(size.width, size.height, 0, -shift, size.width, size.height);
    camera.updateProjectionMatrix();
    set({ camera: camera as PerspectiveCamera & { manual?: boolean } });
  }, [camera, mode, compact, size, set]);
  return camera;
}

/** Cameras and their controls: orbit, plan, front, walk; Home and focus requests. */
export function CameraRig({ room }: { room: Room }) {
  const mode = useViewOptions((state) => state.cameraMode);
  const { bridge, controls, compact } = useSceneContext();
  const get = useThree((state) => state.get);
  const size = useThree((state) => state.size);
  const calm = useReducedMotion();
  const camera = useModeCamera(mode, compact);
  /** True until the user turns the camera: the home view then follows the size of the window. */
  const atHome = useRef(true);

  const goHome = useCallback(
    (smooth: boolean) => {
      const rig = controls.current;
      if (rig === null || mode === 'walk') return;
      const { site } = useDocument.getState();
      const viewport = viewportOf(get().size.width, get().size.height, compact);
      const { eye, target } =
        mode === 'orbit' ? homeView(site.room, viewport, rowsAlongX(site)) : flatView(site.room, mode);
      void rig.setLookAt(eye.x, eye.y, eye.z, target.x, target.y, target.z, smooth);
      if (mode !== 'orbit') void rig.zoomTo(flatZoom(site.room, mode, viewport), smooth);
      rig.normalizeRotations();
      if (!smooth) rig.update(0);
      atHome.current = true;
      get().invalidate();
    },
    [mode, compact, controls, get],
  );

  const focus = useCallback(() => {
    const sphere = selectionSphere();
    if (sphere === null || controls.current === null) return;
    void controls.current.fitToSphere(sphere, !calm);
    atHome.current = false;
    get().invalidate();
  }, [calm, controls, get]);

  useEffect(() => {
    goHome(false);
    return useDocument.subscribe((state, before) => {
      if (state.opened !== before.opened) goHome(false);
    });
  }, [goHome]);

  useEffect(() => {
    if (size.width > 1 && atHome.current) goHome(false);
  }, [size, goHome]);

  useEffect(
    () =>
      useViewOptions.subscribe((state, before) => {
        if (state.homeRequests !== before.homeRequests) goHome(!calm);
        if (state.focusRequests !== before.focusRequests) focus();
      }),
    [goHome, focus, calm],
  );

  useFrame((state) => {
    state.camera.updateMatrixWorld();
    bridge.sync(state.camera, state.size.width, state.size.height);
  }, -0.5);

  if (mode === 'walk') return <WalkControl room={room} />;
  const flat = mode !== 'orbit';
  const reach = room.width + room.depth + room.height;
  return (
    <CameraControls
      ref={controls}
      camera={camera}
      onControlStart={() => {
        atHome.current = false;
      }}
      smoothTime={0.12}
      draggingSmoothTime={0.06}
      dollyToCursor
      minDistance={0.6}
      maxDistance={reach * 3}
      minZoom={8}
      maxZoom={2000}
      minPolarAngle={0}
      maxPolarAngle={Math.PI / 2 - 0.02}
      mouseButtons={flat ? FLAT_BUTTONS : SPATIAL_BUTTONS}
      touches={flat ? FLAT_TOUCHES : SPATIAL_TOUCHES}
    />
  );
}
