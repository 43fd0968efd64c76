import { describe, expect, it } from 'vitest';
import { type ColourRange, mapPosition, TABLE_SIZE, TEMPERATURE_TABLE, temperatureColour } from './colour-map';
import { decodeSrgb, type LinearRgb, type OkLab, oklabFromLinearRgb } from './oklab';

const linear = (i: number): LinearRgb =>
  [0, 1, 2].map((c) => decodeSrgb(TEMPERATURE_TABLE[i * 4 + c]! / 255)) as unknown as LinearRgb;
const distance = (a: OkLab, b: OkLab) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Full dichromacy in linear RGB: Machado, Oliveira & Fernandes 2009, severity 1. */
const SIMULATIONS: Record<string, number[][]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};
const seen = (i: number, matrix: number[][]): OkLab => {
  const rgb = linear(i);
  return oklabFromLinearRgb(
    matrix.map((row) => Math.max(0, row[0]! * rgb[0] + row[1]! * rgb[1] + row[2]! * rgb[2])) as unknown as LinearRgb,
  );
};

describe('temperature colour map', () => {
  const middle = (TABLE_SIZE - 1) / 2;

  it('is lightest in the middle and darkens steadily to both ends', () => {
    const lightness = Array.from({ length: TABLE_SIZE }, (_, i) => oklabFromLinearRgb(linear(i))[0]);
    // One level of 8-bit rounding is worth about 0.003 of OKLab lightness.
    for (let i = 1; i <= middle; i++) expect(lightness[i]! - lightness[i - 1]!).toBeGreaterThan(-0.003);
    for (let i = Math.ceil(middle) + 1; i < TABLE_SIZE; i++)
      expect(lightness[i]! - lightness[i - 1]!).toBeLessThan(0.003);
    expect(lightness[Math.floor(middle)]! - lightness[0]!).toBeGreaterThan(0.4);
    expect(lightness[Math.ceil(middle)]! - lightness[TABLE_SIZE - 1]!).toBeGreaterThan(0.4);
    expect(Math.abs(lightness[0]! - lightness[TABLE_SIZE - 1]!)).toBeLessThan(0.05);
  });

  it('moves evenly: no sixteenth of it covers more than 3 times the colour distance of another', () => {
    const steps = Array.from({ length: 16 }, (_, i) =>
      distance(oklabFromLinearRgb(linear(i * 16)), oklabFromLinearRgb(linear(Math.min(255, i * 16 + 16)))),
    );
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(3);
  });

  it.each(Object.entries(SIMULATIONS))('keeps equally warm and cold apart under %s', (_name, matrix) => {
    for (let offset = 24; offset <= 127; offset++) {
      const apart = distance(seen(127 - offset, matrix), seen(128 + offset, matrix));
      // 0.02 is about one just noticeable difference in OKLab.
      expect(apart).toBeGreaterThan(0.1);
    }
  });

  it('puts the limit in the middle, keeps one scale on both sides and holds at the ends', () => {
    const range: ColourRange = { minCelsius: 15, maxCelsius: 47, centreCelsius: 27 };
    expect(mapPosition(27, range)).toBe(0.5);
    expect(mapPosition(47, range)).toBe(1);
    expect(mapPosition(37, range)).toBeCloseTo(0.75);
    expect(mapPosition(17, range)).toBeCloseTo(0.25);
    expect(mapPosition(5, range)).toBe(mapPosition(15, range));
    expect(temperatureColour(60, range)).toBe(temperatureColour(47, range));
  });
});
