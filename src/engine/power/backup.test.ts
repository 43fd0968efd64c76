import { describe, expect, it } from 'vitest';
import { electrical as electricalSchema } from '../../site/schema/energy';
import { carryOverBackup, createBackup, drainW, rechargeW, rideThroughSeconds, sourceOf, spendStores } from './backup';

const electrical = electricalSchema.parse({
  ups: { ratedW: 100_000, battery: { usableJ: 3.6e7, peukertExponent: 1.2, rechargeEfficiency: 0.9 } },
  generator: { ratedW: 200_000, fuelJ: 7.2e8 },
});
const { ups } = electrical;

describe('a battery of 10 kWh at 100 kW', () => {
  it('carries its rated load for 6 minutes and half of it for 12 x 2^0.2 = 13.8', () => {
    expect(rideThroughSeconds(ups, 3.6e7, 100_000)).toBeCloseTo(360, 9);
    expect(rideThroughSeconds(ups, 3.6e7, 50_000) / 60).toBeCloseTo(12 * 2 ** 0.2, 9);
  });

  it('is empty after exactly as long as it was said to last', () => {
    const state = { ...createBackup(electrical), source: 'battery' as const };
    const lasts = rideThroughSeconds(ups, state.batteryJ, 80_000);
    for (let s = 0; s < Math.floor(lasts); s++) {
      spendStores(electrical, state, { batteryW: 80_000, batteryChargeW: 0, generatorW: 0 }, 1);
    }
    expect(state.batteryJ).toBeGreaterThan(0);
    expect(state.batteryJ).toBeLessThan(drainW(ups!, 80_000));
    spendStores(electrical, state, { batteryW: 80_000, batteryChargeW: 0, generatorW: 0 }, 1);
    expect(state.batteryJ).toBe(0);
  });

  it('recharges at a tenth of the rating, keeps 90 % of it, and stops when full', () => {
    const state = createBackup(electrical);
    expect(rechargeW(electrical, state)).toEqual({ drawnW: 0, keptW: 0 });
    state.batteryJ = 0;
    expect(rechargeW(electrical, state)).toEqual({ drawnW: 10_000, keptW: 9000 });
    for (let s = 0; s < 4000; s++) {
      const { keptW } = rechargeW(electrical, state);
      spendStores(electrical, state, { batteryW: 0, batteryChargeW: keptW, generatorW: 0 }, 1);
    }
    expect(state.batteryJ).toBe(3.6e7);
    state.source = 'dark';
    state.batteryJ = 0;
    expect(rechargeW(electrical, state).drawnW).toBe(0);
  });
});

describe('who feeds the facility', () => {
  const full = createBackup(electrical);
  it('battery until the generator runs, generator while it has fuel, then dark', () => {
    expect(sourceOf(electrical, full, false, false)).toBe('grid');
    expect(sourceOf(electrical, full, true, false)).toBe('battery');
    expect(sourceOf(electrical, full, true, true)).toBe('generator');
    expect(sourceOf(electrical, { ...full, batteryJ: 0 }, true, false)).toBe('dark');
    expect(sourceOf(electrical, { ...full, batteryJ: 0, fuelJ: 0 }, true, true)).toBe('dark');
    expect(sourceOf(electrical, { ...full, fuelJ: 0 }, true, true)).toBe('battery');
  });

  it('without end where the site tells of no battery and no generator; dark at once with a generator and no UPS', () => {
    const bare = electricalSchema.parse({ ups: { ratedW: 1e5 } });
    expect(sourceOf(bare, createBackup(bare), true, false)).toBe('battery');
    expect(sourceOf(null, createBackup(null), true, false)).toBe('battery');
    const generatorOnly = electricalSchema.parse({ generator: { ratedW: 1e5 } });
    expect(sourceOf(generatorOnly, createBackup(generatorOnly), true, false)).toBe('dark');
  });

  it('an edit keeps the charge, up to what the new battery holds', () => {
    const half = { ...full, batteryJ: 1.8e7 };
    expect(carryOverBackup(half, electrical).batteryJ).toBe(1.8e7);
    const smaller = electricalSchema.parse({ ups: { ratedW: 1e5, battery: { usableJ: 1e7 } } });
    expect(carryOverBackup(half, smaller).batteryJ).toBe(1e7);
    expect(carryOverBackup(createBackup(null), electrical).batteryJ).toBe(3.6e7);
  });
});
