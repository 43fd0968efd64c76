import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SERIES_COLUMNS, type SeriesColumn } from '../frame/layout';
import { decimate } from './decimate';
import { createSeriesRing, type SeriesRing } from './series-ring';

function rowsOf(samples: readonly Partial<Record<SeriesColumn, number>>[]): Float64Array {
  return Float64Array.from(samples.flatMap((sample) => SERIES_COLUMNS.map((column) => sample[column] ?? Number.NaN)));
}

/** One sample a second, `value(i)` in every temperature column. */
function filled(count: number, capacity: number, value: (index: number) => number): SeriesRing {
  const ring = createSeriesRing(capacity);
  for (let i = 0; i < count; i++) {
    ring.push(rowsOf([{ simulatedSeconds: i, inletMaxCelsius: value(i), itW: value(i), coolingW: 100 - value(i) }]));
  }
  return ring;
}

describe('the series ring', () => {
  it('keeps the newest samples in bounded memory and counts what it dropped', () => {
    const ring = filled(25, 10, (i) => i);
    expect(ring.length).toBe(10);
    expect(ring.dropped).toBe(15);
    expect(ring.seconds(0)).toBe(15);
    expect(ring.value('inletMaxCelsius', 9)).toBe(24);
  });

  it('starts anew when time goes back, as after a reset', () => {
    const ring = filled(5, 10, (i) => i);
    ring.push(rowsOf([{ simulatedSeconds: 0, itW: 7 }]));
    expect(ring.length).toBe(1);
    expect(ring.value('itW', 0)).toBe(7);
  });

  it('finds the first sample at or after a time, also when it has wrapped', () => {
    const ring = filled(25, 10, (i) => i);
    expect(ring.indexAtOrAfter(0)).toBe(0);
    expect(ring.indexAtOrAfter(18.5)).toBe(4);
    expect(ring.indexAtOrAfter(99)).toBe(10);
  });
});

describe('decimation for a chart', () => {
  const options = {
    fromSeconds: 0,
    toSeconds: 9999,
    columns: ['inletMaxCelsius', 'itW', 'coolingW'] as const,
    maxPoints: 600,
  };

  it('keeps short spans whole, with unknown values as null', () => {
    const ring = createSeriesRing(10);
    ring.push(rowsOf([{ simulatedSeconds: 1, itW: 5 }, { simulatedSeconds: 2 }]));
    expect(decimate(ring, { ...options, columns: ['itW'] })).toEqual([
      { seconds: 1, itW: 5 },
      { seconds: 2, itW: null },
    ]);
  });

  it('never draws more points than asked for, whatever the window', () => {
    const ring = filled(10_000, 10_000, (i) => Math.sin(i));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 10, max: 10_000 }),
        fc.integer({ min: 20, max: 600 }),
        (from, span, maxPoints) => {
          const rows = decimate(ring, { ...options, fromSeconds: from, toSeconds: from + span, maxPoints });
          expect(rows.length).toBeLessThanOrEqual(maxPoints);
          expect(rows.every((row, index) => index === 0 || row.seconds > rows[index - 1]!.seconds)).toBe(true);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('keeps a spike of one second in two hours', () => {
    const ring = filled(7200, 7200, (i) => (i === 4321 ? 48 : 24));
    const rows = decimate(ring, { ...options, toSeconds: 7200 });
    expect(Math.max(...rows.map((row) => row.inletMaxCelsius!))).toBe(48);
  });

  it('keeps whole samples for what is stacked, so that parts still add up', () => {
    const ring = filled(7200, 7200, (i) => 50 + 40 * Math.sin(i / 7));
    const rows = decimate(ring, { ...options, toSeconds: 7200, rowsBy: 'itW' });
    expect(rows.length).toBeGreaterThan(500);
    for (const row of rows) expect(row.itW! + row.coolingW!).toBeCloseTo(100, 4);
  });

  it('leaves points where they are while the window slides', () => {
    const ring = filled(9000, 9000, (i) => Math.sin(i / 3));
    const at = (from: number) => decimate(ring, { ...options, fromSeconds: from, toSeconds: from + 7200 });
    const inner = (rows: ReturnType<typeof at>) => rows.filter(({ seconds }) => seconds > 1000 && seconds < 7000);
    expect(inner(at(300))).toEqual(inner(at(301)));
  });
});
