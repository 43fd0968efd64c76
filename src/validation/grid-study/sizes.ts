import { automaticMaxCells } from '../../engine/grid/lines';
import { buildRoomGrid } from '../../engine/grid/room-grid';
import type { Site } from '../../site/schema/site';

/** Least ratio of representative cell sizes between two grids of a study (Celik et al. 2008 ask for 1.3). */
export const LEAST_RATIO = 1.3;

/** Ratios that are tried for the next grid, least first: aligned faces make the cells follow the asked size in leaps. */
const RATIOS = [1.3, 1.35, 1.4, 1.45, 1.5, 1.6, 1.7, 1.85, 2];

/** Cells that a site document asks for across the thinnest side of the room. */
const LEAST_CELLS_ACROSS = 4;

export interface SizedGrid {
  /** Cell size asked for, m. */
  readonly cellSize: number;
  /** Cube root of the room's volume over its cells, m. */
  readonly representativeSize: number;
  readonly cells: number;
  /** True where every opening of the site finds air on these cells, and at least four of them lie across the room. */
  readonly fits: boolean;
}

/** What cells of a size make of a site; null: the size that the site runs on. */
export function sizedGrid(site: Site, cellSize: number | null): SizedGrid {
  const grid = buildRoomGrid(site, cellSize ?? site.cellSize ?? null, automaticMaxCells(site));
  const { width, depth, height } = site.room;
  const cells = grid.mesh.nx * grid.mesh.ny * grid.mesh.nz;
  const { cellSize: size } = grid.lines;
  return {
    cellSize: size,
    representativeSize: Math.cbrt((width * depth * height) / cells),
    cells,
    fits:
      size <= Math.min(width, depth, height) / LEAST_CELLS_ACROSS &&
      grid.issues.every((issue) => issue.severity !== 'error'),
  };
}

/** The next grid whose representative size is coarser (or finer) by at least LEAST_RATIO; null where none of them fits. */
function neighbour(site: Site, from: SizedGrid, towards: 'coarser' | 'finer'): SizedGrid | null {
  for (const ratio of RATIOS) {
    const cellSize = rounded(towards === 'coarser' ? from.cellSize * ratio : from.cellSize / ratio);
    const next = sizedGrid(site, cellSize);
    const reached =
      towards === 'coarser'
        ? next.representativeSize / from.representativeSize
        : from.representativeSize / next.representativeSize;
    if (reached >= LEAST_RATIO) return next.fits ? next : null;
  }
  return null;
}

const rounded = (cellSize: number): number => Math.round(cellSize * 1000) / 1000;

/**
 * Three grids for a study, finest first: the one that the site runs on and two coarser ones, and as many finer ones as
 * coarser ones would be too coarse to hold the site.
 */
export function automaticSizes(site: Site): SizedGrid[] {
  const grids = [sizedGrid(site, null)];
  while (grids.length < 3) {
    const coarser = neighbour(site, grids.at(-1)!, 'coarser');
    if (coarser === null) break;
    grids.push(coarser);
  }
  while (grids.length < 3) {
    const finer = neighbour(site, grids[0]!, 'finer');
    if (finer === null) break;
    grids.unshift(finer);
  }
  return grids;
}
