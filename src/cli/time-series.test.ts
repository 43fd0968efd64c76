import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { tinyReport } from '../engine/report.fixture';
import { csvField, openTimeSeries } from './time-series';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function written(file: string, folder: string): string[] {
  return readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
}

describe('time series', () => {
  it('write one row per rack and instant, with units in the headings', () => {
    const folder = mkdtempSync(join(tmpdir(), 'isotherm-'));
    folders.push(folder);
    const series = openTimeSeries(join(folder, 'run', 'one'));
    series.write(tinyReport({ simulatedSeconds: 1 }));
    series.write(tinyReport({ simulatedSeconds: 2 }));
    series.close();
    expect(written('run/one/racks.csv', folder)).toEqual([
      'simulated_s,rack,power_W,airflow_m3_s,inlet_min_C,inlet_mean_C,inlet_max_C,outlet_mean_C',
      '1,A1,3000,0.25,18,19,20,29',
      '2,A1,3000,0.25,18,19,20,29',
    ]);
    expect(written('run/one/units.csv', folder)[1]).toBe('1,crah,0.25,18,28,3000,');
    const [head, first] = written('run/one/facility.csv', folder);
    expect(head!.split(',')).toHaveLength(first!.split(',').length);
    expect(first!.startsWith('1,3000,')).toBe(true);
  });

  it('quote text and leave unknown numbers empty', () => {
    expect([csvField('a,b'), csvField('say "x"'), csvField(Number.NaN), csvField(null), csvField(1.5)]).toEqual([
      '"a,b"',
      '"say ""x"""',
      '',
      '',
      '1.5',
    ]);
  });
});
