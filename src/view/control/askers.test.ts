import { expect, it } from 'vitest';
import { type FrameLayout, frameBytes, viewFrame } from '../../frame/layout';
import { askersText, readAskers } from './askers';

const layout: FrameLayout = {
  revision: 1,
  nx: 1,
  ny: 1,
  nz: 1,
  xFaces: new Float64Array(2),
  yFaces: new Float64Array(2),
  zFaces: new Float64Array(2),
  solid: new Uint8Array(1),
  rackIds: ['A', 'B', 'C', 'D'],
  chassisIds: [],
  chassisRack: new Int32Array(0),
  unitIds: [],
  zoneIds: ['room'],
  tileIds: [],
  grilleIds: [],
  openingIds: [],
  sensorIds: [],
  workUnit: null,
};

it('lists who asks in a zone, the warmest first, and leaves out who does not, or belongs elsewhere', () => {
  const frame = viewFrame(layout, new ArrayBuffer(frameBytes(layout)));
  frame.blocks.rackRequests.set([1, 0, 2, 3]);
  frame.blocks.rackInletMaxCelsius.set([27.31, 26, 29.04, 31]);
  expect(readAskers(askersText(frame, new Set(['A', 'B', 'C'])))).toEqual([
    { id: 'C', inletCelsius: 29, requests: 2 },
    { id: 'A', inletCelsius: 27.3, requests: 1 },
  ]);
  frame.blocks.rackRequests.fill(Number.NaN);
  expect(askersText(frame, new Set(['A']))).toBe('');
});
