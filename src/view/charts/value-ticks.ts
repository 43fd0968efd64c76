import type { SeriesRow } from '../../store/decimate';

/** Steps that are easy to read, times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];
/** Spaces between ticks, at least. */
const LEAST_SPACES = 2;
/** A value this share of a step beyond a tick still counts as on it: half a pixel. */
const ON_TICK = 0.02;

/** Lowest and highest known value of some columns; null where none is known. */
export function extentOf(rows: readonly SeriesRow[], columns: readonly (keyof SeriesRow)[]): [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (const row of rows) {
    for (const column of columns) {
      const value = row[column];
      if (value == null) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low > high ? null : [low, high];
}

/**
 * Round values from the lowest to the highest or a little beyond, evenly spaced. The span is at least `leastShare` of the
 * middle, so that noise does not fill the plot.
 */
export function valueTicks(extent: [number, number] | null, leastShare = 0): number[] {
  const [low, high] = extent ?? [0, 1];
  const middle = (low + high) / 2;
  const half = Math.max((high - low) / 2, (Math.abs(middle) * leastShare) / 2, 1e-9);
  const wanted = (2 * half) / LEAST_SPACES;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const fitting = STEPS.filter((candidate) => candidate * power <= wanted * (1 + 1e-9)).at(-1) ?? 1;
  const step = fitting * power;
  const first = Math.floor((middle - half) / step + ON_TICK);
  const last = Math.ceil((middle + half) / step - ON_TICK);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
