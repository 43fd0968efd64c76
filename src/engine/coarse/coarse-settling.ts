/** How far coarser cells have helped the present settling. */
export interface CoarseSettling {
  /** 'cold': the coarse room settles first; 'corrections': it corrects the fine one; 'done': the fine one goes on alone. */
  stage: 'cold' | 'corrections' | 'done';
  /** Whether the settling began with the air of before an edit. */
  readonly edited: boolean;
  /** Corrections so far. */
  corrections: number;
  /** Smallest change of a chassis inlet in a correction, K, and the corrections since. */
  smallestKelvin: number;
  stalled: number;
}

/** Where the room has no air of its own yet ('cold'), or that of before an edit ('corrections'). */
export function createCoarseSettling(stage: 'cold' | 'corrections'): CoarseSettling {
  return {
    stage,
    edited: stage === 'corrections',
    corrections: 0,
    smallestKelvin: Number.POSITIVE_INFINITY,
    stalled: 0,
  };
}
