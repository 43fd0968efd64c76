import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Site, siteSchema } from '../site/schema/site';
import { advance, createEngine, type Engine, editSite, runSteady } from './engine';
import { reportOf } from './report';
import { resumeSnapshot, takeSnapshot } from './snapshot';
import { fingerprint } from './testing/fingerprint';
import { rackWith, smallRoom } from './testing/sites';
import { advanceTick } from './tick';

function bundled(file: string): Site {
  return siteSchema.parse(JSON.parse(readFileSync(new URL(`../../public/sites/${file}`, import.meta.url), 'utf8')));
}

const starter = bundled('starter.json');

function worstInletGap(a: Engine, b: Engine): number {
  let worst = 0;
  a.chassisInletCelsius.forEach((celsius, n) => {
    worst = Math.max(worst, Math.abs(celsius - b.chassisInletCelsius[n]!));
  });
  return worst;
}

describe('backend-parity: a whole room', () => {
  it('starter room settles to the same inlets, every chassis within 0.05 K, and stays with them for 10 s', () => {
    const reference = createEngine(starter, { seed: 3, cellSize: 0.3 });
    const wasm = createEngine(starter, { seed: 3, cellSize: 0.3, backend: 'wasm' });
    expect(wasm.room.kernels.backend).toBe('wasm');
    expect(reference.room.kernels.backend).toBe('reference');
    runSteady(reference);
    runSteady(wasm);
    expect(Math.max(...reference.chassisInletCelsius) - Math.min(...reference.chassisInletCelsius)).toBeGreaterThan(1);
    expect(worstInletGap(reference, wasm)).toBeLessThan(0.05);
    for (let n = 0; n < 10; n++) {
      advanceTick(reference);
      advanceTick(wasm);
    }
    expect(worstInletGap(reference, wasm)).toBeLessThan(0.05);
  });

  it('limited advection gives the same inlets too (0.05 K)', () => {
    const options = { seed: 1, cellSize: 0.25, advection: 'limited' } as const;
    const reference = createEngine(smallRoom(), options);
    const wasm = createEngine(smallRoom(), { ...options, backend: 'wasm' });
    for (const engine of [reference, wasm]) runSteady(engine);
    expect(worstInletGap(reference, wasm)).toBeLessThan(0.05);
  });

  it('an opening to the outside carries the same flow', () => {
    const site = smallRoom({
      openings: [
        {
          id: 'in',
          surface: 'x-min',
          centre: { x: 0, y: 0.5, z: 2.6 },
          width: 0.5,
          height: 0.5,
          celsius: 15,
          flow: { kind: 'pinned', airflowM3s: 0.1 },
        },
        {
          id: 'door',
          surface: 'x-max',
          centre: { x: 4, y: 0.5, z: 1 },
          width: 0.8,
          height: 2,
          celsius: 30,
          flow: { kind: 'free' },
        },
      ],
    });
    const [reference, wasm] = (['reference', 'wasm'] as const).map((backend) => {
      const engine = createEngine(site, { seed: 1, cellSize: 0.25, backend });
      for (let n = 0; n < 5; n++) advance(engine);
      return reportOf(engine);
    });
    expect(wasm!.openings[1]!.airflowM3s).toBeCloseTo(-0.1, 4);
    expect(wasm!.openings[1]!.airflowM3s).toBeCloseTo(reference!.openings[1]!.airflowM3s, 5);
  });
});

describe('closure in single precision', () => {
  it('a steady room hands all rack heat to the unit (0.1 %) and moves all its air in circles (1e-6)', () => {
    const engine = createEngine(starter, { seed: 1, cellSize: 0.3, backend: 'wasm' });
    expect(runSteady(engine).converged).toBe(true);
    const { energy, mass } = reportOf(engine);
    expect(energy.balanceError).toBeLessThan(1e-3);
    expect(mass.balanceError).toBeLessThan(1e-6);
  });

  it('a sealed adiabatic room keeps every joule over 1000 steps (0.1 %)', () => {
    const site = smallRoom({ coolingUnits: [], racks: [rackWith(500, 0.2)] });
    const engine = createEngine(site, { seed: 1, cellSize: 0.3, backend: 'wasm' });
    engine.settling.active = false;
    for (let n = 0; n < 1000; n++) advanceTick(engine);
    expect(engine.steps).toBeGreaterThanOrEqual(1000);
    expect(engine.measures.energyBalanceError).toBeLessThan(1e-3);
    expect(engine.measures.massBalanceError).toBeLessThan(1e-5);
  });
});

describe('determinism in single precision', () => {
  it('same site, seed and ticks give the same bytes', () => {
    const run = () => {
      const engine = createEngine(starter, { seed: 7, cellSize: 0.4, backend: 'wasm' });
      for (let n = 0; n < 10; n++) advance(engine);
      return fingerprint(engine);
    };
    expect(run()).toBe(run());
  });

  it('a run resumed from a snapshot goes on byte for byte', () => {
    const engine = createEngine(starter, { seed: 7, cellSize: 0.4, backend: 'wasm' });
    for (let n = 0; n < 5; n++) advance(engine);
    const resumed = resumeSnapshot(structuredClone(takeSnapshot(engine)));
    expect(resumed.room.kernels.backend).toBe('wasm');
    for (let n = 0; n < 10; n++) {
      advance(engine);
      advance(resumed);
    }
    expect(fingerprint(resumed)).toBe(fingerprint(engine));
  });

  it('an edit keeps the air and settles to what a fresh start gives (0.3 K)', () => {
    const edited = smallRoom({ racks: [rackWith(4000, 0.2)] });
    const cold = createEngine(edited, { seed: 1, cellSize: 0.2, backend: 'wasm' });
    const warm = createEngine(smallRoom(), { seed: 1, cellSize: 0.2, backend: 'wasm' });
    for (let n = 0; n < 3; n++) advance(warm);
    editSite(warm, edited);
    expect(warm.room.kernels.backend).toBe('wasm');
    for (const engine of [cold, warm]) runSteady(engine);
    expect(worstInletGap(cold, warm)).toBeLessThan(0.3);
  });
});
