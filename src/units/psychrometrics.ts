import { ZERO_CELSIUS_KELVIN } from './air';

/** Standard atmosphere at sea level, Pa. */
export const SEA_LEVEL_PASCALS = 101_325;

/** Ratio of the molar masses of water and dry air (ASHRAE Handbook Fundamentals 2017, chapter 1). */
const MASS_RATIO = 0.621945;

/** Saturation pressure of water vapour over ice or water, Pa (Hyland & Wexler 1983; ASHRAE HoF 2017 ch. 1, eq. 5 and 6), -100 to 200 °C. */
export function saturationPressurePa(celsius: number): number {
  const T = celsius + ZERO_CELSIUS_KELVIN;
  if (celsius < 0) {
    return Math.exp(
      -5.6745359e3 / T +
        6.3925247 -
        9.677843e-3 * T +
        6.2215701e-7 * T ** 2 +
        2.0747825e-9 * T ** 3 -
        9.484024e-13 * T ** 4 +
        4.1635019 * Math.log(T),
    );
  }
  return Math.exp(
    -5.8002206e3 / T +
      1.3914993 -
      4.8640239e-2 * T +
      4.1764768e-5 * T ** 2 -
      1.4452093e-8 * T ** 3 +
      6.5459673 * Math.log(T),
  );
}

/** Humidity ratio of air with this dew point, kg water per kg dry air. */
export function humidityRatioAtDewPoint(dewPointCelsius: number, pascals = SEA_LEVEL_PASCALS): number {
  const vapour = saturationPressurePa(dewPointCelsius);
  return (MASS_RATIO * vapour) / (pascals - vapour);
}

/** Humidity ratio from dry and wet bulb, kg/kg (ASHRAE HoF 2017 ch. 1, eq. 33 over water and 35 over ice). */
export function humidityRatioFromWetBulb(celsius: number, wetBulbCelsius: number, pascals = SEA_LEVEL_PASCALS): number {
  const saturated = humidityRatioAtDewPoint(wetBulbCelsius, pascals);
  if (wetBulbCelsius >= 0) {
    return (
      ((2501 - 2.326 * wetBulbCelsius) * saturated - 1.006 * (celsius - wetBulbCelsius)) /
      (2501 + 1.86 * celsius - 4.186 * wetBulbCelsius)
    );
  }
  return (
    ((2830 - 0.24 * wetBulbCelsius) * saturated - 1.006 * (celsius - wetBulbCelsius)) /
    (2830 + 1.86 * celsius - 2.1 * wetBulbCelsius)
  );
}

/** Wet bulb of air with this dry bulb and dew point, °C, to 0.001 K by bisection; the dry bulb where the air is saturated. */
export function wetBulbCelsius(celsius: number, dewPointCelsius: number, pascals = SEA_LEVEL_PASCALS): number {
  if (dewPointCelsius >= celsius) return celsius;
  const humidityRatio = humidityRatioAtDewPoint(dewPointCelsius, pascals);
  let low = dewPointCelsius;
  let high = celsius;
  while (high - low > 1e-3) {
    const middle = (low + high) / 2;
    if (humidityRatioFromWetBulb(celsius, middle, pascals) > humidityRatio) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** Enthalpy of moist air, J per kg of dry air, zero for dry air at 0 °C (ASHRAE HoF 2017 ch. 1, eq. 30). */
export function moistAirEnthalpyJkg(celsius: number, humidityRatio: number): number {
  return 1006 * celsius + humidityRatio * (2_501_000 + 1860 * celsius);
}

/** Volume of moist air, m³ per kg of dry air (ASHRAE HoF 2017 ch. 1, eq. 26). */
export function moistAirVolumeM3Kg(celsius: number, humidityRatio: number, pascals = SEA_LEVEL_PASCALS): number {
  return (287.042 * (celsius + ZERO_CELSIUS_KELVIN) * (1 + 1.607858 * humidityRatio)) / pascals;
}

/** Partial pressure of vapour over that at saturation, 0-1. */
export function relativeHumidity(celsius: number, humidityRatio: number, pascals = SEA_LEVEL_PASCALS): number {
  return vapourPressurePa(humidityRatio, pascals) / saturationPressurePa(celsius);
}

function vapourPressurePa(humidityRatio: number, pascals: number): number {
  return (pascals * humidityRatio) / (MASS_RATIO + humidityRatio);
}

/** Dew point of air that holds this much, °C, to 1e-6 K by Newton's method on the logarithm of the vapour pressure; -100 for dry air. */
export function dewPointCelsius(humidityRatio: number, pascals = SEA_LEVEL_PASCALS): number {
  return dewPointOfVapour(vapourPressurePa(humidityRatio, pascals));
}

/** Dew point from dry bulb and relative humidity (0-1), °C. */
export function dewPointFromHumidity(celsius: number, humidity: number): number {
  return Math.min(celsius, dewPointOfVapour(humidity * saturationPressurePa(celsius)));
}

function dewPointOfVapour(vapourPascals: number): number {
  if (!(vapourPascals > saturationPressurePa(-100))) return -100;
  const wanted = Math.log(vapourPascals);
  let celsius = 10;
  for (let n = 0; n < 20; n++) {
    const log = Math.log(saturationPressurePa(celsius));
    const slope = (Math.log(saturationPressurePa(celsius + 0.01)) - log) / 0.01;
    const step = (wanted - log) / slope;
    celsius = Math.min(199, Math.max(-100, celsius + step));
    if (Math.abs(step) < 1e-6) break;
  }
  return celsius;
}

/** Pressure of the standard atmosphere at an elevation, Pa (ASHRAE HoF 2017 ch. 1, eq. 3), -5 to 11 km. */
export function standardPressurePa(elevationMetres: number): number {
  return SEA_LEVEL_PASCALS * (1 - 2.25577e-5 * elevationMetres) ** 5.2559;
}
