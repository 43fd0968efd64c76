import { describe, expect, it } from 'vitest';
import {
  formatCelsius,
  formatClock,
  formatDelta,
  formatDuration,
  formatEnergy,
  formatKilowatts,
  formatPlain,
  formatPower,
  formatRate,
  formatWorkPerEnergy,
  formatWorkRate,
  joinShown,
  threeDigits,
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

  it('give energy in watt-hours and a span of time in the unit that suits it', () => {
    expect(joinShown(formatEnergy(5.4e7))).toBe('15.0 kWh');
    expect(joinShown(formatEnergy(1800))).toBe('0.500 Wh');
    expect(joinShown(formatEnergy(3.6e12))).toBe('1.00 GWh');
    expect(formatDuration(45)).toBe('45 s');
    expect(formatDuration(600)).toBe('10.0 min');
    expect(formatDuration(7200)).toBe('2.00 h');
    expect(formatDuration(Number.NaN)).toBe('—');
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

  it('show a change to the last digit of the number itself, a difference of temperatures in K', () => {
    expect(formatDelta(28.66, 27.4, formatCelsius)).toBe('−1.3 K');
    expect(formatDelta(27.4, 27.44, formatCelsius)).toBeNull();
    expect(formatDelta(1.4193, 1.42, formatPlain)).toBeNull();
    expect(formatDelta(1.38, 1.42, formatPlain)).toBe('+0.04');
    expect(formatDelta(135_619, 134_000, formatPower)).toBe('−2 kW');
    expect(formatDelta(2267.8, 2260, (value) => formatWorkPerEnergy(value, 'ssj_ops'))).toBe('−10 ssj_ops/J');
    expect(formatDelta(Number.NaN, 27, formatCelsius)).toBeNull();
    expect(formatDelta(27, Number.NaN, formatCelsius)).toBeNull();
  });
});
