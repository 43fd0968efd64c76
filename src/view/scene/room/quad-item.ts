import type { Point } from '../../../site/schema/geometry';

/** How a face is drawn. */
export const PATTERN = { louvre: 0, perforated: 1, hole: 2 } as const;

/** A rectangle in space: centre, and the full edges along and up it, m. */
export interface QuadItem {
  centre: Point;
  along: Point;
  up: Point;
  pattern: number;
  /** Open share, for perforated faces. */
  openArea: number;
  /** RACK_FLAG bits: hovered, selected, misplaced. */
  flags: number;
}

/** Moves a rectangle off its surface by `metres` along `direction`, so that it does not fight with it. */
export function lifted(item: QuadItem, direction: Point, metres: number): QuadItem {
  const { centre } = item;
  return {
    ...item,
    centre: {
      x: centre.x + direction.x * metres,
      y: centre.y + direction.y * metres,
      z: centre.z + direction.z * metres,
    },
  };
}
