import { describe, expect, it } from 'vitest';
import type { UnitStaging } from '../../site/schema/control';
import { createRandom, nextNormal } from '../random';
import { createStaging, type StagingState, stepStaging } from './staging';

const spec: UnitStaging = {
  minRunning: 1,
  spare: 1,
  startAbove: 0.9,
  stopBelow: 0.65,
  startSeconds: 300,
  stopSeconds: 900,
  minOnSeconds: 900,
  minOffSeconds: 600,
};

/** Runs six units for a load in units' worth, at ticks of 10 s; answers how many are called at each. */
function course(
  load: (seconds: number) => number,
  seconds: number,
  available: (seconds: number) => number = () => 6,
  state: StagingState = createStaging(6),
): number[] {
  const called: number[] = [];
  for (let t = 0; t < seconds; t += 10) {
    stepStaging(state, spec, 6, available(t), load(t) / Math.max(1, state.called), 10);
    called.push(state.called);
  }
  return called;
}

const changes = (called: readonly number[]) => called.filter((now, n) => n > 0 && now !== called[n - 1]).length;

describe('staging of units', () => {
  it('a load of 2.4 units comes to rest at 4 + 1 spare, one stop each quarter of an hour, and stays for a day', () => {
    const called = course(() => 2.4, 86_400);
    // Four would be driven at 2.4 / 3 = 0.8 after a loss, above the stop share of 0.65.
    expect(called.at(-1)).toBe(5);
    expect(changes(called)).toBe(1);
    expect(called[90 - 2]).toBe(6);
  });

  it('a stop never asks for the next start: any steady load ends in one stage', () => {
    for (let load = 0.1; load <= 5; load += 0.07) {
      const called = course(() => load, 7 * 3600);
      expect(changes(called.slice(-1000))).toBe(0);
    }
  });

  it('noise of a tenth about a threshold makes no more than four changes in a day', () => {
    const random = createRandom(7);
    const called = course(() => 2.6 * (1 + 0.1 * nextNormal(random)), 86_400);
    expect(changes(called.slice(1000))).toBeLessThanOrEqual(4);
  });

  it('keeps its least times: a load that swings every 10 minutes changes at most every 10', () => {
    const called = course((t) => (Math.floor(t / 600) % 2 === 0 ? 0.5 : 5), 86_400);
    const at = called.flatMap((now, n) => (n > 0 && now !== called[n - 1] ? [n * 10] : []));
    for (let n = 1; n < at.length; n++) expect(at[n]! - at[n - 1]!).toBeGreaterThanOrEqual(600);
  });

  it('a failed unit is replaced at once, whatever the times say', () => {
    const state = createStaging(6);
    course(
      () => 0.4,
      36_000,
      () => 6,
      state,
    );
    expect(state.called).toBe(2);
    state.sinceChangeSeconds = 0;
    // One of the two is gone: the two that are called are others.
    stepStaging(state, spec, 6, 5, 0.2, 10);
    expect(state.called).toBe(2);
    stepStaging(state, spec, 6, 1, 0.2, 10);
    expect(state.called).toBe(1);
    stepStaging(state, spec, 6, 6, 0.2, 10);
    expect(state.called).toBe(2);
  });

  it('the next becomes the first after its hours, and an unknown effort changes nothing', () => {
    const state = createStaging(3);
    for (let n = 0; n < 30; n++) stepStaging(state, { ...spec, rotateHours: 10 }, 3, 3, Number.NaN, 3600);
    expect(state.lead).toBe(0);
    stepStaging(state, { ...spec, rotateHours: 10 }, 3, 3, Number.NaN, 36_000);
    expect(state.lead).toBe(1);
    expect(state.called).toBe(3);
  });
});
