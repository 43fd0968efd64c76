import { describe, expect, it } from 'vitest';
import { type SiteInput, siteSchema } from '../../site/schema/site';
import { AIR_HEAT_CAPACITY } from '../../units/air';
import { carryOverServers } from './carry-over';
import { createObservation, observeRackInlets } from './observe';
import { createServers } from './servers';
import { stepServers } from './step';

type RackInput = NonNullable<SiteInput['racks']>[number];
type Contents = RackInput['contents'];

function site(racks: { id: string; contents: Contents }[], extra: Partial<SiteInput> = {}) {
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'test',
    room: { width: 20, depth: 10, height: 3 },
    racks: racks.map((rack, index) => ({
      ...rack,
      position: { x: 1 + index, y: 2 },
      size: { width: 0.6, depth: 1.2, height: 2 },
      uHeight: 42,
    })),
    ...extra,
  });
}

const x3550 = (id: string, count: number, more: object = {}): Contents[number] => ({
  kind: 'servers',
  id,
  uStart: 1,
  uSize: count,
  type: 'ibm-x3550-m3',
  count,
  ...more,
});
const loadBank = (id: string, more: object = {}): Contents[number] => ({
  kind: 'chassis',
  id,
  uStart: 30,
  uSize: 4,
  powerW: 2000,
  airflowM3s: 0.2,
  ...more,
});
const workload = (level: number, governor = 'performance') =>
  ({ demand: { kind: 'constant', level }, governor }) as SiteInput['workload'];

describe('stepServers', () => {
  it('at 22 °C a server draws its SPECpower curve: 128 W at 40 %, twenty of them 2560 W', () => {
    const servers = createServers(site([{ id: 'A1', contents: [x3550('s', 20)] }], { workload: workload(0.4) }));
    servers.serverDemandShare.fill(0.4);
    stepServers(servers, Float64Array.of(22), 1);
    expect(servers.serverPowerW[7]).toBeCloseTo(128, 9);
    expect(servers.powerW[0]).toBeCloseTo(2560, 6);
    expect(servers.workRate[0]).toBeCloseTo(20 * 0.4 * 890_651, 3);
    expect(servers.totals.serverFansW).toBeGreaterThan(0);
    expect(servers.totals.serverFansW).toBeLessThan(servers.totals.itW);
  });

  it('warmer air raises fan speed, flow and wall power by the difference of the cubes only', () => {
    const at = (celsius: number) => {
      const servers = createServers(site([{ id: 'A1', contents: [x3550('s', 1)] }], { workload: workload(1) }));
      servers.serverDemandShare.fill(1);
      stepServers(servers, Float64Array.of(celsius), 1);
      return servers;
    };
    const cool = at(22);
    const warm = at(30);
    expect(warm.airflowM3s[0]).toBeGreaterThan(cool.airflowM3s[0]! * 1.3);
    expect(warm.powerW[0]! - cool.powerW[0]!).toBeCloseTo(warm.fanPowerW[0]! - cool.fanPowerW[0]!, 9);
  });

  it('after a jump of inlet temperature from 18 to 32 °C the flow answers within minutes and never turns back', () => {
    const servers = createServers(site([{ id: 'A1', contents: [x3550('s', 20)] }], { workload: workload(0.8) }));
    servers.serverDemandShare.fill(0.8);
    stepServers(servers, Float64Array.of(18), 1);
    let flow = servers.airflowM3s[0]!;
    const start = flow;
    for (let second = 0; second < 180; second++) {
      stepServers(servers, Float64Array.of(32), 1);
      expect(servers.airflowM3s[0]).toBeGreaterThanOrEqual(flow);
      flow = servers.airflowM3s[0]!;
    }
    const settled = createServers(site([{ id: 'A1', contents: [x3550('s', 20)] }], { workload: workload(0.8) }));
    settled.serverDemandShare.fill(0.8);
    stepServers(settled, Float64Array.of(32), 1);
    expect(flow).toBeGreaterThan(start * 1.5);
    expect(flow).toBeCloseTo(settled.airflowM3s[0]!, 3);
  });

  it('demand that powersave cannot serve is counted, not dropped', () => {
    const servers = createServers(
      site([{ id: 'A1', contents: [x3550('s', 2)] }], { workload: workload(1, 'powersave') }),
    );
    servers.serverDemandShare.fill(1);
    stepServers(servers, Float64Array.of(22), 10);
    const share = 1.6 / 3.067;
    expect(servers.totals.demandRate).toBeCloseTo(2 * 890_651, 3);
    expect(servers.totals.workRate).toBeCloseTo(2 * 890_651 * share, 3);
    expect(servers.totals.demandedWork - servers.totals.deliveredWork).toBeCloseTo(20 * 890_651 * (1 - share), 2);
  });

  it('a load bank of 2000 W and 0.2 m³/s has an exhaust 8.25 K over its inlet and no fans that are known', () => {
    const servers = createServers(site([{ id: 'A1', contents: [loadBank('b')] }]));
    stepServers(servers, Float64Array.of(20), Infinity);
    expect(servers.outletCelsius[0]).toBeCloseTo(20 + 2000 / (0.2 * AIR_HEAT_CAPACITY), 9);
    expect(servers.fanPowerW[0]).toBeNaN();
    expect(servers.totals.serverFansW).toBeNaN();
    expect(servers.totals.itW).toBe(2000);
    expect(servers.structure.workUnit).toBeNull();
    expect(servers.totals.workRate).toBeNaN();
  });

  it('server fans are known in part where some chassis are load banks', () => {
    const servers = createServers(
      site([{ id: 'A1', contents: [x3550('s', 1), loadBank('b')] }], { workload: workload(1) }),
    );
    servers.serverDemandShare.fill(1);
    stepServers(servers, Float64Array.of(22, 22), 1);
    expect(servers.totals.serverFansW).toBeCloseTo(servers.fanPowerW[0]!, 12);
  });

  it('liquid takes its share: an NVL72-class rack at full load gives 115 of 132 kW to liquid', () => {
    const servers = createServers(
      site(
        [
          {
            id: 'G1',
            contents: [{ kind: 'servers', id: 'g', uStart: 1, uSize: 42, type: 'gpu-rack-nvl72', count: 1 }],
          },
        ],
        {
          workload: workload(1),
        },
      ),
    );
    servers.serverDemandShare.fill(1);
    stepServers(servers, Float64Array.of(22), Infinity);
    expect(servers.liquidHeatW[0]! / 1000).toBeCloseTo(115, 0);
    expect(servers.airHeatW[0]! + servers.liquidHeatW[0]!).toBeCloseTo(servers.powerW[0]!, 6);
    expect(servers.structure.workUnit).toBe('GPU-s');
  });

  it('a pinned exhaust stays pinned and its heat is what the rise carries', () => {
    const servers = createServers(
      site([{ id: 'A1', contents: [loadBank('b', { pinnedOutletCelsius: 35, heatCapacityJK: 9000 })] }]),
    );
    stepServers(servers, Float64Array.of(20), 1);
    expect(servers.outletCelsius[0]).toBe(35);
    expect(servers.airHeatW[0]).toBeCloseTo(0.2 * AIR_HEAT_CAPACITY * 15, 9);
  });

  it('a pinned utilisation ignores the workload and offers it no capacity', () => {
    const servers = createServers(
      site([{ id: 'A1', contents: [x3550('s', 2, { pinnedUtilisation: 0.7 }), x3550('t', 2)] }], {
        workload: workload(0),
      }),
    );
    stepServers(servers, Float64Array.of(22, 22), 1);
    expect(servers.powerW[0]).toBeCloseTo(340, 9);
    expect(servers.powerW[1]).toBeCloseTo(116.8, 9);
    expect([...servers.structure.serverCapacity]).toEqual([0, 0, 890_651, 890_651]);
  });

  it('types with different units of work give no single work rate', () => {
    const servers = createServers(
      site(
        [
          {
            id: 'A1',
            contents: [
              x3550('s', 1),
              { kind: 'servers', id: 'g', uStart: 20, uSize: 8, type: 'gpu-node-8xh100', count: 1 },
            ],
          },
        ],
        { workload: workload(0.5) },
      ),
    );
    servers.serverDemandShare.fill(0.5);
    stepServers(servers, Float64Array.of(22, 22), 1);
    expect(servers.structure.poolUnits).toEqual(['ssj_ops', 'GPU-s']);
    expect(servers.totals.workRate).toBeNaN();
    expect(servers.workRate[1]).toBeCloseTo(4, 12);
  });
});

it('an unknown server type is named in the error', () => {
  expect(() =>
    createServers(
      site([{ id: 'A1', contents: [{ kind: 'servers', id: 's', uStart: 1, uSize: 1, type: 'abacus', count: 1 }] }]),
    ),
  ).toThrow("'abacus'");
});

it('carryOverServers keeps heat, demand and work of a chassis whose rack moved in the order', () => {
  const contents = { A: [x3550('s', 2)], B: [loadBank('b', { heatCapacityJK: 9000 })] };
  const old = createServers(
    site(
      [
        { id: 'A', contents: contents.A },
        { id: 'B', contents: contents.B },
      ],
      { workload: workload(0.5) },
    ),
  );
  old.serverDemandShare.set([0.25, 0.75]);
  stepServers(old, Float64Array.of(25, 25), 60);
  stepServers(old, Float64Array.of(30, 30), 60);
  const fresh = createServers(
    site(
      [
        { id: 'B', contents: contents.B },
        { id: 'N', contents: [] },
        { id: 'A', contents: contents.A },
      ],
      { workload: workload(0.5) },
    ),
  );
  carryOverServers(old, fresh);
  expect(fresh.structure.chassisIds).toEqual(['B/b', 'A/s']);
  expect(fresh.massCelsius[0]).toBe(old.massCelsius[1]);
  expect(fresh.massCelsius[1]).toBe(old.massCelsius[0]);
  expect([...fresh.serverDemandShare]).toEqual([0.25, 0.75]);
  expect(fresh.totals.deliveredWork).toBe(old.totals.deliveredWork);
  expect(fresh.totals.deliveredWork).toBeGreaterThan(0);
});

it('demand that a workload placed ends with the workload', () => {
  const racks = [{ id: 'A', contents: [x3550('s', 2)] }];
  const old = createServers(site(racks, { workload: workload(0.5) }));
  old.serverDemandShare.fill(0.5);
  stepServers(old, Float64Array.of(22), 1);
  const fresh = createServers(site(racks));
  carryOverServers(old, fresh);
  expect([...fresh.serverDemandShare]).toEqual([0, 0]);
  expect([...fresh.structure.serverCapacity]).toEqual([0, 0]);
});

it('the dispatcher sees rack inlets weighted by flow, and none for an empty rack', () => {
  const servers = createServers(
    site([
      { id: 'A', contents: [loadBank('b'), loadBank('c', { uStart: 10, airflowM3s: 0.6 })] },
      { id: 'N', contents: [] },
    ]),
  );
  stepServers(servers, Float64Array.of(20, 24), 1);
  const observation = createObservation(servers);
  observeRackInlets(servers, Float64Array.of(20, 24), observation);
  expect(observation.rackInletCelsius[0]).toBeCloseTo(23, 12);
  expect(observation.rackInletCelsius[1]).toBeNaN();
});
