import { describe, expect, it } from 'vitest';
import { createPumpFault, drivenShare, followPumps } from './pump-trip';

describe('pumps that trip', () => {
  it.each([0.1, 0.5, 1, 3])('all of them in steps of %d s: flow 1/(1 + t/3 s), half after 3 s', (dt) => {
    const fault = createPumpFault();
    fault.out = 1;
    for (let t = 0; t < 3 - 1e-9; t += dt) followPumps(fault, dt);
    expect(fault.share).toBeCloseTo(0.5, 9);
    expect(drivenShare(fault)).toBe(0);
  });

  it('one of three: a third of the flow runs down, the rest stays and alone draws power', () => {
    const fault = createPumpFault();
    fault.out = 1 / 3;
    followPumps(fault, 1);
    expect(fault.share).toBeGreaterThan(2 / 3);
    expect(drivenShare(fault) * fault.share).toBeCloseTo(2 / 3, 12);
    for (let n = 0; n < 600; n++) followPumps(fault, 1);
    expect(fault.share).toBe(1 - 1 / 3);
  });

  it('stand still at last, and have their whole flow 10 s after the drive is back', () => {
    const fault = createPumpFault();
    fault.out = 1;
    for (let n = 0; n < 200; n++) followPumps(fault, 1);
    expect(fault.share).toBe(0);
    fault.out = 0;
    for (let n = 0; n < 9; n++) followPumps(fault, 1);
    expect(fault.share).toBeCloseTo(0.9, 12);
    followPumps(fault, 2);
    expect(fault.share).toBe(1);
  });
});
