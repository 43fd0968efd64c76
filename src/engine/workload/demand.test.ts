import { describe, expect, it } from 'vitest';
import { workload as workloadSchema } from '../../site/schema/energy';
import { createNoise, demandAt } from './demand';

const diurnal = (noise: number) =>
  workloadSchema.parse({ demand: { kind: 'diurnal', mean: 0.5, amplitude: 0.3, peakHour: 15, noise }, startHour: 9 });

describe('demandAt', () => {
  it('constant demand is its level at every time', () => {
    const workload = workloadSchema.parse({ demand: { kind: 'constant', level: 0.4 } });
    expect(demandAt(workload, 0, createNoise(1))).toBe(0.4);
    expect(demandAt(workload, 1e6, createNoise(1))).toBe(0.4);
  });

  it('diurnal demand starting at 09:00 peaks at 0.8 six hours later and bottoms at 0.2 eighteen hours later', () => {
    const noise = createNoise(1);
    expect(demandAt(diurnal(0), 6 * 3600, noise)).toBeCloseTo(0.8, 12);
    expect(demandAt(diurnal(0), 12 * 3600, noise)).toBeCloseTo(0.5, 12);
    expect(demandAt(diurnal(0), 18 * 3600, noise)).toBeCloseTo(0.2, 12);
  });

  it('steps hold from their time on and start again after the period', () => {
    const workload = workloadSchema.parse({
      demand: {
        kind: 'stepped',
        steps: [
          { atSeconds: 0, level: 0.1 },
          { atSeconds: 600, level: 0.9 },
        ],
        repeatSeconds: 1200,
      },
    });
    const noise = createNoise(1);
    expect([0, 599, 600, 1199, 1200, 1800].map((t) => demandAt(workload, t, noise))).toEqual([
      0.1, 0.1, 0.9, 0.9, 0.1, 0.9,
    ]);
  });

  it('demand stays within 0 and 1 however loud the noise', () => {
    const noise = createNoise(3);
    for (let t = 0; t < 20_000; t += 7) {
      const level = demandAt(diurnal(1), t, noise);
      expect(level >= 0 && level <= 1).toBe(true);
    }
  });

  it('noise of 0.05 has that deviation and loses 1 - 1/e of its correlation in a minute', () => {
    const workload = workloadSchema.parse({ demand: { kind: 'diurnal', mean: 0.5, amplitude: 0, noise: 0.05 } });
    const noise = createNoise(11);
    const values: number[] = [];
    for (let t = 0; t < 600_000; t += 5) values.push((demandAt(workload, t, noise) - 0.5) / 0.05);
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
    let lagged = 0;
    for (let i = 12; i < values.length; i++) lagged += (values[i]! - mean) * (values[i - 12]! - mean);
    expect(Math.sqrt(variance)).toBeCloseTo(1, 1);
    expect(lagged / (values.length - 12) / variance).toBeCloseTo(Math.exp(-1), 1);
  });

  it('demand at a time depends on the seed, not on the ticks that led there', () => {
    const fine = createNoise(5);
    const coarse = createNoise(5);
    for (let t = 0; t <= 300; t++) demandAt(diurnal(0.1), t, fine);
    for (let t = 0; t <= 300; t += 30) demandAt(diurnal(0.1), t, coarse);
    expect(demandAt(diurnal(0.1), 301, fine)).toBe(demandAt(diurnal(0.1), 301, coarse));
    expect(demandAt(diurnal(0.1), 301, createNoise(6))).not.toBe(demandAt(diurnal(0.1), 301, fine));
  });
});
