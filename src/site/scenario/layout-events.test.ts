import { expect, it } from 'vitest';
import { siteSchema } from '../schema/site';
import { siteDuring } from './layout-events';

const site = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'test',
  room: { width: 10, depth: 10, height: 3 },
  tiles: [
    { id: 'T1', position: { x: 5, y: 5 }, openArea: 0.4, airflowM3s: 0.2 },
    { id: 'T2', position: { x: 6, y: 5 }, openArea: 0.4 },
  ],
});

it('a lifted tile is an open hole whose flow nothing pins; a covered one is shut; the document stays as it was', () => {
  const lifted = siteDuring(site, [{ kind: 'tile-removed', tileId: 'T1', atSeconds: 0 }]);
  expect(lifted.tiles[0]).toMatchObject({ openArea: 1, damper: 1 });
  expect(lifted.tiles[0]).not.toHaveProperty('airflowM3s');
  const covered = siteDuring(site, [{ kind: 'tile-blocked', tileId: 'T2', atSeconds: 0 }]);
  expect(covered.tiles.map(({ damper }) => damper)).toEqual([1, 0]);
  expect(site.tiles[0]!.airflowM3s).toBe(0.2);
});

it('without events it is the very same site', () => {
  expect(siteDuring(site, [])).toBe(site);
});
