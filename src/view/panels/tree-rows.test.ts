import { describe, expect, it } from 'vitest';
import type { Rack } from '../../site/schema/rack';
import { type Site, siteSchema } from '../../site/schema/site';
import { rackRows, treeRows } from './tree-rows';

function rack(id: string, x: number, y: number, rotation: 0 | 90 | 180 | 270, name?: string) {
  return {
    id,
    name,
    position: { x, y },
    rotation,
    size: { width: 0.6, depth: 1.2, height: 2 },
    uHeight: 42,
    contents: [],
  };
}

function siteOf(racks: ReturnType<typeof rack>[]): Site {
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'Tree',
    room: { width: 10, depth: 10, height: 3 },
    racks,
    sensors: [{ id: 'S1', position: { x: 1, y: 1, z: 1 } }],
  });
}

const facing = siteOf([
  rack('A1', 2, 2, 180),
  rack('A2', 2.6, 2, 180),
  rack('B1', 2, 5, 0),
  rack('B2', 2.6, 5.1, 0),
  rack('B3', 3.2, 5, 0),
]);

describe('the object tree', () => {
  it('groups racks into rows by where they stand and face, named by the letter they share', () => {
    expect(rackRows(facing.racks).map(({ name, racks }) => [name, racks.map(({ id }) => id)])).toEqual([
      [{ letter: 'A' }, ['A1', 'A2']],
      [{ letter: 'B' }, ['B1', 'B2', 'B3']],
    ]);
  });

  it('names a row by its ends where the racks share a word or nothing', () => {
    const named = [rack('r1', 1, 1, 0, 'Rack 1'), rack('r2', 2, 1, 0, 'Rack 2')] as unknown as Rack[];
    expect(rackRows(named)[0]!.name).toEqual({ first: 'Rack 1', last: 'Rack 2' });
  });

  it('takes rows along y too', () => {
    const racks = [rack('C1', 2, 1, 90), rack('C2', 2.1, 2, 90), rack('D1', 4, 1, 270)] as unknown as Rack[];
    expect(rackRows(racks).map((row) => row.racks.length)).toEqual([2, 1]);
  });

  it('lists kinds, rows and entities at their depths, and counts every member', () => {
    const rows = treeRows(facing, new Set(), '');
    expect(
      rows.map((row) =>
        row.type === 'group' ? `${row.depth}:${row.kind}(${row.count})` : `${row.depth}:${row.label}`,
      ),
    ).toEqual(['0:rack(5)', '1:rack(2)', '2:A1', '2:A2', '1:rack(3)', '2:B1', '2:B2', '2:B3', '0:sensor(1)', '1:S1']);
  });

  it('hides what is folded, and opens everything for a search', () => {
    const shut = new Set(['rack', 'sensor']);
    expect(treeRows(facing, shut, '').map(({ key }) => key)).toEqual(['rack', 'sensor']);
    expect(treeRows(facing, shut, 'b2').flatMap((row) => (row.type === 'entity' ? [row.label] : []))).toEqual(['B2']);
    expect(treeRows(facing, shut, 'nowhere')).toEqual([]);
  });
});
