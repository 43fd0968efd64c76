import { describe, expect, it } from 'vitest';
import { room as roomSchema } from '../../../site/schema/room';
import { NO_WALK_KEYS, walked, walkKeyOf } from './walk';

const room = roomSchema.parse({ width: 10, depth: 8, height: 3 });

describe('walk', () => {
  it('walks 1.8 m in a second where it looks, no faster diagonally', () => {
    const start = { x: 5, y: 4, z: 1.7 };
    expect(walked(start, 0, { ...NO_WALK_KEYS, forward: true }, 1, room)).toEqual({ x: 5, y: 5.8, z: 1.7 });
    const right = walked(start, Math.PI / 2, { ...NO_WALK_KEYS, forward: true }, 1, room);
    expect(right.x).toBeCloseTo(6.8);
    expect(right.y).toBeCloseTo(4);
    const diagonal = walked(start, 0.3, { ...NO_WALK_KEYS, forward: true, right: true }, 1, room);
    expect(Math.hypot(diagonal.x - 5, diagonal.y - 4)).toBeCloseTo(1.8);
  });

  it('stays inside the walls', () => {
    expect(walked({ x: 5, y: 7.6, z: 1.7 }, 0, { ...NO_WALK_KEYS, forward: true, hurry: true }, 5, room).y).toBe(7.75);
  });

  it('knows WASD and arrows by place on the keyboard', () => {
    expect(walkKeyOf('KeyW')).toBe('forward');
    expect(walkKeyOf('ArrowLeft')).toBe('left');
    expect(walkKeyOf('KeyQ')).toBeNull();
  });
});
