import { describe, expect, it } from 'vitest';
import { evenFaces, fieldFrame } from './field/test-frame';
import { frameExtremes, nextAutoRange, niceStepKelvin } from './temperature-range';

describe('temperature range', () => {
  it('rounds the extremes outwards and keeps at least 6 K', () => {
    expect(nextAutoRange(null, { minCelsius: 16.4, maxCelsius: 38.9 }, 27)).toEqual({
      minCelsius: 16,
      maxCelsius: 40,
      centreCelsius: 27,
    });
    const narrow = nextAutoRange(null, { minCelsius: 22, maxCelsius: 22.1 }, 27);
    expect(narrow.maxCelsius - narrow.minCelsius).toBeGreaterThanOrEqual(6);
  });

  it('widens at once but does not follow small changes back', () => {
    const wide = nextAutoRange(null, { minCelsius: 16, maxCelsius: 40 }, 27);
    expect(nextAutoRange(wide, { minCelsius: 17.9, maxCelsius: 36.1 }, 27)).toEqual(wide);
    expect(nextAutoRange(wide, { minCelsius: 16, maxCelsius: 44.5 }, 27).maxCelsius).toBe(46);
    expect(nextAutoRange(wide, { minCelsius: 16, maxCelsius: 31 }, 27).maxCelsius).toBe(32);
  });

  it('reads the extremes of air only, not of solids', () => {
    const frame = fieldFrame(
      { x: evenFaces(4, 0.5), y: evenFaces(4, 0.5), z: evenFaces(3, 0.5) },
      (x, _y, z) => (x > 3 ? 300 : 15 + z),
      undefined,
      (x) => x > 3,
    );
    const extremes = frameExtremes(frame)!;
    expect(extremes.minCelsius).toBeGreaterThanOrEqual(15);
    expect(extremes.maxCelsius).toBeLessThan(19);
  });

  it('spaces marks by a round step', () => {
    expect(niceStepKelvin(24, 6)).toBe(5);
    expect(niceStepKelvin(24, 14)).toBe(2);
    expect(niceStepKelvin(6, 8)).toBe(1);
  });
});
