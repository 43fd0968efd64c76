import { OrthographicCamera, PerspectiveCamera } from 'three';
import { describe, expect, it, vi } from 'vitest';
import { ViewBridge } from './view-bridge';

function lookingAt(camera: PerspectiveCamera | OrthographicCamera) {
  camera.up.set(0, 0, 1);
  camera.position.set(4, -10, 6);
  camera.lookAt(4, 3, 1);
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
  return camera;
}

describe('ViewBridge', () => {
  const cameras = {
    perspective: lookingAt(new PerspectiveCamera(40, 800 / 600, 0.1, 100)),
    orthographic: lookingAt(new OrthographicCamera(-8, 8, 6, -6, 0.1, 100)),
  };

  it.each(Object.entries(cameras))('sends a line of sight back through the point it projects: %s', (_name, camera) => {
    const bridge = new ViewBridge();
    bridge.sync(camera, 800, 600);
    const point = { x: 5.2, y: 2.1, z: 0.8 };
    const { x, y, inView } = bridge.project(point);
    expect(inView).toBe(true);
    const { origin, direction } = bridge.ray(x, y)!;
    const along = (point.y - origin.y) / direction.y;
    expect(origin.x + direction.x * along).toBeCloseTo(5.2, 4);
    expect(origin.z + direction.z * along).toBeCloseTo(0.8, 4);
    bridge.dispose();
  });

  it('knows how long a metre is on the screen', () => {
    const bridge = new ViewBridge();
    bridge.sync(cameras.orthographic, 800, 600);
    expect(bridge.pixelsPerMetre({ x: 4, y: 3, z: 1 })).toBeCloseTo(50);
    bridge.sync(cameras.perspective, 800, 600);
    const nearer = bridge.pixelsPerMetre({ x: 4, y: 0, z: 1 });
    expect(nearer).toBeGreaterThan(bridge.pixelsPerMetre({ x: 4, y: 6, z: 1 }));
    bridge.dispose();
  });

  it('speaks when the camera moves, and once more when it has come to rest', () => {
    vi.useFakeTimers();
    const bridge = new ViewBridge();
    const moved = vi.fn();
    const rested = vi.fn();
    bridge.onView(moved);
    bridge.onRest(rested);
    bridge.sync(cameras.perspective, 800, 600);
    bridge.sync(cameras.perspective, 800, 600);
    bridge.sync(cameras.perspective, 700, 600);
    expect(moved).toHaveBeenCalledTimes(2);
    expect(rested).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(rested).toHaveBeenCalledTimes(1);
    bridge.dispose();
    vi.useRealTimers();
  });
});
