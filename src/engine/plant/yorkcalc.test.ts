import { expect, it } from 'vitest';
import { yorkApproachKelvin, yorkOutOfRange, yorkRangeKelvin, yorkRatio } from './yorkcalc';

// Approach in kelvin at wet bulb, range and ratio: the polynomial of the Modelica Buildings library, computed apart.
it.each([
  [5, 3, 1, 6.05],
  [5, 5.56, 1, 9.3807],
  [5, 5.56, 1.25, 11.6233],
  [5, 8, 1.25, 15.0137],
  [10, 5.56, 1, 7.7706],
  [10, 3, 1.25, 6.2074],
  [15, 5.56, 1, 6.3297],
  [20, 8, 1, 6.7375],
  [23.89, 5.56, 1, 4.1856],
  [23.89, 3, 1.25, 3.4054],
  [25.55, 5.56, 1, 3.8445],
  [25.55, 8, 1.25, 6.6808],
])('wet bulb %d °C, range %d K, ratio %d: approach %d K', (wetBulb, range, ratio, approach) => {
  expect(yorkApproachKelvin(wetBulb, range, ratio)).toBeCloseTo(approach, 3);
});

it('outside its range the nearest end is used and named', () => {
  expect(yorkApproachKelvin(30, 5.56, 1)).toBe(yorkApproachKelvin(26.7, 5.56, 1));
  expect(yorkOutOfRange(30, 5.56, 1)).toBe(true);
  expect(yorkOutOfRange(20, 0.9, 1)).toBe(true);
  expect(yorkOutOfRange(20, 5, 0.7)).toBe(true);
  expect(yorkOutOfRange(20, 5, 1)).toBe(false);
});

it('range and ratio invert the approach wherever it is fitted', () => {
  let met = 0;
  for (let wetBulb = -10; wetBulb <= 26; wetBulb += 4) {
    for (let range = 2; range <= 12; range += 2) {
      for (const ratio of [0.6, 1, 1.4, 3]) {
        const approach = yorkApproachKelvin(wetBulb, range, ratio);
        if (approach <= 1.1 || approach >= 40) continue;
        met++;
        expect(yorkRangeKelvin(wetBulb, range + approach, ratio)).toBeCloseTo(range, 6);
        expect(yorkRatio(wetBulb, range, approach)).toBeCloseTo(ratio, 6);
      }
    }
  }
  expect(met).toBeGreaterThan(150);
});
