import { describe, expect, it } from 'vitest';
import type { ResultRow } from './case';
import { caseText, summaryText } from './case-text';

const row = (simulated: number, rest: Partial<ResultRow> = {}): ResultRow => ({
  quantity: { key: 'quantity.cavity.nusselt', values: { ra: '1e6' } },
  unit: '',
  expected: 8.8252,
  simulated,
  tolerance: 0.03 * 8.8252,
  aim: 0.01 * 8.8252,
  ...rest,
});

const result = (rows: ResultRow[]) => ({ rows, figures: [], cells: 6400 });

describe('a case as text', () => {
  it('shows both back ends, the error in percent and what is allowed', () => {
    const results = [
      { name: 'single', result: result([row(8.837)]) },
      { name: 'double', result: result([row(8.838)]) },
    ];
    const text = caseText('heated-cavity', results, 'figures');
    expect(text).toMatch(
      /mean Nusselt number of the hot wall, Ra 1e6 \| +8\.825 \| +8\.837 \| +8\.838 \| \+0\.13 % \| 3 % \(aim 1 %\) \| +aim \|/,
    );
  });

  it('says MISS where either back end misses', () => {
    const results = [
      { name: 'single', result: result([row(8.837)]) },
      { name: 'double', result: result([row(9.2)]) },
    ];
    expect(caseText('heated-cavity', results, 'figures')).toContain('**MISS**');
  });
});

describe('the summary', () => {
  it('counts floors and aims, and says how many were missed', () => {
    const rows = [row(8.83), row(9), row(9.2), row(1, { tolerance: null, aim: null })];
    expect(summaryText([{ title: 'Cavity', rows }])).toMatch(
      /\| Cavity \| +3 \| +2 \| +3 \| +1 \| \*\*1 MISSED\*\* \|/,
    );
  });
});
