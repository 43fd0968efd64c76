/**
 * One multigrid level in memory, written by the host: 32-bit words in the order below, lengths in bytes.
 * g: conductance of the low face of each cell along x, y, z, packed; inverse: 1 / (sum of conductances), 0 in solids;
 * tie: conductance to a fixed pressure outside; x, b: unknown and right-hand side, packed; natural: scratch.
 */
@unmanaged
export class Level {
  ny: i32;
  nz: i32;
  halfRow: usize;
  halfPlane: usize;
  halfSize: usize;
  gx: usize;
  gy: usize;
  gz: usize;
  inverse: usize;
  tie: usize;
  x: usize;
  b: usize;
  natural: usize;
}

/** Offset of a row of one colour from the start of a packed field. */
@inline
export function rowOf(level: Level, colour: i32, j: i32, k: i32): usize {
  return <usize>colour * level.halfSize + level.halfRow * <usize>j + level.halfPlane * <usize>k;
}

/** Whether the cells of the colour in this row have odd i. */
@inline
export function isOdd(colour: i32, j: i32, k: i32): bool {
  return ((colour + j + k) & 1) !== 0;
}
