import { describe, expect, it } from 'vitest';
import { fixed, significant, textTable } from './text-table';

describe('printed numbers', () => {
  it('keep four significant digits without an exponent', () => {
    expect([0, 1234.56, 12.3456, 0.000123456].map((value) => significant(value))).toEqual([
      '0',
      '1235',
      '12.35',
      '0.0001235',
    ]);
  });

  it('are a dash where unknown', () => {
    expect([significant(Number.NaN), significant(null), fixed(Number.POSITIVE_INFINITY, 2), fixed(null, 1)]).toEqual([
      '—',
      '—',
      '—',
      '—',
    ]);
  });
});

describe('text table', () => {
  it('aligns headings and cells', () => {
    const text = textTable(
      [
        { id: 'a', kW: 5 },
        { id: 'long', kW: 12.5 },
      ],
      [
        { heading: 'id', cell: (row) => row.id, align: 'left' },
        { heading: 'kW', cell: (row) => fixed(row.kW, 1) },
      ],
    );
    expect(text).toBe('id      kW\na      5.0\nlong  12.5\n');
  });
});
