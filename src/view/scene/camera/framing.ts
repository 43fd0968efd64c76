import type { Box } from '../../../site/footprint';
import type { Point } from '../../../site/schema/geometry';
import type { Room } from '../../../site/schema/room';
import type { Site } from '../../../site/schema/site';

/** Vertical field of view of the perspective camera, degrees: long enough to keep rack edges near parallel. */
export const FIELD_OF_VIEW_DEGREES = 34;
/** Height of a walker's eyes, m. */
export const EYE_HEIGHT_METRES = 1.7;

export interface LookAt {
  eye: Point;
  target: Point;
}

/** Share of the free part of the view that the room may fill. */
const FILL = 0.96;
/** The size of the view, and what of it is free of panels that float over the scene; px. */
export interface Viewport {
  width: number;
  height: number;
  insetTop: number;
  insetBottom: number;
}

/** `compact`: on small screens no numbers stand over the top of the scene. */
export function viewportOf(width: number, height: number, compact: boolean): Viewport {
  return { width, height, insetTop: compact ? 10 : 92, insetBottom: 52 };
}

/** How far the picture is shifted down so that its middle is that of the free part, px. */
export function downwardShift({ insetTop, insetBottom }: Viewport): number {
  return (insetTop - insetBottom) / 2;
}

function freeHeight({ height, insetTop, insetBottom }: Viewport): number {
  return Math.max(height * 0.4, height - insetTop - insetBottom);
}
/**
 * The home view looks from the front left: this far round from the front wall's normal, more along the aisles than
 * across them so that rack fronts show on one side and rears on the other, and this far up; radians.
 */
const HOME_AZIMUTH = { rowsAlongX: -0.78, rowsAlongY: -0.62 };
const HOME_ELEVATION = 0.62;

const dot = (a: Point, b: Point) => a.x * b.x + a.y * b.y + a.z * b.z;

function corners({ min, max }: Box): Point[] {
  return [min.x, max.x].flatMap((x) => [min.y, max.y].flatMap((y) => [min.z, max.z].map((z) => ({ x, y, z }))));
}

/** Shortest distance from `target` along `-forward` from which the whole box is in view, m. */
export function fitDistance(
  box: Box,
  target: Point,
  forward: Point,
  right: Point,
  up: Point,
  viewport: Viewport,
): number {
  const tanPerPixel = Math.tan((FIELD_OF_VIEW_DEGREES * Math.PI) / 360) / viewport.height;
  const tanY = tanPerPixel * freeHeight(viewport) * FILL;
  const tanX = tanPerPixel * viewport.width * FILL;
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

/** True where rows run along x, as they do when most racks face along y. */
export function rowsAlongX({ racks }: Pick<Site, 'racks'>): boolean {
  return racks.filter(({ rotation }) => rotation === 0 || rotation === 180).length * 2 >= racks.length;
}

/** Three-quarter view of the whole room from the front left. */
export function homeView(room: Room, viewport: Viewport, alongX: boolean): LookAt {
  const azimuth = alongX ? HOME_AZIMUTH.rowsAlongX : HOME_AZIMUTH.rowsAlongY;
  const flat = Math.cos(HOME_ELEVATION);
  const back = { x: Math.sin(azimuth) * flat, y: -Math.cos(azimuth) * flat, z: Math.sin(HOME_ELEVATION) };
  const forward = { x: -back.x, y: -back.y, z: -back.z };
  const right = { x: Math.cos(azimuth), y: Math.sin(azimuth), z: 0 };
  const up = {
    x: right.y * forward.z - right.z * forward.y,
    y: right.z * forward.x - right.x * forward.z,
    z: right.x * forward.y - right.y * forward.x,
  };
  const box = roomBox(room);
  let target: Point = { x: room.width / 2, y: room.depth / 2, z: room.height / 2 };
  let distance = fitDistance(box, target, forward, right, up, viewport);
  // What is near looks larger: shift the target until the room's picture has as much free space above as below.
  for (let round = 0; round < CENTRING_ROUNDS; round++) {
    target = moved(target, up, offCentre(box, target, forward, up, distance) * distance);
    target = moved(target, right, offCentre(box, target, forward, right, distance) * distance);
    distance = fitDistance(box, target, forward, right, up, viewport);
  }
  return { target, eye: moved(target, back, distance) };
}

const CENTRING_ROUNDS = 4;

/** How far the middle of the box's picture is off the view's middle along `axis`, as a share of the distance. */
function offCentre(box: Box, target: Point, forward: Point, axis: Point, distance: number): number {
  const places = corners(box).map((corner) => {
    const offset = { x: corner.x - target.x, y: corner.y - target.y, z: corner.z - target.z };
    return dot(offset, axis) / (distance + dot(offset, forward));
  });
  return (Math.min(...places) + Math.max(...places)) / 2;
}

function moved(point: Point, along: Point, metres: number): Point {
  return { x: point.x + along.x * metres, y: point.y + along.y * metres, z: point.z + along.z * metres };
}

/** Left free on both sides of a flat view: the legend stands there, px. */
const FLAT_MARGIN_PX = 24;

/** Straight down (plan) or along +y (front) on the middle of the room; the zoom does the framing. */
export function flatView(room: Room, mode: 'plan' | 'front'): LookAt {
  const target = { x: room.width / 2, y: room.depth / 2, z: room.height / 2 };
  const far = room.width + room.depth + room.height + 10;
  return mode === 'plan' ? { target, eye: { ...target, z: far } } : { target, eye: { ...target, y: -far } };
}

/** Pixels a metre at which the room fits an orthographic view. */
export function flatZoom(room: Room, mode: 'plan' | 'front', viewport: Viewport): number {
  const widthPx = viewport.width - 2 * FLAT_MARGIN_PX;
  return Math.min(widthPx / room.width, (freeHeight(viewport) * FILL) / (mode === 'plan' ? room.depth : room.height));
}

/** Where a walk begins: just inside the front wall, looking in. */
export function walkStart(room: Room): { position: Point; yaw: number; pitch: number } {
  return {
    position: { x: room.width * 0.12, y: room.depth * 0.08, z: Math.min(EYE_HEIGHT_METRES, room.height - 0.1) },
    yaw: 0.62,
    pitch: -0.08,
  };
}
