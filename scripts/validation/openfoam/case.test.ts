import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/engine';
import { siteSchema } from '../../../src/site/schema/site';
import { AIR_HEAT_CAPACITY } from '../../../src/units/air';
import { comparisonRooms } from '../../../src/validation/openfoam/rooms';
import { foamFields } from './fields';
import { enginePatches, type FoamPatch } from './patches';
import { foamMesh } from './poly-mesh';
import { heatSources, jetSources } from './sources';

const room = comparisonRooms.find(({ id }) => id === 'half-contained')!;
const engine = createEngine(room.site, { seed: 1, cellSize: 0.2 });
const { mesh } = engine.room.grid;
const patches = enginePatches(engine);
const foam = foamMesh(mesh, patches);

const lines = (file: string): string[] => foam.files[file]!.split('\n');
/** Entries of a list in one of the mesh's files. */
function listOf(file: string): string[] {
  const all = lines(file);
  const start = all.indexOf('(');
  return all.slice(start + 1, all.lastIndexOf(')'));
}
const numbers = (text: string): number[] =>
  text
    .replace(/^\d*\(|\)$/g, '')
    .split(' ')
    .map(Number);

/** Area vector of a quadrilateral. */
function areaVector(corners: readonly (readonly number[])[]): number[] {
  const [a, b, c, d] = corners as [number[], number[], number[], number[]];
  const p = [0, 1, 2].map((n) => c[n]! - a[n]!);
  const q = [0, 1, 2].map((n) => d[n]! - b[n]!);
  return [0, 1, 2].map((n) => (p[(n + 1) % 3]! * q[(n + 2) % 3]! - p[(n + 2) % 3]! * q[(n + 1) % 3]!) / 2);
}

const flowOf = (patch: FoamPatch): number => patch.flowM3s.reduce((sum, q) => sum + q, 0);

describe('an OpenFOAM case of a room', () => {
  it('has closed cells: the area vectors of each sum to zero (1e-12 m²), and their normals point out of it', () => {
    const points = listOf('points').map(numbers);
    const owner = listOf('owner').map(Number);
    const neighbour = listOf('neighbour').map(Number);
    const faces = listOf('faces').map((text) => numbers(text).map((n) => points[n]!));
    const sums = Array.from({ length: foam.cellCount }, () => [0, 0, 0]);
    let volume = 0;
    faces.forEach((corners, f) => {
      const area = areaVector(corners);
      const centre = [0, 1, 2].map((n) => corners.reduce((sum, corner) => sum + corner[n]! / 4, 0));
      for (let n = 0; n < 3; n++) {
        sums[owner[f]!]![n]! += area[n]!;
        if (f < neighbour.length) sums[neighbour[f]!]![n]! -= area[n]!;
        else volume += (area[n]! * centre[n]!) / 3;
      }
    });
    expect(Math.max(...sums.flat().map(Math.abs))).toBeLessThan(1e-12);
    let air = 0;
    for (let c = 0; c < mesh.size; c++) {
      if (foam.cellNumber[c]! < 0) continue;
      const k = Math.floor(c / mesh.stride[2]);
      const j = Math.floor((c - k * mesh.stride[2]) / mesh.stride[1]);
      air += mesh.width[0][c - k * mesh.stride[2] - j * mesh.stride[1]]! * mesh.width[1][j]! * mesh.width[2][k]!;
    }
    // By Gauss, the boundary alone holds the volume: 1 only where every outer normal points out.
    expect(volume / air).toBeCloseTo(1, 9);
  });

  it('lists inner faces by cell and then by neighbour, as OpenFOAM asks', () => {
    const owner = listOf('owner').map(Number);
    const neighbour = listOf('neighbour').map(Number);
    expect(neighbour.length).toBeGreaterThan(1000);
    const misplaced = neighbour.filter((cell, f) => {
      if (cell <= owner[f]!) return true;
      if (f === 0) return false;
      return owner[f]! < owner[f - 1]! || (owner[f] === owner[f - 1] && cell <= neighbour[f - 1]!);
    });
    expect(misplaced).toEqual([]);
  });

  it('lets as much air in as out, to 1e-9 of it, and gives every chassis what it draws', () => {
    const into = patches.reduce((sum, patch) => sum + Math.max(flowOf(patch), 0), 0);
    expect(Math.abs(patches.reduce((sum, patch) => sum + flowOf(patch), 0)) / into).toBeLessThan(1e-9);
    for (const patch of patches) {
      if (patch.from === null) continue;
      const inlet = patches.find(({ name }) => name === patch.from)!;
      expect(flowOf(patch) + flowOf(inlet)).toBeCloseTo(0, 12);
    }
  });

  it('adds the heat of all racks (1e-9) and the momentum of all tiles behind and over them', () => {
    const heat = heatSources(patches, mesh).reduce((sum, { amount }) => sum + amount, 0) * AIR_HEAT_CAPACITY;
    expect(heat / engine.servers.totals.airHeatW).toBeCloseTo(1, 9);
    const flow = engine.flows.tiles[0]!;
    const expected = engine.flows.tiles.length * (1 / 0.5 - 1) * (flow / 0.36) ** 2 * 0.36;
    const momentum = jetSources(engine).reduce((sum, { amount }) => sum + amount, 0);
    expect(momentum / expected).toBeCloseTo(1, 6);
  });

  it('names every patch and the walls in every field', () => {
    for (const [field, text] of Object.entries(foamFields(room.site, patches))) {
      for (const { name } of patches) expect(text, field).toContain(`    ${name}\n`);
      expect(text, field).toContain('    walls\n');
    }
  });

  it('refuses a room with leaking panels, which it has no part for', () => {
    const containments = room.site.containments.map((one) => ({ ...one, leakageArea: 0.02 }));
    const leaking = createEngine(siteSchema.parse({ ...room.site, containments }), { seed: 1, cellSize: 0.2 });
    expect(() => foamMesh(leaking.room.grid.mesh, enginePatches(leaking))).toThrow('leaking panels');
  });
});
