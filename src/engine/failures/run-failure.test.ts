import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../site/scenario/scenario';
import type { SiteInput } from '../../site/schema/site';
import { createEngine, type Engine, editDocument, runSteady } from '../engine';
import { resumeSnapshot, takeSnapshot } from '../snapshot';
import { rackWith, smallRoom } from '../testing/sites';
import { repairFailure } from './drive';
import { runFailure, startFailureRun } from './run-failure';

function settled(changes: Partial<SiteInput> = {}): Engine {
  const engine = createEngine(smallRoom({ racks: [rackWith(2000, 0.2, 20_000)], ...changes }), {
    seed: 1,
    cellSize: 0.4,
    backend: 'wasm',
  });
  runSteady(engine);
  return engine;
}

const trip = (untilSeconds?: number) =>
  scenarioOf('trip', [{ kind: 'unit-trip', unitId: 'unit', ...(untilSeconds === undefined ? {} : { untilSeconds }) }]);

describe('a cooling unit that trips', () => {
  const result = runFailure(settled(), trip(), 900);
  const rack = result.racks[0]!;

  it('sends the inlet over each threshold in turn, and says when to a fraction of a second', () => {
    const { recommended, allowable, shutdown } = rack.thresholds;
    expect(recommended.limitCelsius).toBeCloseTo(27, 9);
    expect(allowable.limitCelsius).toBeCloseTo(35, 9);
    expect(recommended.atSeconds!).toBeLessThan(allowable.atSeconds!);
    expect(allowable.atSeconds!).toBeLessThan(shutdown.atSeconds!);
    expect(result.first.allowable).toEqual({ rackId: 'rack', atSeconds: allowable.atSeconds });
    const { seconds, rackInletCelsius } = result.series;
    const after = seconds.findIndex((at) => at >= recommended.atSeconds!);
    const [t0, t1] = [seconds[after - 1]!, seconds[after]!];
    const [a, b] = [rackInletCelsius[after - 1]!, rackInletCelsius[after]!];
    // The chart's instants are two ticks apart; the straight line between them passes 27 °C within a tick of it.
    expect(Math.abs(t0 + ((27 - a) / (b - a)) * (t1 - t0) - recommended.atSeconds!)).toBeLessThan(1);
  });

  it('does not know a throttling temperature of equipment given directly', () => {
    expect(rack.thresholds.throttling.limitCelsius).toBeNaN();
    expect(rack.thresholds.throttling.atSeconds).toBeNull();
  });

  it('heat closes within 0.1 % at every step', () => {
    expect(result.worstEnergyBalanceError).toBeLessThan(1e-3);
  });

  it('is the same to the byte when played again', () => {
    const again = runFailure(settled(), trip(), 900);
    expect(again).toEqual(result);
  });
});

it('after repair the room comes back to its former steady state (0.1 K)', () => {
  const engine = settled();
  const result = runFailure(engine, trip(120), 2400);
  const rack = result.racks[0]!;
  expect(rack.peakCelsius - rack.startCelsius).toBeGreaterThan(3);
  expect(Math.abs(engine.chassisInletCelsius[0]! - rack.startCelsius)).toBeLessThan(0.1);
  expect(engine.failures.running).toEqual([]);
});

it('a run with failures resumed from a snapshot goes on byte for byte', () => {
  const engine = settled();
  const run = startFailureRun(engine, trip(60), 30);
  while (run.step());
  const resumed = resumeSnapshot(structuredClone(takeSnapshot(engine)));
  const [one, two] = [engine, resumed].map((each) => runFailure(each, scenarioOf('none', [late]), 60));
  expect(two).toEqual(one);
});

/** An event that never comes within the run. */
const late = { kind: 'unit-trip', unitId: 'unit', atSeconds: 1e6 } as const;

describe('failures of the room itself', () => {
  const containment: NonNullable<SiteInput['containments']>[number] = {
    id: 'aisle',
    kind: 'cold-aisle',
    min: { x: 0.4, y: 0.6, z: 0 },
    max: { x: 2.5, y: 2.4, z: 2.1 },
    sides: { xMin: 'panel', xMax: 'open', yMin: 'door', yMax: 'panel', roof: 'panel' },
  };
  const open = (untilSeconds: number) =>
    scenarioOf('door', [{ kind: 'door-open', containmentId: 'aisle', atSeconds: 5, untilSeconds }]);

  it('a door left open acts without stopping the clock, and shut again leaves the site as it was', () => {
    const engine = settled({ containments: [containment] });
    const document = engine.site;
    const run = startFailureRun(engine, open(20), 40);
    for (let second = 1; second <= 40; second++) {
      run.step();
      expect(engine.simulatedSeconds).toBe(second);
      expect(engine.settling.active).toBe(false);
      expect(engine.site.containments[0]!.openDoors).toBe(second > 5 && second <= 20);
    }
    expect(engine.site).toEqual(document);
    expect(run.result().worstEnergyBalanceError).toBeLessThan(1e-3);
  });

  it('equipment keeps its warmth through it: the mass of a rack moves by less than 0.5 K in the tick of the change', () => {
    const engine = settled({ containments: [containment] });
    const run = startFailureRun(engine, open(20), 40);
    for (let n = 0; n < 5; n++) run.step();
    const before = engine.servers.massCelsius[0]!;
    run.step();
    expect(Math.abs(engine.servers.massCelsius[0]! - before)).toBeLessThan(0.5);
  });

  it('an edit of the document meanwhile keeps the door open', () => {
    const engine = settled({ containments: [containment] });
    const run = startFailureRun(engine, open(1000), 10);
    while (run.step());
    const document = { ...engine.failures.document, name: 'edited' };
    editDocument(engine, document);
    expect(engine.site.containments[0]!.openDoors).toBe(true);
    expect(engine.failures.document.containments[0]!.openDoors).toBe(false);
    repairFailure(engine, 1);
    runSteady(engine);
    runFailure(engine, scenarioOf('none', [late]), 2);
    expect(engine.site).toEqual(document);
  });
});

it('a power loss with a generator: fans stop, start again after its start and delay, cooling last', () => {
  const engine = settled();
  const scenario = scenarioOf('grid', [
    {
      kind: 'power-loss',
      generatorStartSeconds: 15,
      fanDelaySeconds: 10,
      coolingDelaySeconds: 60,
      rampSeconds: 30,
      runDownSeconds: 0.001,
    },
  ]);
  const run = startFailureRun(engine, scenario, 120);
  const flow: number[] = [];
  const cooling: number[] = [];
  while (run.step()) {
    flow.push(engine.plant.airflowM3s[0]!);
    cooling.push(engine.plant.trips.coolingShare[0]!);
  }
  expect(flow[20]).toBe(0);
  expect(flow[36]).toBeCloseTo(0.3, 9);
  expect(cooling.findIndex((share) => share > 0)).toBe(75);
  expect(cooling[105]).toBe(1);
});
