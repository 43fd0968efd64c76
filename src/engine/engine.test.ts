import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Site, siteSchema } from '../site/schema/site';
import { AIR_HEAT_CAPACITY, GRAVITY, ZERO_CELSIUS_KELVIN } from '../units/air';
import { airHeatJ } from './air-heat';
import { advance, createEngine, EngineError, editSite, runSteady } from './engine';
import { reportOf } from './report';
import { resumeSnapshot, takeSnapshot } from './snapshot';
import { fingerprint } from './testing/fingerprint';
import { rackWith, smallRoom } from './testing/sites';
import { advanceTick } from './tick';

function bundled(file: string): Site {
  return siteSchema.parse(JSON.parse(readFileSync(new URL(`../../public/sites/${file}`, import.meta.url), 'utf8')));
}

describe('energy closure', () => {
  it('a sealed adiabatic room keeps every joule over 1000 steps (0.1 %)', () => {
    const engine = createEngine(smallRoom({ coolingUnits: [], racks: [rackWith(500, 0.2)] }), {
      seed: 1,
      cellSize: 0.3,
    });
    engine.settling.active = false;
    advanceTick(engine);
    const start = airHeatJ(engine);
    let given = 0;
    for (let n = 0; n < 1000; n++) {
      advanceTick(engine);
      given += engine.measures.rackHeatW;
    }
    const onItsWay = 0.2 * AIR_HEAT_CAPACITY * (engine.chassisInletCelsius[0]! - 20);
    expect(engine.steps).toBeGreaterThanOrEqual(1000);
    expect(engine.measures.energyBalanceError).toBeLessThan(1e-3);
    expect(Math.abs((airHeatJ(engine) - start + onItsWay) / given - 1)).toBeLessThan(2e-3);
    // 500 kJ into less than 36 m³ of air and nothing else.
    expect(engine.chassisInletCelsius[0]).toBeGreaterThan(20 + (0.8 * 500 * 1000) / (36 * AIR_HEAT_CAPACITY));
  });

  it('holds with limited second-order advection too (0.1 %)', () => {
    const engine = createEngine(smallRoom(), { seed: 1, cellSize: 0.2, advection: 'limited' });
    for (let n = 0; n < 60; n++) advance(engine);
    expect(engine.measures.energyBalanceError).toBeLessThan(1e-3);
  });

  it('a steady room hands all rack heat to the units (0.1 %), and moves all its air in circles (1e-6)', () => {
    const engine = createEngine(smallRoom(), { seed: 1, cellSize: 0.2 });
    const steady = runSteady(engine);
    expect(steady.converged).toBe(true);
    const { energy, mass, coolingUnits } = reportOf(engine);
    expect(energy.balanceError).toBeLessThan(1e-3);
    expect(mass.balanceError).toBeLessThan(1e-6);
    expect(coolingUnits[0]!.heatW).toBeCloseTo(2000, -1);
  });
});

describe('hydrostatic rest', () => {
  it('layered air in hydrostatic balance stays at rest', () => {
    const engine = createEngine(smallRoom({ coolingUnits: [], racks: [] }), { seed: 1, cellSize: 0.25 });
    engine.settling.active = false;
    const { mesh } = engine.room.grid;
    const celsiusAtLayer = (k: number) => 15 + 3 * k;
    const push = (k: number) => (GRAVITY / (20 + ZERO_CELSIUS_KELVIN)) * (celsiusAtLayer(k) - 20);
    let pressure = 0;
    for (let k = 1; k <= mesh.nz; k++) {
      if (k > 1) pressure += 0.5 * 0.25 * (push(k) + push(k - 1));
      for (let c = k * mesh.stride[2]; c < (k + 1) * mesh.stride[2]; c++) {
        engine.temperature[c] = celsiusAtLayer(k);
        engine.air.pressure[c] = pressure;
      }
    }
    for (let n = 0; n < 100; n++) advanceTick(engine);
    let fastest = 0;
    for (const u of engine.air.velocity) for (const value of u) fastest = Math.max(fastest, Math.abs(value));
    expect(fastest).toBeLessThan(1e-6);
  });

  it('air heated from below rises', () => {
    const room = { width: 4, depth: 3, height: 3, initialCelsius: 20 };
    const engine = createEngine(smallRoom({ coolingUnits: [], racks: [rackWith(1000, 0.1)], room }), {
      seed: 1,
      cellSize: 0.25,
    });
    engine.settling.active = false;
    for (let n = 0; n < 60; n++) advanceTick(engine);
    const { mesh } = engine.room.grid;
    const layer = (k: number) => {
      let sum = 0;
      let count = 0;
      for (let c = k * mesh.stride[2]; c < (k + 1) * mesh.stride[2]; c++) {
        if (mesh.solid[c]) continue;
        sum += engine.temperature[c]!;
        count++;
      }
      return sum / count;
    };
    expect(layer(mesh.nz) - layer(1)).toBeGreaterThan(1);
  });
});

describe('reproducible runs', () => {
  const site = bundled('starter.json');

  it('same site, seed and ticks give the same bytes; another seed does not', () => {
    const run = (seed: number) => {
      const engine = createEngine(site, { seed, cellSize: 0.4 });
      for (let n = 0; n < 20; n++) advance(engine);
      return fingerprint(engine);
    };
    const first = run(7);
    expect(run(7)).toBe(first);
    expect(run(8)).not.toBe(first);
  });

  it('a run resumed from a snapshot goes on byte for byte', () => {
    const engine = createEngine(site, { seed: 7, cellSize: 0.4 });
    for (let n = 0; n < 5; n++) advance(engine);
    const resumed = resumeSnapshot(structuredClone(takeSnapshot(engine)));
    expect(fingerprint(resumed)).toBe(fingerprint(engine));
    for (let n = 0; n < 10; n++) {
      advance(engine);
      advance(resumed);
    }
    expect(fingerprint(resumed)).toBe(fingerprint(engine));
  });
});

describe('edits', () => {
  it('keep the clock and the air, and settle to what a fresh start of the edited room gives', () => {
    const cold = createEngine(smallRoom({ racks: [rackWith(4000, 0.2)] }), { seed: 1, cellSize: 0.2 });
    runSteady(cold);
    const warm = createEngine(smallRoom(), { seed: 1, cellSize: 0.2 });
    for (let n = 0; n < 3; n++) advance(warm);
    editSite(warm, smallRoom({ racks: [rackWith(4000, 0.2)] }));
    expect(warm.simulatedSeconds).toBe(3);
    runSteady(warm);
    expect(Math.abs(warm.chassisInletCelsius[0]! - cold.chassisInletCelsius[0]!)).toBeLessThan(0.3);
    expect(warm.servers.outletCelsius[0]! - warm.chassisInletCelsius[0]!).toBeCloseTo(
      4000 / (0.2 * AIR_HEAT_CAPACITY),
      2,
    );
  });

  it('that cannot be simulated are refused with the place, and leave the engine as it was', () => {
    const engine = createEngine(smallRoom(), { seed: 1, cellSize: 0.2 });
    advance(engine);
    const before = fingerprint(engine);
    const against = rackWith(2000, 0.2);
    const blocked = smallRoom({ racks: [{ ...against, position: { x: 3.5, y: 1.5 } }] });
    let issues: EngineError['issues'] = [];
    try {
      editSite(engine, blocked);
    } catch (error) {
      if (error instanceof EngineError) issues = error.issues;
    }
    expect(issues.map(({ code, path }) => [code, path])).toEqual([['no-air-path', 'racks[0].contents[0]']]);
    expect(fingerprint(engine)).toBe(before);
  });

  it('a sealed aisle whose flows cannot balance is refused with the numbers', () => {
    const sealed = smallRoom({
      containments: [
        {
          id: 'aisle',
          kind: 'cold-aisle',
          min: { x: 1, y: 0, z: 0 },
          max: { x: 2.5, y: 3, z: 3 },
          sides: { xMin: 'panel', xMax: 'panel', yMin: 'open', yMax: 'open', roof: 'open' },
          leakageArea: 0,
        },
      ],
    });
    expect(() => createEngine(sealed, { seed: 1 })).toThrow(/takes in .* m³\/s more air than leaves it/);
  });
});
