import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { siteSchema } from '../site/schema/site';
import { decayMinutes, releasedHeat } from './pod2-decay';
import { stripHeights, stripRacks, stripSides } from './pod2-measured';
import { runPod2Morning } from './pod2-morning';
import { runSteadyWindows } from './pod2-steady';
import { parsePod2Trace } from './pod2-trace';

const idle = siteSchema.parse(
  JSON.parse(readFileSync(new URL('../../public/sites/pod2-idle.json', import.meta.url), 'utf8')),
);

/** A made-up series of the right form: constant load, one minute a row. Not measured data. */
function syntheticTrace(minutes: number): string {
  const racks = Array.from({ length: 12 }, (_, r) => String(r + 1).padStart(2, '0'));
  const columns: [string, (n: number) => number | string][] = [
    ['time', (n) => `2019-10-01 08:${String(n).padStart(2, '0')}:00`],
    ['elec_IT_power_W', () => 24_000],
    ['thermal_power_out_W', () => 24_000],
    ...racks.flatMap((rack): [string, (n: number) => number | string][] => [
      [`rack${rack}_power_sum_W`, (n) => (n === 1 ? '' : 1500)],
      [`rack${rack}_fan_rpm_mean`, () => 2000],
    ]),
    ...[1, 2, 3, 4].flatMap((n): [string, () => number][] => [
      [`cooler${n}_fan_signal_pct`, () => 40],
      [`cooler${n}_discharge_C`, () => 17],
      [`cooler${n}_return0_C`, () => 24],
      [`cooler${n}_return1_C`, () => 24],
    ]),
    ...stripRacks.flatMap((group) =>
      stripSides.flatMap((side) =>
        stripHeights.map((height): [string, () => number] => [
          `strip_${group.replace('-', '_to_')}_${side}_${height}`,
          () => 20,
        ]),
      ),
    ),
  ];
  const rows = Array.from({ length: minutes }, (_, n) => columns.map(([, value]) => value(n)).join(','));
  return `# synthetic\n${columns.map(([name]) => name).join(',')}\n${rows.join('\n')}\n`;
}

describe('the measured morning', () => {
  it('pins what was measured: meter heat in, cooler heat out, closed within 1 % at constant load', () => {
    const trace = parsePod2Trace(syntheticTrace(31));
    expect(trace.startMinute).toBe(480);
    const short = { ...trace, minutes: 2, column: (name: string) => trace.column(name).subarray(0, 31) };
    const morning = runPod2Morning(idle, short, { cellSize: 0.3, backend: 'wasm', stepDownMinutes: [481] });
    // Too short a series has no step to look at.
    expect(morning.steps).toEqual([]);
    expect(morning.strips).toHaveLength(6);
    for (const { errors } of morning.strips) {
      expect(errors.count).toBe(8);
      // Supply of 17 °C, 24 kW into 4 x 0.867 m³/s: no point is colder than supply or warmer than 45 °C.
      expect(20 + errors.bias).toBeGreaterThan(17);
      expect(20 + errors.bias).toBeLessThan(45);
    }
  });

  it('reads gaps as the last known value and names what is wrong', () => {
    const trace = parsePod2Trace('# c\ntime,a\n2019-10-01 08:00:00,\n2019-10-01 08:01:00,5\n2019-10-01 08:02:00,\n');
    expect([...trace.column('a')]).toEqual([5, 5, 5]);
    expect(() => trace.column('b')).toThrow("the trace has no column 'b'");
    expect(() => parsePod2Trace('time,a\n2019-10-01 08:00:00\n')).toThrow('line 2 has 1 values, the heading has 2');
    expect(() => parsePod2Trace('')).toThrow('the trace is empty');
  });

  it('finds the time constant of an exponential decay (2 %)', () => {
    const values = Float64Array.from({ length: 80 }, (_, n) => (n < 20 ? 100 : 30 + 70 * Math.exp(-(n - 20) / 6)));
    expect(Math.abs(decayMinutes(values, 20) / 6 - 1)).toBeLessThan(0.02);
  });

  it('counts what came out of mass: 34 kW that die away with 10 min leave 20 MJ, whatever the meters are out by', () => {
    const step = 40;
    const minutes = step + 40;
    const heatIn = Float64Array.from({ length: minutes }, (_, n) => (n < step ? 70_000 : 30_000));
    const excess = (n: number) => (n < step ? 0 : 34_000 * Math.exp(-(n - step + 0.5) / 10));
    const heatOut = heatIn.map((watts, n) => (watts + excess(n)) / 1.03);
    const { heatJ, endW } = releasedHeat(heatOut, heatIn, step);
    expect(Math.abs(heatJ / (34_000 * 600 * (1 - Math.exp(-3.4))) - 1)).toBeLessThan(0.01);
    expect(endW).toBeGreaterThan(34_000 * Math.exp(-3.45));
    expect(endW).toBeLessThan(34_000 * Math.exp(-2.9));
  });

  it('finds windows of ten steady minutes, none overlapping, and leaves out those that drift', () => {
    const trace = parsePod2Trace(syntheticTrace(31));
    const drifting = {
      ...trace,
      column: (name: string) =>
        trace.column(name).map((v, n) => (name.startsWith('strip_01') && n > 21 ? v + n - 21 : v)),
    };
    const runs = runSteadyWindows(idle, drifting, { cellSize: 0.3, backend: 'wasm' });
    expect(runs.map(({ window }) => [window.from, window.to])).toEqual([
      [0, 10],
      [10, 20],
    ]);
    for (const { meterW, coolerM3s, all } of runs) {
      expect(meterW).toBe(24_000);
      expect(coolerM3s).toBeCloseTo(4 * 0.867, 2);
      expect(all.count).toBe(24);
    }
  });
});
