import { describe, expect, it } from 'vitest';
import { type Site, siteSchema } from '../site/schema/site';
import { advance, createEngine, type EngineError, editSite, runSteady } from './engine';
import { resumeSnapshot, takeSnapshot } from './snapshot';
import { fingerprint } from './testing/fingerprint';
import { rackWith, smallRoom } from './testing/sites';
import { airInlets } from './tracers/air-sources';
import { freezeEngineAir } from './tracers/freeze';

/** Two units of unlike temperature at either end of a shallow floor; the tiles next to them draw room air down. */
function reversing(damper = 1): Site {
  const unit = (id: string, x: number, rotation: 90 | 270, setpointCelsius: number) => ({
    id,
    kind: 'crah' as const,
    position: { x, y: 1.5 },
    rotation,
    size: { width: 1.2, depth: 0.6, height: 2 },
    medium: 'chilled-water' as const,
    supply: { to: 'raised-floor' as const },
    return: { from: 'room' as const, face: 'top' as const },
    fan: { ratedAirflowM3s: 0.9, ratedPowerW: 500 },
    control: { mode: 'supply' as const, setpointCelsius },
  });
  return siteSchema.parse({
    ...smallRoom(),
    room: { width: 6, depth: 3, height: 3, initialCelsius: 20 },
    racks: [{ ...rackWith(6000, 0.6), position: { x: 3, y: 2.2 }, rotation: 0 }],
    coolingUnits: [unit('cold', 0.3, 90, 14), unit('mild', 5.7, 270, 20)],
    raisedFloor: { height: 0.12, leakageFraction: 0.05, plenum: 'two-dimensional' },
    tiles: [0.9, 1.5, 2.1, 2.7, 3.3, 3.9, 4.5, 5.1].flatMap((x, column) =>
      [0.6, 1.2].map((y, line) => ({
        id: `tile-${column}-${line}`,
        position: { x, y },
        openArea: 0.8,
        damper: column === 3 ? damper : 1,
      })),
    ),
  });
}

const options = { seed: 1, cellSize: 0.3 };

describe('a two-dimensional floor in a room', () => {
  it('with reversed tiles closes heat (0.1 %) and mass (1e-6), settled and on the clock', () => {
    const engine = createEngine(reversing(), options);
    runSteady(engine);
    expect(engine.flows.tiles[1]).toBeLessThan(-0.01);
    expect(engine.flows.tiles[15]).toBeLessThan(-0.01);
    expect(engine.measures.energyBalanceError).toBeLessThan(1e-3);
    expect(engine.measures.massBalanceError).toBeLessThan(1e-6);
    for (let n = 0; n < 60; n++) advance(engine);
    expect(engine.measures.energyBalanceError).toBeLessThan(1e-3);
    expect(engine.inflows.tilesCelsius[4]!).toBeLessThan(engine.inflows.tilesCelsius[10]! - 3);
  });

  it('refuses a unit whose air blockages shut in, and names it', () => {
    const site = reversing();
    const wall = { min: { x: 0.6, y: 0 }, max: { x: 0.9, y: 3 }, share: 1 };
    const shut = { ...site, raisedFloor: { ...site.raisedFloor!, leakageFraction: 0, blockages: [wall] } };
    const found = (tried: Site) => {
      try {
        createEngine(tried, options);
        return [];
      } catch (error) {
        return (error as EngineError).issues.map(({ code, path }) => [code, path]);
      }
    };
    expect(found(shut)).toEqual([['supply-sealed-in', 'coolingUnits[0].supply']]);
    expect(found({ ...site, raisedFloor: { ...shut.raisedFloor, leakageFraction: 0.05 } })).toEqual([]);
  });

  it('says whose air comes out of each tile: shares sum to 1, a tile gives the air of the unit beside it', () => {
    const engine = createEngine(reversing(), options);
    const { floor } = airInlets(engine, freezeEngineAir(engine));
    for (const { unitShare } of floor) expect(unitShare[0]! + unitShare[1]!).toBeCloseTo(1, 5);
    expect(floor[0]!.unitShare[0]).toBeGreaterThan(0.9);
  });

  it('goes on from a snapshot to the byte', () => {
    const engine = createEngine(reversing(), options);
    for (let n = 0; n < 12; n++) advance(engine);
    const resumed = resumeSnapshot(takeSnapshot(engine));
    for (let n = 0; n < 5; n++) {
      advance(engine);
      advance(resumed);
    }
    expect(fingerprint(resumed)).toBe(fingerprint(engine));
    expect(resumed.flows.tiles).toEqual(engine.flows.tiles);
  });

  it('starts an edited floor from the present one, and comes to what a fresh start gives (1 %)', () => {
    const edited = createEngine(reversing(), options);
    runSteady(edited);
    editSite(edited, reversing(0.5));
    runSteady(edited);
    const fresh = createEngine(reversing(0.5), options);
    runSteady(fresh);
    for (let t = 0; t < 16; t++) expect(Math.abs(edited.flows.tiles[t]! - fresh.flows.tiles[t]!)).toBeLessThan(0.003);
  });
});
