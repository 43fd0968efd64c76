import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../frame/failure';
import { scenarioOf } from '../../site/scenario/scenario';
import { siteSchema } from '../../site/schema/site';
import { createEngine, type Engine, editDocument, runSteady } from '../engine';
import { closeBreakers } from '../power/breakers';
import { powerStatus } from '../power/status';
import { resumeSnapshot, takeSnapshot } from '../snapshot';
import { fingerprint } from '../testing/fingerprint';
import { injectFailures, repairFailure } from './drive';
import { runFailure, startFailureRun } from './run-failure';

/** Two racks of 20 machines (222 W at most, 4.44 kW a rack) before one unit; the second may hang on feed A alone. */
function room(electrical: object, feeds: object = {}, level = 0.6) {
  const rack = (id: string, y: number, extra: object = {}) => ({
    id,
    position: { x: 2.6, y },
    rotation: 270,
    size: { width: 0.6, depth: 1, height: 2 },
    uHeight: 42,
    contents: [{ kind: 'servers', id: 's', uStart: 1, uSize: 20, type: 'ibm-x3550-m3', count: 20 }],
    ...extra,
  });
  const site = siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'feeds',
    room: { width: 4, depth: 3, height: 2.6 },
    racks: [rack('A1', 0.9), rack('A2', 2.1, feeds)],
    coolingUnits: [
      {
        id: 'unit',
        kind: 'wall',
        position: { x: 0.2, y: 1.5 },
        rotation: 90,
        size: { width: 1.2, depth: 0.4, height: 2 },
        medium: 'chilled-water',
        supply: { to: 'room', face: 'front', height: 1, zMin: 0.2 },
        return: { from: 'room', face: 'top' },
        fan: { ratedAirflowM3s: 0.8, ratedPowerW: 300 },
        control: { mode: 'supply', setpointCelsius: 18 },
      },
    ],
    plant: { kind: 'constant-cop', cop: 5 },
    workload: { demand: { kind: 'constant', level }, dispatcher: 'uniform' },
    electrical: { pduEfficiency: 1, feeds: 'a-b', ...electrical },
  });
  const engine = createEngine(site, { seed: 1, cellSize: 0.4, backend: 'wasm' });
  runSteady(engine);
  return engine;
}

const advanceFor = (engine: Engine, seconds: number) =>
  runFailure(engine, scenarioOf('none', [{ kind: 'door-open', containmentId: 'none', atSeconds: 1e6 }]), seconds);

describe('loss of a feed', () => {
  it('with breakers that carry it: nothing goes dark, the other feed has all of it', () => {
    const engine = room({ rackPdu: { feedRatedW: 6000, lossShare: 0 } });
    const before = engine.measures.itW;
    const result = runFailure(engine, scenarioOf('x', [{ kind: 'feed-loss', side: 'A' }]), 120);
    expect(verdictOf(result)).not.toBe('dark');
    expect(engine.measures.itW).toBeCloseTo(before, -1);
    expect(engine.power.loads.rackFeedW[0]).toBe(0);
    expect(engine.power.loads.rackFeedW[1]).toBeCloseTo(engine.power.rackW[0]!, 6);
    expect(powerStatus(engine, 1).elements.find(({ side }) => side === 'A')!.out).toBe('dead');
  });

  it('with breakers of half the load: they trip in their time, racks go dark and their work is lost and counted', () => {
    const engine = room({ rackPdu: { feedRatedW: 1600, lossShare: 0 } });
    const eachW = engine.power.rackW[0]!;
    expect(eachW / 1600).toBeGreaterThan(1.5);
    const result = runFailure(engine, scenarioOf('x', [{ kind: 'feed-loss', side: 'A' }]), 400);
    expect(result.trips!.map(({ kind, side }) => [kind, side])).toEqual([
      ['rack-feed', 'B'],
      ['rack-feed', 'B'],
    ]);
    const tripped = result.trips![0]!.atSeconds;
    // Warm from half the load, at 1.5 to 1.9 times the rating.
    expect(tripped).toBeGreaterThan(20);
    expect(tripped).toBeLessThan(200);
    expect(result.racks[0]!.unpoweredAtSeconds! - tripped).toBe(1);
    expect(verdictOf(result)).toBe('dark');
    expect(engine.measures.itW).toBe(0);
    const rate = engine.measures.demandRate;
    expect(engine.measures.workRate).toBe(0);
    expect(result.unservedWork).toBeCloseTo(rate * (400 - result.racks[0]!.unpoweredAtSeconds!), -3);
    expect(result.worstEnergyBalanceError).toBeLessThan(1e-3);
  });

  it('a rack on that feed alone goes dark; the other does its work as far as it can, the rest is lost', () => {
    const engine = room({}, { feed: { feeds: 'a' } });
    const demand = engine.measures.demandRate;
    const result = runFailure(engine, scenarioOf('x', [{ kind: 'feed-loss', side: 'A', untilSeconds: 100 }]), 99);
    expect(result.racks.map(({ unpoweredAtSeconds }) => unpoweredAtSeconds)).toEqual([undefined, 0]);
    const { measures } = engine;
    expect(measures.demandRate).toBeCloseTo(demand, 6);
    // One rack of two can do half of the peak; 60 % is asked for.
    expect(measures.workRate / demand).toBeCloseTo(0.5 / 0.6, 3);
    expect(engine.servers.utilisation[0]).toBeCloseTo(1, 6);
    expect(measures.energyBalanceError).toBeLessThan(1e-3);
    const restart = 300;
    advanceFor(engine, restart + 20);
    expect(measures.workRate / demand).toBeCloseTo(1, 3);
  });

  it('at half the load nothing is lost: the dispatcher does not place work on servers that are off', () => {
    const engine = room({}, { feed: { feeds: 'a' } }, 0.4);
    const result = runFailure(engine, scenarioOf('x', [{ kind: 'feed-loss', side: 'A' }]), 60);
    expect(result.racks[1]!.unpoweredAtSeconds).toBe(0);
    expect(result.unservedWork).toBeLessThan(1e-6 * engine.measures.demandRate * 60);
  });
});

it('two UPS: with one feed gone the other is overloaded, goes to bypass on the grid, and drops the load without it', () => {
  const electrical = {
    ups: { ratedW: 4800, lossCoefficients: [0, 0, 0], redundancy: '2N', battery: { usableJ: 1e7 } },
  };
  const engine = room(electrical, {}, 0.6);
  const total = engine.measures.itW;
  expect(total / 4800).toBeGreaterThan(1.1);
  injectFailures(engine, scenarioOf('x', [{ kind: 'feed-loss', side: 'B' }]).events);
  advanceFor(engine, 70);
  const ups = () => powerStatus(engine, 1).elements.filter(({ kind }) => kind === 'ups');
  expect(ups()[0]).toMatchObject({ side: 'A', bypass: true });
  expect(engine.measures.itW).toBeGreaterThan(0.9 * total);
  injectFailures(engine, scenarioOf('x', [{ kind: 'power-loss' }]).events);
  const result = advanceFor(engine, 10);
  expect(result.trips).toEqual([{ atSeconds: 0, kind: 'ups', id: '', side: 'A' }]);
  expect(engine.measures.itW).toBe(0);
  expect(ups()[0]!.out).toBe('tripped');
});

describe('a breaker that is opened', () => {
  it('of a rack on both feeds: nothing happens but that the other carries it; closed again it shares the load', () => {
    const engine = room({ rackPdu: { feedRatedW: 6000, lossShare: 0 } });
    const [id] = injectFailures(
      engine,
      scenarioOf('x', [{ kind: 'breaker-trip', element: 'rack-feed', id: 'A1', side: 'A' }]).events,
    );
    advanceFor(engine, 5);
    expect([...engine.power.loads.rackFeedW.slice(0, 2)].map((watts) => watts > 0)).toEqual([false, true]);
    repairFailure(engine, id!);
    advanceFor(engine, 5);
    expect(engine.power.loads.rackFeedW[0]).toBeCloseTo(engine.power.loads.rackFeedW[1]!, 6);
  });

  it('tripped ones stay open until they are closed by hand, and an edit keeps them', () => {
    const engine = room({ rackPdu: { feedRatedW: 1600, lossShare: 0 } });
    const [id] = injectFailures(engine, scenarioOf('x', [{ kind: 'feed-loss', side: 'A' }]).events);
    advanceFor(engine, 300);
    repairFailure(engine, id!);
    advanceFor(engine, 2);
    // Feed A is back and carries the racks alone, until it trips too.
    expect([...engine.servers.supply.rackPowered]).toEqual([1, 1]);
    expect([...engine.power.breakers.rackFeed]).toEqual([0, 1, 0, 1]);
    editDocument(engine, { ...engine.failures.document, name: 'Edited' });
    expect([...engine.power.breakers.rackFeed]).toEqual([0, 1, 0, 1]);
    closeBreakers(engine.power.breakers);
    advanceFor(engine, 2);
    expect(engine.power.loads.rackFeedW[1]).toBeCloseTo(engine.power.loads.rackFeedW[0]!, 6);
  });
});

it('without a failure of power an overload is an alarm and trips nothing, unless the site gives its breakers a class', () => {
  const before = room({ rackPdu: { feedRatedW: 800, lossShare: 0 } });
  expect(advanceFor(before, 300).trips).toBeUndefined();
  const armed = room({ rackPdu: { feedRatedW: 800, lossShare: 0 }, breakerClass: 'B' });
  expect(advanceFor(armed, 300).trips!.length).toBeGreaterThan(0);
});

it('a snapshot in the middle of a cascade goes on to the byte', () => {
  const engine = room({ rackPdu: { feedRatedW: 1600, lossShare: 0 } }, { feed: { feeds: 'a' } });
  const run = startFailureRun(engine, scenarioOf('x', [{ kind: 'feed-loss', side: 'A' }]), 400);
  for (let n = 0; n < 30; n++) run.step();
  const copy = resumeSnapshot(structuredClone(takeSnapshot(engine)));
  const again = startFailureRun(copy, scenarioOf('none', [{ kind: 'power-loss', atSeconds: 1000 }]), 200);
  for (let n = 0; n < 150; n++) {
    run.step();
    again.step();
  }
  expect(engine.power.breakers.rackFeed[1]).toBe(1);
  expect(fingerprint(copy)).toBe(fingerprint(engine));
  expect([...copy.servers.supply.rackPowered]).toEqual([...engine.servers.supply.rackPowered]);
});
