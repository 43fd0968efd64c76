import type { PlenumLayout } from '../../../frame/layout';

/** Blocks of cells that share one arrow. */
export interface ArrowPlaces {
  /** Cells from `first` in steps of one row, `columns` by `rows`, for each arrow. */
  readonly first: Int32Array;
  readonly columns: Int32Array;
  readonly rows: Int32Array;
  /** Middle of each block, and the shorter of its sides, m. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly metres: Float32Array;
}

/** Arrows at least this far apart, m: nearer ones can't be told apart from above. */
const SPACING_METRES = 0.55;
const MOST_ARROWS = 2_500;

/** Joins neighbouring cells until their arrows are far enough apart, and few enough. */
export function arrowPlaces({ nx, ny, xFaces, yFaces }: PlenumLayout): ArrowPlaces {
  const spacing = Math.max(SPACING_METRES, Math.sqrt((xFaces[nx]! * yFaces[ny]!) / MOST_ARROWS));
  const across = groups(xFaces, spacing);
  const along = groups(yFaces, spacing);
  const count = across.length * along.length;
  const places = {
    first: new Int32Array(count),
    columns: new Int32Array(count),
    rows: new Int32Array(count),
    x: new Float32Array(count),
    y: new Float32Array(count),
    metres: new Float32Array(count),
  };
  let n = 0;
  for (const [j0, j1] of along) {
    for (const [i0, i1] of across) {
      places.first[n] = i0 + nx * j0;
      places.columns[n] = i1 - i0;
      places.rows[n] = j1 - j0;
      places.x[n] = (xFaces[i0]! + xFaces[i1]!) / 2;
      places.y[n] = (yFaces[j0]! + yFaces[j1]!) / 2;
      places.metres[n] = Math.min(xFaces[i1]! - xFaces[i0]!, yFaces[j1]! - yFaces[j0]!);
      n++;
    }
  }
  return places;
}

/** Runs of cells at least `spacing` wide, as ranges of cell indices; what is left joins the last. */
function groups(faces: Float64Array, spacing: number): [number, number][] {
  const result: [number, number][] = [];
  const last = faces.length - 1;
  let from = 0;
  for (let to = 1; to <= last; to++) {
    if (faces[to]! - faces[from]! < spacing - 1e-9) continue;
    result.push([from, to]);
    from = to;
  }
  if (from < last) {
    if (result.length > 0) result[result.length - 1]![1] = last;
    else result.push([0, last]);
  }
  return result;
}

/** Mean velocity over each block, m/s, into `out` as pairs; returns the largest speed. NaN cells count as still. */
export function blockVelocities(
  { nx }: PlenumLayout,
  places: ArrowPlaces,
  velocityX: Float32Array,
  velocityY: Float32Array,
  out: Float32Array,
): number {
  let fastest = 0;
  for (let n = 0; n < places.first.length; n++) {
    let u = 0;
    let v = 0;
    for (let row = 0; row < places.rows[n]!; row++) {
      const start = places.first[n]! + nx * row;
      for (let c = start; c < start + places.columns[n]!; c++) {
        u += velocityX[c]! || 0;
        v += velocityY[c]! || 0;
      }
    }
    const cells = places.rows[n]! * places.columns[n]!;
    out[2 * n] = u / cells;
    out[2 * n + 1] = v / cells;
    fastest = Math.max(fastest, Math.hypot(u, v) / cells);
  }
  return fastest;
}
