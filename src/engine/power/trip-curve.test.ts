import { describe, expect, it } from 'vitest';
import { type BreakerClass, nextHeat, nextStress, secondsToTrip, trips, upsOverloadSeconds } from './trip-curve';

describe('a breaker of IEC 60898-1', () => {
  it('from cold: never at 1.13 times its rating, within the hour at 1.45, within 1 to 60 s at 2.55', () => {
    expect(secondsToTrip(0, 1.13, 'C')).toBe(Number.POSITIVE_INFINITY);
    expect(secondsToTrip(0, 1.45, 'C')).toBeLessThan(3600);
    expect(secondsToTrip(0, 2.55, 'C')).toBeGreaterThan(1);
    expect(secondsToTrip(0, 2.55, 'C')).toBeLessThan(60);
  });

  it.each<[BreakerClass, number, number]>([
    ['B', 3, 5],
    ['C', 5, 10],
    ['D', 10, 20],
  ])('of class %s does not act at once below %d times its rating, and does above %d times', (name, from, to) => {
    expect(trips(0, from, name)).toBe(false);
    expect(trips(0, to, name)).toBe(true);
  });

  it.each([0.25, 1, 5])('trips when it was said to, in steps of %d s, warm from 80 % of its rating', (dt) => {
    const said = secondsToTrip(0.64, 1.6, 'C');
    let heat = 0.64;
    let seconds = 0;
    while (!trips(heat, 1.6, 'C')) {
      heat = nextHeat(heat, 1.6, dt);
      seconds += dt;
    }
    expect(said).toBeGreaterThan(60);
    expect(Math.abs(seconds - said)).toBeLessThanOrEqual(dt);
  });

  it('a warm breaker trips sooner than a cold one', () => {
    expect(secondsToTrip(1, 1.5, 'C')).toBeLessThan(0.6 * secondsToTrip(0, 1.5, 'C'));
  });
});

it('a UPS carries 105 % without end, 110 % for 10 minutes, 130 % for one, and forgets a short overload', () => {
  expect([1.05, 1.1, 1.3, 1.5, 2].map(upsOverloadSeconds)).toEqual([Number.POSITIVE_INFINITY, 600, 60, 3, 0.5]);
  let stress = 0;
  for (let n = 0; n < 30; n++) stress = nextStress(stress, 1.2, 1);
  expect(stress).toBeCloseTo(0.5, 12);
  for (let n = 0; n < 30; n++) stress = nextStress(stress, 0.9, 1);
  expect(stress).toBeCloseTo(0, 12);
});
