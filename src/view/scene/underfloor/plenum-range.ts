import type { Frame } from '../../../frame/layout';

/** What the drawing of the air under the floor spans. */
export interface PlenumRange {
  minPascals: number;
  maxPascals: number;
  maxSpeedMs: number;
}

/** Lowest and highest pressure and highest speed under the floor; null where nothing of it is known. */
export function plenumRange({ blocks }: Frame): PlenumRange | null {
  const { plenumPascals, plenumVelocityX, plenumVelocityY } = blocks;
  let minPascals = Number.POSITIVE_INFINITY;
  let maxPascals = Number.NEGATIVE_INFINITY;
  let maxSpeedMs = 0;
  for (let n = 0; n < plenumPascals.length; n++) {
    const pascals = plenumPascals[n]!;
    if (Number.isNaN(pascals)) continue;
    minPascals = Math.min(minPascals, pascals);
    maxPascals = Math.max(maxPascals, pascals);
    maxSpeedMs = Math.max(maxSpeedMs, Math.hypot(plenumVelocityX[n]!, plenumVelocityY[n]!));
  }
  return minPascals <= maxPascals ? { minPascals, maxPascals, maxSpeedMs } : null;
}
