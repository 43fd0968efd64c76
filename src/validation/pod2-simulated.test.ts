import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, runSteady } from '../engine/engine';
import { reportOf } from '../engine/report';
import { parseSite } from '../site/parse';
import { comparePod2, type Pod2Comparison } from './pod2';
import { type Pod2Window, pod2Windows, type StripRacks, stripRacks } from './pod2-measured';

const sitesFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'public', 'sites');

/** Strips behind racks under load; the others idle at about 2 kW a rack. */
const loaded: Readonly<Record<Pod2Window['id'], readonly StripRacks[]>> = {
  idle: [],
  a: ['04-06', '10-12'],
  b: ['01-03', '07-09'],
};

function simulated(window: Pod2Window): Pod2Comparison {
  const { site, issues } = parseSite(readFileSync(join(sitesFolder, window.file), 'utf8'));
  expect(issues).toEqual([]);
  const engine = createEngine(site!, { seed: 1 });
  runSteady(engine);
  return comparePod2(window, reportOf(engine));
}

describe.each(pod2Windows)('POD 2, window $id, as simulated', (window) => {
  let comparison: Pod2Comparison;
  beforeAll(() => {
    comparison = simulated(window);
  });
  const celsiusAt = (name: string) => comparison.points.find((point) => point.name === name)!.simulated;

  it('closes heat within 0.5 %: the coolers take what the racks give', () => {
    expect(Math.abs(comparison.heatClosure)).toBeLessThan(0.005);
  });

  it('has a root mean square error of 3 K at most at the fronts, 3.4 K at the rears', () => {
    expect(comparison.front.rmse).toBeLessThan(3);
    expect(comparison.rear.rmse).toBeLessThan(3.4);
  });

  it('shows warm air over the racks: fronts 4-10 K warmer at the top than in the middle, as a mean', () => {
    const gaps = comparison.frontGaps.map((gap) => gap.simulated);
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    expect(mean).toBeGreaterThan(4);
    expect(mean).toBeLessThan(10);
  });

  it('tells loaded racks (35-43 °C behind them) from idle ones (20-30 °C)', () => {
    for (const racks of stripRacks) {
      const [low, high] = loaded[window.id].includes(racks) ? [35, 43] : [20, 30];
      expect(celsiusAt(`racks ${racks} rear middle`)).toBeGreaterThan(low!);
      expect(celsiusAt(`racks ${racks} rear middle`)).toBeLessThan(high!);
    }
  });

  it('returns air to the coolers within 2 K of the measured', () => {
    expect(Math.abs(comparison.returnAir.simulated - comparison.returnAir.reference)).toBeLessThan(2);
  });
});
