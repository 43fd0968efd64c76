import { expect, it } from 'vitest';
import { siteSchema } from '../../site/schema/site';
import { createServers } from './servers';
import { stepServers } from './step';
import { cutRack, restoreRack } from './supply';

/** 40 machines of 58.4 to 222 W, and one load bank of 3 kW. */
const servers = () => {
  const created = createServers(
    siteSchema.parse({
      format: 'isotherm-site',
      version: 1,
      name: 'supply',
      room: { width: 6, depth: 6, height: 3 },
      racks: [
        {
          id: 'A1',
          position: { x: 2, y: 2 },
          size: { width: 0.6, depth: 1.2, height: 2 },
          uHeight: 46,
          contents: [
            { kind: 'servers', id: 's', uStart: 1, uSize: 40, type: 'ibm-x3550-m3', count: 40 },
            { kind: 'chassis', id: 'bank', uStart: 41, uSize: 4, powerW: 3000, airflowM3s: 0.3 },
          ],
        },
      ],
      workload: { demand: { kind: 'constant', level: 0.8 } },
    }),
  );
  created.serverDemandShare.fill(0.8);
  return created;
};
const inlets = Float64Array.of(22, 22);

it('without supply nothing is drawn, no fan turns and no work is done, though it is asked for', () => {
  const s = servers();
  stepServers(s, inlets, 1);
  expect(s.totals.itW).toBeGreaterThan(9000);
  cutRack(s, 0);
  stepServers(s, inlets, 1);
  expect(s.totals.itW).toBe(0);
  expect([...s.airflowM3s]).toEqual([0, 0]);
  expect(s.totals.workRate).toBe(0);
  expect(s.totals.demandRate).toBeGreaterThan(0);
});

it('with supply again, servers draw power at once and work after their restart of 60 s', () => {
  const s = servers();
  stepServers(s, inlets, 1);
  cutRack(s, 0);
  stepServers(s, inlets, 1);
  restoreRack(s, 0, 60);
  let seconds = 0;
  do {
    stepServers(s, inlets, 1);
    expect(s.totals.itW).toBeGreaterThan(3000);
    seconds++;
  } while (s.workRate[0]! === 0 && seconds < 100);
  expect(seconds).toBeGreaterThanOrEqual(60);
  expect(seconds).toBeLessThanOrEqual(62);
});

it.each([180, 130, 90, 70])('a cap of %d W is kept by every server, and the work falls with it', (capW) => {
  const s = servers();
  stepServers(s, inlets, 1);
  const free = s.workRate[0]!;
  s.powerCapW.fill(capW);
  for (let n = 0; n < 5; n++) stepServers(s, inlets, 1);
  for (const watts of s.serverPowerW) expect(watts).toBeLessThanOrEqual(capW + 0.5);
  expect(s.workRate[0]!).toBeGreaterThan(0);
  expect(s.workRate[0]!).toBeLessThanOrEqual(free);
});
