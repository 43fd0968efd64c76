import { describe, expect, it } from 'vitest';
import { type FrameLayout, frameBytes, viewFrame } from '../frame/layout';
import { tileFlowFaults } from './tile-flow';

const layout: FrameLayout = {
  revision: 1,
  nx: 0,
  ny: 0,
  nz: 0,
  xFaces: new Float64Array(1),
  yFaces: new Float64Array(1),
  zFaces: new Float64Array(1),
  solid: new Uint8Array(0),
  rackIds: [],
  chassisIds: [],
  chassisRack: new Int32Array(0),
  unitIds: [],
  tileIds: ['good', 'starved', 'reversed', 'shut'],
  grilleIds: [],
  openingIds: [],
  sensorIds: [],
  workUnit: null,
};

describe('tile flow', () => {
  it('lists tiles that draw air down before those under 60 % of an even floor, and no shut ones', () => {
    const frame = viewFrame(layout, new ArrayBuffer(frameBytes(layout)));
    frame.blocks.tileShareOfEven.set([0.61, 0.59, -0.1, Number.NaN]);
    frame.blocks.tileAirflowM3s.set([0.3, 0.29, -0.05, 0]);
    expect(tileFlowFaults(frame).map(({ id, kind }) => [id, kind])).toEqual([
      ['reversed', 'reversed'],
      ['starved', 'starved'],
    ]);
  });
});
