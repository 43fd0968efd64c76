import type { GridConvergence } from '../grid-convergence';

/** What is followed from grid to grid. `id` names the rack, unit or tile where there are several. */
export type QuantityKind = 'rackInlet' | 'worstInlet' | 'unitReturn' | 'shi' | 'tilesFlow' | 'tileFlow';

export interface QuantityName {
  readonly kind: QuantityKind;
  readonly id: string | null;
  /** Unit of the values; '' for ratios. */
  readonly unit: '°C' | 'kg/s' | '';
}

/** One of the three grids, and how its solution came to rest. */
export interface StudyGrid {
  /** Cell size asked for, m. */
  readonly cellSize: number;
  /** Cube root of the room's volume over its cells, m: what refinement is measured by. */
  readonly representativeSize: number;
  readonly cells: number;
  readonly iterations: number;
  /** False where the air had not come to rest when the iterations ended. */
  readonly settled: boolean;
  /** Largest rack-mean inlet change over the last look, K. */
  readonly residualKelvin: number;
  readonly seconds: number;
  /** Largest uncertainty of any rack-mean inlet on this grid, from the grids together, K; NaN without racks. */
  readonly worstRackKelvin: number;
}

export interface StudyRow extends QuantityName {
  /** Finest grid first. */
  readonly values: readonly [number, number, number];
  /** Half of the range that the value still wanders over at rest, the largest of the grids. */
  readonly wander: number;
  readonly convergence: GridConvergence;
}

/** A grid study of a site: plain data, as the worker sends it. Grids are finest first. */
export interface GridStudyResult {
  readonly site: string;
  /** Cell size that the site runs on, m. */
  readonly runCellSize: number;
  readonly grids: readonly [StudyGrid, StudyGrid, StudyGrid];
  readonly rows: readonly StudyRow[];
}

/** Counts of a study's rows by how they converge, and the racks' uncertainty on the finest grid, K. */
export interface StudySummary {
  readonly racks: number;
  readonly worstKelvin: number;
  readonly medianKelvin: number;
  readonly racksWithin: number;
  readonly diverging: number;
  readonly oscillating: number;
}

/** The racks' side of a study; `withinKelvin` is the uncertainty that one is content with. */
export function summarise(result: GridStudyResult, withinKelvin: number): StudySummary {
  const racks = result.rows.filter(({ kind }) => kind === 'rackInlet');
  const uncertainties = racks.map(({ convergence }) => convergence.gridUncertainty).sort((a, b) => a - b);
  return {
    racks: racks.length,
    worstKelvin: uncertainties.at(-1) ?? Number.NaN,
    medianKelvin: uncertainties[Math.floor((uncertainties.length - 1) / 2)] ?? Number.NaN,
    racksWithin: uncertainties.filter((kelvin) => kelvin <= withinKelvin).length,
    diverging: racks.filter(({ convergence }) => convergence.kind === 'diverging').length,
    oscillating: racks.filter(({ convergence }) => convergence.kind === 'oscillating').length,
  };
}

/**
 * Uncertainty of a value on each of the grids: that of the finest, and on a coarser one also its distance from the finest.
 */
export function uncertaintyOn(row: Pick<StudyRow, 'values' | 'convergence'>, grid: number): number {
  return row.convergence.gridUncertainty + Math.abs(row.values[grid]! - row.values[0]);
}

/** Why a study could not be made. */
export type StudyFailure =
  | { readonly code: 'noThreeSizes' }
  | { readonly code: 'tooCoarse'; readonly cellSize: number }
  | { readonly code: 'tooAlike'; readonly finer: number; readonly coarser: number }
  | { readonly code: 'notSolvable'; readonly cellSize: number; readonly detail: string };
