import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SERIES_COLUMNS } from '../../frame/layout';
import { createSeriesRing } from '../../store/series-ring';
import { powerParts } from './power-parts';
import { seriesCsv } from './series-csv';
import { tickText, timeTicks } from './time-axis';
import { extentOf, valueTicks } from './value-ticks';

describe('the time axis', () => {
  it('ticks at round times, never more than asked for by one', () => {
    expect(timeTicks(0, 300, 6)).toEqual([0, 60, 120, 180, 240, 300]);
    expect(timeTicks(125, 425, 6)).toEqual([180, 240, 300, 360, 420]);
    expect(timeTicks(0, 7200, 6)).toEqual([0, 1800, 3600, 5400, 7200]);
    expect(timeTicks(0, 86_400, 6)).toEqual([0, 21_600, 43_200, 64_800, 86_400]);
    expect(timeTicks(5, 5, 6)).toEqual([]);
  });

  it('writes minutes and seconds for short spans, hours for long ones', () => {
    expect(tickText(125, 300)).toBe('02:05');
    expect(tickText(3725, 1800)).toBe('1:02:05');
    expect(tickText(5400, 7200)).toBe('1:30');
    expect(tickText(93_600, 86_400)).toBe('1 d 02:00');
  });
});

describe('the parts of facility power', () => {
  it('take the server fans out of IT power, so that the stack adds up', () => {
    const row = { seconds: 1, itW: 1000, serverFansW: 80, coolingW: 300, lossesW: 50, otherW: 10, facilityW: 1360 };
    const parts = powerParts(row);
    expect(parts.itWithoutFansW).toBe(920);
    expect(parts.itWithoutFansW! + parts.serverFansW! + parts.coolingW! + parts.lossesW! + parts.otherW!).toBe(1360);
  });

  it('leave unknown parts out and unknown fans inside IT', () => {
    expect(powerParts({ seconds: 1, itW: 1000, serverFansW: null })).toMatchObject({
      itWithoutFansW: 1000,
      serverFansW: null,
      coolingW: null,
    });
  });
});

describe('the ticks of a value axis', () => {
  it('are round, even, and hold every value', () => {
    expect(valueTicks([0, 139_400])).toEqual([0, 50_000, 100_000, 150_000]);
    expect(valueTicks([19.6, 38.2])).toEqual([15, 20, 25, 30, 35, 40]);
    expect(valueTicks([19.9999, 33])).toEqual([20, 25, 30, 35]);
    expect(valueTicks([1.3152, 1.4781])).toEqual([1.3, 1.35, 1.4, 1.45, 1.5]);
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        (low, span) => {
          const ticks = valueTicks([low, low + span]);
          expect(ticks[0]!).toBeLessThanOrEqual(low + span * 0.02);
          expect(ticks.at(-1)!).toBeGreaterThanOrEqual(low + span * 0.98);
          expect(ticks.length).toBeGreaterThanOrEqual(3);
          expect(ticks.length).toBeLessThanOrEqual(7);
        },
      ),
    );
  });

  it('give noise no more than its share: PUE of 1.400 to 1.401 is not drawn over the whole height', () => {
    const ticks = valueTicks([1.4, 1.401], 0.04);
    expect(ticks.at(-1)! - ticks[0]!).toBeGreaterThanOrEqual(0.056);
  });

  it('stand for something where nothing is known yet', () => {
    expect(valueTicks(null)).toEqual([0, 0.5, 1]);
    expect(extentOf([{ seconds: 1, eer: null }], ['eer'])).toBeNull();
  });
});

describe('the CSV of the series', () => {
  it('names each column with its unit and leaves unknown values empty', () => {
    const ring = createSeriesRing(4);
    ring.push(
      Float64Array.from(
        SERIES_COLUMNS.map((column) => (column === 'simulatedSeconds' ? 3 : column === 'itW' ? 70_912.34 : Number.NaN)),
      ),
    );
    const [header, row, end] = seriesCsv(ring).split('\r\n');
    expect(header!.split(',').slice(0, 2)).toEqual(['simulatedSeconds [s]', 'itW [W]']);
    expect(header!.split(',')).toHaveLength(SERIES_COLUMNS.length);
    expect(row).toBe(`3,70912.34${','.repeat(SERIES_COLUMNS.length - 2)}`);
    expect(end).toBe('');
  });
});
