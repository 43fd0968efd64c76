import { describe, expect, it } from 'vitest';
import { type SiteInput, siteSchema } from '../schema/site';
import { testSiteInput } from '../test-site';
import { validateSite } from './validate';

type Loose = Required<SiteInput>;

/** Codes and paths of what is wrong after a change of the sound room. */
function found(change: (site: Loose) => void): string[] {
  const input = testSiteInput() as Loose;
  change(input);
  return validateSite(siteSchema.parse(input)).map(({ severity, code, path }) => `${severity} ${code} ${path}`);
}

function messages(change: (site: Loose) => void): string {
  const input = testSiteInput() as Loose;
  change(input);
  return validateSite(siteSchema.parse(input))
    .map(({ message, remedy }) => `${message} ${remedy}`)
    .join('\n');
}

it('the sound room has no issue', () => expect(found(() => {})).toEqual([]));

const cases: Record<string, [change: (site: Loose) => void, issue: string]> = {
  'two entities with one id': [
    (s) => {
      s.sensors[0]!.id = 'A1';
    },
    'error duplicate-id sensors[0].id',
  ],
  'two slots with one id': [
    (s) => {
      s.racks[0]!.contents.push({ ...s.racks[0]!.contents[0]!, uStart: 20 });
    },
    'error duplicate-id racks[0].contents[1].id',
  ],
  'a rack through the wall': [
    (s) => {
      s.racks[0]!.position.x = 5.8;
    },
    'error outside-room racks[0]',
  ],
  'a rack taller than the room': [
    (s) => {
      s.racks[0]!.size = { width: 0.6, depth: 1.2, height: 3.2 };
    },
    'error taller-than-room racks[0]',
  ],
  'a unit hung through the ceiling': [
    (s) => {
      s.coolingUnits[0]!.base = 1.5;
    },
    'error outside-room coolingUnits[0]',
  ],
  'a unit in the wall': [
    (s) => {
      s.coolingUnits[0]!.position = { ...s.coolingUnits[0]!.position, y: 0.1 };
    },
    'error outside-room coolingUnits[0]',
  ],
  'a tile beyond the raised floor': [
    (s) => {
      s.tiles[0]!.position = { x: -0.2, y: 1 };
    },
    'error outside-room tiles[0]',
  ],
  'a panel of a containment through a rack': [
    (s) => {
      const { x, y } = s.racks[0]!.position;
      s.containments = [
        {
          id: 'aisle',
          kind: 'cold-aisle',
          min: { x: Math.max(0, x - 1), y: Math.max(0, y - 1), z: 0 },
          max: { x, y: y + 1, z: 2 },
          sides: { xMin: 'open', xMax: 'door', yMin: 'open', yMax: 'open', roof: 'panel' },
        },
      ];
    },
    'warning containment-crosses containments[0].max.x',
  ],
  'a blockage under the floor with its corners swapped': [
    (s) => {
      s.raisedFloor = {
        height: 0.6,
        plenum: 'two-dimensional',
        blockages: [{ min: { x: 3, y: 1 }, max: { x: 2, y: 2 }, share: 0.5 }],
      };
    },
    'error empty-blockage raisedFloor.blockages[0]',
  ],
  'a blockage beyond the room': [
    (s) => {
      s.raisedFloor = {
        height: 0.6,
        plenum: 'two-dimensional',
        blockages: [{ min: { x: 3, y: 1 }, max: { x: 300, y: 2 }, share: 0.5 }],
      };
    },
    'error blockage-outside-room raisedFloor.blockages[0]',
  ],
  'blockages under a floor of one pressure': [
    (s) => {
      s.raisedFloor = { height: 0.6, blockages: [{ min: { x: 1, y: 1 }, max: { x: 2, y: 2 }, share: 0.5 }] };
    },
    'warning blockages-not-seen raisedFloor.blockages',
  ],
  'a sensor beyond the wall': [
    (s) => {
      s.sensors[0]!.position = { x: 7, y: 1, z: 1 };
    },
    'error outside-room sensors[0].position',
  ],
  'an opening past its wall': [
    (s) => {
      s.openings = [
        {
          id: 'D',
          surface: 'x-min',
          centre: { x: 0, y: 5.9, z: 1 },
          width: 1,
          height: 2,
          flow: { kind: 'free' },
          celsius: 20,
        },
      ];
    },
    'error outside-room openings[0].centre',
  ],
  'a box inside out': [
    (s) => {
      s.obstacles = [{ id: 'O', min: { x: 2, y: 1, z: 0 }, max: { x: 1, y: 1.5, z: 1 } }];
    },
    'error empty-box obstacles[0]',
  ],
  'racks in one place': [
    (s) => {
      s.racks[1]!.position.y = 2.5;
    },
    'error overlap racks[1]',
  ],
  'a rack in an obstacle': [
    (s) => {
      s.obstacles = [{ id: 'O', min: { x: 3, y: 4, z: 0 }, max: { x: 4, y: 5, z: 1 } }];
    },
    'error overlap obstacles[0]',
  ],
  'a rack with its back to the wall': [
    (s) => {
      s.racks[0]!.position.y = 0.65;
    },
    'error blocked-face racks[0]',
  ],
  'a rack with its back near the wall': [
    (s) => {
      s.racks[0]!.position.y = 0.8;
    },
    'warning tight-face racks[0]',
  ],
  'a rack that looks into another': [
    (s) => {
      s.racks[1]!.position.y = 3;
    },
    'error blocked-face racks[0]',
  ],
  'tiles in one place': [
    (s) => {
      s.tiles[1]!.position.y = 3;
    },
    'error tile-overlap tiles[1]',
  ],
  'more units than the rack is tall': [
    (s) => {
      s.racks[0]!.uHeight = 48;
    },
    'error units-above-rack racks[0].uHeight',
  ],
  'a slot above the top': [
    (s) => {
      s.racks[0]!.contents[0]!.uStart = 40;
    },
    'error slot-above-rack racks[0].contents[0].uStart',
  ],
  'two slots on one unit': [
    (s) => {
      s.racks[0]!.contents.push({ ...s.racks[0]!.contents[0]!, id: 'g2', uStart: 11 });
    },
    'error slot-overlap racks[0].contents[1].uStart',
  ],
  'a server type that nobody knows': [
    (s) => {
      Object.assign(s.racks[0]!.contents[0]!, { type: 'ibm-x3550-m4' });
    },
    'error unknown-server-type racks[0].contents[0].type',
  ],
  'more servers than the slot holds': [
    (s) => {
      Object.assign(s.racks[0]!.contents[0]!, { count: 11 });
    },
    'error slot-too-small racks[0].contents[0].count',
  ],
  'a vent wider than the rack': [
    (s) => {
      s.racks[0]!.contents[0]!.vent = { zMin: 0.2, height: 0.4, width: 0.7 };
    },
    'error vent-outside-rack racks[0].contents[0].vent',
  ],
  'tiles without a raised floor': [
    (s) => {
      delete (s as SiteInput).raisedFloor;
    },
    'error tiles-without-floor tiles',
  ],
  'a tile under a rack': [
    (s) => {
      s.tiles[0]!.position.y = 2.1;
    },
    'warning panel-covered tiles[0]',
  ],
  'supply into a floor that is not there': [
    (s) => {
      delete (s as SiteInput).raisedFloor;
      s.tiles = [];
    },
    'error supply-without-floor coolingUnits[0].supply',
  ],
  'a raised floor without a way out': [
    (s) => {
      s.tiles = [];
    },
    'error floor-without-tiles tiles',
  ],
  'tiles with every damper shut': [
    (s) => {
      for (const tile of s.tiles) tile.damper = 0;
    },
    'error floor-without-tiles tiles',
  ],
  'tiles pinned above the supply': [
    (s) => {
      s.tiles[0]!.airflowM3s = 1.2;
    },
    'error panels-unbalanced tiles',
  ],
  'all tiles pinned below the supply': [
    (s) => {
      for (const tile of s.tiles) tile.airflowM3s = 0.3;
    },
    'error panels-unbalanced tiles',
  ],
  'pinned tiles with the unit switched off': [
    (s) => {
      s.coolingUnits[0]!.running = false;
      s.tiles[0]!.airflowM3s = 0.3;
    },
    'error tiles-without-supply tiles',
  ],
  'return from a ceiling that is not there': [
    (s) => {
      s.coolingUnits[0]!.return = { from: 'ceiling-plenum' };
    },
    'error return-without-plenum coolingUnits[0].return',
  ],
  'return from a ceiling without grilles': [
    (s) => {
      s.coolingUnits[0]!.return = { from: 'ceiling-plenum' };
      s.ceilingPlenum = { height: 0.6 };
    },
    'error plenum-without-grilles ceilingGrilles',
  ],
  'grilles without a plenum': [
    (s) => {
      s.ceilingGrilles = [{ id: 'G', position: { x: 3, y: 5.4 }, openArea: 0.5 }];
    },
    'error grilles-without-plenum ceilingGrilles',
  ],
  'pinned openings that do not balance': [
    (s) => {
      s.openings = [
        {
          id: 'D',
          surface: 'y-max',
          centre: { x: 3, y: 0, z: 1 },
          width: 1,
          height: 1,
          flow: { kind: 'pinned', airflowM3s: 0.4 },
          celsius: 20,
        },
      ];
    },
    'error openings-unbalanced openings',
  ],
  'control by a sensor that is not there': [
    (s) => {
      s.coolingUnits[0]!.control = { mode: 'sensor', sensorId: 'S9', setpointCelsius: 22 };
    },
    'error unknown-sensor coolingUnits[0].control.sensorId',
  ],
  'supply limit above the return setpoint': [
    (s) => {
      s.coolingUnits[0]!.control = { mode: 'return', setpointCelsius: 22, minSupplyCelsius: 24 };
    },
    'error supply-above-setpoint coolingUnits[0].control.minSupplyCelsius',
  ],
  'a setpoint in Fahrenheit': [
    (s) => {
      s.coolingUnits[0]!.control = { mode: 'supply', setpointCelsius: 68 };
    },
    'warning setpoint-unlikely coolingUnits[0].control.setpointCelsius',
  ],
  'a grille larger than its face': [
    (s) => {
      s.coolingUnits[0]!.return = { from: 'room', face: 'top', height: 1 };
    },
    'error grille-larger-than-face coolingUnits[0].return',
  ],
  'supply and return through one opening': [
    (s) => {
      s.coolingUnits[0]!.supply = { to: 'room', face: 'front' };
      s.coolingUnits[0]!.return = { from: 'room', face: 'front' };
      s.tiles = [];
    },
    'error grilles-coincide coolingUnits[0].return.face',
  ],
  'capacity far below the load': [
    (s) => {
      s.coolingUnits[0]!.capacityW = 2000;
    },
    'warning capacity-below-load coolingUnits',
  ],
  'no cooling at all': [
    (s) => {
      s.coolingUnits = [];
      s.tiles = [];
    },
    'warning no-cooling coolingUnits',
  ],
  'a sensor inside a rack': [
    (s) => {
      s.sensors[0]!.position = { x: 3.3, y: 1.8, z: 1 };
    },
    'warning sensor-in-solid sensors[0].position',
  ],
  'a workload without servers': [
    (s) => {
      for (const rack of s.racks) rack.contents = [];
    },
    'warning workload-without-servers workload',
  ],
  'servers that do different kinds of work': [
    (s) => {
      s.racks[0]!.contents = [{ kind: 'servers', id: 'n', type: 'gpu-node-8xh100', uStart: 1, uSize: 8, count: 1 }];
      s.coolingUnits[0]!.capacityW = 20_000;
    },
    'warning mixed-work-units workload',
  ],
  'steps out of order': [
    (s) => {
      s.workload = {
        demand: {
          kind: 'stepped',
          steps: [
            { atSeconds: 60, level: 0.5 },
            { atSeconds: 60, level: 1 },
          ],
        },
      };
    },
    'error steps-out-of-order workload.demand.steps[1].atSeconds',
  ],
  'a demand beyond the peak': [
    (s) => {
      s.workload = { demand: { kind: 'diurnal', mean: 0.8, amplitude: 0.4 } };
    },
    'warning demand-clipped workload.demand.amplitude',
  ],
  'a wet bulb above the dry bulb': [
    (s) => {
      s.outdoor = { dryBulbCelsius: 20, wetBulbCelsius: 22 };
    },
    'error wet-bulb-above-dry-bulb outdoor.wetBulbCelsius',
  ],
  'a compressor without outdoor conditions': [
    (s) => {
      s.coolingUnits[0]!.medium = 'dx';
    },
    'warning dx-without-outdoor coolingUnits[0].medium',
  ],
  'a compressor of unknown efficiency': [
    (s) => {
      s.coolingUnits[0]!.medium = 'dx';
    },
    'warning dx-without-rating coolingUnits[0].ratedCop',
  ],
  'liquid that nothing cools': [
    (s) => {
      Object.assign(s.racks[0]!.contents[0]!, { liquidFraction: 0.5 });
      s.plant = { kind: 'moore-cop' };
    },
    'warning liquid-without-loop liquidLoop',
  ],
  'a plant outside its range': [
    (s) => {
      s.plant = { kind: 'moore-cop' };
      s.coolingUnits[0]!.control = { mode: 'supply', setpointCelsius: 32 };
    },
    'warning plant-out-of-range coolingUnits[0].control.setpointCelsius',
  ],
  'a UPS below its load': [
    (s) => {
      s.electrical = { ups: { ratedW: 3000 } };
    },
    'warning ups-below-load electrical.ups.ratedW',
  ],
  'more cells than memory': [
    (s) => {
      s.cellSize = 0.02;
      s.room.width = 60;
      s.room.depth = 60;
    },
    'error too-many-cells cellSize',
  ],
  'fewer than four cells across': [
    (s) => {
      s.cellSize = 1;
    },
    'error too-few-cells cellSize',
  ],
};

describe('one change of the sound room is found and named', () => {
  it.each(Object.entries(cases))('%s', (_name, [change, issue]) => {
    expect(found(change)).toContain(issue);
  });
});

it('messages carry the numbers and the way out', () => {
  expect(
    messages((s) => {
      s.racks[1]!.position.y = 2.9;
    }),
  ).toContain('B1 overlaps Rack A1 (racks[0]) by 0.1 m along y. Move one of them.');
  expect(
    messages((s) => {
      for (const tile of s.tiles) tile.airflowM3s = 0.3;
    }),
  ).toContain('Raise the pinned flows by 0.35 m³/s');
  expect(
    messages((s) => {
      s.racks[0]!.size = { width: 600, depth: 900, height: 990 };
    }),
  ).toContain('990 m looks like millimetres, write 0.99');
  expect(
    messages((s) => {
      s.coolingUnits[0]!.control = { mode: 'supply', setpointCelsius: 68 };
    }),
  ).toContain('if this is Fahrenheit, write 20.0');
  expect(
    messages((s) => {
      Object.assign(s.racks[0]!.contents[0]!, { type: 'IBM-x3550-M2' });
    }),
  ).toContain('Did you mean ibm-x3550-m3?');
});

it('5,000 racks in one heap give 200 issues and a count, in under a second', () => {
  const input = testSiteInput() as Loose;
  input.racks = Array.from({ length: 5000 }, (_, n) => ({ ...input.racks[0]!, id: `r${n}` }));
  const site = siteSchema.parse(input);
  const start = performance.now();
  const issues = validateSite(site);
  expect(performance.now() - start).toBeLessThan(1000);
  expect(issues).toHaveLength(201);
  expect(issues[0]!.code).toBe('overlap');
  expect(issues.at(-1)!.code).toBe('more-issues');
});
