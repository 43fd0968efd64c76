/** The primer's own formulas, for the lesson that takes them apart. P in W, T in the unit given. */

/** "Energy" of the primer: E = P T. */
export const toyEnergy = (powerW: number, temperature: number): number => powerW * temperature;

/** "Cooling cost" of the primer: C = k P². */
export const toyCooling = (k: number, powerW: number): number => k * powerW * powerW;

/** What the primer calls saved, as a share: (before - after) / before. */
export const saving = (before: number, after: number): number => (before - after) / before;

/** One drop of temperature told in three scales; E = P T makes three savings of it. */
export function savingByScale(fromCelsius: number, toCelsius: number): { scale: 'C' | 'F' | 'K'; saved: number }[] {
  const fahrenheit = (celsius: number) => celsius * 1.8 + 32;
  const kelvin = (celsius: number) => celsius + 273.15;
  return [
    { scale: 'C', saved: saving(fromCelsius, toCelsius) },
    { scale: 'F', saved: saving(fahrenheit(fromCelsius), fahrenheit(toCelsius)) },
    { scale: 'K', saved: saving(kelvin(fromCelsius), kelvin(toCelsius)) },
  ];
}

export interface DescentStep {
  step: number;
  power: number;
  temperature: number;
  energy: number;
}

/**
 * Gradient descent on E = P T as the primer asks for: (P, T) <- (P, T) - rate (T, P), the gradient of the product.
 * Starts with the point itself.
 */
export function descend(power: number, temperature: number, rate: number, steps: number): DescentStep[] {
  const path = [{ step: 0, power, temperature, energy: toyEnergy(power, temperature) }];
  for (let n = 0; n < steps; n++) {
    const { power: p, temperature: t } = path[n]!;
    const next = { power: p - rate * t, temperature: t - rate * p };
    path.push({ step: n + 1, ...next, energy: toyEnergy(next.power, next.temperature) });
  }
  return path;
}

/** COP of Moore, Chase, Ranganathan & Sharma 2005 for supply air of T °C, 10-30 °C. */
export const mooreCop = (celsius: number): number => 0.0068 * celsius * celsius + 0.0008 * celsius + 0.458;
