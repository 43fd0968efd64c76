import { describe, expect, it } from 'vitest';
import { airGridOf } from '../field/air-field';
import { evenFaces, fieldFrame } from '../field/test-frame';
import { POINT_STRIDE, streamlineSeeds, traceStreamline } from './streamlines';

const faces = { x: evenFaces(6, 0.2), y: evenFaces(6, 0.2), z: evenFaces(3, 0.2) };

describe('streamlines', () => {
  it('goes round a solid-body vortex on a circle', () => {
    const frame = fieldFrame(
      faces,
      () => 20,
      (x, y) => [-(y - 3), x - 3, 0],
    );
    const line = traceStreamline(airGridOf(frame.layout), frame, { x: 4.5, y: 3, z: 1.5 });
    expect(line.length / POINT_STRIDE).toBeGreaterThan(100);
    for (let i = 0; i < line.length; i += POINT_STRIDE)
      expect(Math.hypot(line[i]! - 3, line[i + 1]! - 3)).toBeCloseTo(1.5, 1);
  });

  it('ends at a solid, at the wall and in still air', () => {
    const blocked = fieldFrame(
      faces,
      () => 20,
      () => [1, 0, 0],
      (x) => x > 4,
    );
    const line = traceStreamline(airGridOf(blocked.layout), blocked, { x: 1, y: 3, z: 1.5 });
    expect(line[line.length - POINT_STRIDE]!).toBeLessThan(4.01);
    const still = fieldFrame(faces, () => 20);
    expect(traceStreamline(airGridOf(still.layout), still, { x: 1, y: 3, z: 1.5 })).toHaveLength(POINT_STRIDE);
  });

  it('starts more lines where more air enters, at least one everywhere', () => {
    const source = (airflowM3s: number) => ({
      centre: { x: 0, y: 0, z: 0 },
      along: { x: 1, y: 0, z: 0 },
      up: { x: 0, y: 1, z: 0 },
      airflowM3s,
    });
    expect(streamlineSeeds([source(90), source(10)], 100)).toHaveLength(100);
    expect(streamlineSeeds([source(100), source(0.001)], 50)).toHaveLength(51);
  });
});
