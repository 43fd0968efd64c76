import type { Box } from '../../../site/footprint';
import type { Point } from '../../../site/schema/geometry';
import type { Room } from '../../../site/schema/room';

/** Vertical field of view of the perspective camera, degrees: long enough to keep rack edges near parallel. */
export const FIELD_OF_VIEW_DEGREES = 34;
/** Height of a walker's eyes, m. */
export const EYE_HEIGHT_METRES = 1.7;

export interface LookAt {
  eye: Point;
  target: Point;
}

/** Share of the view's width and height that the room may fill; the rest is for what floats over the scene. */
const FILL = { x: 0.94, y: 0.8 };
/** The home view looks from the front left, this far round and this far up, radians. */
const HOME_AZIMUTH = -0.62;
const HOME_ELEVATION = 0.6;

const dot = (a: Point, b: Point) => a.x * b.x + a.y * b.y + a.z * b.z;

function corners({ min, max }: Box): Point[] {
  return [min.x, max.x].flatMap((x) => [min.y, max.y].flatMap((y) => [min.z, max.z].map((z) => ({ x, y, z }))));
}

/** Shortest distance from `target` along `-forward` from which the whole box is in view, m. */
export function fitDistance(box: Box, target: Point, forward: Point, right: Point, up: Point, aspect: number): number {
  const tanY = Math.tan((FIELD_OF_VIEW_DEGREES * Math.PI) / 360) * FILL.y;
  const tanX = Math.tan((FIELD_OF_VIEW_DEGREES * Math.PI) / 360) * aspect * FILL.x;
  return Math.max(
    ...corners(box).map((corner) => {
      const offset = { x: corner.x - target.x, y: corner.y - target.y, z: corner.z - target.z };
      return Math.max(Math.abs(dot(offset, right)) / tanX, Math.abs(dot(offset, up)) / tanY) - dot(offset, forward);
    }),
  );
}

export function roomBox(room: Room): Box {
  return { min: { x: 0, y: 0, z: 0 }, max: { x: room.width, y: room.depth, z: room.height } };
}

/** Three-quarter view of the whole room from the front left. */
export function homeView(room: Room, aspect: number): LookAt {
  const target = { x: room.width / 2, y: room.depth / 2, z: room.height * 0.36 };
  const flat = Math.cos(HOME_ELEVATION);
  const back = { x: Math.sin(HOME_AZIMUTH) * flat, y: -Math.cos(HOME_AZIMUTH) * flat, z: Math.sin(HOME_ELEVATION) };
  const forward = { x: -back.x, y: -back.y, z: -back.z };
  const right = { x: Math.cos(HOME_AZIMUTH), y: Math.sin(HOME_AZIMUTH), z: 0 };
  const up = {
    x: right.y * forward.z - right.z * forward.y,
    y: right.z * forward.x - right.x * forward.z,
    z: right.x * forward.y - right.y * forward.x,
  };
  // The ceiling is not drawn: what stands in the room decides, not its full height.
  const box = roomBox({ ...room, height: Math.min(room.height, 2.6) });
  const distance = fitDistance(box, target, forward, right, up, aspect);
  return { target, eye: { x: target.x + back.x * distance, y: target.y + back.y * distance, z: target.z + back.z * distance } };
}

/** Straight down (plan) or along +y (front) on the middle of the room; the zoom does the framing. */
export function flatView(room: Room, mode: 'plan' | 'front'): LookAt {
  const target = { x: room.width / 2, y: room.depth / 2, z: room.height / 2 };
  const far = room.width + room.depth + room.height + 10;
  return mode === 'plan' ? { target, eye: { ...target, z: far } } : { target, eye: { ...target, y: -far } };
}

/** Pixels a metre at which the room fits an orthographic view. */
export function flatZoom(room: Room, mode: 'plan' | 'front', widthPx: number, heightPx: number): number {
  return Math.min((widthPx * FILL.x * 0.92) / room.width, (heightPx * FILL.y * 0.92) / (mode === 'plan' ? room.depth : room.height));
}

/** Where a walk begins: just inside the front wall, looking in. */
export function walkStart(room: Room): { position: Point; yaw: number; pitch: number } {
  return { position: { x: room.width * 0.12, y: room.depth * 0.08, z: Math.min(EYE_HEIGHT_METRES, room.height - 0.1) }, yaw: 0.62, pitch: -0.08 };
}
