import { expect, it } from 'vitest';
import { legendTicks, scalePlace } from './legend-ticks';

const range = { minCelsius: 14, maxCelsius: 40, centreCelsius: 27 };

it('marks round temperatures inside the range', () => {
  expect(legendTicks(range)).toEqual([15, 20, 25, 30, 35, 40]);
});

it('places a limit along the scale, and leaves out one beyond it', () => {
  expect(scalePlace(27, range)).toBe(0.5);
  expect(scalePlace(10, range)).toBeNull();
});
