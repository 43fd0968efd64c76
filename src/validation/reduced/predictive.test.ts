import { beforeAll, describe, expect, it } from 'vitest';
import { PREDICTIVE_STATUS } from '../../engine/control/mpc/predictive-state';
import { advance, createEngine, editSite, foreseeBy, runSteady } from '../../engine/engine';
import { extractReduced } from '../../engine/reduced/extract';
import type { ReducedModel } from '../../engine/reduced/model';
import { axesOf } from '../../engine/reduced/operating-points';
import { advanceReduced, createReducedRoom, settleReducedRoom } from '../../engine/reduced/reduced-room';
import { resumeSnapshot, takeSnapshot } from '../../engine/snapshot';
import { withControl } from '../../site/edits/with-control';
import type { Site } from '../../site/schema/site';
import { everySecond, room } from './three-racks.fixture';

const options = { seed: 1, cellSize: 0.35, backend: 'wasm' as const };
const LIMIT_CELSIUS = 27;

/** The three racks at a load, with a plant of constant COP, units with air enough, and control by prediction. */
const foreseen = (level: number): Site =>
  withControl(
    {
      ...room,
      coolingUnits: room.coolingUnits.map((unit) => ({ ...unit, fan: { ...unit.fan, speed: 0.9 } })),
      plant: { kind: 'constant-cop', cop: 4 },
      workload: { ...room.workload!, demand: { kind: 'constant', level } },
    },
    'mpc',
  );

describe('predictive control', () => {
  let model: ReducedModel;
  beforeAll(() => {
    model = extractReduced(createEngine(room, options), { detail: 'rack', axes: everySecond(axesOf(room)) });
  }, 60_000);

  it('brings the reduced room to less power than trim and respond with fans at the speed of the site, inlets below 27 °C', () => {
    const outcome = (site: Site) => {
      const reduced = createReducedRoom(site, model, 1);
      settleReducedRoom(reduced);
      for (let n = 0; n < 72; n++) advanceReduced(reduced, 300);
      return {
        watts: reduced.power.itW + reduced.power.coolingW,
        warmest: Math.max(...reduced.chassisInletCelsius),
        reduced,
      };
    };
    const predicted = outcome(foreseen(0.5));
    const trimmed = outcome(withControl(foreseen(0.5), 'trim-and-respond'));
    const { predictive } = predicted.reduced.control;
    expect([predictive!.status, predictive!.fallbacks]).toEqual([PREDICTIVE_STATUS.active, 0]);
    expect(predicted.watts).toBeLessThan(trimmed.watts);
    expect(predicted.warmest).toBeLessThan(LIMIT_CELSIUS);
  });

  it('holds 27 °C in the room of cells; a step of load that nobody foretold passes it by 0.5 K at most, for 15 minutes at most', () => {
    const site: Site = {
      ...foreseen(0.3),
      workload: {
        ...room.workload!,
        demand: {
          kind: 'stepped',
          steps: [
            { atSeconds: 0, level: 0.3 },
            { atSeconds: 2400, level: 0.5 },
          ],
        },
      },
    };
    const engine = createEngine(site, options);
    foreseeBy(engine, model);
    runSteady(engine);
    const warmest: number[] = [];
    for (let second = 0; second < 4800; second++) {
      advance(engine);
      warmest.push(Math.max(...engine.chassisInletCelsius));
    }
    const { predictive } = engine.control;
    expect([predictive!.status, predictive!.fallbacks]).toEqual([PREDICTIVE_STATUS.active, 0]);
    const steady = warmest.filter((_, second) => (second >= 900 && second < 2400) || second >= 3300);
    expect(Math.max(...steady)).toBeLessThan(LIMIT_CELSIUS);
    expect(Math.max(...warmest.slice(900))).toBeLessThan(LIMIT_CELSIUS + 0.5);
    // It uses what the limit leaves: before the step the warmest inlet is within its margin and 0.5 K of it.
    expect(warmest[2399]!).toBeGreaterThan(LIMIT_CELSIUS - predictive!.marginKelvin - 0.5);
  });

  it('is trim and respond without a model, with a unit standing that the model does not know, or a moved rack', () => {
    const site = foreseen(0.4);
    const engine = createEngine(site, options);
    for (let second = 0; second < 5; second++) advance(engine);
    expect(engine.control.predictive).toBeNull();
    foreseeBy(engine, model);
    for (let second = 0; second < 700; second++) advance(engine);
    expect(engine.control.predictive!.status).toBe(PREDICTIVE_STATUS.active);
    engine.plant.trips.fanStopped[0] = 1;
    for (let second = 0; second < 700; second++) advance(engine);
    expect(engine.control.predictive!.status).toBe(PREDICTIVE_STATUS.unitOut);
    expect(engine.control.predictive!.fallbacks).toBeGreaterThan(0);
    editSite(engine, { ...site, room: { ...site.room, height: 3.2 } });
    expect(engine.control.predictive).toBeNull();
    editSite(engine, site);
    expect(engine.control.predictive).not.toBeNull();
  });

  it('goes on from a snapshot to the same bytes', () => {
    const engine = createEngine(foreseen(0.4), options);
    foreseeBy(engine, model);
    for (let second = 0; second < 400; second++) advance(engine);
    const resumed = resumeSnapshot(takeSnapshot(engine));
    for (let second = 0; second < 300; second++) {
      advance(engine);
      advance(resumed);
    }
    expect(resumed.control.predictive!.point).toEqual(engine.control.predictive!.point);
    expect(resumed.chassisInletCelsius).toEqual(engine.chassisInletCelsius);
  });
});
