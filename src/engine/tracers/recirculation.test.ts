import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { siteSchema } from '../../site/schema/site';
import { createEngine, runSteady } from '../engine';
import type { Engine } from '../state';
import { rackWith, smallRoom } from '../testing/sites';
import { ageOf, type CrossInterference, crossInterference, residenceSeconds } from './cross-interference';
import { type AirTrace, finishJob, traceAir } from './trace-air';
import { tracedIndices, traceHeat } from './traced-indices';

const starter = siteSchema.parse(
  JSON.parse(readFileSync(new URL('../../../public/sites/starter.json', import.meta.url), 'utf8')),
);

describe('recirculation of the starter room by chassis', () => {
  let engine: Engine;
  let trace: AirTrace;
  let cross: CrossInterference;
  beforeAll(() => {
    engine = createEngine(starter, { seed: 1, cellSize: 0.3 });
    runSteady(engine);
    trace = finishJob(traceAir(engine, { detail: 'chassis', what: 'heat' }));
    cross = crossInterference(trace);
  });

  it('accounts for all air that is drawn (1e-5) and all air that is blown (1e-4)', () => {
    const givers = trace.givenM3s.length;
    for (let t = 0; t < trace.takenM3s.length; t++) {
      const sum = trace.share.subarray(t * givers, (t + 1) * givers).reduce((a, b) => a + b, 0);
      expect(Math.abs(sum - 1)).toBeLessThan(1e-5);
    }
    for (let s = 0; s < givers; s++) {
      let sum = 0;
      for (let t = 0; t < trace.takenM3s.length; t++) sum += trace.share[t * givers + s]! * trace.takenM3s[t]!;
      expect(Math.abs(sum / trace.givenM3s[s]! - 1)).toBeLessThan(1e-4);
    }
  });

  it('gives every chassis inlet of the solved room within 0.01 K', () => {
    const { inletCelsius } = tracedIndices(trace, cross, traceHeat(engine, trace.groupChassisStart));
    for (let c = 0; c < inletCelsius.length; c++) {
      expect(Math.abs(inletCelsius[c]! - engine.chassisInletCelsius[c]!)).toBeLessThan(0.01);
    }
  });

  it('has D >= -1e-6 K/W, and recirculation row sums below 1 that with the captured share make 1', () => {
    expect(Math.min(...cross.distribution)).toBeGreaterThanOrEqual(-1e-6);
    for (let i = 0; i < cross.groups; i++) {
      const recirculated = cross.interference
        .subarray(i * cross.groups, (i + 1) * cross.groups)
        .reduce((a, b) => a + b, 0);
      expect(recirculated).toBeLessThan(1);
      expect(Math.abs(recirculated + cross.hotCapture[i]! - 1)).toBeLessThan(1e-4);
    }
  });

  it('gives the same SHI, RHI (1e-3) and RTI (0.1 %) as the temperatures', () => {
    const { shi, rhi, rti } = tracedIndices(trace, cross, traceHeat(engine, trace.groupChassisStart));
    expect(Math.abs(shi - engine.measures.shi)).toBeLessThan(1e-3);
    expect(Math.abs(rhi - engine.measures.rhi)).toBeLessThan(1e-3);
    expect(Math.abs(rti - engine.measures.rti)).toBeLessThan(0.1);
  });

  it('holds air in the room for its volume over its flow, on average (0.1 %)', () => {
    const supplied = engine.flows.units.reduce((a, b) => a + b, 0);
    expect(Math.abs(residenceSeconds(trace, cross) / (trace.volumeM3 / supplied) - 1)).toBeLessThan(1e-3);
  });

  it('by rack has the same shares as by chassis, mixed by flow (1e-5)', () => {
    const racks = finishJob(traceAir(engine, { detail: 'rack', what: 'heat' }));
    const givers = trace.givenM3s.length;
    const { rackChassisStart } = engine.servers.structure;
    const rack = starter.racks.findIndex(({ id }) => id === 'A10');
    const giver = starter.racks.findIndex(({ id }) => id === 'B10');
    let mixed = 0;
    let flow = 0;
    for (let c = rackChassisStart[rack]!; c < rackChassisStart[rack + 1]!; c++) {
      flow += trace.takenM3s[c]!;
      for (let g = rackChassisStart[giver]!; g < rackChassisStart[giver + 1]!; g++) {
        mixed += trace.takenM3s[c]! * trace.share[c * givers + g]!;
      }
    }
    expect(mixed / flow).toBeGreaterThan(0);
    expect(Math.abs(racks.share[rack * racks.givenM3s.length + giver]! - mixed / flow)).toBeLessThan(1e-5);
  });
});

describe('age of air in a duct', () => {
  const end = (id: string, surface: 'x-min' | 'x-max', airflowM3s: number) => ({
    id,
    surface,
    centre: { x: 0, y: 0.5, z: 0.75 },
    width: 1,
    height: 1.5,
    celsius: 20,
    flow: { kind: 'pinned' as const, airflowM3s },
  });
  const duct = siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'Duct',
    room: { width: 8, depth: 1, height: 1.5, initialCelsius: 20 },
    openings: [end('in', 'x-min', 0.75), end('out', 'x-max', -0.75)],
  });

  it('is V/Q = 16 s where it leaves (0.1 %), and half of that in the room as a whole where the flow is a plug (10 %)', () => {
    const engine = createEngine(duct, { seed: 1, cellSize: 0.2 });
    runSteady(engine);
    const trace = finishJob(traceAir(engine, { detail: 'rack' }));
    const cross = crossInterference(trace);
    expect(Math.abs(residenceSeconds(trace, cross) / 16 - 1)).toBeLessThan(1e-3);
    const room = ageOf(trace, cross, trace.takenM3s.length - 1);
    expect(room).toBeGreaterThan(7.2);
    expect(room).toBeLessThan(8.8);
  });
});

describe('a rack that breathes its own exhaust', () => {
  it('heats itself by F / (1 - F) of its own rise', () => {
    const engine = createEngine(smallRoom({ racks: [rackWith(2000, 0.25)] }), { seed: 1, cellSize: 0.25 });
    runSteady(engine);
    const trace = finishJob(traceAir(engine, { detail: 'rack' }));
    const cross = crossInterference(trace);
    const own = trace.share[0]!;
    const rise = engine.servers.outletCelsius[0]! - engine.chassisInletCelsius[0]!;
    expect(own).toBeGreaterThan(0.01);
    expect(Math.abs(cross.distribution[0]! * 2000 - (own / (1 - own)) * rise)).toBeLessThan(1e-4);
    expect(Math.abs(engine.chassisInletCelsius[0]! - (18 + cross.distribution[0]! * 2000))).toBeLessThan(0.01);
  });
});
