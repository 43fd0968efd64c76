import { describe, expect, it } from 'vitest';
import { curveLossW, efficiencyAt } from './loss-curve';
import { affineInputW, EIGHTY_PLUS, eightyPlusLossShare, type ServerSupply, supplyInputW, supplyOutputW } from './psu';

const pair = (grade: keyof typeof EIGHTY_PLUS): ServerSupply => ({
  kind: '80plus',
  grade,
  supplies: 'two',
  ratedOverPeak: 1.5,
});

const grades = Object.keys(EIGHTY_PLUS) as (keyof typeof EIGHTY_PLUS)[];

describe('80 PLUS supplies', () => {
  it.each([
    ['bronze', 0.2, 0.81],
    ['bronze', 0.5, 0.85],
    ['bronze', 1, 0.81],
    ['silver', 0.2, 0.85],
    ['silver', 0.5, 0.89],
    ['silver', 1, 0.85],
    ['gold', 0.2, 0.88],
    ['gold', 0.5, 0.92],
    ['gold', 1, 0.88],
    ['platinum', 0.2, 0.9],
    ['platinum', 0.5, 0.94],
    ['platinum', 1, 0.91],
    ['titanium', 0.1, 0.9],
    ['titanium', 0.2, 0.94],
    ['titanium', 0.5, 0.96],
    ['titanium', 1, 0.91],
  ] as const)('%s at load %d has the published efficiency of %d', (grade, load, efficiency) => {
    expect(load / (load + eightyPlusLossShare(grade, load))).toBeCloseTo(efficiency, 12);
  });

  it('never lose less at a higher load, and still lose at none', () => {
    for (const grade of grades) {
      expect(eightyPlusLossShare(grade, 0)).toBeGreaterThan(0.005);
      for (let load = 0; load < 1.2; load += 0.01) {
        expect(eightyPlusLossShare(grade, load + 0.01)).toBeGreaterThanOrEqual(eightyPlusLossShare(grade, load));
      }
    }
  });

  it('give what they draw less their loss: the wall power is taken apart and put together again within 1e-6 W', () => {
    for (const grade of grades) {
      const psu = pair(grade);
      for (const wallW of [25, 30, 58.4, 120, 222, 700]) {
        const outputW = supplyOutputW(psu, 222, wallW, 2);
        expect(outputW).toBeLessThan(wallW);
        expect(supplyInputW(psu, 222, outputW, 2)).toBeCloseTo(wallW, 6);
      }
    }
  });

  it('a Gold pair of 1.5 x 222 W at 333 W out runs each at half load, 92 %; one alone at full load, 88 %', () => {
    const psu = pair('gold');
    expect(333 / supplyInputW(psu, 222, 333, 2)).toBeCloseTo(0.92, 12);
    expect(333 / supplyInputW(psu, 222, 333, 1)).toBeCloseTo(0.88, 12);
  });
});

it('Frontier: converter (P + 13) / 0.98 and rectifier of four nodes (P + 17) / 0.96 give the published 7.282 and 28.203 MW', () => {
  // ExaDigiT RAPS, config/frontier.yaml: node parts, 74 racks of 128 nodes, 8 chassis of 4 switches a rack, 25 CDUs.
  const systemMW = (cpuW: number, gpuW: number) => {
    const nodeW = cpuW + 4 * gpuW + 74.26 + 4 * 20 + 30;
    const converterW = affineInputW(13, 0.98, nodeW);
    const rectifierW = affineInputW(17, 0.96, 4 * converterW) / 4;
    return (74 * (128 * rectifierW + 8 * 4 * 250) + 25 * 8473.47) / 1e6;
  };
  expect(affineInputW(13, 0.98, 626.26)).toBeCloseTo(652.306, 3);
  expect(affineInputW(17, 0.96, 4 * 2772.714) / 4).toBeCloseTo(2892.671, 3);
  expect(systemMW(90, 88)).toBeCloseTo(7.282, 3);
  expect(systemMW(280, 560)).toBeCloseTo(28.203, 3);
});

it('converters are undone exactly, one after the other: 626.26 W out are 652.306 and then 683.913 W in', () => {
  const psu: ServerSupply = {
    kind: 'converters',
    converters: [
      { fixedW: 13, efficiency: 0.98 },
      { fixedW: 17 / 4, efficiency: 0.96 },
    ],
  };
  expect(supplyInputW(psu, 0, 626.26, 1)).toBeCloseTo(683.913, 3);
  expect(supplyOutputW(psu, 0, supplyInputW(psu, 0, 626.26, 1), 1)).toBeCloseTo(626.26, 9);
});

it.each([
  [0.1, 0.879],
  [0.25, 0.943],
  [0.5, 0.964],
  [0.75, 0.969],
  [1, 0.971],
])('the default UPS at load %d has an efficiency of %d', (load, efficiency) => {
  expect(efficiencyAt([0.013, 0.006, 0.011], load)).toBeCloseTo(efficiency, 3);
});

it('the default floor PDU has 98.6 % at 35 % load', () => {
  expect(efficiencyAt([0.0025, 0, 0.02], 0.35)).toBeCloseTo(0.986, 3);
});

it('a transformer of 1000 kVA at half load loses 0.7 kW of iron and a quarter of 7.6 kW of copper', () => {
  expect(curveLossW([0.0007, 0, 0.0076], 1e6, 5e5)).toBeCloseTo(700 + 1900, 6);
});
