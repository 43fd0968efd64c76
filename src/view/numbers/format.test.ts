import { describe, expect, it } from 'vitest';
import {
  formatCelsius, formatClock, formatDelta, formatKilowatts, formatPower, formatRate, formatWorkPerEnergy, formatWorkRate, joinShown, threeDigits,
} from './format';

describe('numbers as shown', () => {
  it('have three significant digits and the unit beside', () => {
    expect(threeDigits(1.4)).toBe('1.40');
    expect(joinShown(formatPower(412.4))).toBe('412 W');
    expect(joinShown(formatPower(41_234))).toBe('41.2 kW');
    expect(joinShown(formatPower(999_600))).toBe('1.00 MW');
    expect(joinShown(formatKilowatts(9_960))).toBe('10.0 kW');
    expect(joinShown(formatKilowatts(125_400))).toBe('125 kW');
  });

  it('show temperature to a tenth', () => {
    expect(joinShown(formatCelsius(27.449))).toBe('27.4 °C');
  });

  it('show an unknown number as a dash without unit', () => {
    expect(joinShown(formatPower(Number.NaN))).toBe('—');
    expect(joinShown(formatCelsius(Number.NaN))).toBe('—');
    expect(joinShown(formatWorkPerEnergy(Number.NaN, 'ssj_ops'))).toBe('—');
  });

  it('scale work per energy until it is at least one', () => {
    expect(joinShown(formatWorkPerEnergy(14.23, 'ssj_ops'))).toBe('14.2 ssj_ops/J');
    expect(joinShown(formatWorkPerEnergy(7.9e-4, 'GPU-s'))).toBe('790 GPU-s/MJ');
  });

  it('give work per second a prefix', () => {
    expect(joinShown(formatWorkRate(288.2e6, 'ssj_ops'))).toBe('288 M ssj_ops/s');
    expect(joinShown(formatWorkRate(37.4, 'GPU-s'))).toBe('37.4 GPU-s/s');
  });

  it('count simulated time in days and a clock', () => {
    expect(formatClock(8025.9)).toBe('02:13:45');
    expect(formatClock(3 * 86_400 + 61)).toBe('3 d 00:01:01');
  });

  it('give the true rate, zero while paused', () => {
    expect(formatRate(0)).toBe('0×');
    expect(formatRate(2.34)).toBe('2.3×');
    expect(formatRate(37.6)).toBe('38×');
  });

  it('sign a change and leave out one that rounds to nothing', () => {
    expect(formatDelta(-1.26, formatCelsius)).toBe('−1.3 °C');
    expect(formatDelta(0.04, formatCelsius)).toBeNull();
    expect(formatDelta(Number.NaN, formatCelsius)).toBeNull();
  });
});
