import { describe, expect, it } from 'vitest';
import { createReset, type ResetLaw, restReset, stepReset } from './reset';

/** Supply air as ASHRAE Guideline 36 resets it, ignoring nobody. */
const law: ResetLaw = {
  start: 20,
  min: 18,
  max: 27,
  trim: 0.1,
  respond: 0.2,
  maxRespond: 0.6,
  ignored: 0,
  stepSeconds: 120,
  delaySeconds: 600,
};

const run = (requests: number, seconds: number, from = 20, changes: Partial<ResetLaw> = {}) => {
  const reset = { ...createReset(law), setpoint: from, runSeconds: law.delaySeconds };
  stepReset(reset, { ...law, ...changes }, requests, true, seconds);
  return reset.setpoint;
};

describe('trim and respond', () => {
  it('waits 10 minutes, then trims 0.1 K every 2 minutes, in ticks of 1 s as in one step of an hour', () => {
    const ticked = createReset(law);
    for (let n = 0; n < 3600; n++) stepReset(ticked, law, 0, true, 1);
    const once = createReset(law);
    stepReset(once, law, 0, true, 3600);
    expect(once.setpoint).toBeCloseTo(20 + 25 * 0.1, 9);
    expect(ticked.setpoint).toBeCloseTo(once.setpoint, 9);
  });

  it('responds 0.2 K a request beyond the ignored, 0.6 K at most, on top of the trim', () => {
    expect(run(1, 120)).toBeCloseTo(19.9, 9);
    expect(run(2, 120)).toBeCloseTo(19.7, 9);
    expect(run(40, 120)).toBeCloseTo(19.5, 9);
    expect(run(2, 120, 20, { ignored: 2 })).toBeCloseTo(20.1, 9);
    expect(run(3, 120, 20, { ignored: 2 })).toBeCloseTo(19.9, 9);
  });

  it('stays within its limits and winds nothing up: 10 h at the lowest, and the first quiet step rises', () => {
    const reset = { ...createReset(law), runSeconds: law.delaySeconds };
    stepReset(reset, law, 30, true, 36_000);
    expect(reset.setpoint).toBe(18);
    stepReset(reset, law, 0, true, 120);
    expect(reset.setpoint).toBeCloseTo(18.1, 9);
    stepReset(reset, law, 0, true, 36_000);
    expect(reset.setpoint).toBe(27);
  });

  it('goes back to its start when the units stop, and waits again', () => {
    const reset = { ...createReset(law), setpoint: 24, runSeconds: 5000 };
    stepReset(reset, law, 0, false, 1);
    expect(reset).toMatchObject({ setpoint: 20, runSeconds: 0, sinceSeconds: 0 });
    stepReset(reset, law, 0, true, 599);
    expect(reset.setpoint).toBe(20);
  });

  it('comes to rest where one more step of the setpoint would bring a request', () => {
    const reset = createReset(law);
    for (let n = 0; n < 40; n++) restReset(reset, law, 24.3 - reset.setpoint);
    expect(reset.setpoint).toBeCloseTo(24.3, 6);
    for (let n = 0; n < 40; n++) restReset(reset, law, 50);
    expect(reset.setpoint).toBe(27);
  });

  it('comes to rest too where inlets follow their supply 15 iterations late', () => {
    const reset = createReset(law);
    let inlet = 20;
    for (let n = 0; n < 250; n++) {
      inlet += (reset.setpoint + 3 - inlet) / 15;
      restReset(reset, law, 27 - inlet);
    }
    expect(Math.abs(reset.setpoint - 24)).toBeLessThan(0.05);
  });
});
