import { describe, expect, it } from 'vitest';
import { labelRegions } from './air-regions';
import { cellIndex, createMesh, forEachCell, type Mesh } from './mesh';

const faces = Float64Array.from({ length: 7 }, (_, i) => i);

function airOf(mesh: Mesh): Int32Array {
  const air: number[] = [];
  forEachCell(mesh, (c) => {
    if (!mesh.solid[c]) air.push(c);
  });
  return Int32Array.from(air).sort();
}

/** Makes cells solid, with all of their faces shut. */
function fill(mesh: Mesh, wanted: (i: number, j: number, k: number) => boolean): void {
  forEachCell(mesh, (c, i, j, k) => {
    if (!wanted(i - 1, j - 1, k - 1)) return;
    mesh.solid[c] = 1;
    for (const axis of [0, 1, 2] as const) mesh.open[axis][c] = mesh.open[axis][c + mesh.stride[axis]] = 0;
  });
}

describe('air regions', () => {
  it('are one in an open room, and solids have none', () => {
    const mesh = createMesh(faces, faces, faces);
    fill(mesh, (i, j, k) => i === 2 && j === 2 && k === 2);
    const { region, regions } = labelRegions(mesh, airOf(mesh));
    expect(regions).toBe(1);
    expect(region[cellIndex(mesh, 5, 5, 5)]).toBe(1);
    expect(region[cellIndex(mesh, 2, 2, 2)]).toBe(0);
  });

  it('are numbered by their first cell, and a leak makes two into one', () => {
    const mesh = createMesh(faces, faces, faces);
    for (let k = 0; k < 6; k++) for (let j = 0; j < 6; j++) mesh.open[0][cellIndex(mesh, 3, j, k)] = 0;
    const parted = labelRegions(mesh, airOf(mesh));
    expect(parted.regions).toBe(2);
    expect(parted.region[cellIndex(mesh, 0, 5, 5)]).toBe(1);
    expect(parted.region[cellIndex(mesh, 3, 0, 0)]).toBe(2);
    mesh.open[0][cellIndex(mesh, 3, 2, 4)] = 0.01;
    expect(labelRegions(mesh, airOf(mesh)).regions).toBe(1);
  });

  it('join where branches that began apart meet late: a comb with its back at the far end', () => {
    const mesh = createMesh(faces, faces, faces);
    fill(mesh, (i, j) => i % 2 === 1 && j < 5);
    const { region, regions } = labelRegions(mesh, airOf(mesh));
    expect(regions).toBe(1);
    expect([0, 2, 4].map((i) => region[cellIndex(mesh, i, 0, 0)])).toEqual([1, 1, 1]);
    fill(mesh, (i, j) => j === 5 && i > 0);
    expect(labelRegions(mesh, airOf(mesh)).regions).toBe(3);
  });
});
