import type { Theme } from '../../store/theme';

/** Ends of the ramp, sRGB bytes: nothing, and the largest value. Lightness alone tells them apart: no hue to confuse. */
const ENDS: Record<Theme, readonly [readonly number[], readonly number[]]> = {
  light: [
    [243, 245, 247],
    [27, 33, 41],
  ],
  dark: [
    [28, 33, 39],
    [232, 235, 239],
  ],
};

/** Place of a value on the ramp, 0-1: its root, so that small shares show beside large ones. */
export function shadeOf(value: number, largest: number): number {
  return largest > 0 ? Math.sqrt(Math.min(1, Math.max(0, value / largest))) : 0;
}

/** Writes the colour of a place on the ramp as RGBA bytes. */
export function writeShade(shade: number, theme: Theme, into: Uint8ClampedArray, at: number): void {
  const [none, most] = ENDS[theme];
  for (let channel = 0; channel < 3; channel++) {
    into[at + channel] = none[channel]! + (most[channel]! - none[channel]!) * shade;
  }
  into[at + 3] = 255;
}

export function shadeCss(shade: number, theme: Theme): string {
  const bytes = new Uint8ClampedArray(4);
  writeShade(shade, theme, bytes, 0);
  return `rgb(${bytes[0]} ${bytes[1]} ${bytes[2]})`;
}

/** The least of 1, 2 and 5 times a power of ten that is not below the value: where the scale ends. */
export function scaleEnd(value: number): number {
  if (!(value > 0)) return 1;
  const decade = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * decade).find((end) => end >= value * (1 - 1e-9))!;
}
