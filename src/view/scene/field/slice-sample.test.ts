import { describe, expect, it } from 'vitest';
import { airGridOf } from './air-field';
import { planeAxes, sampleSlice } from './slice-sample';
import { evenFaces, fieldFrame } from './test-frame';

describe('sampleSlice', () => {
  const faces = { x: [0, 0.2, 0.5, 1.1], y: evenFaces(2, 0.5), z: evenFaces(1.2, 0.4) };
  const linear = (x: number, y: number, z: number) => 20 + x + 10 * y + 100 * z;

  it.each(['x', 'y', 'z'] as const)('cuts a linear field exactly across %s', (axis) => {
    const frame = fieldFrame(faces, linear);
    const grid = airGridOf(frame.layout);
    const { u, v } = planeAxes(grid, axis);
    const out = new Float32Array(u.count * v.count);
    sampleSlice(grid, frame.blocks.temperature, axis, 0.7, out);
    const expected: number[] = [];
    for (const b of v.centres)
      for (const a of u.centres)
        expected.push(axis === 'x' ? linear(0.7, a, b) : axis === 'y' ? linear(a, 0.7, b) : linear(a, b, 0.7));
    expected.forEach((value, i) => {
      expect(out[i]).toBeCloseTo(value, 3);
    });
  });

  it('is blank in solids and takes no heat from the solid beside it', () => {
    const frame = fieldFrame(
      faces,
      (_x, y) => (y > 1 ? 500 : 20),
      undefined,
      (_x, y) => y > 1,
    );
    const grid = airGridOf(frame.layout);
    const out = new Float32Array(9);
    sampleSlice(grid, frame.blocks.temperature, 'y', 0.99, out);
    expect([...out]).toEqual(new Array(9).fill(20));
    sampleSlice(grid, frame.blocks.temperature, 'y', 1.01, out);
    expect([...out].every(Number.isNaN)).toBe(true);
  });
});
