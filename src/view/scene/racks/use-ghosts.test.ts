import { expect, it } from 'vitest';
import { siteSchema } from '../../../site/schema/site';
import { racksInTheWay } from './use-ghosts';

it('names the racks between the eye and the selected one, and no others', () => {
  const rack = (id: string, y: number) => ({
    id,
    position: { x: 2, y },
    size: { width: 0.6, depth: 1.2, height: 2 },
    uHeight: 42,
    contents: [],
  });
  const site = siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'row',
    room: { width: 6, depth: 9, height: 3 },
    racks: [rack('a', 1), rack('b', 3), rack('c', 5)],
  });
  const eye = { x: 2, y: -4, z: 1 };
  expect(racksInTheWay(site, [{ kind: 'rack', id: 'c' }], eye)).toEqual(['a', 'b']);
  expect(racksInTheWay(site, [{ kind: 'rack', id: 'a' }], eye)).toEqual([]);
  expect(
    racksInTheWay(
      site,
      [
        { kind: 'rack', id: 'b' },
        { kind: 'rack', id: 'a' },
      ],
      eye,
    ),
  ).toEqual([]);
});
