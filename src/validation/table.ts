/** A table as Markdown reads it, padded so that it also reads well in a terminal. The first column is text. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(3, ...lines.map((line) => line[column]!.length)));
  const pad = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[column]!) : text.padStart(widths[column]!);
  const draw = (line: readonly string[]) => `| ${line.map(pad).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [draw(headings), `| ${rule.join(' | ')} |`, ...rows.map(draw)].join('\n');
}

/** Number with fixed decimals and its sign, for errors; a long dash where unknown. What rounds to zero has no sign. */
export function signed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '—';
  const digits = Math.abs(value).toFixed(decimals);
  if (Number(digits) === 0) return digits;
  return `${value < 0 ? '-' : '+'}${digits}`;
}
