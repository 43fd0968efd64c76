import { describe, expect, it } from 'vitest';
import { containment } from '../../../site/schema/room';
import { containmentPanels } from './containment-panels';

const aisle = containment.parse({
  id: 'C1',
  kind: 'cold-aisle',
  min: { x: 1, y: 2, z: 0 },
  max: { x: 7, y: 3.2, z: 2.2 },
  sides: { xMin: 'door', xMax: 'panel', yMin: 'open', yMax: 'open', roof: 'panel' },
});

describe('containmentPanels', () => {
  it('draws what is closed, in its place and size, and nothing where a side is open', () => {
    const panels = containmentPanels(aisle);
    expect(panels.map(({ kind }) => kind)).toEqual(['door', 'panel', 'panel']);
    expect(panels[0]!.centre.x).toBe(1);
    expect(panels[0]!.along.y).toBeCloseTo(1.2);
    expect(panels[1]!.centre.x).toBe(7);
    expect(panels[2]!.centre.z).toBe(2.2);
    expect(panels[2]!.along.x).toBe(6);
  });

  it('leaves an empty frame where doors stand open', () => {
    expect(containmentPanels({ ...aisle, openDoors: true })[0]!.kind).toBe('open-door');
  });
});
