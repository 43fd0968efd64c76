import { coolingUnitBox } from '../../../site/footprint';
import type { Site } from '../../../site/schema/site';

/** Cells under the floor are about this wide, m: half a tile, and no finer than the plenum is usually deep. */
const CELL_METRES = 0.3;
/** Large floors get wider cells, so that the plenum stays a small part of the work. */
const MOST_CELLS = 12_000;
/** Planes nearer to each other than this share of a cell are merged. */
const MERGE_SHARE = 0.45;

interface Planes {
  /** Edges of tiles, then of units and blockages: the earlier win where two are too close. */
  readonly x: number[];
  readonly y: number[];
}

function wantedPlanes(site: Site): Planes {
  const x: number[] = [];
  const y: number[] = [];
  const add = (min: { x: number; y: number }, max: { x: number; y: number }) => {
    x.push(min.x, max.x);
    y.push(min.y, max.y);
  };
  for (const { position, width, depth } of site.tiles) {
    add(
      { x: position.x - width / 2, y: position.y - depth / 2 },
      { x: position.x + width / 2, y: position.y + depth / 2 },
    );
  }
  for (const unit of site.coolingUnits) {
    if (unit.supply.to !== 'raised-floor') continue;
    const { min, max } = coolingUnitBox(unit);
    add(min, max);
  }
  for (const { min, max } of site.raisedFloor?.blockages ?? []) add(min, max);
  return { x, y };
}

/**
 * Cell faces under the floor along x and y. All of them are faces of the room's cells above, so that each cell of the
 * room's floor belongs to one cell of the plenum.
 */
export function plenumLines(
  site: Site,
  roomX: Float64Array,
  roomY: Float64Array,
  cellMetres?: number,
): { x: Float64Array; y: Float64Array } {
  const planes = wantedPlanes(site);
  let size = cellMetres ?? CELL_METRES;
  for (;;) {
    const x = linesAlong(roomX, planes.x, size);
    const y = linesAlong(roomY, planes.y, size);
    if (cellMetres !== undefined || (x.length - 1) * (y.length - 1) <= MOST_CELLS) return { x, y };
    size *= 1.25;
  }
}

function linesAlong(room: Float64Array, planes: readonly number[], size: number): Float64Array {
  const last = room.length - 1;
  const gap = MERGE_SHARE * size;
  const kept: number[] = [0, last];
  for (const plane of new Set(planes)) {
    const index = nearest(room, plane);
    if (kept.every((other) => Math.abs(room[other]! - room[index]!) >= gap)) kept.push(index);
  }
  kept.sort((a, b) => a - b);
  const lines = [room[0]!];
  for (let n = 1; n < kept.length; n++) {
    const from = room[kept[n - 1]!]!;
    const to = room[kept[n]!]!;
    const parts = Math.max(1, Math.round((to - from) / size));
    for (let part = 1; part < parts; part++) {
      const at = room[nearest(room, from + ((to - from) * part) / parts)]!;
      if (at > lines[lines.length - 1]! + 1e-9 && at < to - 1e-9) lines.push(at);
    }
    lines.push(to);
  }
  return Float64Array.from(lines);
}

function nearest(faces: Float64Array, at: number): number {
  let low = 0;
  let high = faces.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (faces[middle]! <= at) low = middle;
    else high = middle;
  }
  return at - faces[low]! <= faces[high]! - at ? low : high;
}
