import { humidityRatioAtDewPoint, moistAirEnthalpyJkg } from '../../units/psychrometrics';

/** Enthalpy of saturated air, J per kg of dry air. */
export function saturatedEnthalpy(celsius: number, pascals?: number): number {
  return moistAirEnthalpyJkg(celsius, humidityRatioAtDewPoint(celsius, pascals));
}

/** Temperature of saturated air with this enthalpy, °C, by Newton's method. */
export function saturatedCelsius(enthalpyJkg: number, startCelsius: number, pascals?: number): number {
  let celsius = startCelsius;
  for (let n = 0; n < 12; n++) {
    const h = saturatedEnthalpy(celsius, pascals);
    const slope = (saturatedEnthalpy(celsius + 0.01, pascals) - h) / 0.01;
    const step = (enthalpyJkg - h) / slope;
    celsius += step;
    if (Math.abs(step) < 1e-9) break;
  }
  return celsius;
}
