import { describe, expect, it } from 'vitest';
import { advance, createEngine, type Engine, EngineError } from './engine';
import { createLastGood, scaleAirSteps } from './last-good';
import { smallRoom } from './testing/sites';
import { transientSubsteps } from './tick';

function runningRoom(): Engine {
  return createEngine(smallRoom(), { seed: 1, cellSize: 0.3, backend: 'wasm' });
}

/** Spoils one cell of the air, as a bad import or an unstable step would. */
function spoil(engine: Engine): void {
  const air = engine.room.kernels.regions.air;
  engine.temperature[air[air.length >> 1]!] = Number.NaN;
}

describe('a run that diverges', () => {
  it('is stopped with the step and the place, and goes on from its last good state to the byte', () => {
    const engine = runningRoom();
    const good = createLastGood();
    const inlets: number[] = [];
    for (let n = 0; n <= 65; n++) {
      advance(engine);
      good.note(engine);
      inlets[engine.tick] = engine.chassisInletCelsius[0]!;
    }
    spoil(engine);
    let caught: unknown;
    try {
      advance(engine);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(EngineError);
    const [issue] = (caught as EngineError).issues;
    expect(issue!.code).toBe('diverged');
    expect(issue!.message).toMatch(/step \d+ in (the air at \([\d., ]+\) m|the inlet of rack\/load)/);
    const seconds = good.seconds!;
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(36);
    const restored = good.restore()!;
    expect(restored.simulatedSeconds).toBe(seconds);
    for (let n = 0; n < 20; n++) {
      advance(restored);
      expect(restored.chassisInletCelsius[0]).toBe(inlets[restored.tick]);
    }
  });

  it('keeps nothing that is finite but absurd', () => {
    const engine = runningRoom();
    advance(engine);
    const good = createLastGood();
    engine.chassisInletCelsius[0] = 1e6;
    good.note(engine);
    expect(good.seconds).toBeNull();
    expect(good.restore()).toBeNull();
  });

  it('keeps two states in the same memory however long it runs', () => {
    const engine = runningRoom();
    const good = createLastGood();
    for (let n = 0; n < 200; n++) {
      advance(engine);
      good.note(engine);
    }
    expect(engine.simulatedSeconds - good.seconds!).toBeLessThan(60);
  });
});

it('half as long air steps are twice as many', () => {
  const engine = runningRoom();
  const before = transientSubsteps(engine);
  scaleAirSteps(engine, 0.5);
  expect(transientSubsteps(engine)).toBe(2 * before);
});
