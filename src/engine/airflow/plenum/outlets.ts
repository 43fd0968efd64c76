/**
 * Holes between plenum and room: a piece of a free tile over one cell, or the seams of one cell. Flow either way by
 *   V |V| + s |V| = 2 (p - p_room) / K,
 * the tile law with a linear term that keeps its slope finite at rest; s = 1 mm/s changes flows above 0.1 m/s by under 1 %.
 */
export interface Outlets {
  readonly cell: Int32Array;
  /** Tile of each, or -1 for seams. */
  readonly tile: Int32Array;
  readonly area: Float64Array;
  readonly loss: Float64Array;
}

const REST_SPEED = 1e-3;

/** Velocity on the gross area for a difference of pressure over density, m/s; positive into the room. */
export function outletSpeed(difference: number, loss: number): number {
  const speed = (Math.sqrt(REST_SPEED * REST_SPEED + (8 * Math.abs(difference)) / loss) - REST_SPEED) / 2;
  return difference < 0 ? -speed : speed;
}

/** Its slope, (m/s) / (m²/s²). */
export function outletSlope(speed: number, loss: number): number {
  return 2 / (loss * (2 * Math.abs(speed) + REST_SPEED));
}
