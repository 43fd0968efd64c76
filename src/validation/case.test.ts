import { describe, expect, it } from 'vitest';
import { overallVerdict, type ResultRow, verdictOf } from './case';

const row = (simulated: number, rest: Partial<ResultRow> = {}): ResultRow => ({
  quantity: { key: 'series.simulated' },
  unit: 'K',
  expected: 10,
  simulated,
  tolerance: 0.5,
  aim: 0.1,
  ...rest,
});

describe('verdict of a row', () => {
  it('is aim within the aim, pass within the tolerance, miss beyond it, on either side', () => {
    expect([10.05, 9.92, 10.4, 9.5, 10.6, 9.4].map((value) => verdictOf(row(value)))).toEqual([
      'aim',
      'aim',
      'pass',
      'pass',
      'miss',
      'miss',
    ]);
  });

  it('is miss where the simulation gave no number', () => {
    expect(verdictOf(row(Number.NaN))).toBe('miss');
  });

  it('judges nothing without an expected number or a tolerance', () => {
    expect(verdictOf(row(99, { expected: null }))).toBe('reported');
    expect(verdictOf(row(99, { tolerance: null }))).toBe('reported');
  });
});

describe('verdict of a case', () => {
  it('is miss with one row missed, whatever the others', () => {
    expect(overallVerdict([row(10), row(11), row(99, { expected: null })])).toBe('miss');
  });

  it('is aim when all rows with an aim are within it, else pass', () => {
    expect(overallVerdict([row(10), row(10.4, { aim: null })])).toBe('aim');
    expect(overallVerdict([row(10), row(10.4)])).toBe('pass');
    expect(overallVerdict([row(10.4, { aim: null })])).toBe('pass');
  });
});
