/** One axis of a rectilinear grid with a table that finds the cell of a coordinate in constant time. */
export interface AxisLookup {
  readonly count: number;
  readonly faces: Float64Array;
  readonly centres: Float64Array;
  /** Cell of each bin's lower edge; a bin is no wider than the narrowest cell. */
  readonly firstCell: Int32Array;
  readonly binsPerMetre: number;
}

/** Bins are bounded so that one very thin cell in a large hall does not make a huge table. */
const MAX_BINS = 65_536;

export function createAxisLookup(faces: Float64Array): AxisLookup {
  const count = faces.length - 1;
  const centres = new Float64Array(count);
  let narrowest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    centres[i] = (faces[i]! + faces[i + 1]!) / 2;
    narrowest = Math.min(narrowest, faces[i + 1]! - faces[i]!);
  }
  const length = faces[count]! - faces[0]!;
  const bins = Math.max(1, Math.min(MAX_BINS, Math.ceil(length / narrowest)));
  const firstCell = new Int32Array(bins + 1);
  let cell = 0;
  for (let bin = 0; bin <= bins; bin++) {
    const edge = faces[0]! + (bin * length) / bins;
    while (cell < count - 1 && faces[cell + 1]! <= edge) cell++;
    firstCell[bin] = cell;
  }
  return { count, faces, centres, firstCell, binsPerMetre: bins / length };
}

/** Cell that holds the coordinate (m); the nearest end cell outside the grid. */
export function cellAt(axis: AxisLookup, coordinate: number): number {
  const bin = (coordinate - axis.faces[0]!) * axis.binsPerMetre;
  if (!(bin > 0)) return 0;
  if (bin >= axis.firstCell.length - 1) return axis.count - 1;
  let cell = axis.firstCell[bin | 0]!;
  while (cell < axis.count - 1 && coordinate >= axis.faces[cell + 1]!) cell++;
  return cell;
}

/** Lower of the two cell centres around a coordinate; 0 where the axis has one cell. */
export function lowerCentre(axis: AxisLookup, coordinate: number): number {
  const cell = cellAt(axis, coordinate);
  const lower = coordinate < axis.centres[cell]! ? cell - 1 : cell;
  return Math.max(0, Math.min(axis.count - 2, lower));
}

/** Share of the way from centre `lower` to the next one, held to 0..1. */
export function centreFraction(axis: AxisLookup, lower: number, coordinate: number): number {
  if (axis.count < 2) return 0;
  const from = axis.centres[lower]!;
  const share = (coordinate - from) / (axis.centres[lower + 1]! - from);
  return share < 0 ? 0 : share > 1 ? 1 : share;
}
