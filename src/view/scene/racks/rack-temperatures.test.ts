import { describe, expect, it } from 'vitest';
import { type FrameLayout, frameBytes, viewFrame } from '../../../frame/layout';
import { rack as rackSchema } from '../../../site/schema/rack';
import { createRackStructure, hasSameStructure } from './rack-structure';
import { mapTemperatures, writeChassisTemperatures, writePreviewTemperatures } from './rack-temperatures';

const makeRack = (id: string, chassis: string[]) =>
  rackSchema.parse({
    id,
    position: { x: 1, y: 1 },
    size: { width: 0.6, depth: 1.1, height: 2.2 },
    uHeight: 42,
    contents: chassis.map((name, i) => ({
      kind: 'chassis',
      id: name,
      uStart: 1 + 10 * i,
      uSize: 10,
      powerW: 1000,
      airflowM3s: 0.1,
    })),
  });

const layoutOf = (rackIds: string[], chassisIds: string[]): FrameLayout => ({
  revision: 1,
  nx: 1,
  ny: 1,
  nz: 1,
  xFaces: Float64Array.of(0, 1),
  yFaces: Float64Array.of(0, 1),
  zFaces: Float64Array.of(0, 1),
  solid: new Uint8Array(1),
  rackIds,
  chassisIds,
  chassisRack: new Int32Array(chassisIds.length),
  unitIds: [],
  tileIds: [],
  grilleIds: [],
  openingIds: [],
  sensorIds: [],
  workUnit: null,
});

describe('rack temperatures', () => {
  const structure = createRackStructure([makeRack('A', ['p', 'q']), makeRack('B', ['p'])]);

  it('places chassis by rack unit above the rack base', () => {
    expect(structure.chassisIds).toEqual(['A/p', 'A/q', 'B/p']);
    expect(structure.chassisRect[4]).toBeCloseTo(0.1 + 10 * 0.04445, 6);
    expect(structure.chassisRect[5]).toBeCloseTo(0.4445, 6);
  });

  it('copies whole blocks when the order is alike, maps by id when it is not, and knows nothing of new racks', () => {
    const out = new Float32Array(6);
    const alike = layoutOf(['A', 'B'], ['A/p', 'A/q', 'B/p']);
    const frame = viewFrame(alike, new ArrayBuffer(frameBytes(alike)));
    frame.blocks.chassisInletCelsius.set([20, 21, 22]);
    frame.blocks.chassisOutletCelsius.set([30, 31, 32]);
    const mapping = mapTemperatures(structure, alike);
    expect(mapping.identical).toBe(true);
    writeChassisTemperatures(mapping, frame, out);
    expect([...out]).toEqual([20, 21, 22, 30, 31, 32]);

    const other = layoutOf(['B'], ['B/p']);
    const stale = viewFrame(other, new ArrayBuffer(frameBytes(other)));
    stale.blocks.chassisInletCelsius.set([25]);
    stale.blocks.chassisOutletCelsius.set([35]);
    writeChassisTemperatures(mapTemperatures(structure, other), stale, out);
    expect([...out]).toEqual([Number.NaN, Number.NaN, 25, Number.NaN, Number.NaN, 35]);
  });

  it('shows the rack mean of the coarse answer on each chassis', () => {
    const out = new Float32Array(6);
    writePreviewTemperatures(
      structure,
      {
        revision: 2,
        rackIds: ['B', 'A'],
        rackInletMeanCelsius: Float32Array.of(19, 24),
        rackInletMaxCelsius: Float32Array.of(20, 25),
        rackOutletMeanCelsius: Float32Array.of(33, 36),
        nx: 0,
        ny: 0,
        nz: 0,
        xFaces: new Float64Array(0),
        yFaces: new Float64Array(0),
        zFaces: new Float64Array(0),
        temperature: new Float32Array(0),
        solid: new Uint8Array(0),
        settleProgress: 1,
      },
      out,
    );
    expect([...out]).toEqual([24, 24, 19, 36, 36, 33]);
  });

  it('keeps the structure when a rack only moves', () => {
    const [a, b] = structure.racks;
    expect(hasSameStructure(structure.racks, [{ ...a!, position: { x: 3, y: 3 }, rotation: 90 }, b!])).toBe(true);
    expect(hasSameStructure(structure.racks, [{ ...a!, contents: [] }, b!])).toBe(false);
    expect(hasSameStructure(structure.racks, [b!, a!])).toBe(false);
  });
});
