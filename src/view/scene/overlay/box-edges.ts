import type { Box } from '../../../site/footprint';

/** The twelve edges of a box as pairs of points, x y z each. */
export function boxEdges({ min, max }: Box): number[] {
  const edges: number[] = [];
  const corner = (i: number) => [i & 1 ? max.x : min.x, i & 2 ? max.y : min.y, i & 4 ? max.z : min.z];
  for (let i = 0; i < 8; i++)
    for (const bit of [1, 2, 4]) if ((i & bit) === 0) edges.push(...corner(i), ...corner(i | bit));
  return edges;
}
