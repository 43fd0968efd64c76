import { expect, it } from 'vitest';
import { markdownTable, signed } from './table';

it('aligns a table that a terminal and Markdown both read', () => {
  expect(markdownTable(['Point', 'K'], [['a', '1.0']])).toBe('| Point |   K |\n| ----- | --: |\n| a     | 1.0 |');
});

it('writes errors with their sign, zero without', () => {
  expect([0.26, -0.26, -0.001, Number.NaN].map((value) => signed(value, 1))).toEqual(['+0.3', '-0.3', '0.0', '—']);
});
