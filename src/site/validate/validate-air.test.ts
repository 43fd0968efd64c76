import { describe, expect, it } from 'vitest';
import type { SiteInput } from '../schema/site';
import { type FaultTable, found } from './sound-room.fixture';

const faults: FaultTable = {
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
};

describe('a change of how air moves in the sound room is found and named', () => {
  it.each(Object.entries(faults))('%s', (_name, [change, issue]) => {
    expect(found(change)).toContain(issue);
  });
});
