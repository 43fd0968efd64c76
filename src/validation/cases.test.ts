import { describe, expect, it } from 'vitest';
import { overallVerdict, type ResultRow, verdictOf } from './case';
import { validationCases } from './cases';
import { svgChart } from './svg-chart';
import { englishText } from './words';

/** Every label of a result has a word, with nothing left to fill in. */
function textOf(label: ResultRow['quantity']): string {
  const text = englishText(label);
  expect(text).not.toMatch(/\{\{|undefined/);
  return text;
}

describe.each(validationCases)('validation case $id', (validationCase) => {
  it.each(['reference', 'wasm'] as const)(
    'holds every tolerance on its quick grid with the %s kernels, and has words and figures',
    (backend) => {
      const shares: number[] = [];
      const result = validationCase.run({ quick: true, backend, onProgress: (share) => void shares.push(share) });
      const rows = result.rows.map((row) => [textOf(row.quantity), row.simulated, verdictOf(row)]);
      expect(rows.filter(([, simulated]) => !Number.isFinite(simulated))).toEqual([]);
      expect(rows.filter(([, , verdict]) => verdict === 'miss')).toEqual([]);
      expect(['pass', 'aim']).toContain(overallVerdict(result.rows));
      for (const part of ['title', 'about', 'source']) textOf({ key: `case.${validationCase.id}.${part}` });
      for (const figure of result.figures) expect(svgChart(figure, textOf)).toContain('</svg>');
      expect(shares.length).toBeGreaterThan(0);
      expect(shares.every((share, n) => share >= (shares[n - 1] ?? 0) && share <= 1)).toBe(true);
    },
  );
});
