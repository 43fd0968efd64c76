import { type Site, siteSchema } from '../../site/schema/site';

/** What the lesson's room may be set to. */
export interface OneRackOptions {
  /** Share of peak throughput that every server is asked for. */
  load: number;
}

/**
 * A small room: one rack of 40 servers whose hot aisle is closed, and a unit that gives more air than they ever draw, so
 * that inlets stay near supply. Plant of Moore et al. 2005, chips that leak.
 */
export function oneRackSite({ load }: OneRackOptions): Site {
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'One rack',
    room: { width: 3, depth: 4.2, height: 2.4 },
    racks: [
      {
        id: 'R1',
        position: { x: 2.1, y: 2.1 },
        size: { width: 0.6, depth: 1.2, height: 2.1 },
        uHeight: 44,
        contents: [{ kind: 'servers', id: 's', uStart: 1, uSize: 40, type: 'ibm-x3550-m3', count: 40 }],
      },
    ],
    coolingUnits: [
      {
        id: 'C1',
        kind: 'in-row',
        position: { x: 1.2, y: 2.1 },
        size: { width: 0.6, depth: 1.2, height: 2.1 },
        medium: 'chilled-water',
        supply: { to: 'room', face: 'front' },
        return: { from: 'room', face: 'rear' },
        fan: { ratedAirflowM3s: 1.3, ratedPowerW: 500 },
        control: { mode: 'supply', setpointCelsius: 20 },
      },
    ],
    containments: [
      {
        id: 'hot',
        kind: 'hot-aisle',
        min: { x: 0.9, y: 2.7, z: 0 },
        max: { x: 2.4, y: 4.2, z: 2.1 },
        sides: { xMin: 'panel', xMax: 'panel', yMin: 'open', yMax: 'panel', roof: 'panel' },
        leakageArea: 0.02,
      },
    ],
    plant: { kind: 'moore-cop' },
    electrical: { pduEfficiency: 0.98, ups: { ratedW: 15_000 }, otherLoadW: 0 },
    serverOperation: { leakage: true, fanControl: 'inlet' },
    workload: { demand: { kind: 'constant', level: load }, governor: 'performance' },
    cellSize: 0.3,
  });
}
