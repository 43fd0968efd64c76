import { describe, expect, it } from 'vitest';
import { AXES, type Axis, cellIndex, createMesh, forEachCell, type Mesh } from './mesh';
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

  it('is the least over all cells and walls in sight along each line, on a heap of solids and panels', () => {
    let state = 7;
    const random = () => {
      state = (state * 16_807) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const uneven = (n: number) => {
      const faces = new Float64Array(n + 1);
      for (let i = 1; i <= n; i++) faces[i] = faces[i - 1]! + 0.1 + 0.3 * random();
      return faces;
    };
    const mesh = createMesh(uneven(13), uneven(9), uneven(11));
    forEachCell(mesh, (c) => {
      if (random() < 0.06) mesh.solid[c] = 1;
    });
    for (const axis of AXES) {
      for (let c = mesh.stride[axis]; c < mesh.size; c++) {
        if (mesh.solid[c] || mesh.solid[c - mesh.stride[axis]]) mesh.open[axis][c] = 0;
        else if (random() < 0.04) mesh.open[axis][c] = Math.min(mesh.open[axis][c]!, 0.1);
      }
    }
    const distance = new Float64Array(mesh.size);
    wallDistance(mesh, distance);
    const expected = bySearch(mesh);
    let worst = 0;
    for (let c = 0; c < mesh.size; c++) worst = Math.max(worst, Math.abs(distance[c]! - expected[c]!));
    expect(worst).toBeLessThan(1e-12);
    expect(expected.filter((d) => d > 0.3).length).toBeGreaterThan(50);
  });
});

/** The same by looking both ways from every cell, axis after axis. */
function bySearch(mesh: Mesh): Float64Array {
  let square = new Float64Array(mesh.size).fill(Number.POSITIVE_INFINITY);
  for (const axis of AXES) {
    const next = new Float64Array(mesh.size);
    forEachCell(mesh, (c, i, j, k) => {
      if (mesh.solid[c]) return;
      const at = [i, j, k][axis]!;
      next[c] = Math.min(look(mesh, axis, c, at, -1, square), look(mesh, axis, c, at, 1, square));
    });
    square = next;
  }
  return square.map(Math.sqrt);
}

function look(mesh: Mesh, axis: Axis, from: number, at: number, way: 1 | -1, square: Float64Array): number {
  const faces = mesh.faces[axis];
  const centre = (i: number) => (faces[i - 1]! + faces[i]!) / 2;
  let best = square[from]!;
  for (let i = at, c = from; ; i += way, c += way * mesh.stride[axis]) {
    best = Math.min(best, (centre(i) - centre(at)) ** 2 + square[c]!);
    const wall = faces[way > 0 ? i : i - 1]!;
    if (mesh.open[axis][way > 0 ? c + mesh.stride[axis] : c]! < 1) return Math.min(best, (wall - centre(at)) ** 2);
  }
}
