import { describe, expect, it } from 'vitest';
import { smallRoom } from '../../engine/testing/sites';
import { summarise, uncertaintyOn } from './facts';
import { GridStudyError } from './failure';
import { runGridStudy, studyGrids } from './run-study';
import { automaticSizes, LEAST_RATIO, sizedGrid } from './sizes';

const study = (sizes: number[] | null, site = smallRoom()) =>
  runGridStudy(
    site,
    { seed: 1, sizes },
    () => 0,
    () => {},
  );

describe('sizes of a grid study', () => {
  it('are that of the run and two coarser ones whose cells differ by at least 1.3 in size', () => {
    const site = smallRoom({ cellSize: 0.15 });
    const sizes = automaticSizes(site);
    expect(sizes).toHaveLength(3);
    expect(sizes[0]).toEqual(sizedGrid(site, 0.15));
    for (const [n, coarser] of sizes.slice(1).entries()) {
      expect(coarser.representativeSize / sizes[n]!.representativeSize).toBeGreaterThanOrEqual(LEAST_RATIO);
      expect(coarser.fits).toBe(true);
    }
  });

  it('go finer than the run where coarser cells would leave no air in front of the equipment', () => {
    const site = smallRoom({ cellSize: 0.5 });
    const sizes = automaticSizes(site);
    expect(sizes).toHaveLength(3);
    expect(sizes.at(-1)!.cellSize).toBeLessThanOrEqual(0.75);
    expect(sizes[0]!.cellSize).toBeLessThan(0.5);
    expect(sizes.every(({ fits }) => fits)).toBe(true);
  });

  it('are refused where two of them make the same cells, and where equipment finds no air', () => {
    expect(() => studyGrids(smallRoom(), [0.3, 0.301, 0.5])).toThrow(GridStudyError);
    expect(() => studyGrids(smallRoom(), [0.3, 0.5, 3])).toThrow(/too coarse/);
  });
});

describe('grid study of a small room', () => {
  const result = study([0.3, 0.2, 0.45]);

  it('solves three grids, finest first, and follows racks, units and the whole on all of them', () => {
    expect(result.grids.map(({ cellSize }) => cellSize)).toEqual([0.2, 0.3, 0.45]);
    expect(result.grids.map(({ settled }) => settled)).toEqual([true, true, true]);
    expect(result.rows.map(({ kind, id }) => (id === null ? kind : `${kind} ${id}`))).toEqual([
      'worstInlet',
      'shi',
      'rackInlet rack',
      'unitReturn unit',
    ]);
  });

  it('gives the same uncertainty as its rows, and more on coarser grids', () => {
    const rack = result.rows.find(({ kind }) => kind === 'rackInlet')!;
    const { worstKelvin, racks } = summarise(result, 0.5);
    expect(racks).toBe(1);
    expect(worstKelvin).toBe(rack.convergence.gridUncertainty);
    expect(worstKelvin).toBeGreaterThan(0);
    expect(result.grids[0].worstRackKelvin).toBe(worstKelvin);
    expect(result.grids[2].worstRackKelvin).toBe(uncertaintyOn(rack, 2));
    expect(result.grids[2].worstRackKelvin).toBeGreaterThanOrEqual(worstKelvin);
  });

  it('closes heat on every grid: the return air of the only unit moves by less than 0.5 K', () => {
    const { values } = result.rows.find(({ kind }) => kind === 'unitReturn')!;
    expect(Math.max(...values) - Math.min(...values)).toBeLessThan(0.5);
  });

  it('is the same whatever order the sizes are given in', () => {
    expect(study([0.45, 0.2, 0.3])).toEqual(result);
  });

  it('tells its progress from 0 upwards, coarsest grid first', () => {
    const shares: number[] = [];
    const sizes: number[] = [];
    runGridStudy(
      smallRoom(),
      { seed: 1, sizes: [0.3, 0.45, 0.6] },
      () => 0,
      (share, { cellSize }) => {
        shares.push(share);
        sizes.push(cellSize);
      },
    );
    expect(shares[0]).toBe(0);
    expect(shares.every((share, n) => n === 0 || share >= shares[n - 1]!)).toBe(true);
    expect(shares.at(-1)).toBeGreaterThan(0.5);
    expect([...new Set(sizes)]).toEqual([0.6, 0.45, 0.3]);
  });
});
