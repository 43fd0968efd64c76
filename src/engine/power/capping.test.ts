import { describe, expect, it } from 'vitest';
import { siteSchema } from '../../site/schema/site';
import { createServers } from '../servers/servers';
import { stepServers } from '../servers/step';
import { capServers, createCapping, waterLevel } from './capping';
import { readPowerModel } from './model';

describe('waterLevel', () => {
  const wanted = Float64Array.of(100, 200, 300);
  it('cuts the largest first: 450 W of 600 W leave 100, 175 and 175', () => {
    expect(waterLevel(wanted, 0, 3, 450)).toBeCloseTo(175, 6);
  });
  it('cuts nothing where there is enough, all alike where there is little', () => {
    expect(waterLevel(wanted, 0, 3, 600)).toBe(Infinity);
    expect(waterLevel(wanted, 0, 3, 150)).toBeCloseTo(50, 6);
  });
});

/** Two racks of 40 machines of 58.4 to 222 W; the second holds a load bank of 3 kW besides. */
function room(capping: object, rackCapW?: number) {
  const rack = (id: string, x: number, extra: object[]) => ({
    id,
    position: { x, y: 2 },
    size: { width: 0.6, depth: 1.2, height: 2 },
    uHeight: 46,
    contents: [{ kind: 'servers', id: 's', uStart: 1, uSize: 40, type: 'ibm-x3550-m3', count: 40 }, ...extra],
    ...(rackCapW === undefined ? {} : { feed: { capW: rackCapW } }),
  });
  const site = siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'caps',
    room: { width: 6, depth: 6, height: 3 },
    racks: [
      rack('A1', 1, []),
      rack('A2', 2, [{ kind: 'chassis', id: 'bank', uStart: 41, uSize: 4, powerW: 3000, airflowM3s: 0.3 }]),
    ],
    electrical: { capping },
    workload: { demand: { kind: 'constant', level: 1 } },
  });
  const servers = createServers(site);
  servers.serverDemandShare.fill(1);
  const model = readPowerModel(site);
  const state = createCapping(model, servers);
  return {
    servers,
    run(seconds: number, inletCelsius = 22) {
      const inlets = new Float64Array(3).fill(inletCelsius);
      for (let n = 0; n < seconds; n++) {
        capServers(model, servers, state);
        stepServers(servers, inlets, 1);
      }
      return [servers.powerW[0]!, servers.powerW[1]! + servers.powerW[2]!];
    },
  };
}

describe('power capping', () => {
  it('a rack of 8.88 kW is held at 7 kW; one with a load bank loses more of its servers', () => {
    const { run, servers } = room({ rackW: 7000 });
    const [a, b] = run(30);
    expect(a).toBeGreaterThan(6300);
    expect(a).toBeLessThanOrEqual(7000);
    expect(b).toBeLessThanOrEqual(7000);
    expect(servers.workRate[1]!).toBeLessThan(servers.workRate[0]!);
  });

  it('is kept with warm inlets too, where fans draw more than in the measured curve', () => {
    const [a] = room({ rackW: 7000 }).run(120, 34);
    expect(a).toBeLessThanOrEqual(7010);
  });

  it('a room of 20.8 kW is held at 15 kW', () => {
    const [a, b] = room({ roomW: 15_000 }).run(30);
    expect(a! + b!).toBeLessThanOrEqual(15_000);
    // P-states are steps: what a level leaves between two of them is lost.
    expect(a! + b!).toBeGreaterThan(13_500);
  });

  it("a rack's own cap goes before that of the site", () => {
    const [a] = room({ rackW: 7000 }, 5000).run(30);
    expect(a).toBeLessThanOrEqual(5000);
  });

  it('a cap above the load changes nothing', () => {
    const free = room({}).run(5);
    expect(room({ rackW: 12_000 }).run(5)).toEqual(free);
  });
});
