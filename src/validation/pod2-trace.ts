/**
 * The public one-minute series of POD 2 (1 October 2019), as a CSV with `#` comment lines and named columns. The project
 * ships none of it: whoever has the file gives its path.
 */
export interface Pod2Trace {
  /** Number of minutes. */
  readonly minutes: number;
  /** Time of the first row, minutes after midnight. */
  readonly startMinute: number;
  /** One column; a missing value takes the last known one, or the next where none was before. */
  column(name: string): Float64Array;
}

/** Reads the series. Throws RangeError, naming line or column, where the text is not such a series. */
export function parsePod2Trace(text: string): Pod2Trace {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line !== '' && !line.startsWith('#'));
  if (first < 0) throw new RangeError('the trace is empty');
  const headings = lines[first]!.split(',');
  const cells: string[][] = [];
  for (let n = first + 1; n < lines.length; n++) {
    if (lines[n] === '') continue;
    const row = lines[n]!.split(',');
    if (row.length !== headings.length) {
      throw new RangeError(`line ${n + 1} has ${row.length} values, the heading has ${headings.length}`);
    }
    cells.push(row);
  }
  const clock = /(\d{2}):(\d{2}):\d{2}/.exec(cells[0]?.[headings.indexOf('time')] ?? '');
  if (clock === null) throw new RangeError("the trace has no column 'time' with a clock such as 08:00:00");
  return {
    minutes: cells.length,
    startMinute: Number(clock[1]) * 60 + Number(clock[2]),
    column(name) {
      const at = headings.indexOf(name);
      if (at < 0) throw new RangeError(`the trace has no column '${name}'`);
      const values = Float64Array.from(cells, (row) => (row[at] === '' ? Number.NaN : Number(row[at])));
      fillGaps(values);
      if (Number.isNaN(values[0]!)) throw new RangeError(`column '${name}' holds no number`);
      return values;
    },
  };
}

function fillGaps(values: Float64Array): void {
  const known = values.find((value) => !Number.isNaN(value)) ?? Number.NaN;
  let last = known;
  for (let n = 0; n < values.length; n++) {
    if (Number.isNaN(values[n]!)) values[n] = last;
    else last = values[n]!;
  }
}
