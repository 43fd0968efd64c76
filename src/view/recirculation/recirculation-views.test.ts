import { describe, expect, it } from 'vitest';
import type { Recirculation } from '../../frame/recirculation';
import { siteSchema } from '../../site/schema/site';
import { matrixCsv, matrixOf, orderOf, pooled } from './matrix';
import { worstGivers, worstTakers } from './ranking';
import { unitCapture } from './unit-capture';

/** Racks A, B and C, unit U: B breathes 30 % of A's exhaust, A 10 % of its own. Each moves 1 m³/s, the unit 3. */
const result: Recirculation = {
  revision: 1,
  simulatedSeconds: 0,
  rackIds: ['A', 'B', 'C'],
  unitIds: ['U'],
  openingIds: [],
  share: Float32Array.of(
    ...[0.1, 0, 0, 0.9],
    ...[0.3, 0, 0, 0.7],
    ...[0, 0, 0, 1],
    ...[0.2, 1 / 3, 1 / 3, 0.4 / 3],
    ...[0.2, 0.2, 0.2, 0.4],
  ),
  takenM3s: Float32Array.of(1, 1, 1, 3, 0),
  givenM3s: Float32Array.of(1, 1, 1, 3),
  riseKelvinPerKilowatt: Float32Array.of(0.1, 0, 0, 0.3, 0, 0, 0, 0, 0),
  coldCapture: Float32Array.of(0.9, 0.7, 1),
  hotCapture: Float32Array.of(0.6, 1, 1),
  rackAgeSeconds: Float32Array.of(5, 9, 4),
  unitReturnAgeSeconds: Float32Array.of(30),
  roomAgeSeconds: 20,
  residenceSeconds: 30,
  rackHeatW: Float32Array.of(5000, 1000, 1000),
  rackInletCelsius: Float32Array.of(18.5, 19.5, 18),
  shi: 0.1,
  rhi: 0.9,
  rti: 100,
};

const site = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'Three racks',
  room: { width: 6, depth: 6, height: 3 },
  racks: [
    ['A', 3, 4],
    ['B', 1, 1],
    ['C', 2, 1.1],
  ].map(([id, x, y]) => ({
    id,
    position: { x, y },
    rotation: 0,
    size: { width: 0.6, depth: 1, height: 2 },
    uHeight: 42,
    contents: [],
  })),
});

describe('recirculation matrix', () => {
  it('holds shares, K per kW, and K at the heat of the moment', () => {
    expect(matrixOf(result, 'share').values[3]).toBeCloseTo(0.3, 6);
    expect(matrixOf(result, 'perKilowatt').largest).toBeCloseTo(0.3, 6);
    expect(matrixOf(result, 'kelvin').values[3]).toBeCloseTo(1.5, 6);
  });

  it('is ordered as in the site, row by row of the plan, or by how much a rack is affected', () => {
    expect([...orderOf(result, 'site', site)]).toEqual([0, 1, 2]);
    expect([...orderOf(result, 'position', site)]).toEqual([1, 2, 0]);
    expect([...orderOf(result, 'affected', site)]).toEqual([1, 0, 2]);
  });

  it('keeps the largest value of the cells that one point of a small picture covers', () => {
    const { side, values } = pooled(matrixOf(result, 'share'), orderOf(result, 'site', site), 2);
    expect(side).toBe(2);
    expect(values[0]).toBeCloseTo(0.3, 6);
    expect([...values.slice(1)]).toEqual([0, 0, 0]);
  });

  it('exports shares of racks and units', () => {
    const lines = matrixCsv(result, 'share').split('\r\n');
    expect(lines[0]).toBe('inlet of \\ air from [1],A,B,C,U');
    expect(lines[2]).toBe('B,0.3,0,0,0.7');
    expect(matrixCsv(result, 'kelvin').split('\r\n')[2]).toBe('B,1.5,0,0');
  });
});

describe('who takes and gives most', () => {
  it('ranks by warming: B is warmed by 1.5 K, A by 0.5 K; A gives both, with 40 % of its exhaust', () => {
    expect(worstTakers(result).map(({ rackId }) => rackId)).toEqual(['B', 'A']);
    const [giver, ...rest] = worstGivers(result);
    expect(rest).toEqual([]);
    expect(giver!.rackId).toBe('A');
    expect(giver!.share).toBeCloseTo(0.4, 6);
    expect(giver!.kelvin).toBeCloseTo(2, 5);
  });
});

describe('capture of a unit', () => {
  it('says whose exhaust it takes, whom it feeds, and what goes straight back', () => {
    const capture = unitCapture(result, 'U')!;
    expect(capture.exhaustShare).toBeCloseTo(2.6 / 3, 5);
    expect(capture.takes[2]).toEqual({ rackId: 'A', share: expect.closeTo(0.2, 6) });
    expect(capture.feeds.map(({ rackId }) => rackId)).toEqual(['C', 'A', 'B']);
    expect(capture.fedShare + capture.bypassShare).toBeCloseTo(1, 5);
    expect(unitCapture(result, 'X')).toBeNull();
  });
});
