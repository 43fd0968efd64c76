import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveEntities } from './edits/move';
import { addRack } from './edits/templates';
import type { EntityRef } from './entity';
import { type Site, siteSchema } from './schema/site';
import { canPlace, nearestFreeShift, Snapper } from './snapping';
import { checkInsideRoom } from './validate/inside-room';
import { checkOverlaps } from './validate/overlaps';

const size = { width: 0.6, depth: 1.2, height: 2 };

function room(positions: readonly (readonly [x: number, y: number])[], extent = { width: 9.6, depth: 7.2 }): Site {
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'test',
    room: { ...extent, height: 3 },
    racks: positions.map(([x, y], index) => ({ id: `r${index}`, position: { x, y }, size, uHeight: 40, contents: [] })),
  });
}

const first: EntityRef[] = [{ kind: 'rack', id: 'r0' }];

it('a rack alone lands on the floor grid by its lower edges', () => {
  const snapper = new Snapper(room([[1.5, 2.4]]), first);
  const { offset, valid } = snapper.snap({ x: 1.5, y: 1.1 });
  expect(valid).toBe(true);
  expect((1.2 + offset.x) / 0.6).toBeCloseTo(Math.round((1.2 + offset.x) / 0.6), 6);
  expect((1.8 + offset.y) / 0.6).toBeCloseTo(Math.round((1.8 + offset.y) / 0.6), 6);
});

it('a rack within 0.15 m of a neighbour off the grid comes flush with its side and in line with its front', () => {
  const snapper = new Snapper(
    room([
      [1.5, 2.4],
      [5.07, 4.45],
    ]),
    first,
  );
  const { offset, valid, distances } = snapper.snap({ x: 4.47 - 1.5 - 0.1, y: 4.45 - 2.4 + 0.08 });
  expect(valid).toBe(true);
  expect(offset.x).toBeCloseTo(4.47 - 1.5, 6);
  expect(offset.y).toBeCloseTo(4.45 - 2.4, 6);
  expect(distances!.xMax).toBeCloseTo(0, 6);
  expect(distances!.xMin).toBeCloseTo(4.17, 6);
});

it('a rack held beyond the wall stays inside it', () => {
  const { offset, valid, distances } = new Snapper(room([[1.5, 2.4]]), first).snap({ x: -50, y: 50 });
  expect(valid).toBe(true);
  expect(1.2 + offset.x).toBeCloseTo(0, 6);
  expect(3 + offset.y).toBeCloseTo(7.2, 6);
  expect(distances).toMatchObject({ xMin: 0, yMax: 0 });
});

it('a rack held in the middle of another is refused by name, and pushed aside when it only grazes it', () => {
  const site = room([
    [1.5, 2.4],
    [5.1, 4.8],
  ]);
  const over = new Snapper(site, first).snap({ x: 3.6, y: 2.4 });
  expect(over).toMatchObject({ valid: false, obstruction: { kind: 'overlap', name: 'r1' } });
  const grazing = new Snapper(site, first).snap({ x: 3.6 - 0.35, y: 2.4 });
  expect(grazing.valid).toBe(true);
  expect(grazing.offset.x).toBeCloseTo(3, 6);
});

it('a rack with equipment keeps 0.3 m before its back, and is refused where it would choke another', () => {
  const bare = room([
    [1.5, 2.4],
    [1.5, 6],
  ]);
  const contents = [{ kind: 'servers', id: 'g', type: 'ibm-x3550-m3', uStart: 1, uSize: 9, count: 9 }];
  const site = siteSchema.parse({ ...bare, racks: bare.racks.map((rack) => ({ ...rack, rotation: 180, contents })) });
  const atWall = new Snapper(site, first).snap({ x: 3, y: -5 });
  expect(atWall.valid).toBe(true);
  expect(1.8 + atWall.offset.y).toBeCloseTo(0.3, 6);
  const behind = new Snapper(site, first).snap({ x: 0, y: 2.39 }, { free: true });
  expect(behind).toMatchObject({ valid: false, obstruction: { kind: 'blocked' } });
});

it('free placement keeps to the centimetre and ignores the grid', () => {
  const { offset } = new Snapper(room([[1.5, 2.4]]), first).snap({ x: 1.234, y: 0.456 }, { free: true });
  expect(offset).toEqual({ x: 1.23, y: 0.46 });
});

it('whatever is asked, a valid result has no overlap, lies in the room, and its inverse restores the document', () => {
  const place = fc.tuple(
    fc.double({ min: 0.3, max: 9.3, noNaN: true }),
    fc.double({ min: 0.6, max: 6.6, noNaN: true }),
  );
  const wanted = fc.record({
    x: fc.double({ min: -10, max: 10, noNaN: true }),
    y: fc.double({ min: -10, max: 10, noNaN: true }),
  });
  let valids = 0;
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), wanted, fc.boolean(), (places, offset, free) => {
      const site = room(places.map(([x, y]) => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6] as const));
      const result = new Snapper(site, first).snap(offset, { free });
      const moved = moveEntities(site, first, result.offset);
      expect(result.valid).toBe(result.obstruction === null);
      expect(canPlace(moved, first)).toBe(result.valid);
      if (!result.valid) return;
      valids += 1;
      const mine = (path: string): boolean => path.startsWith('racks[0]');
      expect(checkInsideRoom(moved).filter(({ path }) => mine(path))).toEqual([]);
      expect(checkOverlaps(moved).filter(({ path, message }) => mine(path) || message.includes('r0 '))).toEqual([]);
      expect(moveEntities(moved, first, { x: -result.offset.x, y: -result.offset.y })).toEqual(site);
    }),
  );
  expect(valids).toBeGreaterThan(50);
});

it('a new rack asked for in the middle of a row goes to the nearest free place; a full room has none', () => {
  const site = room([
    [3.3, 2.4],
    [3.9, 2.4],
    [4.5, 2.4],
  ]);
  const made = addRack(site, { x: 3.9, y: 2.4 });
  const shift = nearestFreeShift(made.site, made.refs)!;
  expect(canPlace(moveEntities(made.site, made.refs, shift), made.refs)).toBe(true);
  expect(Math.hypot(shift.x, shift.y)).toBeLessThan(1.3);
  const closet = room([[0.5, 0.7]], { width: 1, depth: 1.4 });
  const second = addRack(closet, { x: 0.5, y: 0.7 });
  expect(nearestFreeShift(second.site, second.refs)).toBeNull();
});

it('tiles in the hand meet tiles, not racks', () => {
  const site = siteSchema.parse({
    ...room([[1.5, 2.4]]),
    raisedFloor: { height: 0.6 },
    tiles: [
      { id: 't1', position: { x: 4.5, y: 4.5 }, openArea: 0.4 },
      { id: 't2', position: { x: 5.1, y: 4.5 }, openArea: 0.4 },
    ],
  });
  const snapper = new Snapper(site, [{ kind: 'tile', id: 't1' }]);
  expect(snapper.snap({ x: 0.6, y: 0 })).toMatchObject({ valid: false, obstruction: { kind: 'overlap', name: 't2' } });
  expect(snapper.snap({ x: -3, y: -2.1 }).valid).toBe(true);
});

it('one question with 1,000 racks around costs less than a millisecond', () => {
  const many: [number, number][] = Array.from({ length: 1000 }, (_, n) => [
    0.9 + 0.6 * (n % 50),
    1.2 + 2.4 * Math.floor(n / 50),
  ]);
  const snapper = new Snapper(room(many, { width: 36, depth: 51 }), first);
  let bestMs = Infinity;
  for (let batch = 0; batch < 10; batch++) {
    const start = performance.now();
    for (let n = 0; n < 20; n++) snapper.snap({ x: n * 1.5, y: batch * 4 });
    bestMs = Math.min(bestMs, (performance.now() - start) / 20);
  }
  expect(bestMs).toBeLessThan(1);
});
