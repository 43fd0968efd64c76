import { describe, expect, it } from 'vitest';
import { siteSchema } from '../../../site/schema/site';
import { hitBox, isHidden, pickEntity, pointAtHeight, refsWithin } from './pick';

const rack = (id: string, x: number, y: number) => ({
  id,
  position: { x, y },
  size: { width: 0.6, depth: 1.2, height: 2 },
  uHeight: 42,
  contents: [],
});
const site = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'pick',
  room: { width: 8, depth: 6, height: 3 },
  raisedFloor: { height: 0.5 },
  racks: [rack('near', 2, 2), rack('far', 2, 4.5)],
  tiles: [{ id: 'T1', position: { x: 5, y: 3 }, openArea: 0.4 }],
  sensors: [{ id: 'S1', position: { x: 6, y: 5, z: 1.5 } }],
  containments: [
    {
      id: 'C1',
      kind: 'cold-aisle',
      min: { x: 4, y: 2, z: 0 },
      max: { x: 6, y: 4, z: 2 },
      sides: { xMin: 'door', xMax: 'door', yMin: 'panel', yMax: 'panel', roof: 'panel' },
    },
  ],
  openings: [
    {
      id: 'D1',
      surface: 'y-min',
      centre: { x: 2, y: 0, z: 1 },
      width: 1,
      height: 2,
      flow: { kind: 'free' },
      celsius: 20,
    },
  ],
});
const all = { ceiling: true, containment: true };
const down = (x: number, y: number) => ({ origin: { x, y, z: 10 }, direction: { x: 0, y: 0, z: -1 } });

describe('pickEntity', () => {
  it('finds the rack in front, at its face', () => {
    const hit = pickEntity(site, { origin: { x: 2, y: -5, z: 1 }, direction: { x: 0, y: 1, z: 0 } }, all);
    expect(hit?.ref).toEqual({ kind: 'rack', id: 'near' });
    expect(hit?.distance).toBeCloseTo(6.4);
    expect(hit?.point.y).toBeCloseTo(1.4);
  });

  it('looks through a wall opening from outside but meets it from inside', () => {
    const hit = pickEntity(site, { origin: { x: 2, y: 1, z: 1 }, direction: { x: 0, y: -1, z: 0 } }, all);
    expect(hit?.ref).toEqual({ kind: 'opening', id: 'D1' });
  });

  it('reaches the tile through the glass, and the glass where nothing is behind', () => {
    expect(pickEntity(site, down(5, 3), all)?.ref.id).toBe('T1');
    expect(pickEntity(site, down(4.2, 2.2), all)?.ref.id).toBe('C1');
    expect(pickEntity(site, down(4.2, 2.2), { ...all, containment: false })).toBeNull();
  });

  it('gives small sensors something to hit', () => {
    expect(pickEntity(site, down(6.07, 5), all)?.ref.id).toBe('S1');
    expect(pickEntity(site, down(6.2, 5), all)).toBeNull();
  });
});

describe('rays', () => {
  it('miss a box behind them and meet one they start in at 0', () => {
    const box = { min: { x: 0, y: 0, z: 0 }, max: { x: 1, y: 1, z: 1 } };
    expect(hitBox({ origin: { x: 3, y: 0.5, z: 0.5 }, direction: { x: 1, y: 0, z: 0 } }, box)).toBeNull();
    expect(hitBox({ origin: { x: 0.5, y: 0.5, z: 0.5 }, direction: { x: 1, y: 0, z: 0 } }, box)).toBe(0);
  });

  it('reach a height only when they run towards it', () => {
    const slant = { origin: { x: 0, y: 0, z: 2 }, direction: { x: 0.6, y: 0, z: -0.8 } };
    expect(pointAtHeight(slant, 0)?.x).toBeCloseTo(1.5);
    expect(pointAtHeight({ ...slant, direction: { x: 1, y: 0, z: 0 } }, 0)).toBeNull();
  });
});

it('takes into a rectangle what has its centre inside, whichever corner came first', () => {
  const inside = refsWithin(site, { x: 3, y: 5 }, { x: 1, y: 1.9 }).map(({ id }) => id);
  expect(inside).toEqual(['near', 'far']);
});

it('hides what lies behind a rack, not what lies before it', () => {
  const ray = { origin: { x: 2, y: -5, z: 1 }, direction: { x: 0, y: 1, z: 0 } };
  expect(isHidden(site, ray, 6.3)).toBe(false);
  expect(isHidden(site, ray, 8)).toBe(true);
});
