import { describe, expect, it } from 'vitest';
import { createEngine } from '../engine';
import { smallRoom } from '../testing/sites';

const tile = (id: string, x: number, openArea: number, airflowM3s?: number) => ({
  id,
  position: { x, y: 2.6 },
  openArea,
  ...(airflowM3s === undefined ? {} : { airflowM3s }),
});

function flows(tiles: ReturnType<typeof tile>[], leakageFraction: number) {
  const site = smallRoom({ raisedFloor: { height: 0.6, leakageFraction }, tiles });
  const unit = site.coolingUnits[0]!;
  const engine = createEngine(
    { ...site, coolingUnits: [{ ...unit, supply: { to: 'raised-floor' } }] },
    { seed: 1, cellSize: 0.3 },
  );
  return engine.flows;
}

describe('raised floor', () => {
  it('hands all that the units supply to tiles and seams (1e-12)', () => {
    const { tiles, floorLeakage } = flows([tile('a', 0.9, 0.25), tile('b', 1.7, 0.56)], 0.1);
    expect(tiles[0]! + tiles[1]! + floorLeakage).toBeCloseTo(0.3, 12);
    expect(floorLeakage).toBeCloseTo(0.03, 12);
  });

  it('divides flow as 1 / sqrt(K)', () => {
    const { tiles } = flows([tile('a', 0.9, 0.25), tile('b', 1.7, 0.56)], 0);
    expect(tiles[1]! / tiles[0]!).toBeCloseTo(Math.sqrt(42.8 / 7.4), 1);
  });

  it('keeps a pinned tile and gives the rest to the others', () => {
    const { tiles } = flows([tile('a', 0.9, 0.25, 0.1), tile('b', 1.7, 0.56)], 0);
    expect(tiles[0]).toBeCloseTo(0.1, 12);
    expect(tiles[1]).toBeCloseTo(0.2, 12);
  });
});
