import type { Measures } from '../engine/measures';
import { SERIES_COLUMNS } from '../frame/layout';

/** Rows kept while no frame can carry them; the oldest half is thinned out beyond that. */
const MAX_ROWS = 4096;
const WIDTH = SERIES_COLUMNS.length;

/** Collects one row of the time series a tick until the next frame takes them along. */
export interface SeriesRecorder {
  record(measures: Measures): void;
  /** The rows since the last call, in a buffer of their own. */
  drain(): Float64Array;
  clear(): void;
}

export function createSeriesRecorder(): SeriesRecorder {
  const rows = new Float64Array(MAX_ROWS * WIDTH);
  let count = 0;
  return {
    record(measures) {
      if (count === MAX_ROWS) {
        // Every second row of the backlog goes: the span stays, the resolution halves.
        for (let n = 1; n < MAX_ROWS / 2; n++) rows.copyWithin(n * WIDTH, 2 * n * WIDTH, (2 * n + 1) * WIDTH);
        count = MAX_ROWS / 2;
      }
      for (let column = 0; column < WIDTH; column++) rows[count * WIDTH + column] = measures[SERIES_COLUMNS[column]!];
      count++;
    },
    drain() {
      const drained = rows.slice(0, count * WIDTH);
      count = 0;
      return drained;
    },
    clear() {
      count = 0;
    },
  };
}
