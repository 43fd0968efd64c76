import { describe, expect, it } from 'vitest';
import { SERIES_COLUMNS } from '../../frame/layout';
import { createSeriesRing } from '../../store/series-ring';
import { paddedDomain } from './plot-parts';
import { powerParts } from './power-parts';
import { seriesCsv } from './series-csv';
import { tickText, timeTicks } from './time-axis';

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

describe('a padded axis', () => {
  it('gives noise no more than its share: 1.40-1.41 is drawn on 4 % of 1.405', () => {
    const [low, high] = paddedDomain(0.04)([1.4, 1.41]);
    expect(high - low).toBeCloseTo(0.0562, 4);
  });

  it('leaves room around a wide range', () => {
    const [low, high] = paddedDomain(0.04)([0, 100]);
    expect(low).toBeCloseTo(-7.5, 9);
    expect(high).toBeCloseTo(107.5, 9);
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
