import type { Site } from '../../site/schema/site';

/** Bounds of the site document, m. */
export const MIN_CELL_METRES = 0.02;
export const MAX_CELL_METRES = 5;

/** About how many cells a size makes: volume over cell volume. Faces that follow the equipment make somewhat more or fewer. */
export function estimatedCells(site: Site, cellSize: number): number {
  const { width, depth, height } = site.room;
  return (width * depth * height) / cellSize ** 3;
}

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const roughly = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** Cells as a number to read: whole up to ten million, then in millions. */
export function cellsText(cells: number): string {
  if (cells >= 1e7) return `${roughly.format(cells / 1e6)} M`;
  return grouped.format(Number.isInteger(cells) ? cells : Number(cells.toPrecision(2)));
}

export const sizeText = (metres: number): string => String(Math.round(metres * 1000) / 1000);
