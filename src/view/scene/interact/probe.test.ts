import { describe, expect, it } from 'vitest';
import { room as roomSchema } from '../../../site/schema/room';
import { probeOf } from './probe';

const room = roomSchema.parse({ width: 10, depth: 8, height: 3 });
const slice = { visible: true, axis: 'y' as const, position: 0.5, isoLines: true };
const ahead = { origin: { x: 5, y: -2, z: 1.5 }, direction: { x: 0, y: 1, z: 0 } };
const down = { origin: { x: 2, y: 3, z: 9 }, direction: { x: 0, y: 0, z: -1 } };

describe('probeOf', () => {
  it('reads the slice where it is', () => {
    expect(probeOf(ahead, room, { slice, showFloorTint: true }, null)?.sampled).toEqual({ x: 5, y: 4, z: 1.5 });
  });

  it('reads nothing off a slice behind a rack', () => {
    expect(probeOf(ahead, room, { slice, showFloorTint: true }, 3)).toBeNull();
  });

  it('reads the air at rack mid-height over the bare floor, and nothing outside the room', () => {
    const floor = probeOf(down, room, { slice: { ...slice, visible: false }, showFloorTint: true }, null);
    expect(floor).toEqual({ shown: { x: 2, y: 3, z: 0 }, sampled: { x: 2, y: 3, z: 1 } });
    const outside = { ...down, origin: { x: -1, y: 3, z: 9 } };
    expect(probeOf(outside, room, { slice, showFloorTint: true }, null)).toBeNull();
    expect(probeOf(down, room, { slice: { ...slice, visible: false }, showFloorTint: false }, null)).toBeNull();
  });
});
