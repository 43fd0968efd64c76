import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { advance, createEngine, type Engine, type EngineOptions, editSite } from '../engine/engine';
import { createThreadTeam, type HelperPort, type ThreadTeam } from '../engine/kernels/wasm/thread-team';
import { settleOnce } from '../engine/settle';
import { resumeSnapshot, takeSnapshot } from '../engine/snapshot';
import { fingerprint } from '../engine/testing/fingerprint';
import { type Site, siteSchema } from '../site/schema/site';
import { createNodeThreads } from './node-threads';

const starter: Site = siteSchema.parse(
  JSON.parse(readFileSync(new URL('../../public/sites/starter.json', import.meta.url), 'utf8')),
);
/** Large enough for helpers, small enough for a test: some 30,000 cells. */
const OPTIONS: EngineOptions = { seed: 5, maxCells: 40_000, backend: 'wasm' };

const teams = [2, 4].map((threads) => createNodeThreads(threads));
afterAll(() => Promise.all(teams.map(({ close }) => close())));

const engineWith = (threads: ThreadTeam | null, options = OPTIONS) => createEngine(starter, { ...options, threads });
const isShared = (engine: Engine) => engine.temperature.buffer instanceof SharedArrayBuffer;

/** Number of the last phase that the helper of a seat did; 0: none. */
function phasesHelped(engine: Engine, seat: number): number {
  return new Int32Array(engine.temperature.buffer)[(4096 + 256 + 64 * seat + 16) / 4]!;
}

/** Calls the helpers of an engine until the first one has done its first phase: threads take their time to come up. */
async function waitForHelp(engine: Engine): Promise<void> {
  // Once in any case: the memory may be that of a room whose helpers have been there already.
  engine.room.kernels.stepTurbulence(0, 0);
  for (let n = 0; n < 2000 && phasesHelped(engine, 1) === 0; n++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    engine.room.kernels.stepTurbulence(0, 0);
  }
}

/** The same without helpers: the call that wakes them brings walls and viscosity up to date here too. */
function settleAlone(engine: Engine, steps: number): void {
  engine.room.kernels.stepTurbulence(0, 0);
  for (let n = 0; n < steps; n++) settleOnce(engine);
}

async function settleWithHelp(engine: Engine, steps: number): Promise<void> {
  await waitForHelp(engine);
  for (let n = 0; n < steps; n++) settleOnce(engine);
}

describe('threads over shared memory', () => {
  for (const [advection, counts] of [
    ['upwind', [2, 4]],
    ['limited', [2]],
  ] as const) {
    it(`1 thread and ${counts.join(', ')} give the same bytes, ${advection}`, async () => {
      const options = { ...OPTIONS, advection };
      const alone = engineWith(null, options);
      expect(isShared(alone)).toBe(false);
      settleAlone(alone, 8);
      alone.settling.active = false;
      advance(alone);
      for (const count of counts) {
        const { team } = teams[count === 2 ? 0 : 1]!;
        const engine = engineWith(team, options);
        expect(isShared(engine)).toBe(true);
        await settleWithHelp(engine, 8);
        engine.settling.active = false;
        advance(engine);
        expect(phasesHelped(engine, 1)).toBeGreaterThan(0);
        expect(fingerprint(engine)).toBe(fingerprint(alone));
        engine.room.kernels.release();
      }
    });
  }

  it('a helper that dies in the middle of its work is done without: the leader completes the step to the same bytes', () => {
    // It takes its seat and never does anything.
    const dead: HelperPort = {
      postMessage({ memory, seat }) {
        Atomics.store(new Int32Array(memory.buffer), (4096 + 256 + 64 * seat) / 4, 2);
      },
    };
    const alone = engineWith(null);
    const engine = engineWith(createThreadTeam([dead]));
    const startedAt = performance.now();
    for (let n = 0; n < 3; n++) {
      settleOnce(alone);
      settleOnce(engine);
    }
    // Two seconds of patience, once.
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    expect(fingerprint(engine)).toBe(fingerprint(alone));
  });

  it('a room built anew takes the memory of the one before, and helpers follow it', async () => {
    const { team } = teams[0]!;
    const engine = engineWith(team);
    const alone = engineWith(null);
    await settleWithHelp(engine, 6);
    settleAlone(alone, 6);
    const taller = (metres: number) => ({
      ...starter,
      room: { ...starter.room, height: starter.room.height + metres },
    });
    const buffers = new Set<ArrayBufferLike>();
    for (const metres of [0.3, 0.1, 0.25, 0]) {
      editSite(engine, taller(metres));
      editSite(alone, taller(metres));
      await settleWithHelp(engine, 6);
      settleAlone(alone, 6);
      expect(isShared(engine)).toBe(true);
      buffers.add(engine.temperature.buffer);
      expect(fingerprint(engine)).toBe(fingerprint(alone));
    }
    expect(phasesHelped(engine, 1)).toBeGreaterThan(0);
    expect(buffers.size).toBeLessThan(4);
    engine.room.kernels.release();
  });

  it('a snapshot taken with threads goes on without, byte for byte', async () => {
    const engine = engineWith(teams[0]!.team);
    await settleWithHelp(engine, 6);
    engine.settling.active = false;
    const resumed = resumeSnapshot(structuredClone(takeSnapshot(engine)));
    expect(isShared(resumed)).toBe(false);
    for (const each of [engine, resumed]) for (let n = 0; n < 2; n++) advance(each);
    expect(fingerprint(resumed)).toBe(fingerprint(engine));
    engine.room.kernels.release();
  });

  it('a room too small to share stays with one thread', () => {
    expect(isShared(engineWith(teams[0]!.team, { ...OPTIONS, maxCells: 5_000 }))).toBe(false);
  });
});
