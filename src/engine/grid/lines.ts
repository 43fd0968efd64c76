import { coolingUnitBox, rackBox } from '../../site/footprint';
import type { Site } from '../../site/schema/site';
import { narrowGaps } from './narrow-gaps';
import { grilleRectangle } from './rectangles';
import { contentVent } from './vents';

/** Candidate cell sizes for the automatic choice, m. */
const CELL_SIZES = [0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.5, 2, 3, 5];

/** A plane that a face should lie on, m; lower rank wins where two are too close for the cell size. */
interface WantedPlane {
  at: number;
  rank: number;
  /** Least distance to other faces, m; a share of the cell size where absent. */
  gap?: number;
}

/** Planes nearer to each other than this share of the cell size are merged. */
const MERGE_SHARE = 0.45;

function wantedPlanes(site: Site, axis: 'x' | 'y' | 'z'): WantedPlane[] {
  const planes: WantedPlane[] = [];
  // Racks of a row want the same planes: one of each is enough.
  const wanted: Set<number>[] = [];
  const add = (rank: number, ...values: number[]) => {
    wanted[rank] ??= new Set();
    const known = wanted[rank];
    for (const at of values) {
      if (known.has(at)) continue;
      known.add(at);
      planes.push({ at, rank });
    }
  };
  for (const o of site.obstacles) add(1, o.min[axis], o.max[axis]);
  for (const c of site.containments) add(1, c.min[axis], c.max[axis]);
  for (const rack of site.racks) {
    const box = rackBox(rack);
    add(2, box.min[axis], box.max[axis]);
    if (axis === 'z') {
      for (const content of rack.contents) {
        const vent = contentVent(rack, content);
        add(4, vent.zMin, vent.zMin + vent.height);
      }
    }
  }
  for (const unit of site.coolingUnits) {
    const box = coolingUnitBox(unit);
    add(2, box.min[axis], box.max[axis]);
    for (const grille of [unit.supply, unit.return]) {
      if (!('face' in grille)) continue;
      const rectangle = grilleRectangle(unit, grille);
      add(3, rectangle.min[axis], rectangle.max[axis]);
    }
  }
  if (axis !== 'z') {
    const size = axis === 'x' ? 'width' : 'depth';
    for (const panel of [...site.tiles, ...site.ceilingGrilles]) {
      add(3, panel.position[axis] - panel[size] / 2, panel.position[axis] + panel[size] / 2);
    }
  }
  for (const opening of site.openings) {
    const sideways = opening.surface === 'x-min' || opening.surface === 'x-max' ? 'y' : 'x';
    const upwards = opening.surface === 'floor' || opening.surface === 'ceiling' ? 'y' : 'z';
    if (axis === sideways) add(3, opening.centre[axis] - opening.width / 2, opening.centre[axis] + opening.width / 2);
    if (axis === upwards) add(3, opening.centre[axis] - opening.height / 2, opening.centre[axis] + opening.height / 2);
  }
  return planes;
}

/** Face coordinates along one axis: aligned with the wanted planes, cells close to `cellSize` between them. */
function facesAlong(length: number, planes: WantedPlane[], cellSize: number): Float64Array {
  const kept = [0, length];
  const ordered = planes
    .filter((plane) => plane.at > 0 && plane.at < length)
    .sort((p, q) => p.rank - q.rank || p.at - q.at);
  const merged = MERGE_SHARE * cellSize;
  for (const { at, gap = merged } of ordered) {
    const place = lowerBound(kept, at);
    const below = kept[place - 1] ?? -Infinity;
    const above = kept[place] ?? Infinity;
    if (at - below >= gap && above - at >= gap) kept.splice(place, 0, at);
  }
  const faces: number[] = [0];
  for (let n = 1; n < kept.length; n++) {
    const from = kept[n - 1]!;
    const to = kept[n]!;
    const cells = Math.max(1, Math.round((to - from) / cellSize));
    for (let m = 1; m < cells; m++) faces.push(from + ((to - from) * m) / cells);
    faces.push(to);
  }
  return Float64Array.from(faces);
}

function lowerBound(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface GridLines {
  cellSize: number;
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
}

export function gridLines(site: Site, cellSize: number): GridLines {
  return linesOf(site, planesOf(site), cellSize);
}

type Planes = Record<'x' | 'y' | 'z', readonly WantedPlane[]>;

function planesOf(site: Site): Planes {
  return { x: wantedPlanes(site, 'x'), y: wantedPlanes(site, 'y'), z: wantedPlanes(site, 'z') };
}

function linesOf(site: Site, wanted: Planes, cellSize: number): GridLines {
  const narrow = narrowGaps(site, MERGE_SHARE * cellSize);
  const planes = (axis: 'x' | 'y' | 'z'): WantedPlane[] => [
    ...narrow.flatMap((gap) =>
      gap.axis === axis
        ? [gap.low, gap.high].map((at) => ({ at, rank: 0, gap: MERGE_SHARE * (gap.high - gap.low) }))
        : [],
    ),
    ...wanted[axis],
  ];
  return {
    cellSize,
    x: facesAlong(site.room.width, planes('x'), cellSize),
    y: facesAlong(site.room.depth, planes('y'), cellSize),
    z: facesAlong(site.room.height, planes('z'), cellSize),
  };
}

/** Cells that the automatic grid may have in any room, and for each rack on top: two across a rack in a hall. */
const BASE_CELLS = 80_000;
const CELLS_PER_RACK = 260;

/**
 * Most cells of the automatic grid of a site. Measured (docs/performance.md): a room of 20 racks then has cells of 0.15 m
 * and rack inlets within 0.2 K of those on 0.1 m, a hall of 1,000 cells of 0.3 m and inlets within 0.2 K RMS of those
 * on 0.2 m, and both run more than ten times faster than real time.
 */
export function automaticMaxCells(site: Site): number {
  return BASE_CELLS + CELLS_PER_RACK * site.racks.length;
}

/** The finest of the usual cell sizes whose grid has at most `maxCells` cells. */
export function automaticGridLines(site: Site, maxCells: number): GridLines {
  let lines: GridLines | null = null;
  const wanted = planesOf(site);
  for (const cellSize of CELL_SIZES) {
    const estimate = (site.room.width * site.room.depth * site.room.height) / cellSize ** 3;
    if (estimate > 2 * maxCells) continue;
    lines = linesOf(site, wanted, cellSize);
    if ((lines.x.length - 1) * (lines.y.length - 1) * (lines.z.length - 1) <= maxCells) return lines;
  }
  return lines ?? linesOf(site, wanted, CELL_SIZES[CELL_SIZES.length - 1]!);
}

/** Index of the face nearest to a coordinate. */
export function nearestFace(faces: Float64Array, at: number): number {
  const place = Math.min(lowerBound(faces, at), faces.length - 1);
  if (place === 0) return 0;
  return at - faces[place - 1]! < faces[place]! - at ? place - 1 : place;
}

/** Index of the cell that holds a coordinate, clamped to the room. */
export function cellAt(faces: Float64Array, at: number): number {
  return Math.min(Math.max(lowerBound(faces, at) - 1, 0), faces.length - 2);
}
