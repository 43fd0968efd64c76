import { type Camera, Matrix4, type OrthographicCamera, type PerspectiveCamera, Vector3 } from 'three';
import type { Point } from '../../../site/schema/geometry';

export interface Ray {
  origin: Point;
  direction: Point;
}

export interface ScreenPoint {
  /** CSS pixels from the top left of the scene. */
  x: number;
  y: number;
  /** In front of the camera and inside the scene. */
  inView: boolean;
}

/** The camera has come to rest after this long without a change, ms. */
const REST_MS = 140;

/** What the camera sees, for the layers drawn in HTML over the scene and for picking. */
export class ViewBridge {
  camera: Camera | null = null;
  width = 1;
  height = 1;
  private readonly lastView = new Matrix4();
  private readonly scratch = new Vector3();
  private readonly viewListeners = new Set<() => void>();
  private readonly restListeners = new Set<() => void>();
  private restTimer: ReturnType<typeof setTimeout> | null = null;

  /** Takes over the camera of a picture; tells the listeners when it has moved. */
  sync(camera: Camera, width: number, height: number): void {
    const view = new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    const same = this.camera === camera && this.width === width && this.height === height && view.equals(this.lastView);
    if (same) return;
    this.camera = camera;
    this.width = width;
    this.height = height;
    this.lastView.copy(view);
    for (const listener of this.viewListeners) listener();
    if (this.restTimer !== null) clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => {
      this.restTimer = null;
      for (const listener of this.restListeners) listener();
    }, REST_MS);
  }

  onView(listener: () => void): () => void {
    this.viewListeners.add(listener);
    return () => this.viewListeners.delete(listener);
  }

  /** Called when the camera has come to rest. */
  onRest(listener: () => void): () => void {
    this.restListeners.add(listener);
    return () => this.restListeners.delete(listener);
  }

  project({ x, y, z }: Point): ScreenPoint {
    if (this.camera === null) return { x: 0, y: 0, inView: false };
    const at = this.scratch.set(x, y, z).project(this.camera);
    const inView = at.z > -1 && at.z < 1 && Math.abs(at.x) <= 1 && Math.abs(at.y) <= 1;
    return { x: ((at.x + 1) / 2) * this.width, y: ((1 - at.y) / 2) * this.height, inView };
  }

  /** The line of sight through a point of the scene (CSS pixels from its top left). */
  ray(x: number, y: number): Ray | null {
    if (this.camera === null) return null;
    const ndcX = (x / this.width) * 2 - 1;
    const ndcY = 1 - (y / this.height) * 2;
    const near = new Vector3(ndcX, ndcY, -1).unproject(this.camera);
    const far = new Vector3(ndcX, ndcY, 1).unproject(this.camera).sub(near).normalize();
    return { origin: { x: near.x, y: near.y, z: near.z }, direction: { x: far.x, y: far.y, z: far.z } };
  }

  /** Pixels that a metre takes at a point, across the line of sight. */
  pixelsPerMetre(at: Point): number {
    const camera = this.camera as PerspectiveCamera | OrthographicCamera | null;
    if (camera === null) return 1;
    if ('isOrthographicCamera' in camera) return (this.width * camera.zoom) / (camera.right - camera.left);
    const depth = -this.scratch.set(at.x, at.y, at.z).applyMatrix4(camera.matrixWorldInverse).z;
    return this.height / (2 * Math.max(depth, 0.01) * Math.tan(((camera as PerspectiveCamera).fov * Math.PI) / 360));
  }

  dispose(): void {
    if (this.restTimer !== null) clearTimeout(this.restTimer);
    this.restTimer = null;
  }
}
