import { describe, expect, it } from 'vitest';
import { type FrameLayout, frameBytes, viewFrame } from '../../../frame/layout';
import { siteSchema } from '../../../site/schema/site';
import { evenFaces, fieldFrame } from '../field/test-frame';
import { sceneLabels } from './label-sources';

const site = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'Plan',
  room: { width: 6, depth: 6, height: 3 },
  racks: ['A1', 'A2'].map((id, n) => ({
    id,
    position: { x: 2 + 0.6 * n, y: 3 },
    rotation: n === 0 ? 0 : 90,
    size: { width: 0.6, depth: 1.2, height: 2 },
    uHeight: 42,
    contents: [],
  })),
});

function frameOf(rackIds: string[]) {
  const faces = evenFaces(6, 3);
  const { layout: empty } = fieldFrame({ x: faces, y: faces, z: [0, 3] }, () => 22);
  const layout: FrameLayout = { ...empty, rackIds };
  const frame = viewFrame(layout, new ArrayBuffer(frameBytes(layout)));
  frame.blocks.rackPowerW.set([5240, 880].slice(0, rackIds.length));
  frame.blocks.rackInletMaxCelsius.set([23.44, 31].slice(0, rackIds.length));
  return frame;
}

const quiet = { hovered: null, selected: [], probe: null };

describe('labels of racks seen from above', () => {
  it('tell power and warmest inlet, each with its unit, on the front half of the rack', () => {
    const labels = sceneLabels(site, frameOf(['A1', 'A2']), { ...quiet, showAll: true, fromAbove: true });
    expect(labels.map(({ key, value }) => [key, value])).toEqual([
      ['rack A1', '5.24 kW\n23.4 °C'],
      ['rack A2', '880 W\n31.0 °C'],
    ]);
    // Turned by 0 a front looks to -y, by 90 to +x.
    expect(labels.map(({ at }) => [at.x.toFixed(3), at.y.toFixed(3), at.z])).toEqual([
      ['2.000', '2.688', 2],
      ['2.912', '3.000', 2],
    ]);
    expect(labels.map(({ onMetres }) => onMetres!.toFixed(2))).toEqual(['0.60', '0.60']);
  });

  it('are left to the hovered rack where labels are off or the room is not seen from above', () => {
    const frame = frameOf(['A1', 'A2']);
    expect(sceneLabels(site, frame, { ...quiet, showAll: false, fromAbove: true })).toEqual([]);
    expect(sceneLabels(site, frame, { ...quiet, showAll: true })).toEqual([]);
    const hovered = { kind: 'rack', id: 'A2' } as const;
    const labels = sceneLabels(site, frame, { ...quiet, hovered, showAll: true, fromAbove: true });
    expect(labels.map(({ key, onMetres }) => [key, onMetres === undefined])).toEqual([
      ['rack A1', false],
      ['rack A2', true],
    ]);
  });

  it('wait for a frame that knows the rack', () => {
    const labels = sceneLabels(site, frameOf(['A1']), { ...quiet, showAll: true, fromAbove: true });
    expect(labels.map(({ key }) => key)).toEqual(['rack A1']);
    expect(sceneLabels(site, null, { ...quiet, showAll: true, fromAbove: true })).toEqual([]);
  });
});
