import { expect, it } from 'vitest';
import {
  dewPointCelsius,
  dewPointFromHumidity,
  humidityRatioAtDewPoint,
  humidityRatioFromWetBulb,
  moistAirEnthalpyJkg,
  moistAirVolumeM3Kg,
  relativeHumidity,
  saturationPressurePa,
  standardPressurePa,
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

it('wet bulb at 7 °C and 61 % is 3.92667 °C within 0.1 %', () => {
  const wet = wetBulbCelsius(7, dewPointFromHumidity(7, 0.61), 100_000);
  expect(Math.abs(wet / 3.92667433781955 - 1)).toBeLessThan(1e-3);
});

it('enthalpy and volume agree with the tables within 0.03 %', () => {
  expect(Math.abs(moistAirEnthalpyJkg(30, 0.02) / 81_316 - 1)).toBeLessThan(3e-4);
  expect(Math.abs(moistAirEnthalpyJkg(25, 0) / 25_148 - 1)).toBeLessThan(3e-4);
  expect(Math.abs(moistAirVolumeM3Kg(30, 0.02, 95_461) / 0.940855374352943 - 1)).toBeLessThan(3e-4);
});

it.each([
  [500, 95_461],
  [1000, 89_875],
])('the standard atmosphere at %d m has %d Pa within 1 Pa', (metres, pascals) => {
  expect(Math.abs(standardPressurePa(metres) - pascals)).toBeLessThan(1);
});

it('air at 40 °C with a wet bulb of 20 °C: humidity ratio, dew point, humidity, enthalpy and volume as published', () => {
  const ratio = humidityRatioFromWetBulb(40, 20);
  expect(Math.abs(ratio - 0.0065)).toBeLessThan(1e-4);
  expect(Math.abs(dewPointCelsius(ratio) - 7)).toBeLessThan(0.5);
  expect(Math.abs(relativeHumidity(40, ratio) - 0.14)).toBeLessThan(0.01);
  expect(Math.abs(moistAirEnthalpyJkg(40, ratio) - 56_700)).toBeLessThan(100);
  expect(Math.abs(moistAirVolumeM3Kg(40, ratio) / 0.896 - 1)).toBeLessThan(0.01);
});

it('the dew point inverts the humidity ratio from -40 to 40 °C', () => {
  for (let celsius = -40; celsius <= 40; celsius += 5) {
    expect(dewPointCelsius(humidityRatioAtDewPoint(celsius))).toBeCloseTo(celsius, 2);
  }
});
