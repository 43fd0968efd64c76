import { expect, it } from 'vitest';
import { chillerSet, chillerSetNames } from '../../site/chillers/chiller-set';
import { carnotShare, createChillerPoint, evaluateChiller } from './chiller-eir';

const point = createChillerPoint();

function cop(name: string, partLoad: number, leaving?: number, condenser?: number): number {
  const set = chillerSet(name)!;
  const te = leaving ?? set.referenceEvaporatorCelsius;
  const tc = condenser ?? set.referenceCondenserCelsius;
  evaluateChiller(set, set.referenceCapacityW, 1e12, te, tc, point);
  const heat = (point.availableW / set.maxPartLoad) * partLoad;
  evaluateChiller(set, set.referenceCapacityW, heat, te, tc, point);
  return heat / point.powerW;
}

it.each([
  ['York_YT_1758kW_5_96COP_Vanes', 5.861, 6.073],
  ['Carrier_19XR_1403kW_7_09COP_VSD', 7.116, 9.293],
  ['Trane_CVHE_1407kW_7_14COP_VSD', 7.032, 9.187],
  ['York_YCAL0033EE_101kW_3_1COP_AirCooled', 3.037, 3.037],
])('%s has a COP of %d at full and %d at half load', (name, full, half) => {
  expect(cop(name, 1)).toBeCloseTo(full, 2);
  expect(cop(name, 0.5)).toBeCloseTo(half, 2);
});

it('157 sets, one of them air-cooled; every one draws power at its reference point within 20 % of its reference COP', () => {
  const names = chillerSetNames();
  expect(names).toHaveLength(157);
  expect(names.filter((name) => chillerSet(name)!.airCooled)).toHaveLength(1);
  for (const name of names) {
    const share = cop(name, 1) / chillerSet(name)!.referenceCop;
    expect(share, name).toBeGreaterThan(0.8);
    expect(share, name).toBeLessThan(1.2);
  }
});

it('water of 18 °C is beyond every set: capacity stays, the COP keeps its share of Carnot, the point says so', () => {
  const name = 'Carrier_19XR_1403kW_7_09COP_VSD';
  const set = chillerSet(name)!;
  const edge = set.evaporatorCelsius.high;
  const atEdge = cop(name, 0.7, edge, 22);
  expect(point.outOfRange).toBe(false);
  const edgeAvailable = point.availableW;
  expect(cop(name, 0.7, edge + 1e-9, 22)).toBeCloseTo(atEdge, 6);
  const warm = cop(name, 0.7, 18, 22);
  expect(point.outOfRange).toBe(true);
  expect(point.availableW).toBe(edgeAvailable);
  const lift = (te: number) => Math.max(10, 22 - te + 8.6) / (te + 273.15);
  expect(warm / atEdge).toBeCloseTo(lift(edge) / lift(18), 9);
  expect(warm).toBeGreaterThan(atEdge);
});

it('below its lowest part load it cycles: power is proportional to load', () => {
  const name = 'York_YT_1758kW_5_96COP_Vanes';
  const { minPartLoad } = chillerSet(name)!;
  expect(cop(name, minPartLoad / 4)).toBeCloseTo(cop(name, minPartLoad), 9);
});

it('load beyond the capacity is not taken', () => {
  const set = chillerSet('York_YT_1758kW_5_96COP_Vanes')!;
  evaluateChiller(set, 1e6, 5e6, 6.67, 29.44, point);
  expect(point.partLoad).toBeCloseTo(set.maxPartLoad, 9);
});

it('shares of Carnot at the reference points: half of the sets from 0.52 to 0.65, all from 0.30 to 0.74', () => {
  const shares = chillerSetNames()
    .map((name) => carnotShare(chillerSet(name)!))
    .sort((a, b) => a - b);
  const quartiles = [0, 39, 78, 117, 156].map((n) => Number(shares[n]!.toFixed(2)));
  expect(quartiles).toEqual([0.3, 0.52, 0.6, 0.65, 0.74]);
});
