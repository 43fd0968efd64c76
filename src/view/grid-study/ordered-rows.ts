import type { QuantityKind, StudyRow } from '../../validation/grid-study/facts';

const KIND_ORDER: readonly QuantityKind[] = ['worstInlet', 'shi', 'tilesFlow', 'rackInlet', 'unitReturn', 'tileFlow'];

/** The whole room first, then racks, units and tiles, each with what is most uncertain first. */
export function orderedRows(rows: readonly StudyRow[]): StudyRow[] {
  return [...rows].sort(
    (a, b) =>
      KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
      b.convergence.gridUncertainty - a.convergence.gridUncertainty,
  );
}

/** Digits that make sense for a quantity. */
export const decimalsOf = (row: Pick<StudyRow, 'unit'>): number => (row.unit === '°C' ? 2 : 4);

export const fixed = (value: number, decimals: number): string =>
  Number.isFinite(value) ? value.toFixed(decimals) : '—';
