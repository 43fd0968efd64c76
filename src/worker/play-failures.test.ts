import { describe, expect, it } from 'vitest';
import { advance, createEngine } from '../engine/engine';
import { takeSnapshot } from '../engine/snapshot';
import { smallRoom } from '../engine/testing/sites';
import { eachUnitScenarios } from '../site/scenario/each-unit';
import { scenarioOf } from '../site/scenario/scenario';
import type { FromFailures } from './failure-protocol';
import { playFailures } from './play-failures';

function running() {
  const engine = createEngine(smallRoom(), { seed: 1, cellSize: 0.4, backend: 'wasm' });
  for (let n = 0; n < 5; n++) advance(engine);
  return engine;
}

describe('failures on a copy of the run', () => {
  it('tell progress, one result a scenario, and that all is done; the run itself does not move', () => {
    const engine = running();
    const before = takeSnapshot(engine);
    const told: FromFailures[] = [];
    const scenarios = [
      ...eachUnitScenarios(engine.site, { shutdownCelsius: 43 }),
      scenarioOf('fans', [{ kind: 'fan-trip', unitId: 'unit', untilSeconds: 20 }]),
    ];
    let time = 0;
    playFailures(
      { kind: 'start', snapshot: structuredClone(before), scenarios, horizonSeconds: 60 },
      (message) => told.push(message),
      () => (time += 60),
    );
    expect(told[0]).toEqual({ kind: 'settling' });
    expect(told.filter(({ kind }) => kind === 'progress').length).toBeGreaterThan(20);
    const results = told.flatMap((message) => (message.kind === 'result' ? [message.result] : []));
    expect(results.map(({ name, playedSeconds }) => [name, playedSeconds])).toEqual([
      ['unit', 60],
      ['fans', 60],
    ]);
    expect(results[0]!.racks[0]!.peakCelsius).toBeGreaterThan(results[1]!.racks[0]!.startCelsius + 1);
    expect(told.at(-1)).toEqual({ kind: 'done' });
    expect(takeSnapshot(engine)).toEqual(before);
  });

  it('a copy that cannot be played tells why', () => {
    const snapshot = takeSnapshot(running());
    const spoilt = structuredClone(snapshot);
    (spoilt.state.chassisInletCelsius as Float64Array).fill(Number.NaN);
    (spoilt.state.temperature as Float32Array).fill(Number.NaN);
    const told: FromFailures[] = [];
    playFailures(
      { kind: 'start', snapshot: spoilt, scenarios: [scenarioOf('x', [{ kind: 'power-loss' }])], horizonSeconds: 5 },
      (message) => told.push(message),
      () => 0,
    );
    const last = told.at(-1)!;
    expect(last.kind === 'failure' && last.fault.issues[0]!.code).toBe('diverged');
  });
});
