import type { Box } from '../../../site/footprint';
import type { NeighbourDistances } from '../../../site/placement';
import type { Point } from '../../../site/schema/geometry';

export interface DistanceLine {
  side: keyof NeighbourDistances;
  from: Point;
  to: Point;
  metres: number;
}

/** Shorter gaps are not drawn: there is no room for a line, m. */
const MIN_METRES = 0.02;
/** Lines lie just above the floor, m. */
const HEIGHT = 0.04;

/** Lines on the floor from the middle of each side to the next thing. */
export function distanceLines({ min, max }: Box, distances: NeighbourDistances): DistanceLine[] {
  const x = (min.x + max.x) / 2;
  const y = (min.y + max.y) / 2;
  const line = (
    side: keyof NeighbourDistances,
    fromX: number,
    fromY: number,
    toX: number,
    toY: number,
  ): DistanceLine => ({
    side,
    from: { x: fromX, y: fromY, z: HEIGHT },
    to: { x: toX, y: toY, z: HEIGHT },
    metres: distances[side],
  });
  return [
    line('xMin', min.x, y, min.x - distances.xMin, y),
    line('xMax', max.x, y, max.x + distances.xMax, y),
    line('yMin', x, min.y, x, min.y - distances.yMin),
    line('yMax', x, max.y, x, max.y + distances.yMax),
  ].filter(({ metres }) => Number.isFinite(metres) && metres > MIN_METRES);
}
