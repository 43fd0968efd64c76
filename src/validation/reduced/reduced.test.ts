import { type HeapProfiler, Session } from 'node:inspector/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine, runSteady } from '../../engine/engine';
import { extractReduced, ReducedCancelled } from '../../engine/reduced/extract';
import { joinModels } from '../../engine/reduced/join';
import { createReducedLibrary } from '../../engine/reduced/library';
import type { ReducedModel, RoomState } from '../../engine/reduced/model';
import { axesOf, buoyancyOf, driveTo, equipmentAt } from '../../engine/reduced/operating-points';
import { siteInState, siteToTrace } from '../../engine/reduced/room-states';
import { createReducedInputs, createReducedState } from '../../engine/reduced/run-state';
import { settleReduced, stepReduced } from '../../engine/reduced/step';
import { belongsTo, ReducedFormatError, readReduced, writeReduced } from '../../engine/reduced/store';
import { finishJob } from '../../engine/tracers/trace-air';
import type { Site } from '../../site/schema/site';
import { compare } from './compare';
import { seededDay } from './day';
import { applyLowRank, lowRank } from './low-rank';
import { recordDay } from './record';
import { superposition } from './superposition';
import { everySecond, room } from './three-racks.fixture';

const options = { seed: 1, cellSize: 0.35, backend: 'wasm' as const };

/** The room at a load, its units at one speed, holding 20 °C. */
const drivenAt = (site: Site, fanShare: number, level: number): Site => ({
  ...site,
  coolingUnits: site.coolingUnits.map((each) => ({
    ...each,
    fan: { ...each.fan, speed: fanShare },
    control: { mode: 'supply' as const, setpointCelsius: 20 },
  })),
  workload: { ...site.workload!, demand: { kind: 'constant', level } },
});

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
  const chassis = 6;
  const out: RoomState = { kind: 'unit-out', unitId: 'north' };
  const one = { balanceLevels: [1], loads: [0.6], inletsCelsius: [22] };
  let engine: Engine;
  let model: ReducedModel;
  let joined: ReducedModel;
  beforeAll(() => {
    engine = createEngine(room, options);
    model = extractReduced(engine, { axes: everySecond(axesOf(room)) });
    joined = joinModels([
      model,
      extractReduced(engine, { state: out, axes: everySecond(axesOf(siteInState(room, out))) }),
    ]);
  }, 60_000);

  const largestDifference = (state: RoomState, of: ReducedModel, fanShare: number, load: number) => {
    const at = createEngine(drivenAt(siteInState(room, state), fanShare, load), options);
    runSteady(at);
    const inputs = createReducedInputs(of, fanShare, 20);
    inputs.groupPowerW.set(at.servers.powerW);
    if (state.kind === 'unit-out') inputs.unitFanShare[0] = 0;
    const reduced = createReducedState(of, 22);
    expect(settleReduced(of, reduced, inputs)).toBeGreaterThan(0);
    return at.chassisInletCelsius.reduce(
      (most, celsius, c) => Math.max(most, Math.abs(reduced.inletCelsius[c]! - celsius)),
      0,
    );
  };

  it('is the room at rest between its nodes: chassis inlets within 0.3 K, and leaves the engine it came from alone', () => {
    expect(largestDifference({ kind: 'healthy' }, model, 1, 0.6)).toBeLessThan(0.3);
    expect([engine.tick, engine.settling.iterations]).toEqual([0, 0]);
  });

  it('joined with the room whose unit is out, is that room when the unit stands, within 0.5 K', () => {
    expect(largestDifference(out, joined, 1, 0.3)).toBeLessThan(0.5);
    expect(largestDifference({ kind: 'healthy' }, joined, 1, 0.6)).toBeLessThan(0.3);
  });

  it('knows the capacity of the coils, and is traced as if they had none: a room that runs away has no steady air', () => {
    const weak = { ...room, coolingUnits: room.coolingUnits.map((each) => ({ ...each, capacityW: 2000 })) };
    const found = extractReduced(createEngine(weak, options), { axes: one });
    expect([...found.unitCapacityW]).toEqual([2000, 2000]);
    expect(found.flowM3s).toEqual(extractReduced(engine, { axes: one }).flowM3s);
  });

  it('has levels that span what servers and units do: balances 18 % apart about 1, loads at most 1.6 times in buoyancy', () => {
    const { balanceLevels, loads, inletsCelsius } = axesOf(room);
    expect(balanceLevels).toContain(1);
    balanceLevels.slice(1).forEach((level, n) => {
      expect(level / balanceLevels[n]!).toBeCloseTo(1.18, 9);
    });
    // From 38 °C on all fans run at full speed: hotter inlets are the same room.
    expect([loads[0], loads.at(-1), inletsCelsius[0], inletsCelsius.at(-1)]).toEqual([0, 1, 14, 38]);
    loads.slice(1).forEach((load, n) => {
      const ratio = buoyancyOf(equipmentAt(room, load, 22)) / buoyancyOf(equipmentAt(room, loads[n]!, 22));
      expect(Math.abs(Math.log(ratio))).toBeLessThanOrEqual(Math.log(1.6));
    });
    const flow = model.fanTableM3s.reduce((sum, q) => sum + q, 0) / model.fanTableM3s.length;
    expect(balanceLevels[0]! * 0.9).toBeLessThan((flow * chassis) / 0.9);
  });

  it('is the same room at another pace: half the flow of everything and an eighth of the heat warm it a quarter as much', () => {
    const rises = [1, 0.5].map((pace) => {
      const { fanShare, equipment } = driveTo(room, 1.2, equipmentAt(room, 0.6, 22));
      const paced = {
        flowM3s: equipment.flowM3s.map((q) => q * pace),
        heatW: equipment.heatW.map((watts) => watts * pace ** 3),
      };
      const at = createEngine(siteToTrace(room, fanShare * pace, paced), options);
      runSteady(at);
      return at.chassisInletCelsius.map((celsius) => (celsius - 20) / pace ** 2);
    });
    rises[0]!.forEach((rise, c) => {
      expect(Math.abs(rise - rises[1]![c]!)).toBeLessThan(0.05 * Math.max(...rises[0]!));
    });
  });

  it('conserves heat between its nodes and with a unit half way down: the units take what the racks give within 0.1 %', () => {
    for (const [north, south] of [
      [0.6, 0.6],
      [0.73, 0.73],
      [0.94, 0.94],
      [0.45, 0.9],
      [0, 0.8],
    ] as const) {
      const inputs = createReducedInputs(joined, 1, 18);
      inputs.groupPowerW.set([1500, 1500, 600, 900, 2000, 2500]);
      inputs.unitFanShare.set([north, south]);
      const state = createReducedState(joined, 22);
      settleReduced(joined, state, inputs);
      expect(Math.abs((state.unitHeatW[0]! + state.unitHeatW[1]!) / 9000 - 1)).toBeLessThan(1e-3);
    }
  });

  it('gives supply air within the capacity of each coil, and warms up for as long as that is too little', () => {
    const inputs = createReducedInputs(model, 1, 18);
    inputs.groupPowerW.fill(1500);
    inputs.unitCapacityW.fill(3000);
    const state = createReducedState(model, 22);
    const warmest = () => Math.max(...state.inletCelsius);
    for (let n = 0; n < 30; n++) stepReduced(model, state, inputs, 10);
    const before = warmest();
    for (let n = 0; n < 30; n++) stepReduced(model, state, inputs, 10);
    expect(warmest()).toBeGreaterThan(before + 1);
    for (const watts of state.unitHeatW) expect(watts).toBeLessThan(3000 * 1.05);
  });

  it('follows 40 minutes of moving load, fans and supply that it has not seen: RMSE <= 0.3 K, p99 <= 1 K', () => {
    const found = compare(
      model,
      recordDay(room, options, seededDay(3, 40), 10, () => 0),
      () => 0,
    );
    expect(found.rmseKelvin).toBeLessThanOrEqual(0.3);
    expect(found.p99Kelvin).toBeLessThanOrEqual(1);
  });

  it('follows a unit that goes out and comes back: RMSE <= 0.6 K', () => {
    const outage = { unit: 0, fromMinute: 10, toMinute: 25 };
    const day = seededDay(4, 40, [0.2, 0.4]);
    const found = compare(
      joined,
      recordDay(room, options, day, 10, () => 0, outage),
      () => 0,
    );
    expect(found.rmseKelvin).toBeLessThanOrEqual(0.6);
  });

  const run = (of: ReducedModel, steps: number, dtSeconds: number) => {
    const inputs = createReducedInputs(of, 0.8, 18);
    inputs.groupPowerW.fill(1500);
    const state = createReducedState(of, 22);
    for (let n = 0; n < steps; n++) stepReduced(of, state, inputs, dtSeconds);
    return [...state.inletCelsius, ...state.unitReturnCelsius];
  };

  it('is read back from its text exactly, and steps to the same bytes', () => {
    const copy = readReduced(writeReduced(joined));
    expect(copy).toEqual(joined);
    expect(run(copy, 20, 10)).toEqual(run(joined, 20, 10));
    expect(() => readReduced('{"format":"isotherm-reduced","version":1}')).toThrow(ReducedFormatError);
  });

  it('belongs to its room: another set point or load is the same room, a moved rack is not', () => {
    const [first, ...others] = room.coolingUnits;
    const warmer = { ...first!, control: { mode: 'supply' as const, setpointCelsius: 24 } };
    expect(belongsTo(model, { ...room, name: 'Other', coolingUnits: [warmer, ...others] })).toBe(true);
    const [a, ...racks] = room.racks;
    expect(belongsTo(model, { ...room, racks: [{ ...a!, position: { x: 3.5, y: 1.2 } }, ...racks] })).toBe(false);
  });

  it('ten minutes in steps of 5, 20 and 60 s differ by at most 0.3 K', () => {
    const fine = run(model, 120, 5);
    for (const dt of [20, 60]) {
      const coarse = run(model, 600 / dt, dt);
      coarse.forEach((celsius, n) => {
        expect(Math.abs(celsius - fine[n]!)).toBeLessThan(0.3);
      });
    }
  });

  it('allocates less than 200 bytes a step while its flows move', async () => {
    const inputs = createReducedInputs(model, 0.8, 18);
    inputs.groupPowerW.fill(1500);
    const state = createReducedState(model, 22);
    const steps = (count: number) => {
      for (let n = 0; n < count; n++) {
        inputs.unitFanShare.fill(0.65 + 0.3 * ((n % 17) / 17));
        stepReduced(model, state, inputs, 10);
      }
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
        { axes: one },
        ({ done }) => {
          seen.push(done);
          cancel.aborted = true;
        },
        cancel,
      ),
    ).toThrow(ReducedCancelled);
    expect(seen).toHaveLength(1);
    const library = createReducedLibrary(engine, { axes: one });
    expect(library.states.map(({ kind }) => kind)).toEqual(['healthy', 'unit-out', 'unit-out']);
    expect([library.known(out), library.joined()]).toEqual([null, null]);
    const made = finishJob(library.make(out));
    expect(library.known(out)).toBe(made);
    expect(library.joined()!.states).toEqual([out]);
    expect(made.groupIds).toHaveLength(chassis);
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
