import { describe, expect, it } from 'vitest';
import { type FaultTable, found } from './sound-room.fixture';

const faults: FaultTable = {
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

describe('a change of load, energy or cells of the sound room is found and named', () => {
  it.each(Object.entries(faults))('%s', (_name, [change, issue]) => {
    expect(found(change)).toContain(issue);
  });
});
