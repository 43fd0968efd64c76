import { describe, expect, it } from 'vitest';
import type { SiteInput } from '../../site/schema/site';
import { airHeatJ } from '../air-heat';
import { advance, createEngine, type Engine, editSite, runSteady } from '../engine';
import { resumeSnapshot, takeSnapshot } from '../snapshot';
import { fingerprint } from '../testing/fingerprint';
import { rackWith, smallRoom } from '../testing/sites';
import { advanceTick } from '../tick';
import { fabricHeatJ } from './fabric';

const fabric = { floor: 'concrete-slab', walls: 'plasterboard', ceiling: 'ceiling-tile' } as const;
const room = { width: 4, depth: 3, height: 3, initialCelsius: 20, fabric };
const obstacles = [{ id: 'pillar', min: { x: 1.5, y: 0, z: 0 }, max: { x: 1.8, y: 0.6, z: 3 } }];
const massive = (changes: Partial<SiteInput> = {}) => smallRoom({ room, obstacles, ...changes });

/** Adds to the load of the running room. */
function stepUp(engine: Engine, watts: number): void {
  engine.servers.structure.directPowerW[0]! += watts;
}

describe.each(['reference', 'wasm'] as const)('fabric of the room, %s', (backend) => {
  it('closes heat in every transient step (0.1 %): what left the air is in the slices', () => {
    const engine = createEngine(massive(), { seed: 1, cellSize: 0.3, backend });
    runSteady(engine);
    const { surfaces } = engine.room;
    stepUp(engine, 2000);
    advance(engine);
    const start = fabricHeatJ(engine.fabric, surfaces.fabric);
    let given = 0;
    for (let n = 0; n < 120; n++) {
      advance(engine);
      // One air step a tick in cells of this size.
      given += engine.fabric.heatW;
      expect(engine.measures.energyBalanceError).toBeLessThan(1e-3);
    }
    const kept = fabricHeatJ(engine.fabric, surfaces.fabric) - start;
    expect(given).toBeGreaterThan(10_000);
    expect(Math.abs(kept / given - 1)).toBeLessThan(1e-6);
  });

  it('leaves the steady state alone, to the byte', () => {
    const states = [massive(), smallRoom({ obstacles })].map((site) => {
      const engine = createEngine(site, { seed: 1, cellSize: 0.3, backend });
      runSteady(engine);
      return fingerprint(engine);
    });
    expect(states[0]).toBe(states[1]);
  });
});

describe('panels of an aisle', () => {
  const containments = [
    {
      id: 'aisle',
      kind: 'hot-aisle' as const,
      min: { x: 1.5, y: 0, z: 0 },
      max: { x: 2.4, y: 3, z: 2.1 },
      sides: { xMin: 'panel', xMax: 'open', yMin: 'open', yMax: 'open', roof: 'panel' } as const,
    },
  ];
  const bare = smallRoom({ containments });
  const glazed = smallRoom({ containments: [{ ...containments[0]!, panels: 'polycarbonate' }] });

  it('have both sides of 9 m² of wall and roof, and hold 78 kJ/K in 3 mm of each side', () => {
    const engine = createEngine(glazed, { seed: 1, cellSize: 0.3 });
    const { fabric } = engine.room.surfaces;
    // 3 m of wall 2.1 m high, 0.9 m of roof, both sides.
    expect(fabric.area.reduce((sum, area) => sum + area, 0)).toBeCloseTo(2 * (3 * 2.1 + 3 * 0.9), 6);
    const capacityJK = fabric.area.reduce((sum, area) => sum + area * fabric.conductions[0]!.capacity[0]!, 0);
    expect(capacityJK).toBeCloseTo(2 * 9 * 0.003 * 1200 * 1200, 3);
  });

  it('keep what left the air, within 1e-6, and leave the steady state alone, to the byte', () => {
    const states = [bare, glazed].map((site) => {
      const engine = createEngine(site, { seed: 1, cellSize: 0.3 });
      runSteady(engine);
      return { engine, state: fingerprint(engine) };
    });
    expect(states[0]!.state).toBe(states[1]!.state);
    const { engine } = states[1]!;
    const { surfaces } = engine.room;
    stepUp(engine, 2000);
    advance(engine);
    const start = fabricHeatJ(engine.fabric, surfaces.fabric);
    let given = 0;
    for (let n = 0; n < 60; n++) {
      advance(engine);
      given += engine.fabric.heatW;
    }
    expect(given).toBeGreaterThan(1000);
    expect(Math.abs((fabricHeatJ(engine.fabric, surfaces.fabric) - start) / given - 1)).toBeLessThan(1e-6);
    expect(engine.measures.energyBalanceError).toBeLessThan(1e-3);
  });
});

describe('fabric in a run', () => {
  it('slows the heat-up of a sealed room: the air of 36 m³ keeps less than half of the heat', () => {
    const engine = createEngine(massive({ coolingUnits: [], racks: [rackWith(500, 0.2)] }), { seed: 1, cellSize: 0.3 });
    engine.settling.active = false;
    advanceTick(engine);
    const start = [airHeatJ(engine), fabricHeatJ(engine.fabric, engine.room.surfaces.fabric)] as const;
    for (let n = 0; n < 600; n++) advanceTick(engine);
    const air = airHeatJ(engine) - start[0];
    const held = fabricHeatJ(engine.fabric, engine.room.surfaces.fabric) - start[1];
    expect((air + held) / (500 * 600)).toBeGreaterThan(0.98);
    expect((air + held) / (500 * 600)).toBeLessThan(1.001);
    expect(air).toBeLessThan(held);
  });

  it('goes on to the byte from a snapshot', () => {
    const engine = createEngine(massive(), { seed: 1, cellSize: 0.3 });
    runSteady(engine);
    stepUp(engine, 1000);
    for (let n = 0; n < 5; n++) advance(engine);
    const resumed = resumeSnapshot(takeSnapshot(engine));
    stepUp(resumed, 1000);
    for (let n = 0; n < 5; n++) {
      advance(engine);
      advance(resumed);
    }
    expect([...resumed.fabric.celsius]).toEqual([...engine.fabric.celsius]);
    expect(fingerprint(resumed)).toBe(fingerprint(engine));
  });

  it('keeps the temperatures of surfaces through an edit under the running clock', () => {
    const engine = createEngine(massive(), { seed: 1, cellSize: 0.3 });
    runSteady(engine);
    stepUp(engine, 2000);
    for (let n = 0; n < 20; n++) advance(engine);
    const before = engine.fabric.celsius.slice();
    editSite(engine, massive({ racks: [{ ...rackWith(3000, 0.2), name: 'More' }] }), { settle: false });
    expect([...engine.fabric.celsius]).toEqual([...before]);
    editSite(engine, massive());
    expect(engine.fabric.celsius.every(Number.isNaN)).toBe(true);
  });
});
