/** One column of a printed table: its heading with the unit, and the text of a row. */
export interface Column<Row> {
  heading: string;
  cell(row: Row): string;
  align?: 'left' | 'right';
}

/** Number with fixed decimals; an unknown one is a dash. */
export function fixed(value: number | null, decimals: number): string {
  return value === null || !Number.isFinite(value) ? '—' : value.toFixed(decimals);
}

/** Number with about `digits` significant digits, never in exponent form; an unknown one is a dash. */
export function significant(value: number | null, digits = 4): string {
  if (value === null || !Number.isFinite(value)) return '—';
  if (value === 0) return '0';
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(decimals, 12));
}

/** Plain text table: numbers flush right under their headings, two spaces between columns. */
export function textTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const cells = [
    columns.map((column) => column.heading),
    ...rows.map((row) => columns.map((column) => column.cell(row))),
  ];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]!.length)));
  const lines = cells.map((line) =>
    line
      .map((text, index) =>
        columns[index]!.align === 'left' ? text.padEnd(widths[index]!) : text.padStart(widths[index]!),
      )
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
