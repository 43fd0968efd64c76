import { type HeapProfiler, Session } from 'node:inspector/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine, runSteady } from '../../engine/engine';
import { extractReduced, ReducedCancelled } from '../../engine/reduced/extract';
import { loadLevels } from '../../engine/reduced/fan-table';
import { createReducedLibrary } from '../../engine/reduced/library';
import type { ReducedModel } from '../../engine/reduced/model';
import { siteAt } from '../../engine/reduced/room-states';
import { createReducedState } from '../../engine/reduced/run-state';
import { settleReduced, stepReduced } from '../../engine/reduced/step';
import { type Site, siteSchema } from '../../site/schema/site';
import { seededDay } from './day';
import { heldOut, rackInlets, rackPowers } from './held-out';
import { applyLowRank, lowRank } from './low-rank';
import { superposition } from './superposition';

const rack = (id: string, y: number) => ({
  id,
  position: { x: 3.6, y },
  rotation: 270 as const,
  size: { width: 0.6, depth: 1, height: 2 },
  uHeight: 42,
  contents: [
    { kind: 'servers' as const, id: 'low', uStart: 4, uSize: 14, type: 'ibm-x3550-m3', count: 14 },
    { kind: 'servers' as const, id: 'high', uStart: 22, uSize: 14, type: 'ibm-x3550-m3', count: 14 },
  ],
});
const unit = (id: string, y: number) => ({
  id,
  kind: 'wall' as const,
  position: { x: 0.2, y },
  rotation: 90 as const,
  size: { width: 1, depth: 0.4, height: 2 },
  medium: 'chilled-water' as const,
  supply: { to: 'room' as const, face: 'front' as const, height: 1, zMin: 0.2 },
  return: { from: 'room' as const, face: 'top' as const },
  fan: { ratedAirflowM3s: 0.45, ratedPowerW: 200 },
  control: { mode: 'supply' as const, setpointCelsius: 18 },
});

/** Three racks across from two wall units that blow less than the racks draw at full load. */
const room: Site = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'Three racks',
  room: { width: 5, depth: 4, height: 3, initialCelsius: 22 },
  racks: [rack('A', 1.2), rack('B', 1.9), rack('C', 2.6)],
  coolingUnits: [unit('north', 1), unit('south', 3)],
  workload: { demand: { kind: 'constant', level: 0.5 }, dispatcher: 'uniform', governor: 'schedutil' },
});
const options = { seed: 1, cellSize: 0.35, backend: 'wasm' as const };

describe('superposition on frozen air', () => {
  it('D P gives the inlets of the solved heat equation for random powers within 0.05 K, D >= -1e-6, row sums below 1', () => {
    const engine = createEngine(room, options);
    runSteady(engine);
    const found = superposition(engine, 4, 11);
    expect(found.worstKelvin).toBeLessThan(0.05);
    expect(found.leastKelvinPerWatt).toBeGreaterThanOrEqual(-1e-6);
    expect(found.mostRecirculated).toBeLessThan(1);
  });
});

describe('reduced model of three racks', () => {
  let engine: Engine;
  let model: ReducedModel;
  beforeAll(() => {
    engine = createEngine(room, options);
    model = extractReduced(engine, { fanLevels: [0.6, 1], loadLevels: [0.2, 0.6, 1] });
  });

  const settledRoom = (fanShare: number, load: number) => {
    const at = createEngine(siteAt(room, { kind: 'healthy' }, { fanShare, load }), options);
    runSteady(at);
    const powerW = new Float64Array(3);
    const inlets = new Float64Array(3);
    rackPowers(at, powerW);
    rackInlets(at, inlets);
    return { powerW, inlets, supply: at.plant.supplyCelsius, flow: at.flows.chassis.reduce((a, b) => a + b, 0) };
  };

  it('is made at loads that lie closer where the servers speed up: by at most 15 % between two, or 0.1 apart', () => {
    const { structure } = engine.servers;
    expect(loadLevels(room, structure.rackChassisStart)).toEqual([0.2, 0.6, 0.7, 0.8, 0.9, 1]);
  });

  it('is the room at its nodes: inlets within 0.15 K, server flow within 1 %, and leaves the engine it came from alone', () => {
    const { powerW, inlets, supply, flow } = settledRoom(1, 0.6);
    const state = createReducedState(model, 22);
    expect(settleReduced(model, state, powerW, supply, 1)).toBeGreaterThan(0);
    for (let r = 0; r < 3; r++) expect(Math.abs(state.inletCelsius[r]! - inlets[r]!)).toBeLessThan(0.15);
    const drawn = state.thermal.airflowM3s.reduce((a, b) => a + b, 0);
    expect(Math.abs(drawn / flow - 1)).toBeLessThan(0.01);
    expect([engine.tick, engine.settling.iterations]).toEqual([0, 0]);
  });

  it('conserves heat between its nodes: the units take what the racks give within 0.1 %', () => {
    const powerW = Float64Array.of(3000, 1500, 4500);
    const supply = Float64Array.of(18, 20);
    for (const fanShare of [0.6, 0.73, 0.94]) {
      const state = createReducedState(model, 22);
      settleReduced(model, state, powerW, supply, fanShare);
      const out = state.unitHeatW[0]! + state.unitHeatW[1]!;
      expect(Math.abs(out / 9000 - 1)).toBeLessThan(1e-3);
    }
  });

  it('follows 40 minutes of moving load, fans and supply that it has not seen: RMSE <= 0.3 K, p99 <= 1 K', () => {
    const found = heldOut(room, options, model, seededDay(3, 40), 10, () => 0);
    expect(found.rmseKelvin).toBeLessThanOrEqual(0.3);
    expect(found.p99Kelvin).toBeLessThanOrEqual(1);
  });

  it('survives being written as JSON-like data: a structured clone steps to the same numbers', () => {
    const copy = structuredClone(model);
    const run = (of: ReducedModel) => {
      const state = createReducedState(of, 22);
      for (let n = 0; n < 20; n++) {
        stepReduced(of, state, Float64Array.of(4000, 4000, 2000), Float64Array.of(18, 18), 0.8, 10);
      }
      return [...state.inletCelsius, ...state.unitReturnCelsius];
    };
    expect(run(copy)).toEqual(run(model));
  });

  it('allocates less than 200 bytes a step while its flows move', async () => {
    const state = createReducedState(model, 22);
    const powerW = Float64Array.of(4000, 3000, 2000);
    const supply = Float64Array.of(18, 18);
    const steps = (count: number) => {
      for (let n = 0; n < count; n++) stepReduced(model, state, powerW, supply, 0.65 + 0.3 * ((n % 17) / 17), 10);
    };
    steps(20_000);
    const session = new Session();
    session.connect();
    await session.post('HeapProfiler.startSampling', {
      samplingInterval: 256,
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    } as HeapProfiler.StartSamplingParameterType);
    steps(2000);
    const { profile } = await session.post('HeapProfiler.stopSampling');
    session.disconnect();
    const sum = (node: HeapProfiler.SamplingHeapProfileNode): number =>
      node.selfSize + node.children.reduce((total, child) => total + sum(child), 0);
    expect(sum(profile.head) / 2000).toBeLessThan(200);
  });

  it('can be given up, and the library makes each state once, only when it is asked for', () => {
    const seen: number[] = [];
    const cancel = { aborted: false };
    expect(() =>
      extractReduced(
        engine,
        { fanLevels: [1], loadLevels: [1] },
        ({ done }) => {
          seen.push(done);
          cancel.aborted = true;
        },
        cancel,
      ),
    ).toThrow(ReducedCancelled);
    expect(seen).toHaveLength(1);
    const library = createReducedLibrary(engine, { fanLevels: [1], loadLevels: [0.4] });
    expect(library.states.map(({ kind }) => kind)).toEqual(['healthy', 'unit-out', 'unit-out']);
    const out = library.states[1]!;
    expect(library.known(out)).toBeNull();
    let step = library.make(out).next();
    const job = library.make(out);
    for (step = job.next(); !step.done; step = job.next());
    expect(library.known(out)).toBe(step.value);
    expect([...step.value.unitFullM3s]).toEqual([0, 0.45]);
  });
});

describe('a matrix cut to a rank', () => {
  it('gives back a matrix of rank 2 exactly', () => {
    const n = 12;
    const matrix = Float64Array.from({ length: n * n }, (_, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      return (i + 1) * Math.cos(j) + Math.sin(i) * j;
    });
    const cut = lowRank(matrix, n, 2, 1);
    const x = Float64Array.from({ length: n }, (_, j) => j - 4);
    const y = new Float64Array(n);
    applyLowRank(cut, x, new Float64Array(2), y);
    for (let i = 0; i < n; i++) {
      const exact = x.reduce((sum, value, j) => sum + matrix[i * n + j]! * value, 0);
      expect(Math.abs(y[i]! - exact)).toBeLessThan(1e-9 * 1000);
    }
  });
});
