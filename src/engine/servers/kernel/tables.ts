/** Value of an evenly spaced table at a position counted in its intervals; the ends hold beyond them. */
export function lookUp(block: Float64Array, at: number, position: number, intervals: number): number {
  const within = Math.min(Math.max(position, 0), intervals);
  const left = Math.min(within | 0, intervals - 1);
  const low = block[at + left]!;
  return low + (within - left) * (block[at + left + 1]! - low);
}
