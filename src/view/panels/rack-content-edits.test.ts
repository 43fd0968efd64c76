import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SERVER_TYPES } from '../../site/catalogue/catalogue';
import { type Rack, rack as rackSchema } from '../../site/schema/rack';
import { freeUnits, newChassis, newServers, withContent, withoutContent } from './rack-content-edits';

const rackWith = (slots: readonly [uStart: number, uSize: number][], uHeight = 42): Rack =>
  rackSchema.parse({
    id: 'R1',
    position: { x: 1, y: 1 },
    size: { width: 0.6, depth: 1.2, height: 2 },
    uHeight,
    contents: slots.map(([uStart, uSize], index) => ({
      kind: 'chassis',
      id: `c${index + 1}`,
      uStart,
      uSize,
      powerW: 100,
      airflowM3s: 0.01,
    })),
  });

describe('filling a rack', () => {
  it('finds the lowest run of free units', () => {
    expect(freeUnits(rackWith([]), 42)).toBe(1);
    expect(
      freeUnits(
        rackWith([
          [1, 10],
          [15, 4],
        ]),
        4,
      ),
    ).toBe(11);
    expect(
      freeUnits(
        rackWith([
          [1, 10],
          [15, 4],
        ]),
        5,
      ),
    ).toBe(19);
    expect(freeUnits(rackWith([[1, 40]]), 4)).toBeNull();
  });

  it('adds servers of any type that fits until the rack is full, and none overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: SERVER_TYPES.length - 1 }), { maxLength: 60 }), (choices) => {
        let rack = rackWith([]);
        for (const choice of choices) {
          const content = newServers(rack, SERVER_TYPES[choice]!);
          if (content !== null) rack = withContent(rack, content);
        }
        const units = rack.contents.flatMap(({ uStart, uSize }) => Array.from({ length: uSize }, (_, i) => uStart + i));
        expect(new Set(units).size).toBe(units.length);
        expect(Math.max(0, ...units)).toBeLessThanOrEqual(rack.uHeight);
        expect(new Set(rack.contents.map(({ id }) => id)).size).toBe(rack.contents.length);
      }),
    );
  });

  it('gives a new chassis an id that is free', () => {
    expect(newChassis(rackWith([[1, 4]]))).toMatchObject({ id: 'c2', uStart: 5, uSize: 4 });
  });

  it('puts a changed content where it was, and takes one out by its id', () => {
    const rack = rackWith([
      [1, 4],
      [5, 4],
    ]);
    const changed = withContent(rack, { ...rack.contents[0]!, uSize: 2 });
    expect(changed.contents.map(({ id, uSize }) => [id, uSize])).toEqual([
      ['c1', 2],
      ['c2', 4],
    ]);
    expect(withoutContent(rack, 'c1').contents.map(({ id }) => id)).toEqual(['c2']);
  });
});
