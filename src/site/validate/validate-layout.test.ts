import { describe, expect, it } from 'vitest';
import { type FaultTable, found } from './sound-room.fixture';

const faults: FaultTable = {
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
};

describe('a change of where things stand in the sound room is found and named', () => {
  it.each(Object.entries(faults))('%s', (_name, [change, issue]) => {
    expect(found(change)).toContain(issue);
  });
});
