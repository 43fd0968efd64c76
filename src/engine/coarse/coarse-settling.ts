import type { Mesh } from '../kernels/mesh';

/** How far coarser cells have helped the present settling. */
export interface CoarseSettling {
  /** 'cold': the coarse room settles first; 'corrections': it corrects the fine one; 'done': the fine one goes on alone. */
  stage: 'cold' | 'corrections' | 'done';
  /** Corrections so far. */
  corrections: number;
  /** Smallest change of a chassis inlet in a correction, K, and the corrections since. */
  smallestKelvin: number;
  stalled: number;
}

/**
 * After an edit rooms of fewer cells than these rest as soon without coarser cells, and near their rest sooner: the second
 * room must be built first (measured on 67,584 and 207,360 cells).
 */
const LARGE_CELLS = 150_000;

/** Where the room has no air of its own yet. */
export function coarseFirst(): CoarseSettling {
  return begunAt('cold');
}

/** Where it begins with the air of before an edit. */
export function coarseAfterEdit({ nx, ny, nz }: Mesh): CoarseSettling {
  return begunAt(nx * ny * nz < LARGE_CELLS ? 'done' : 'corrections');
}

function begunAt(stage: CoarseSettling['stage']): CoarseSettling {
  return { stage, corrections: 0, smallestKelvin: Number.POSITIVE_INFINITY, stalled: 0 };
}
