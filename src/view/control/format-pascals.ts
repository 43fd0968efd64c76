import { type Shown, UNKNOWN } from '../numbers/format';

/** Pressure of a room, to a tenth of a pascal. */
export function formatPascals(pascals: number): Shown {
  return { text: Number.isFinite(pascals) ? pascals.toFixed(1) : UNKNOWN, unit: 'Pa' };
}
