/**
 * A year of hours as compact text: whole steps of a resolution, each as the difference to the one before, zigzag coded and
 * cut into groups of five bits with a sixth that says whether more follow, one character of base 64 a group. A year of
 * temperatures in tenths takes about 10 kB.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const MORE = 32;

export function encodeHourly(values: ArrayLike<number>, resolution: number): string {
  let text = '';
  let before = 0;
  for (let n = 0; n < values.length; n++) {
    const step = Math.round(values[n]! / resolution);
    let rest = step >= before ? 2 * (step - before) : 2 * (before - step) - 1;
    before = step;
    do {
      const low = rest % MORE;
      rest = Math.floor(rest / MORE);
      text += DIGITS[rest > 0 ? low + MORE : low]!;
    } while (rest > 0);
  }
  return text;
}

/** The values of such a text; shorter than `hours` or longer where the text is not one of so many hours. */
export function decodeHourly(text: string, resolution: number): Float32Array {
  const values: number[] = [];
  let step = 0;
  let rest = 0;
  let weight = 1;
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    rest += (digit % MORE) * weight;
    if (digit >= MORE) {
      weight *= MORE;
      continue;
    }
    step += rest % 2 === 0 ? rest / 2 : -(rest + 1) / 2;
    values.push(step * resolution);
    rest = 0;
    weight = 1;
  }
  return Float32Array.from(values);
}

export const CELSIUS_RESOLUTION = 0.1;
export const PASCALS_RESOLUTION = 10;
/** kg/kWh: whole grams. */
export const CARBON_RESOLUTION = 0.001;
