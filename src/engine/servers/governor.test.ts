import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SERVER_TYPES, serverType } from '../../site/catalogue/catalogue';
import { compileModel } from './compile-model';
import { createOperation, type GovernorName, operate } from './governor';
import { curvePowerW, type ServerModel } from './model';

/** 1.0, 0.8, 0.6 and 0.4 of 2.5 GHz at 1.2, 1.0, 0.9 and 0.8 V, on the measured curve of the x3550 M3. */
const model: ServerModel = {
  ...compileModel(serverType('ibm-x3550-m3')!),
  frequencyShare: Float64Array.of(1, 0.8, 0.6, 0.4),
  dynamicShare: Float64Array.of(1, 0.8 * (1 / 1.44), 0.6 * (0.81 / 1.44), 0.4 * (0.64 / 1.44)),
};

function run(governor: GovernorName, demandShare: number) {
  const out = createOperation();
  operate(model, governor, demandShare, out);
  return out;
}

describe('operate', () => {
  it('performance reproduces the SPECpower curve of the x3550 M3 at every tenth and between', () => {
    [58.4, 98, 109, 118, 128, 140, 153, 170, 189, 205, 222].forEach((watts, tenth) => {
      expect(run('performance', tenth / 10).powerW).toBeCloseTo(watts, 9);
    });
    expect(run('performance', 0.05).powerW).toBeCloseTo(78.2, 9);
    expect(run('performance', 0.85).delivered).toBe(0.85);
  });

  it('powersave stays slow, runs full and delivers 0.4 of 0.7 asked', () => {
    const out = run('powersave', 0.7);
    expect(out.frequencyShare).toBe(0.4);
    expect(out.busy).toBe(1);
    expect(out.delivered).toBeCloseTo(0.4, 12);
    expect(out.powerW).toBeCloseTo(58.4 + (222 - 58.4) * 0.4 * (0.64 / 1.44), 9);
  });

  it('schedutil takes the slowest P-state that is not below 1.25 times the demand', () => {
    expect(run('schedutil', 0.3).frequencyShare).toBe(0.4);
    expect(run('schedutil', 0.33).frequencyShare).toBe(0.6);
    expect(run('schedutil', 0.48).frequencyShare).toBe(0.6);
    expect(run('schedutil', 0.49).frequencyShare).toBe(0.8);
    expect(run('schedutil', 0.65).frequencyShare).toBe(1);
    expect(run('schedutil', 0.48).busy).toBeCloseTo(0.8, 12);
  });

  it('ondemand rests at full speed above 80 % load', () => {
    expect(run('ondemand', 0.85).frequencyShare).toBe(1);
  });

  it('ondemand at 20 % rests in the P-state nearest to its own proportional rule', () => {
    // From 1.0: f = 0.4 + 0.2 x 0.6 = 0.52 -> 0.6; load 0.333 -> 0.6. It stays.
    expect(run('ondemand', 0.2).frequencyShare).toBe(0.6);
  });

  it('ondemand at 70 % circles between 0.8 and full speed and still serves all of it', () => {
    // From 1.0: f = 0.82 -> 0.8, where the load is 0.875 and sends it back to 1.0.
    const out = run('ondemand', 0.7);
    expect(out.frequencyShare).toBeCloseTo(0.9, 12);
    expect(out.delivered).toBeCloseTo(0.7, 12);
  });

  it('at equal delivered work schedutil draws less than performance: 40 % on the x3550 M3', () => {
    const fast = run('performance', 0.4);
    const saving = run('schedutil', 0.4);
    expect(saving.delivered).toBeCloseTo(fast.delivered, 12);
    expect(fast.powerW).toBeCloseTo(128, 9);
    const busy = 0.4 / 0.6;
    expect(saving.powerW).toBeCloseTo(58.4 + (curvePowerW(model.powerCurveW, busy) - 58.4) * 0.6 * (0.81 / 1.44), 9);
    expect(saving.powerW).toBeLessThan(fast.powerW);
  });

  it('every catalogue entry under every governor delivers what is asked (but powersave) and stays between idle and peak', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SERVER_TYPES),
        fc.constantFrom<GovernorName>('performance', 'powersave', 'ondemand', 'schedutil'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (type, governor, demandShare) => {
          const compiled = compileModel(type);
          const out = createOperation();
          operate(compiled, governor, demandShare, out);
          if (governor === 'powersave') expect(out.delivered).toBeLessThanOrEqual(demandShare + 1e-12);
          else expect(out.delivered).toBeCloseTo(demandShare, 9);
          expect(out.powerW).toBeGreaterThanOrEqual(compiled.idleW - 1e-9);
          expect(out.powerW).toBeLessThanOrEqual(compiled.peakW + 1e-9);
        },
      ),
    );
  });
});
