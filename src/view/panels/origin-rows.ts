import type { AirSource } from '../../frame/provenance';

/** Sources below this share are summed up. */
const SMALLEST_SHARE = 0.01;
const MOST_ROWS = 6;

/** The sources worth a line of their own, and the share of all others. */
export function originRows(sources: readonly AirSource[]): { rows: AirSource[]; others: number } {
  const rows = sources.filter(({ share }) => share >= SMALLEST_SHARE).slice(0, MOST_ROWS);
  const named = rows.reduce((sum, { share }) => sum + share, 0);
  const all = sources.reduce((sum, { share }) => sum + share, 0);
  return { rows, others: Math.max(0, all - named) };
}
