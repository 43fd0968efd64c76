/**
 * Added to a whole number below 2³², it leaves that number in the low half of the double, where the compiled kernel reads it
 * without a conversion.
 */
export const WHOLE = 2 ** 52;

/**
 * An evenly spaced table as one straight line for each interval, intercept and slope over the position counted in
 * intervals, and one more line that holds the last value.
 */
export function segments(values: ArrayLike<number>): [intercept: number, slope: number][] {
  const last = values.length - 1;
  return Array.from({ length: values.length }, (_, n) => {
    const slope = n < last ? values[n + 1]! - values[n]! : 0;
    return [values[n]! - slope * n, slope];
  });
}

/** Value of such a table at a position; the ends hold beyond them. */
export function lookUp(block: Float64Array, at: number, position: number, intervals: number): number {
  const within = Math.min(Math.max(position, 0), intervals);
  const line = at + 2 * (within | 0);
  return block[line]! + within * block[line + 1]!;
}
