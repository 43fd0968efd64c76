import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../frame/failure';
import { scenarioOf } from '../../site/scenario/scenario';
import { siteSchema } from '../../site/schema/site';
import { createEngine, runSteady } from '../engine';
import { runFailure, startFailureRun } from '../failures/run-failure';
import { resumeSnapshot, takeSnapshot } from '../snapshot';

/** A load bank of 5 kW and a unit that returns to it, in a small adiabatic room. */
function room(electrical: object) {
  const site = siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'outage',
    room: { width: 3, depth: 4, height: 2.4 },
    racks: [
      {
        id: 'A1',
        position: { x: 1.5, y: 1.5 },
        size: { width: 0.6, depth: 0.9, height: 1.8 },
        uHeight: 40,
        uBase: 0,
        contents: [{ kind: 'chassis', id: 'bank', uStart: 1, uSize: 40, powerW: 5000, airflowM3s: 0.5 }],
      },
    ],
    coolingUnits: [
      {
        id: 'C1',
        kind: 'in-row',
        position: { x: 0.45, y: 1.5 },
        size: { width: 0.6, depth: 0.9, height: 1.8 },
        medium: 'chilled-water',
        supply: { to: 'room', face: 'front' },
        return: { from: 'room', face: 'rear' },
        fan: { ratedAirflowM3s: 0.6, ratedPowerW: 300 },
        control: { mode: 'supply', setpointCelsius: 18 },
      },
    ],
    plant: { kind: 'constant-cop', cop: 5 },
    electrical: { pduEfficiency: 1, ...electrical },
  });
  return createEngine(site, { seed: 1, cellSize: 0.3 });
}

const ups = { ratedW: 10_000, lossCoefficients: [0, 0, 0] };
/** What the battery of 300 s carries: 5 kW of IT; the fans of the unit run down and draw no more. */
const battery = { usableJ: 5000 * 300 };

describe('loss of the grid', () => {
  it('IT rides 300 s on the battery, goes dark with its fans, and comes back with the grid', () => {
    const engine = room({ ups: { ...ups, battery }, itRestartSeconds: 60 });
    runSteady(engine);
    const run = startFailureRun(engine, scenarioOf('outage', [{ kind: 'power-loss', untilSeconds: 420 }]), 460);
    let litSeconds = 0;
    while (engine.measures.itW !== 0 && run.step()) litSeconds++;
    expect(litSeconds).toBeGreaterThan(285);
    expect(litSeconds).toBeLessThanOrEqual(301);
    expect(engine.servers.airflowM3s[0]).toBe(0);
    expect(engine.measures.facilityW).toBe(0);
    expect(verdictOf(run.result())).toBe('dark');
    while (run.step()) if (run.playedSeconds === 415) expect(engine.power.backup.source).toBe('dark');
    expect(engine.measures.itW).toBe(5000);
    expect(engine.power.backup.source).toBe('grid');
    // Recharging at a tenth of the rating, 10 % lost on the way.
    expect(engine.power.watts.batteryChargeW).toBeCloseTo(900, 6);
    expect(engine.measures.utilityW - engine.measures.facilityW).toBeCloseTo(900, 6);
    expect(engine.measures.energyBalanceError).toBeLessThan(2e-3);
  });

  it('a generator takes over after 20 s, and when its fuel of 50 s is gone the rest of the battery carries on', () => {
    const engine = room({
      ups: { ...ups, battery },
      generator: { ratedW: 20_000, startSeconds: 20, fuelJ: 6000 * 50 },
    });
    runSteady(engine);
    const seen: string[] = [];
    const result = runFailure(engine, scenarioOf('outage', [{ kind: 'power-loss' }]), 90, () => {
      if (seen.at(-1) !== engine.power.backup.source) seen.push(engine.power.backup.source);
      return true;
    });
    expect(seen).toEqual(['battery', 'generator', 'battery']);
    expect(result.supply!.map(({ source }) => source)).toEqual(seen);
    expect(result.supply!.map(({ atSeconds }) => atSeconds).slice(0, 2)).toEqual([0, 20]);
    expect(verdictOf(result)).not.toBe('dark');
    expect(engine.power.backup.fuelJ).toBe(0);
  });

  it('without battery and generator in the site IT goes on, as in files of before', () => {
    const engine = room({ ups });
    runSteady(engine);
    runFailure(engine, scenarioOf('outage', [{ kind: 'power-loss' }]), 30);
    expect(engine.measures.itW).toBe(5000);
  });

  it('a snapshot in the middle of a discharge goes on to the byte', () => {
    const engine = room({ ups: { ...ups, battery }, lossesInRoom: [{ part: 'ups' }] });
    runSteady(engine);
    const run = startFailureRun(engine, scenarioOf('outage', [{ kind: 'power-loss' }]), 60);
    for (let n = 0; n < 20; n++) run.step();
    const copy = resumeSnapshot(takeSnapshot(engine));
    for (let n = 0; n < 5; n++) run.step();
    runFailure(copy, scenarioOf('none', [{ kind: 'power-loss', atSeconds: 1000 }]), 5);
    expect(copy.power.backup.batteryJ).toBe(engine.power.backup.batteryJ);
    expect(copy.measures.inletMeanCelsius).toBe(engine.measures.inletMeanCelsius);
  });
});

describe('losses in the room', () => {
  it('a UPS that loses 2 kW in the room adds them to what the unit takes out, and leaves the rest as it is', () => {
    const lossy = { ...ups, lossCoefficients: [0.2, 0, 0] };
    const outside = room({ ups: lossy });
    runSteady(outside);
    expect(outside.measures.lossesW).toBe(2000);
    expect(outside.measures.coolingHeatW).toBeCloseTo(5000, -1);
    const inside = room({ ups: lossy, lossesInRoom: [{ part: 'ups' }] });
    runSteady(inside);
    expect(inside.measures.coolingHeatW).toBeGreaterThan(6990);
    expect(inside.measures.coolingHeatW).toBeLessThan(7010);
    expect(inside.measures.energyBalanceError).toBeLessThan(2e-3);
    expect(inside.measures.returnCelsius - outside.measures.returnCelsius).toBeCloseTo(2000 / (0.6 * 1.205 * 1006), 1);
  });
});
