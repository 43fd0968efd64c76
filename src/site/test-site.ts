import { type Site, type SiteInput, siteSchema } from './schema/site';

/** A small sound room for tests: two racks across a cold aisle with two tiles, one perimeter unit, one sensor. */
export function testSiteInput(): SiteInput {
  const size = { width: 0.6, depth: 1.2, height: 2 };
  const servers = { kind: 'servers', id: 'g1', type: 'ibm-x3550-m3', uStart: 2, uSize: 10, count: 10 } as const;
  return {
    format: 'isotherm-site',
    version: 1,
    name: 'Test room',
    room: { width: 6, depth: 6, height: 3 },
    raisedFloor: { height: 0.6, leakageFraction: 0.05 },
    tiles: [
      { id: 'T1', position: { x: 3.3, y: 2.7 }, openArea: 0.4 },
      { id: 'T2', position: { x: 3.3, y: 3.3 }, openArea: 0.4 },
    ],
    racks: [
      {
        id: 'A1',
        name: 'Rack A1',
        position: { x: 3.3, y: 1.8 },
        rotation: 180,
        size,
        uHeight: 42,
        contents: [servers],
      },
      { id: 'B1', position: { x: 3.3, y: 4.2 }, size, uHeight: 42, contents: [servers] },
    ],
    coolingUnits: [
      {
        id: 'CRAH-1',
        kind: 'crah',
        position: { x: 0.4, y: 3 },
        rotation: 90,
        size: { width: 1.8, depth: 0.8, height: 2 },
        medium: 'chilled-water',
        supply: { to: 'raised-floor' },
        return: { from: 'room', face: 'top' },
        fan: { ratedAirflowM3s: 1, ratedPowerW: 600 },
        capacityW: 12_000,
        control: { mode: 'supply', setpointCelsius: 18 },
      },
    ],
    sensors: [{ id: 'S1', position: { x: 3.3, y: 3, z: 1.5 } }],
    workload: { demand: { kind: 'constant', level: 0.5 } },
  };
}

export function testSite(): Site {
  return siteSchema.parse(testSiteInput());
}
