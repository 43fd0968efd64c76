import type { SeriesColumn } from '../frame/layout';
import type { SeriesRing } from './series-ring';

/** One drawn point; null where the value is not known. */
export type SeriesRow = { seconds: number } & { [C in SeriesColumn]?: number | null };

export interface DecimateOptions {
  fromSeconds: number;
  toSeconds: number;
  columns: readonly SeriesColumn[];
  maxPoints: number;
  /**
   * Without it each column keeps its own extremes. With it whole samples are kept, those at the extremes of this
   * column, so that what is stacked still adds up.
   */
  rowsBy?: SeriesColumn;
}

/** A sample on the edge of a bucket begins it, whatever rounding says. */
const ON_EDGE = 1e-9;

const known = (value: number) => (Number.isNaN(value) ? null : value);

function rowAt(ring: SeriesRing, index: number, columns: readonly SeriesColumn[]): SeriesRow {
  const row: SeriesRow = { seconds: ring.seconds(index) };
  for (const column of columns) row[column] = known(ring.value(column, index));
  return row;
}

/** Indices of the lowest and the highest known value in [from, to); `from` and the last where none is known. */
function extremes(ring: SeriesRing, column: SeriesColumn, from: number, to: number): [number, number] {
  let lowest = -1;
  let highest = -1;
  for (let i = from; i < to; i++) {
    const value = ring.value(column, i);
    if (Number.isNaN(value)) continue;
    if (lowest < 0 || value < ring.value(column, lowest)) lowest = i;
    if (highest < 0 || value > ring.value(column, highest)) highest = i;
  }
  return lowest < 0 ? [from, to - 1] : [lowest, highest];
}

function wholeRows(
  ring: SeriesRing,
  options: DecimateOptions & { rowsBy: SeriesColumn },
  from: number,
  to: number,
  out: SeriesRow[],
): void {
  const [lowest, highest] = extremes(ring, options.rowsBy, from, to);
  const first = Math.min(lowest, highest);
  const second = Math.max(lowest, highest);
  out.push(rowAt(ring, first, options.columns));
  if (second !== first) out.push(rowAt(ring, second, options.columns));
}

function envelopeRows(ring: SeriesRing, options: DecimateOptions, from: number, to: number, out: SeriesRow[]): void {
  if (to - from === 1) {
    out.push(rowAt(ring, from, options.columns));
    return;
  }
  const first: SeriesRow = { seconds: ring.seconds(from) };
  const second: SeriesRow = { seconds: ring.seconds(to - 1) };
  for (const column of options.columns) {
    const [lowest, highest] = extremes(ring, column, from, to);
    first[column] = known(ring.value(column, Math.min(lowest, highest)));
    second[column] = known(ring.value(column, Math.max(lowest, highest)));
  }
  out.push(first, second);
}

/**
 * At most `maxPoints` points of a span of time that still show every peak: the span is cut into equal buckets and
 * each keeps its lowest and highest values. Bucket edges are multiples of the bucket's length, so that points
 * stay where they are while the window slides.
 */
export function decimate(ring: SeriesRing, options: DecimateOptions): SeriesRow[] {
  const rows: SeriesRow[] = [];
  const begin = ring.indexAtOrAfter(options.fromSeconds);
  const end = ring.indexAtOrAfter(options.toSeconds + 1e-9);
  if (end - begin <= options.maxPoints) {
    for (let i = begin; i < end; i++) rows.push(rowAt(ring, i, options.columns));
    return rows;
  }
  // Sliding edges add a bucket at each end, and each bucket gives two points.
  const buckets = Math.floor(options.maxPoints / 2) - 2;
  const bucketSeconds = (options.toSeconds - options.fromSeconds) / buckets;
  let from = begin;
  while (from < end) {
    const bucketEnd = (Math.floor(ring.seconds(from) / bucketSeconds + ON_EDGE) + 1) * bucketSeconds;
    const to = Math.max(from + 1, Math.min(end, ring.indexAtOrAfter(bucketEnd)));
    if (options.rowsBy === undefined) envelopeRows(ring, options, from, to, rows);
    else wholeRows(ring, { ...options, rowsBy: options.rowsBy }, from, to, rows);
    from = to;
  }
  return rows;
}
