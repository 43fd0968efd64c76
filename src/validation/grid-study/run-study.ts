import { EngineError } from '../../engine/engine';
import type { Site } from '../../site/schema/site';
import { gridConvergence } from '../grid-convergence';
import { type GridStudyResult, type StudyGrid, type StudyRow, uncertaintyOn } from './facts';
import { GridStudyError } from './failure';
import { automaticSizes, type SizedGrid, sizedGrid } from './sizes';
import { type GridSolution, solveGrid } from './solve';

type Three<T> = readonly [T, T, T];

export interface StudyOptions {
  readonly seed: number;
  /** Three cell sizes, m; null: from the size that the site runs on. */
  readonly sizes: readonly number[] | null;
}

/** Grids whose representative sizes differ by less than this tell nothing about an order. */
const ALIKE_RATIO = 1.1;

/** The grids of a study, finest first. Throws `GridStudyError` where three that differ enough cannot be had. */
export function studyGrids(site: Site, sizes: readonly number[] | null): Three<SizedGrid> {
  const grids =
    sizes === null
      ? automaticSizes(site)
      : [...sizes].sort((a, b) => a - b).map((cellSize) => sizedGrid(site, cellSize));
  if (grids.length !== 3) throw new GridStudyError({ code: 'noThreeSizes' });
  const coarse = grids.find(({ fits }) => !fits);
  if (coarse !== undefined) throw new GridStudyError({ code: 'tooCoarse', cellSize: coarse.cellSize });
  for (const [n, coarser] of grids.slice(1).entries()) {
    const finer = grids[n]!;
    if (coarser.representativeSize / finer.representativeSize < ALIKE_RATIO) {
      throw new GridStudyError({ code: 'tooAlike', finer: finer.cellSize, coarser: coarser.cellSize });
    }
  }
  return grids as unknown as Three<SizedGrid>;
}

/**
 * Steady solutions of a site on three grids, coarsest first, each finer one from the air of the coarser, and what they
 * say about the error of the finest. `now` is wall time in ms.
 */
export function runGridStudy(
  site: Site,
  options: StudyOptions,
  now: () => number,
  onProgress: (share: number, grid: SizedGrid) => void,
): GridStudyResult {
  const grids = studyGrids(site, options.sizes);
  // Steps of a finer grid cost more, and it takes more of them to come to rest.
  const work = grids.map(({ cells }) => cells);
  const total = work.reduce((a, b) => a + b);
  const solutions: GridSolution[] = [];
  const seconds: number[] = [];
  let done = 0;
  for (let n = 2; n >= 0; n--) {
    const grid = grids[n]!;
    const start = now();
    const progress = (share: number) => onProgress((done + share * work[n]!) / total, grid);
    progress(0);
    solutions[n] = solve(site, grid, options.seed, solutions[n + 1] ?? null, progress);
    seconds[n] = (now() - start) / 1000;
    done += work[n]!;
  }
  return resultOf(site, grids, solutions as unknown as Three<GridSolution>, seconds);
}

function solve(
  site: Site,
  grid: SizedGrid,
  seed: number,
  coarser: GridSolution | null,
  onProgress: (share: number) => void,
): GridSolution {
  try {
    return solveGrid(site, grid.cellSize, seed, coarser?.engine ?? null, onProgress);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new GridStudyError({
      code: 'notSolvable',
      cellSize: grid.cellSize,
      detail: error.issues[0]?.message ?? error.message,
    });
  }
}

function resultOf(
  site: Site,
  grids: Three<SizedGrid>,
  solutions: Three<GridSolution>,
  seconds: readonly number[],
): GridStudyResult {
  const cellSizes = grids.map(({ representativeSize }) => representativeSize) as unknown as Three<number>;
  const rows = solutions[0].names.map((name, q): StudyRow => {
    const values = solutions.map((solution) => solution.values[q]!) as unknown as Three<number>;
    const wander = Math.max(...solutions.map((solution) => solution.wander[q]!));
    return { ...name, values, wander, convergence: gridConvergence({ cellSizes, values, noise: 2 * wander }) };
  });
  const known = rows.filter(({ values }) => values.every((value) => Number.isFinite(value)));
  const racks = known.filter(({ kind }) => kind === 'rackInlet');
  const studied = grids.map((grid, n): StudyGrid => {
    const { iterations, settled, residualKelvin } = solutions[n]!;
    const { cellSize, representativeSize, cells } = grid;
    const worstRackKelvin = racks.length === 0 ? Number.NaN : Math.max(...racks.map((row) => uncertaintyOn(row, n)));
    return {
      cellSize,
      representativeSize,
      cells,
      iterations,
      settled,
      residualKelvin,
      worstRackKelvin,
      seconds: seconds[n]!,
    };
  });
  return {
    site: site.name,
    runCellSize: sizedGrid(site, null).cellSize,
    grids: studied as unknown as Three<StudyGrid>,
    rows: known,
  };
}
