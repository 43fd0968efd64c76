import { createSeriesRing, type SeriesRing } from './series-ring';

/** 36 hours at one sample a second, 8.4 MB. */
const CAPACITY = 36 * 3600;

const ring = createSeriesRing(CAPACITY);
let version = 0;

/** The recorded time series of the run. */
export function seriesRing(): SeriesRing {
  return ring;
}

/** Grows whenever samples arrive or go, so that a chart knows when to redraw. */
export function seriesVersion(): number {
  return version;
}

export function recordSamples(rows: Float64Array): void {
  if (rows.length === 0) return;
  ring.push(rows);
  version++;
}

export function clearSeries(): void {
  ring.clear();
  version++;
}
