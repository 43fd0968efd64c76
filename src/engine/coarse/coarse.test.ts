import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Site, siteSchema } from '../../site/schema/site';
import { createEngine, type Engine, editSite } from '../engine';
import { settleOnce } from '../settle';
import { resumeSnapshot, takeSnapshot } from '../snapshot';
import { fingerprint } from '../testing/fingerprint';
import { smallRoom } from '../testing/sites';
import { hurries, settleOnFineCells } from '../tick';
import { createCoarseRoom } from './coarse-room';
import { correctOnce } from './correct';

const starter: Site = siteSchema.parse(
  JSON.parse(readFileSync(new URL('../../../public/sites/starter.json', import.meta.url), 'utf8')),
);
/** 67,584 cells: enough for a coarse room. */
const OPTIONS = { seed: 1, cellSize: 0.15, backend: 'wasm' } as const;
const edited: Site = { ...starter, racks: starter.racks.filter((_, n) => n !== 5) };

function atRest(engine: Engine): Engine {
  while (engine.settling.active) settleOnce(engine);
  return engine;
}

function largestGap(a: Engine, b: Float64Array): number {
  return Math.max(...a.chassisInletCelsius.map((celsius, n) => Math.abs(celsius - b[n]!)));
}

describe('coarse-room', () => {
  it('helps rooms of 60,000 cells and more, on cells twice as large, and shares servers and units with them', () => {
    expect(createCoarseRoom(createEngine(smallRoom(), { seed: 1, backend: 'wasm' }))).toBeNull();
    const engine = createEngine(starter, OPTIONS);
    const coarse = createCoarseRoom(engine)!;
    expect(coarse.room.grid.lines.cellSize).toBeCloseTo(0.3);
    expect(coarse.servers).toBe(engine.servers);
    expect(coarse.plant).toBe(engine.plant);
    expect(coarse.room.kernels.temperature).not.toBe(engine.room.kernels.temperature);
  });

  it('a cold start and an edit come to the same rest as fine cells alone, every chassis within 0.5 K, in fewer iterations', () => {
    const engine = atRest(createEngine(starter, OPTIONS));
    const coldIterations = engine.settling.iterations;
    editSite(engine, edited);
    atRest(engine);
    const editIterations = engine.settling.iterations;
    // The yardstick: fine cells alone, far beyond rest.
    const alone = createEngine(edited, OPTIONS);
    alone.coarse.stage = 'done';
    atRest(alone);
    const aloneIterations = alone.settling.iterations;
    for (let n = 0; n < 60; n++) settleOnFineCells(alone);
    expect(largestGap(engine, alone.chassisInletCelsius)).toBeLessThan(0.5);
    expect(coldIterations).toBeLessThan(aloneIterations * 0.8);
    expect(editIterations).toBeLessThan(aloneIterations * 0.8);

    // Air at rest on the fine cells stays where it is, though the coarse ones alone would come to rest elsewhere.
    const coarse = createCoarseRoom(alone)!;
    const before = alone.chassisInletCelsius.slice();
    const moved = correctOnce(alone, coarse, 0.5);
    expect(moved).toBeLessThan(0.1);
    expect(largestGap(alone, before)).toBeLessThan(0.15);
    const astray = atRest(createEngine(edited, { ...OPTIONS, cellSize: 0.3 }));
    expect(largestGap(astray, before)).toBeGreaterThan(0.5);

    // A correction beyond its limit is not made: what is left is the fine iteration.
    const twin = resumeSnapshot(takeSnapshot(alone));
    settleOnFineCells(twin);
    expect(correctOnce(alone, createCoarseRoom(alone)!, 0)).toBeGreaterThan(0);
    expect(alone.chassisInletCelsius).toEqual(twin.chassisInletCelsius);
    expect(hurries(alone)).toBe(false);
  });

  it('shows progress that never falls; snapshot-resume: from the middle of the corrections it goes on to the byte', () => {
    const engine = createEngine(starter, OPTIONS);
    let shown = 0;
    while (engine.settling.active && engine.coarse.corrections < 2) {
      settleOnce(engine);
      expect(engine.measures.settleProgress).toBeGreaterThanOrEqual(shown);
      shown = engine.measures.settleProgress;
    }
    expect(shown).toBeGreaterThan(0.15);
    const resumed = resumeSnapshot(takeSnapshot(engine));
    for (let n = 0; n < 4; n++) for (const each of [engine, resumed]) settleOnce(each);
    expect(engine.coarse.corrections).toBe(3);
    expect(fingerprint(resumed)).toBe(fingerprint(engine));
  });
});
