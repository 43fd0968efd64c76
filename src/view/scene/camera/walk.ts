import type { Point } from '../../../site/schema/geometry';
import type { Room } from '../../../site/schema/room';

/** An easy indoor walk, and a hurry with Shift, m/s. */
const WALK_SPEED_MS = 1.8;
const HURRY_FACTOR = 2.5;
/** A walker keeps this far from the walls, m. */
const MARGIN_METRES = 0.25;

export interface WalkKeys {
  forward: boolean;
  back: boolean;
  left: boolean;
  right: boolean;
  hurry: boolean;
}

export const NO_WALK_KEYS: WalkKeys = { forward: false, back: false, left: false, right: false, hurry: false };

const KEY_NAMES: Record<string, keyof WalkKeys> = {
  KeyW: 'forward',
  ArrowUp: 'forward',
  KeyS: 'back',
  ArrowDown: 'back',
  KeyA: 'left',
  ArrowLeft: 'left',
  KeyD: 'right',
  ArrowRight: 'right',
  ShiftLeft: 'hurry',
  ShiftRight: 'hurry',
};

/** The walking key of a keyboard code; null for any other. */
export function walkKeyOf(code: string): keyof WalkKeys | null {
  return KEY_NAMES[code] ?? null;
}

/** Position after walking for `seconds`; yaw 0 looks along +y and grows to the right (towards +x). */
export function walked(position: Point, yaw: number, keys: WalkKeys, seconds: number, room: Room): Point {
  const ahead = Number(keys.forward) - Number(keys.back);
  const aside = Number(keys.right) - Number(keys.left);
  const length = Math.hypot(ahead, aside);
  if (length === 0) return position;
  const metres = (WALK_SPEED_MS * (keys.hurry ? HURRY_FACTOR : 1) * seconds) / length;
  const x = position.x + (Math.sin(yaw) * ahead + Math.cos(yaw) * aside) * metres;
  const y = position.y + (Math.cos(yaw) * ahead - Math.sin(yaw) * aside) * metres;
  return { x: held(x, room.width), y: held(y, room.depth), z: position.z };
}

function held(value: number, length: number): number {
  return Math.min(length - MARGIN_METRES, Math.max(MARGIN_METRES, value));
}
