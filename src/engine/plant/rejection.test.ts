import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chilledWaterPlant } from '../../site/schema/plant';
import { EVAPORATION_JKG, WATER_HEAT_CAPACITY } from '../../units/water';
import { coldestForHeat, coldestWater, createRejection, createRejectionPoint, rejectHeat } from './rejection';

const spec = (kind: 'tower' | 'dry-cooler') =>
  chilledWaterPlant.parse({ kind: 'chilled-water', chillers: { set: 'x' }, condenser: { rejection: { kind } } })
    .condenser.rejection;
const point = createRejectionPoint();

describe('cooling tower', () => {
  const tower = createRejection(spec('tower'), 1e6);

  it('at design gives the design approach with all fans: 25.6 + 3.9 °C from 35.1 °C', () => {
    const leaving = coldestWater(tower, 35.1, { dryBulbCelsius: 35, wetBulbCelsius: 25.6 }, tower.designM3s);
    expect(leaving).toBeCloseTo(29.5, 3);
  });

  it('holds its setpoint with slower fans, whose power falls with the cube of the speed', () => {
    const outdoor = { dryBulbCelsius: 20, wetBulbCelsius: 14 };
    rejectHeat(tower, 29, outdoor, tower.designM3s, 24, point);
    expect(point.leavingCelsius).toBe(24);
    expect(point.fanShare).toBeGreaterThan(0.2);
    expect(point.fanShare).toBeLessThan(1);
    expect(point.fanW).toBeCloseTo(10_500 * point.fanShare ** 3, 6);
    expect(point.heatW).toBeCloseTo(tower.designM3s * WATER_HEAT_CAPACITY * 5, 3);
  });

  it('half the flow runs one of two cells', () => {
    const outdoor = { dryBulbCelsius: 35, wetBulbCelsius: 25.6 };
    rejectHeat(tower, 35.1, outdoor, tower.designM3s / 2, 21, point);
    expect(point.fanW).toBeCloseTo(10_500 / 2, 6);
    expect(point.leavingCelsius).toBeCloseTo(29.5, 3);
    expect(point.saturated).toBe(true);
  });

  it('evaporates 1.13 times the water whose heat it rejects at design in dry air of 35 °C, and a quarter more is blown down', () => {
    rejectHeat(tower, 35.1, { dryBulbCelsius: 35, wetBulbCelsius: 25.6 }, tower.designM3s, 29.5, point);
    const evaporated = point.waterKgs * 0.8;
    expect((evaporated * EVAPORATION_JKG) / point.heatW).toBeCloseTo(1.13, 2);
  });

  it('with half of its fans standing cools 55 % of the water as far, and draws half the power', () => {
    const outdoor = { dryBulbCelsius: 35, wetBulbCelsius: 25.6 };
    const half = { fansOut: 0.5, rejectionConductance: 1 };
    rejectHeat(tower, 35.1, outdoor, tower.designM3s, 21, point, half);
    expect(35.1 - point.leavingCelsius).toBeCloseTo(0.55 * 5.6, 3);
    expect(point.fanW).toBeCloseTo(10_500 / 2, 6);
  });

  it.each([
    ['half its fans', { fansOut: 0.5, rejectionConductance: 1 }],
    ['no fans', { fansOut: 1, rejectionConductance: 1 }],
    ['a fouled fill', { fansOut: 0, rejectionConductance: 0.6 }],
  ])('with %s the steady state of a heat is the water that rejects it', (_, condition) => {
    const outdoor = { dryBulbCelsius: 22, wetBulbCelsius: 16 };
    const heat = condition.fansOut === 1 ? 1e5 : 7e5;
    const coldest = coldestForHeat(tower, heat, tower.designM3s, outdoor, condition);
    const entering = coldest + heat / (tower.designM3s * WATER_HEAT_CAPACITY);
    rejectHeat(tower, entering, outdoor, tower.designM3s, 5, point, condition);
    expect(point.heatW / heat).toBeCloseTo(1, 6);
    expect(coldest).toBeGreaterThan(coldestForHeat(tower, heat, tower.designM3s, outdoor));
  });

  it('never heats water, never freezes it, never cools it below the wet bulb', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 32, noNaN: true }),
        fc.double({ min: 2, max: 45, noNaN: true }),
        fc.double({ min: 0.05, max: 1.2, noNaN: true }),
        fc.double({ min: 5, max: 30, noNaN: true }),
        (wetBulb, entering, flow, wanted) => {
          const outdoor = { dryBulbCelsius: wetBulb + 4, wetBulbCelsius: wetBulb };
          rejectHeat(tower, entering, outdoor, flow * tower.designM3s, wanted, point);
          expect(point.leavingCelsius).toBeLessThanOrEqual(entering);
          expect(point.leavingCelsius).toBeGreaterThanOrEqual(Math.min(entering, Math.max(5, wetBulb)) - 1e-9);
          expect(point.heatW).toBeGreaterThanOrEqual(0);
          expect(point.fanW).toBeLessThanOrEqual(10_500 + 1e-9);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('dry cooler', () => {
  const cooler = createRejection(spec('dry-cooler'), 2_931_000);

  it('BAC TDFS1238N: 2931 kW from 46.11 to 40.55 °C in air of 35 °C with 117.7 kW of fans', () => {
    rejectHeat(cooler, 46.11, { dryBulbCelsius: 35, wetBulbCelsius: 20 }, cooler.designM3s, 21, point);
    expect(point.leavingCelsius).toBeCloseTo(40.55, 6);
    expect(point.heatW).toBeCloseTo(2_931_000, 0);
    expect(point.fanW).toBeCloseTo(117_700, 6);
    expect(point.waterKgs).toBe(0);
  });

  it('air as warm as the water takes no heat', () => {
    rejectHeat(cooler, 30, { dryBulbCelsius: 30, wetBulbCelsius: 20 }, cooler.designM3s, 21, point);
    expect(point.heatW).toBe(0);
    expect(point.saturated).toBe(true);
  });
});
