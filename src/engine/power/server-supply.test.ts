import { expect, it } from 'vitest';
import { siteSchema } from '../../site/schema/site';
import { chassisSupplies } from './server-supply';

const site = (electrical?: object) =>
  siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'supplies',
    room: { width: 6, depth: 6, height: 3 },
    racks: [
      {
        id: 'A1',
        position: { x: 2, y: 2 },
        size: { width: 0.6, depth: 1.2, height: 2 },
        uHeight: 46,
        contents: [
          { kind: 'servers', id: 'spec', uStart: 1, uSize: 1, type: 'ibm-x3550-m3', count: 1 },
          { kind: 'servers', id: 'node', uStart: 2, uSize: 4, type: 'frontier-node', count: 4 },
          { kind: 'servers', id: 'shelf', uStart: 8, uSize: 2, type: 'storage-2u-24-flash', count: 1 },
          { kind: 'chassis', id: 'bank', uStart: 12, uSize: 4, powerW: 3000, airflowM3s: 0.3 },
        ],
      },
    ],
    ...(electrical === undefined ? {} : { electrical }),
  });

it('types tell by converters or by grade; of the rest nothing is known until the site says it', () => {
  const [spec, node, shelf, bank] = chassisSupplies(site());
  expect(spec).toBeNull();
  expect(node).toEqual({
    kind: 'converters',
    converters: [
      { fixedW: 13, efficiency: 0.98 },
      { fixedW: 4.25, efficiency: 0.96 },
    ],
  });
  expect(shelf).toMatchObject({ kind: '80plus', grade: 'platinum', supplies: 'two' });
  expect(bank).toBeNull();
});

it('what the site says goes for what types leave open, and sizes those of which the grade is known', () => {
  const psu = { kind: '80plus', grade: 'gold', supplies: 'one', ratedOverPeak: 1.2 };
  const [spec, node, shelf, bank] = chassisSupplies(site({ psu }));
  expect(spec).toEqual(psu);
  expect(node!.kind).toBe('converters');
  expect(shelf).toEqual({ ...psu, grade: 'platinum' });
  expect(bank).toEqual(psu);
});
