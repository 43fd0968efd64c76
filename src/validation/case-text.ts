import { type CaseResult, type Label, type ResultRow, type Verdict, verdictOf } from './case';
import { allowedText, errorText, numberText } from './row-text';
import { markdownTable } from './table';
import { englishText } from './words';

const VERDICT_WORDS: Record<Verdict, string> = { aim: 'aim', pass: 'pass', miss: '**MISS**', reported: 'reported' };
export const verdictWord = (verdict: Verdict): string => VERDICT_WORDS[verdict];

function allowedWords(row: ResultRow): string {
  const allowed = allowedText(row);
  if (allowed === null) return '—';
  return allowed.aim === null ? allowed.floor : `${allowed.floor} (aim ${allowed.aim})`;
}

function named(quantity: Label, unit: string): string {
  return unit === '' ? englishText(quantity) : `${englishText(quantity)}, ${unit}`;
}

/** The same row as each back end gives it; the first is judged and shown in full. */
function rowText(row: ResultRow, others: readonly ResultRow[]): string[] {
  return [
    named(row.quantity, row.unit),
    row.expected === null ? '—' : numberText(row.expected),
    numberText(row.simulated),
    ...others.map((other) => numberText(other.simulated)),
    errorText(row),
    allowedWords(row),
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
