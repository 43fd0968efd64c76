import type { Point } from '../../../site/schema/geometry';
import type { Containment } from '../../../site/schema/room';

/** One panel of an aisle box. */
export interface GlassPanel {
  centre: Point;
  along: Point;
  up: Point;
  kind: 'panel' | 'door' | 'open-door';
}

type SideName = keyof Containment['sides'];

function rectangle({ min, max }: Containment, side: SideName): Omit<GlassPanel, 'kind'> {
  const centre = { x: (min.x + max.x) / 2, y: (min.y + max.y) / 2, z: (min.z + max.z) / 2 };
  const [x, y, z] = [max.x - min.x, max.y - min.y, max.z - min.z];
  switch (side) {
    case 'xMin':
    case 'xMax':
      return {
        centre: { ...centre, x: side === 'xMin' ? min.x : max.x },
        along: { x: 0, y, z: 0 },
        up: { x: 0, y: 0, z },
      };
    case 'yMin':
    case 'yMax':
      return {
        centre: { ...centre, y: side === 'yMin' ? min.y : max.y },
        along: { x, y: 0, z: 0 },
        up: { x: 0, y: 0, z },
      };
    case 'roof':
      return { centre: { ...centre, z: max.z }, along: { x, y: 0, z: 0 }, up: { x: 0, y, z: 0 } };
  }
}

/** The panels and doors that close a containment's sides; open sides have none. */
export function containmentPanels(containment: Containment): GlassPanel[] {
  return (Object.entries(containment.sides) as [SideName, Containment['sides'][SideName]][])
    .filter(([, closure]) => closure !== 'open')
    .map(([side, closure]) => ({
      ...rectangle(containment, side),
      kind: closure === 'panel' ? 'panel' : containment.openDoors ? 'open-door' : 'door',
    }));
}
