import { SERIES_COLUMNS, type SeriesColumn } from '../frame/layout';

const WIDTH = SERIES_COLUMNS.length;

/** The newest samples of every column, in memory that does not grow. */
export interface SeriesRing {
  readonly capacity: number;
  /** Samples held, at most `capacity`. */
  readonly length: number;
  /** Samples that were overwritten by newer ones. */
  readonly dropped: number;
  /** Appends rows of SERIES_COLUMNS. A row earlier than the last one starts the series anew. */
  push(rows: Float64Array): void;
  clear(): void;
  /** Value of the sample `index`, 0 the oldest held. */
  value(column: SeriesColumn, index: number): number;
  /** Simulated time of a sample, s. */
  seconds(index: number): number;
  /** First sample at or after this time; `length` where there is none. */
  indexAtOrAfter(seconds: number): number;
}

/** Single precision is enough for drawing; time keeps double precision. */
export function createSeriesRing(capacity: number): SeriesRing {
  const times = new Float64Array(capacity);
  const columns = SERIES_COLUMNS.map(() => new Float32Array(capacity));
  const columnIndex = Object.fromEntries(SERIES_COLUMNS.map((name, index) => [name, index])) as Record<
    SeriesColumn,
    number
  >;
  let start = 0;
  let length = 0;
  let dropped = 0;
  const slot = (index: number) => (start + index) % capacity;

  const clear = () => {
    start = 0;
    length = 0;
    dropped = 0;
  };

  return {
    capacity,
    get length() {
      return length;
    },
    get dropped() {
      return dropped;
    },
    clear,
    push(rows) {
      for (let row = 0; row + WIDTH <= rows.length; row += WIDTH) {
        const seconds = rows[row]!;
        if (length > 0 && seconds < times[slot(length - 1)]!) clear();
        if (length === capacity) {
          start = (start + 1) % capacity;
          length--;
          dropped++;
        }
        const target = slot(length);
        times[target] = seconds;
        for (let column = 0; column < WIDTH; column++) columns[column]![target] = rows[row + column]!;
        length++;
      }
    },
    value(column, index) {
      return column === 'simulatedSeconds' ? times[slot(index)]! : columns[columnIndex[column]]![slot(index)]!;
    },
    seconds: (index) => times[slot(index)]!,
    indexAtOrAfter(seconds) {
      let low = 0;
      let high = length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (times[slot(middle)]! < seconds) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
