import { type CaseResult, type Label, type ResultRow, type Verdict, verdictOf } from './case';
import { markdownTable, signed } from './table';
import { englishText } from './words';

const VERDICT_WORDS: Record<Verdict, string> = { aim: 'aim', pass: 'pass', miss: '**MISS**', reported: 'reported' };
export const verdictWord = (verdict: Verdict): string => VERDICT_WORDS[verdict];

/** Four significant digits, and no long tail of zeros for what is nothing. */
function shown(value: number): string {
  if (!Number.isFinite(value)) return '—';
  const size = Math.abs(value);
  if (size < 1e-12) return '0';
  return size < 1e-3 || size >= 1e6 ? value.toExponential(1) : String(Number(value.toPrecision(4)));
}

/** Difference in percent of what is expected, or as it is where zero is expected. */
function errorText({ expected, simulated }: ResultRow): string {
  if (expected === null) return '—';
  if (expected === 0) return shown(simulated);
  return `${signed(100 * (simulated / expected - 1), 2)} %`;
}

function allowedText({ expected, tolerance, aim }: ResultRow): string {
  if (expected === null || tolerance === null) return '—';
  const one = (allowed: number) => (expected === 0 ? shown(allowed) : `${shown((100 * allowed) / expected)} %`);
  return aim === null ? one(tolerance) : `${one(tolerance)} (aim ${one(aim)})`;
}

function named(quantity: Label, unit: string): string {
  return unit === '' ? englishText(quantity) : `${englishText(quantity)}, ${unit}`;
}

/** The same row as each back end gives it; the first is judged and shown in full. */
function rowText(row: ResultRow, others: readonly ResultRow[]): string[] {
  return [
    named(row.quantity, row.unit),
    row.expected === null ? '—' : shown(row.expected),
    shown(row.simulated),
    ...others.map((other) => shown(other.simulated)),
    errorText(row),
    allowedText(row),
    verdictWord([row, ...others].map(verdictOf).includes('miss') ? 'miss' : verdictOf(row)),
  ];
}

export interface BackendResult {
  /** Heading of its column. */
  readonly name: string;
  readonly result: CaseResult;
}

/** One case as Markdown: story, source, table with a column for each back end, figures. */
export function caseText(id: string, results: readonly BackendResult[], figureFolder: string): string {
  const [judged, ...others] = results;
  const { rows, figures, cells } = judged!.result;
  const table = markdownTable(
    ['Quantity', 'expected', ...results.map(({ name }) => name), 'error', 'allowed', 'verdict'],
    rows.map((row, n) =>
      rowText(
        row,
        others.map(({ result }) => result.rows[n]!),
      ),
    ),
  );
  const word = (part: string) => englishText({ key: `case.${id}.${part}` });
  return [
    `### ${word('title')}`,
    `${word('about')}${cells > 0 ? ` Finest grid: ${cells} cells.` : ''}`,
    `Source: ${word('source')}.`,
    table,
    ...figures.map(({ id: figure, title }) => `![${englishText(title)}](${figureFolder}/${figure}.svg)`),
  ].join('\n\n');
}

/** What the page ends with: one line a case, and how many of its numbers are inside floor and aim. */
export interface SummaryLine {
  readonly title: string;
  readonly rows: readonly ResultRow[];
}

export function summaryText(lines: readonly SummaryLine[]): string {
  const count = (rows: readonly ResultRow[], wanted: readonly Verdict[]) =>
    rows.filter((row) => wanted.includes(verdictOf(row))).length;
  return markdownTable(
    ['Case', 'judged', 'inside the floor', 'with an aim', 'inside the aim', 'verdict'],
    lines.map(({ title, rows }) => {
      const judged = count(rows, ['aim', 'pass', 'miss']);
      const inside = count(rows, ['aim', 'pass']);
      const aimed = rows.filter((row) => row.aim !== null && verdictOf(row) !== 'reported').length;
      return [
        title,
        String(judged),
        String(inside),
        String(aimed),
        String(count(rows, ['aim'])),
        inside === judged ? 'pass' : `**${judged - inside} MISSED**`,
      ];
    }),
  );
}
