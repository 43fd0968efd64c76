/**
 * Supply temperature control of one cooling unit. Modes as in the site format: `supply` holds its own supply
 * air, `return` and `sensor` move the supply temperature by a PI law.
 */
export const SUPPLY_MODE = 0;
export const RETURN_MODE = 1;
export const SENSOR_MODE = 2;

/** Change of supply temperature per kelvin of error, K/K (assumption: a slow, well-damped loop). */
export const CONTROL_GAIN = 0.5;

/** Integral time, s (assumption: half the thermal time constant of a room with servers). */
export const INTEGRAL_SECONDS = 300;

/** Length of one step for the integral part when a steady state is being sought, s. */
export const SETTLING_SECONDS = 60;

/**
 * Next supply temperature command of a PI loop in velocity form:
 *   command += -K_p (e - e_old) - K_p e dt / T_i,  e = measured - setpoint,
 * kept between the lowest and highest supply temperature possible. As the limited command is what the next
 * step starts from, the integral can't wind up. An unknown measurement (NaN) leaves the command alone.
 */
export function nextCommand(
  commandCelsius: number,
  errorKelvin: number,
  previousErrorKelvin: number,
  dtSeconds: number,
  lowestCelsius: number,
  highestCelsius: number,
): number {
  let command = commandCelsius;
  if (!Number.isNaN(errorKelvin)) {
    const seconds = Number.isFinite(dtSeconds) ? dtSeconds : SETTLING_SECONDS;
    const change = Number.isNaN(previousErrorKelvin) ? 0 : errorKelvin - previousErrorKelvin;
    command -= CONTROL_GAIN * (change + (errorKelvin * seconds) / INTEGRAL_SECONDS);
  }
  return Math.max(Math.min(command, highestCelsius), lowestCelsius);
}
