import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allRefs, type EntityRef, findEntity } from '../entity';
import { formatPath, parsePath } from '../json-path';
import { type Site, siteSchema } from '../schema/site';
import { testSite } from '../test-site';
import { validateSite } from '../validate/validate';
import { deleteEntities } from './delete';
import { duplicateEntities } from './duplicate';
import { moveEntities } from './move';
import { rotateEntities } from './rotate';
import { setField } from './set-field';
import { addContainment, addCoolingUnit, addObstacle, addOpening, addRack, addSensor, addTile } from './templates';

/** The test room with one of every kind. */
function full(): Site {
  const at = { x: 1.5, y: 5.1 };
  let site = testSite();
  site = siteSchema.parse({
    ...site,
    ceilingPlenum: { height: 0.5 },
    ceilingGrilles: [{ id: 'G1', position: at, openArea: 0.5 }],
  });
  site = addOpening(site, { x: 0.2, y: 5 }).site;
  site = addContainment(site, 'hot-aisle', { x: 3, y: 5.2 }).site;
  return addObstacle(site, { x: 5.5, y: 5.5 }).site;
}

const a1: EntityRef[] = [{ kind: 'rack', id: 'A1' }];

it('moving there and back gives the document back, for every kind of entity', () => {
  const site = full();
  const step = fc.double({ min: -5, max: 5, noNaN: true }).map((metres) => Math.round(metres * 1e6) / 1e6);
  fc.assert(
    fc.property(step, step, step, (x, y, z) => {
      const moved = moveEntities(site, allRefs(site), { x, y, z });
      expect(moveEntities(moved, allRefs(site), { x: -x, y: -y, z: -z })).toEqual(site);
    }),
  );
});

it('an edit shares what it does not touch and never changes the site given', () => {
  const site = full();
  const before = JSON.stringify(site);
  const moved = moveEntities(site, a1, { x: 0.6, y: 0 });
  expect(moved.racks[1]).toBe(site.racks[1]);
  expect(moved.coolingUnits).toBe(site.coolingUnits);
  expect(moved.racks[0]!.position).toEqual({ x: 3.9, y: 1.8 });
  rotateEntities(site, allRefs(site));
  deleteEntities(site, allRefs(site));
  duplicateEntities(site, allRefs(site), { x: 1, y: 0 });
  expect(JSON.stringify(site)).toBe(before);
  expect(moveEntities(site, a1, { x: 0, y: 0 })).toBe(site);
});

it('one rack turns on the spot; four quarter turns of everything restore the document', () => {
  const site = full();
  const turned = rotateEntities(site, a1);
  expect(turned.racks[0]).toMatchObject({ rotation: 270, position: site.racks[0]!.position });
  expect(rotateEntities(turned, a1, -1)).toEqual(site);
  expect(rotateEntities(site, allRefs(site), 4)).toBe(site);
  let round = site;
  for (let turn = 0; turn < 4; turn++) round = rotateEntities(round, allRefs(site), 1, { x: 3, y: 3 });
  expect(round).toEqual(site);
});

it('a group turns about its middle: the rack in front comes to the right', () => {
  const turned = rotateEntities(testSite(), [...a1, { kind: 'rack', id: 'B1' }]);
  expect(turned.racks.map(({ position }) => position)).toEqual([
    { x: 4.5, y: 3 },
    { x: 2.1, y: 3 },
  ]);
  expect(turned.racks.map(({ rotation }) => rotation)).toEqual([270, 90]);
});

it('the doors of a containment turn with it', () => {
  const made = addContainment(testSite(), 'hot-aisle', { x: 3, y: 5.2 });
  const { sides } = rotateEntities(made.site, made.refs).containments[0]!;
  expect(sides).toEqual({ xMin: 'open', xMax: 'open', yMin: 'door', yMax: 'door', roof: 'panel' });
});

it('copies get fresh ids and labels that count on, and leave the originals alone', () => {
  const site = testSite();
  const { site: copied, refs } = duplicateEntities(site, [...a1, { kind: 'sensor', id: 'S1' }], { x: 1.2, y: 0 });
  expect(refs).toEqual([
    { kind: 'rack', id: 'A2' },
    { kind: 'sensor', id: 'S2' },
  ]);
  expect(findEntity(copied, { kind: 'rack', id: 'A2' })).toMatchObject({
    name: 'Rack A2',
    position: { x: 4.5, y: 1.8 },
  });
  expect(copied.racks[0]).toBe(site.racks[0]);
  expect(validateSite(copied)).toEqual([]);
  const again = duplicateEntities(copied, a1, { x: -1.2, y: 0 });
  expect(again.refs).toEqual([{ kind: 'rack', id: 'A3' }]);
});

it('deleting copies again gives the document back', () => {
  const site = full();
  const { site: copied, refs } = duplicateEntities(site, allRefs(site), { x: 0.1, y: 0 });
  expect(new Set(allRefs(copied).map(({ id }) => id)).size).toBe(allRefs(site).length * 2);
  expect(deleteEntities(copied, refs)).toEqual(site);
});

it('what the palette adds is sound where there is room for it', () => {
  let site = testSite();
  site = addRack(site, { x: 4.5, y: 4.2 }).site;
  site = addTile(site, { x: 3.9, y: 3.3 }).site;
  site = addSensor(site, { x: 3.9, y: 3 }).site;
  site = addCoolingUnit(site, 'in-row', { x: 5.1, y: 1.8 }).site;
  site = addCoolingUnit(site, 'overhead', { x: 3.3, y: 3 }).site;
  site = addCoolingUnit(site, 'wall', { x: 1.5, y: 5.8 }).site;
  site = addCoolingUnit(site, 'crah', { x: 1.2, y: 0.4 }).site;
  expect(siteSchema.parse(site)).toEqual(site);
  expect(validateSite(site)).toEqual([]);
});

it('one field is set by its path, and a path that leads nowhere is refused', () => {
  const site = testSite();
  const wider = setField(site, 'racks[1].size.width', 0.8);
  expect(wider.racks[1]!.size).toEqual({ width: 0.8, depth: 1.2, height: 2 });
  expect(wider.racks[0]).toBe(site.racks[0]);
  expect('capacityW' in setField(site, 'coolingUnits[0].capacityW', undefined).coolingUnits[0]!).toBe(false);
  expect(() => setField(site, 'racks[9].id', 'x')).toThrow(RangeError);
  expect(() => setField(site, 'name.x', 'x')).toThrow(RangeError);
});

it('paths survive the way to text and back', () => {
  const keys = fc.array(fc.oneof(fc.nat(999), fc.string({ minLength: 1, maxLength: 6 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(keys, (path) => {
      expect(parsePath(formatPath(path))).toEqual(path);
    }),
  );
});
