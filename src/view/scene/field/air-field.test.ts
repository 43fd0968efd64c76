import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { airGridOf, cellIndexAt, sampleTemperature, sampleVelocity } from './air-field';
import { cellAt, createAxisLookup } from './axis-lookup';
import { evenFaces, fieldFrame } from './test-frame';

describe('axis lookup', () => {
  it('finds the cell of any coordinate on a grid of unequal cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.02, max: 2, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (widths, share) => {
          const faces = new Float64Array(widths.length + 1);
          widths.forEach((width, i) => {
            faces[i + 1] = faces[i]! + width;
          });
          const at = share * faces[widths.length]!;
          const cell = cellAt(createAxisLookup(faces), at);
          expect(faces[cell]!).toBeLessThanOrEqual(at);
          if (cell < widths.length - 1) expect(faces[cell + 1]!).toBeGreaterThan(at);
        },
      ),
    );
  });

  it('holds coordinates outside to the end cells', () => {
    const axis = createAxisLookup(Float64Array.from([0, 0.3, 0.4, 2]));
    expect(cellAt(axis, -5)).toBe(0);
    expect(cellAt(axis, 99)).toBe(2);
    expect(cellAt(axis, Number.NaN)).toBe(0);
  });
});

describe('air field', () => {
  const faces = { x: [0, 0.2, 0.5, 1.1, 2], y: [0, 0.4, 1, 1.5, 2.2], z: [0, 0.3, 0.8, 1.6, 3] };

  it('reproduces a linear field exactly between cell centres, on unequal cells', () => {
    const frame = fieldFrame(
      faces,
      (x, y, z) => 18 + 3 * x - y + 2 * z,
      (x, y, z) => [x, y + z, 1 - z],
    );
    const grid = airGridOf(frame.layout);
    const velocity = new Float32Array(3);
    for (const [x, y, z] of [
      [0.4, 0.9, 1.1],
      [1.3, 1.2, 0.6],
      [0.15, 0.25, 2],
    ] as const) {
      expect(sampleTemperature(grid, frame, x, y, z)).toBeCloseTo(18 + 3 * x - y + 2 * z, 4);
      sampleVelocity(grid, frame, x, y, z, velocity);
      expect(velocity[0]).toBeCloseTo(x, 5);
      expect(velocity[1]).toBeCloseTo(y + z, 5);
      expect(velocity[2]).toBeCloseTo(1 - z, 5);
    }
  });

  it('never mixes the temperature of a solid into the air beside it, and has none inside', () => {
    const frame = fieldFrame(
      { x: evenFaces(2, 0.5), y: evenFaces(1, 0.5), z: evenFaces(1, 0.5) },
      (x) => (x > 1 ? 900 : 20),
      undefined,
      (x) => x > 1,
    );
    const grid = airGridOf(frame.layout);
    expect(sampleTemperature(grid, frame, 0.99, 0.5, 0.5)).toBe(20);
    expect(sampleTemperature(grid, frame, 1.01, 0.5, 0.5)).toBeNaN();
    expect(frame.layout.solid[cellIndexAt(grid, 1.7, 0.5, 0.5)]).toBe(1);
  });
});
