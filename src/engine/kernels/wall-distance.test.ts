import { describe, expect, it } from 'vitest';
import { cellIndex, createMesh } from './mesh';
import { wallDistance } from './wall-distance';

const faces = Float64Array.from({ length: 11 }, (_, i) => i * 0.2);

describe('wall distance', () => {
  it('is the distance to the nearest of the six walls in an empty room', () => {
    const mesh = createMesh(faces, faces, faces);
    const distance = new Float64Array(mesh.size);
    wallDistance(mesh, distance);
    expect(distance[cellIndex(mesh, 0, 4, 4)]).toBeCloseTo(0.1, 12);
    expect(distance[cellIndex(mesh, 4, 4, 4)]).toBeCloseTo(0.9, 12);
    expect(distance[cellIndex(mesh, 2, 7, 5)]).toBeCloseTo(0.5, 12);
  });

  it('sees a solid in the middle, across its corner too', () => {
    const mesh = createMesh(faces, faces, faces);
    for (let k = 0; k < 10; k++) mesh.solid[cellIndex(mesh, 4, 4, k)] = 1;
    for (const axis of [0, 1, 2] as const) {
      for (let c = mesh.stride[axis]; c < mesh.size; c++) {
        if (mesh.solid[c] || mesh.solid[c - mesh.stride[axis]]) mesh.open[axis][c] = 0;
      }
    }
    const distance = new Float64Array(mesh.size);
    wallDistance(mesh, distance);
    expect(distance[cellIndex(mesh, 4, 4, 5)]).toBe(0);
    expect(distance[cellIndex(mesh, 5, 4, 5)]).toBeCloseTo(0.1, 12);
    // Two cells off the corner both ways: 0.3 m along each axis to the near edge, half a cell more at most.
    expect(distance[cellIndex(mesh, 6, 6, 5)]).toBeGreaterThanOrEqual(0.3 * Math.SQRT2);
    expect(distance[cellIndex(mesh, 6, 6, 5)]).toBeLessThanOrEqual(0.3 * Math.SQRT2 + 0.1);
  });

  it('takes a thin panel for a wall', () => {
    const mesh = createMesh(faces, faces, faces);
    for (let k = 0; k < 10; k++) for (let j = 0; j < 10; j++) mesh.open[0][cellIndex(mesh, 5, j, k)] = 0.02;
    const distance = new Float64Array(mesh.size);
    wallDistance(mesh, distance);
    expect(distance[cellIndex(mesh, 4, 5, 5)]).toBeCloseTo(0.1, 12);
    expect(distance[cellIndex(mesh, 5, 5, 5)]).toBeCloseTo(0.1, 12);
  });
});
