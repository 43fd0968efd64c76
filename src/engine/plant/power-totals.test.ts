import { describe, expect, it } from 'vitest';
import { electrical as electricalSchema, plant as plantSchema } from '../../site/schema/energy';
import type { Plant } from './plant';
import { distributionLossesW, upsLossW } from './power-chain';
import { createPowerTotals, sumPower } from './power-totals';

const electrical = electricalSchema.parse({ ups: { ratedW: 100_000 }, pduEfficiency: 0.98, otherLoadW: 500 });

/** Only what the sums read. */
const plant = (coilPowerW: number[], fanW: number[]) =>
  ({
    structure: { directExpansion: new Uint8Array(fanW.length) },
    coilPowerW: Float64Array.from(coilPowerW),
    fanW: Float64Array.from(fanW),
    economisers: { fanW: new Float64Array(fanW.length), waterKgs: new Float64Array(fanW.length) },
    water: null,
    facility: null,
    doors: null,
  }) as unknown as Plant;

const load = { itW: 49_000, serverFansW: 4000, liquidHeatW: 0 };

describe('distributionLossesW', () => {
  it.each([
    [0.1, 0.879],
    [0.25, 0.943],
    [0.5, 0.964],
    [0.75, 0.969],
    [1, 0.971],
  ])('the default UPS at load %d has an efficiency of %d', (share, efficiency) => {
    const outputW = share * 100_000;
    expect(outputW / (outputW + upsLossW(electrical.ups!, outputW))).toBeCloseTo(efficiency, 3);
  });

  it('49 kW of IT lose 1 kW in a PDU of 98 % and 1.875 kW in a UPS at half load', () => {
    expect(distributionLossesW(electrical, 49_000)).toBeCloseTo(1000 + 1875, 6);
    expect(distributionLossesW(electricalSchema.parse({ pduEfficiency: 0.98 }), 49_000)).toBeCloseTo(1000, 6);
  });

  it('a site that does not say how it is fed has unknown losses', () => {
    expect(distributionLossesW(undefined, 49_000)).toBeNaN();
  });
});

describe('sumPower', () => {
  it('facility = IT + cooling + losses + other', () => {
    const totals = createPowerTotals();
    sumPower(
      load,
      plant([10_000, 5000], [1500, 500]),
      { electrical, plant: plantSchema.parse({ kind: 'moore-cop' }), liquidLoop: undefined },
      totals,
    );
    expect(totals.coolingW).toBe(17_000);
    expect(totals.coolingFansW).toBe(2000);
    expect(totals.facilityW).toBeCloseTo(49_000 + 17_000 + 2875 + 500, 6);
  });

  it('one unknown part makes the totals above it unknown and leaves the others', () => {
    const totals = createPowerTotals();
    sumPower(
      load,
      plant([Number.NaN, 5000], [1500, 500]),
      { electrical, plant: undefined, liquidLoop: undefined },
      totals,
    );
    expect(totals.coolingW).toBeNaN();
    expect(totals.facilityW).toBeNaN();
    expect(totals.coolingFansW).toBe(2000);
    expect(totals.lossesW).toBeCloseTo(2875, 6);
    sumPower(load, plant([10_000], [1500]), { electrical: undefined, plant: undefined, liquidLoop: undefined }, totals);
    expect(totals.lossesW).toBeNaN();
    expect(totals.facilityW).toBeNaN();
    expect(totals.coolingW).toBe(11_500);
  });
});
