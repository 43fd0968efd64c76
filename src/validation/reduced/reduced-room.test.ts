import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, runSteady } from '../../engine/engine';
import { extractReduced } from '../../engine/reduced/extract';
import type { ReducedModel } from '../../engine/reduced/model';
import { axesOf } from '../../engine/reduced/operating-points';
import { advanceReduced, createReducedRoom, settleReducedRoom } from '../../engine/reduced/reduced-room';
import { withControl } from '../../site/edits/with-control';
import { AIR_HEAT_CAPACITY } from '../../units/air';
import { kendallTau } from './kendall';
import { everySecond, room } from './three-racks.fixture';

const options = { seed: 1, cellSize: 0.35, backend: 'wasm' as const };

describe('a site on the air of its reduced model', () => {
  let model: ReducedModel;
  beforeAll(() => {
    model = extractReduced(createEngine(room, options), { axes: everySecond(axesOf(room)) });
  }, 60_000);

  it('rests where the room rests: power of racks within 0.5 %, of fans exactly, chassis inlets within 0.4 K', () => {
    const engine = createEngine(room, options);
    runSteady(engine);
    const reduced = createReducedRoom(room, model, 1);
    expect(settleReducedRoom(reduced)).toBeGreaterThan(0);
    expect(Math.abs(reduced.power.itW / engine.measures.itW - 1)).toBeLessThan(5e-3);
    expect(reduced.power.coolingFansW).toBe(engine.measures.power.coolingFansW);
    engine.chassisInletCelsius.forEach((celsius, c) => {
      expect(Math.abs(reduced.chassisInletCelsius[c]! - celsius)).toBeLessThan(0.4);
    });
  });

  it('gives to its units what its racks give to the air, within 0.1 % at rest', () => {
    const reduced = createReducedRoom(room, model, 1);
    settleReducedRoom(reduced);
    const { plant, servers, unitReturnCelsius } = reduced;
    const takenW = plant.airflowM3s.reduce(
      (sum, q, u) => sum + q * AIR_HEAT_CAPACITY * (unitReturnCelsius[u]! - plant.supplyCelsius[u]!),
      0,
    );
    expect(Math.abs(takenW / servers.totals.airHeatW - 1)).toBeLessThan(1e-3);
  });

  it('runs a day the same to the byte twice, in steps of five minutes', () => {
    const day = () => {
      const reduced = createReducedRoom(room, model, 7);
      for (let n = 0; n < 288; n++) advanceReduced(reduced, 300);
      return [...reduced.chassisInletCelsius, reduced.power.itW, reduced.power.coolingW];
    };
    expect(day()).toEqual(day());
  });

  it('runs the controllers of the room: trim and respond brings the supply up until the warmest rack is at its limit, 27 °C within 1 K', () => {
    const reset = withControl(room, 'trim-and-respond');
    const reduced = createReducedRoom(reset, model, 1);
    expect(settleReducedRoom(reduced)).toBeGreaterThan(0);
    const rested = reduced.plant.commandCelsius[0]!;
    expect(Math.max(...reduced.chassisInletCelsius)).toBeGreaterThan(26.5);
    expect(Math.max(...reduced.chassisInletCelsius)).toBeLessThan(27.1);
    const late = createReducedRoom(reset, model, 1);
    for (let n = 0; n < 240; n++) advanceReduced(late, 60);
    expect(Math.abs(late.plant.commandCelsius[0]! - rested)).toBeLessThan(1);
    expect(Math.max(...late.chassisInletCelsius)).toBeLessThan(28);
  });

  it('refuses a model of another room', () => {
    const moved = { ...room, room: { ...room.room, height: 3.5 } };
    expect(() => createReducedRoom(moved, model, 1)).toThrow('another room');
  });
});

describe("Kendall's tau", () => {
  it('is 1 for the same order, -1 for the reverse, 2/3 with one of six pairs swapped', () => {
    expect(kendallTau([1, 2, 3, 4], [10, 20, 30, 40])).toBe(1);
    expect(kendallTau([1, 2, 3, 4], [4, 3, 2, 1])).toBe(-1);
    expect(kendallTau([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(2 / 3, 12);
  });
});
