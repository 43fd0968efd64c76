import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withControl } from '../../site/edits/with-control';
import { failureEvent } from '../../site/scenario/events';
import { type Site, siteSchema } from '../../site/schema/site';
import { advance, createEngine, type Engine, editSite, runSteady } from '../engine';
import { injectFailures } from '../failures/drive';
import { resumeSnapshot, takeSnapshot } from '../snapshot';
import { fingerprint } from '../testing/fingerprint';

const read = (name: string) => JSON.parse(readFileSync(`public/sites/${name}.json`, 'utf8'));
const quiet = { demand: { kind: 'constant', level: 0.6 }, dispatcher: 'uniform', governor: 'performance' };
const starter = { ...read('starter'), workload: quiet };

/** The starter room with its cold aisle closed, as tight as the format has it. */
const contained = {
  ...starter,
  containments: [
    {
      id: 'aisle',
      kind: 'cold-aisle',
      min: { x: 1.8, y: 3, z: 0 },
      max: { x: 7.8, y: 4.2, z: 2 },
      sides: { xMin: 'door', xMax: 'door', yMin: 'open', yMax: 'open', roof: 'panel' },
    },
  ],
};

function settled(site: object): Engine {
  const engine = createEngine(siteSchema.parse(site), { seed: 1, cellSize: 0.4, backend: 'wasm' });
  expect(runSteady(engine).converged).toBe(true);
  return engine;
}

const withZone = (site: object, zone: object) => ({ ...site, coolingControl: { zones: [{ id: 'room', ...zone }] } });
const zoneOf = ({ control }: Engine) => control.state.zones[0]!;
const reset = { by: 'trim-and-respond', requestAboveCelsius: 26, maxCelsius: 30 };

describe('control of a settled room', () => {
  it('trim and respond rests where the warmest rack is at its limit, within 0.05 K', () => {
    const engine = settled(withZone(contained, { supply: reset }));
    expect(zoneOf(engine).warmestCelsius).toBeCloseTo(26, 1);
    expect(engine.plant.supplyCelsius[0]).toBeCloseTo(zoneOf(engine).supply!.setpoint, 2);
    expect(zoneOf(engine).supply!.setpoint).toBeLessThan(26);
  });

  it('fans hold 8 Pa under the floor within 5 %, and their power falls with the cube of their speed', () => {
    const engine = settled(withZone(starter, { fans: { by: 'raised-floor-pressure', setpointPa: 8 } }));
    expect(engine.control.measured.floorPascals / 8).toBeGreaterThan(0.95);
    expect(engine.control.measured.floorPascals / 8).toBeLessThan(1.05);
    const { speed } = zoneOf(engine).fans;
    expect(engine.plant.fanW[0]).toBeCloseTo(4000 * speed ** 3, 6);
    expect(engine.plant.airflowM3s[1]).toBeCloseTo(5 * speed, 9);
  });

  it('fans hold 3 Pa in a contained aisle within a quarter, and the pressure is that of air that leaks out of it', () => {
    const engine = settled(
      withZone(contained, { fans: { by: 'aisle-pressure', containmentId: 'aisle', setpointPa: 3 } }),
    );
    expect(Math.abs(engine.control.measured.aislePascals[0]! - 3)).toBeLessThan(0.75);
    const drawn = engine.servers.airflowM3s.reduce((sum, flow) => sum + flow, 0);
    const tiles = engine.flows.tiles.reduce((sum, flow) => sum + flow, 0);
    expect(tiles).toBeGreaterThan(drawn);
  });

  it('fans hold the warmest inlet at 23 °C within 0.3 K', () => {
    const engine = settled(withZone(contained, { fans: { by: 'inlet', setpointCelsius: 23 } }));
    expect(Math.abs(zoneOf(engine).warmestCelsius - 23)).toBeLessThan(0.3);
  });

  it('fans and supply that both follow the inlet share the work: supply rises until fans are at 70 % or it is at its highest', () => {
    const engine = settled(
      withZone(contained, {
        fans: { by: 'inlet', setpointCelsius: 25 },
        supply: { ...reset, requestAboveCelsius: 27 },
      }),
    );
    const { fans, supply, warmestCelsius } = zoneOf(engine);
    expect(Math.abs(warmestCelsius - 25)).toBeLessThan(0.3);
    expect(Math.abs(fans.speed - 0.7)).toBeLessThan(0.05);
    expect(supply!.setpoint).toBeGreaterThan(20);
  });
});

describe('control on the clock', () => {
  it('six minutes after a step of load the setpoint swings by no more than one response, 0.6 K and a trim, and the room within 1.5 K', () => {
    const steps = [
      { atSeconds: 0, level: 0.4 },
      { atSeconds: 120, level: 0.9 },
    ];
    const site = withZone(
      { ...contained, workload: { ...quiet, demand: { kind: 'stepped', steps } } },
      {
        fans: { by: 'aisle-pressure', containmentId: 'aisle', setpointPa: 3 },
        supply: { ...reset, delaySeconds: 0 },
      },
    );
    const engine = settled(site);
    const setpoints: number[] = [];
    for (let n = 0; n < 900; n++) {
      advance(engine);
      setpoints.push(zoneOf(engine).supply!.setpoint);
    }
    const late = setpoints.slice(500);
    expect(Math.max(...late) - Math.min(...late)).toBeLessThan(0.7);
    expect(Math.max(...setpoints) - Math.min(...setpoints)).toBeGreaterThan(0.3);
    expect(Math.abs(zoneOf(engine).warmestCelsius - 26)).toBeLessThan(1.5);
    expect(engine.measures.energyBalanceError).toBeLessThan(0.005);
  });

  it('goes on to the byte from a snapshot, and an edit keeps setpoint, speed and stage', () => {
    const site = withZone(contained, {
      fans: { by: 'inlet', setpointCelsius: 24 },
      supply: reset,
      staging: { spare: 0, startSeconds: 20, stopSeconds: 20, minOnSeconds: 20, minOffSeconds: 20 },
    });
    const engine = settled(site);
    for (let n = 0; n < 130; n++) advance(engine);
    const copy = resumeSnapshot(takeSnapshot(engine));
    for (let n = 0; n < 130; n++) {
      advance(engine);
      advance(copy);
    }
    expect(fingerprint(copy)).toBe(fingerprint(engine));
    expect(copy.control.state.zones).toEqual(engine.control.state.zones);
    const before = structuredClone(engine.control.state.zones);
    const speeds = engine.plant.drive.speed.slice();
    editSite(engine, { ...engine.site, name: 'Renamed' }, { settle: false });
    expect(engine.control.state.zones).toEqual(before);
    expect([...engine.plant.drive.speed]).toEqual([...speeds]);
    expect(engine.plant.commandCelsius[0]).toBe(zoneOf(engine).supply!.setpoint);
  });

  it('one of two units rests as a spare; when the other fails it starts at once, and the air moves within 20 s', () => {
    const site = withZone(contained, {
      fans: { by: 'inlet', setpointCelsius: 30 },
      staging: { spare: 0, stopBelow: 1, stopSeconds: 60, minOnSeconds: 0 },
    });
    const engine = settled({ ...site, workload: { ...quiet, demand: { kind: 'constant', level: 0.05 } } });
    expect(zoneOf(engine).staging.called).toBe(1);
    expect([...engine.plant.airflowM3s].map((flow) => flow > 0)).toEqual([true, false]);
    injectFailures(engine, [failureEvent.parse({ kind: 'unit-trip', unitId: 'CRAH-1' })]);
    for (let n = 0; n < 20; n++) advance(engine);
    expect(engine.control.state.called[1]).toBe(1);
    expect(engine.plant.airflowM3s[1]).toBeGreaterThan(1);
  });
});

describe('chilled water by valves', () => {
  const plantSite = siteSchema.parse({ ...read('starter-plant'), workload: quiet }) as Site;

  it('rises as warm as it may while valves stand open less than 95 %, and falls where they stand wide', () => {
    const easy = settled(withControl(plantSite, 'trim-and-respond'));
    expect(easy.plant.water!.setpointCelsius).toBeCloseTo(12.7, 6);
    const { coolingControl, ...site } = withControl(plantSite, 'trim-and-respond');
    const hard = settled({
      ...site,
      coolingControl: { ...coolingControl, chilledWater: { ...coolingControl!.chilledWater, maxCelsius: 19 } },
    });
    const widest = Math.max(...hard.control.measured.unitValveShare);
    expect(widest).toBeGreaterThan(0.9);
    expect(widest).toBeLessThanOrEqual(0.96);
    expect(hard.plant.water!.setpointCelsius).toBeGreaterThan(12.7);
    expect(hard.plant.water!.setpointCelsius).toBeLessThan(19);
  });

  it('a site without such control keeps its own setpoints', () => {
    const engine = settled(plantSite);
    expect([...engine.plant.commandCelsius]).toEqual([20, 20]);
    expect(engine.plant.water!.setpointCelsius).toBe(12);
    expect([...engine.plant.drive.speed]).toEqual([0.64, 0.64]);
  });
});
