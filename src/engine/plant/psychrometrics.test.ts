import { expect, it } from 'vitest';
import {
  humidityRatioAtDewPoint,
  humidityRatioFromWetBulb,
  saturationPressurePa,
  wetBulbCelsius,
} from './psychrometrics';

// Reference values: tables of ASHRAE HoF 2017 ch. 1, as collected by the tests of the PsychroLib project.
it.each([
  [-20, 103.24],
  [5, 872.6],
  [25, 3169.7],
  [50, 12351.3],
  [100, 101418.0],
])('saturation pressure at %d °C is %d Pa within 0.03 %%', (celsius, pascals) => {
  expect(Math.abs(saturationPressurePa(celsius) / pascals - 1)).toBeLessThan(3e-4);
});

it.each([
  [5, 0.005425, 0.005],
  [25, 0.020173, 0.005],
  [50, 0.086863, 0.01],
])('saturated air at %d °C holds %d kg/kg', (celsius, ratio, tolerance) => {
  expect(Math.abs(humidityRatioAtDewPoint(celsius) / ratio - 1)).toBeLessThan(tolerance);
});

it('humidity ratio from wet bulb agrees over water and over ice', () => {
  expect(humidityRatioFromWetBulb(30, 25, 95_461)).toBeCloseTo(0.0192281274241096, 5);
  expect(humidityRatioFromWetBulb(-1, -5, 95_461)).toBeCloseTo(0.00120399819933844, 6);
});

it('air at 40 °C with a dew point of 7 °C has a wet bulb of 20 °C within 0.5 K', () => {
  expect(Math.abs(wetBulbCelsius(40, 7) - 20)).toBeLessThan(0.5);
});

it('wet bulb inverts the humidity ratio and saturates at the dry bulb', () => {
  const wet = wetBulbCelsius(28, 12);
  expect(humidityRatioFromWetBulb(28, wet)).toBeCloseTo(humidityRatioAtDewPoint(12), 5);
  expect(wetBulbCelsius(18, 20)).toBe(18);
});
