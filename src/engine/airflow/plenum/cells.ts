/**
 * The space under a raised floor as one layer of cells, padded by one closed cell on every side:
 *   c = i + stride j,   i = 1..nx, j = 1..ny.
 * A face quantity of x at c belongs to the face between c - 1 and c, one of y to that between c - stride and c.
 */
export interface PlenumCells {
  readonly nx: number;
  readonly ny: number;
  readonly stride: number;
  readonly size: number;
  /** Face coordinates without padding, m. */
  readonly xFaces: Float64Array;
  readonly yFaces: Float64Array;
  /** Padded cell widths, m. */
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  /** Clear height between slab and floor, m. */
  readonly depth: number;
  /** Share of the depth that is free in each cell; 0 outside and where it is blocked to the top. */
  readonly clear: Float64Array;
  /** Drag of slab, floor and pedestals: the pressure over density lost for each metre at 1 m/s, 1/m. */
  readonly dragPerMetre: number;
  /** Area through which air crosses each face, m². */
  readonly areaX: Float64Array;
  readonly areaY: Float64Array;
}

/** A box under the floor that blocks a share of the depth, in plan, m. */
export interface PlenumBlockage {
  readonly min: { readonly x: number; readonly y: number };
  readonly max: { readonly x: number; readonly y: number };
  /** Share of the depth that it fills, 0-1. */
  readonly share: number;
}

/** Skin friction of slab and floor underside, tau = Cf rho u²/2: a rough duct of Darcy factor 0.03 (assumption). */
const SKIN_FRICTION = 0.0075;
/** Pedestals: tubes of 22 mm at every corner of 0.6 m panels, with the drag of a long cylinder (assumption). */
const PEDESTAL_AREA_PER_VOLUME = 0.022 / 0.6 ** 2;
const CYLINDER_DRAG = 1.2;

/** Two surfaces of skin friction over the depth, and the pedestals between them, 1/m. */
export function plenumDrag(depth: number): number {
  return SKIN_FRICTION / depth + (CYLINDER_DRAG * PEDESTAL_AREA_PER_VOLUME) / 2;
}

function paddedWidths(faces: Float64Array): Float64Array {
  const n = faces.length - 1;
  const width = new Float64Array(n + 2);
  for (let i = 0; i < n; i++) width[i + 1] = faces[i + 1]! - faces[i]!;
  width[0] = width[1]!;
  width[n + 1] = width[n]!;
  return width;
}

/** Index range of the cells that [from, to] covers, to the nearest face, at least one cell. */
export function cellRange(faces: Float64Array, from: number, to: number): [number, number] {
  const nearest = (at: number): number => {
    let best = 0;
    for (let n = 1; n < faces.length; n++) if (Math.abs(faces[n]! - at) < Math.abs(faces[best]! - at)) best = n;
    return best;
  };
  const low = Math.min(nearest(from), faces.length - 2);
  return [low, Math.max(nearest(to), low + 1)];
}

export function createPlenumCells(
  xFaces: Float64Array,
  yFaces: Float64Array,
  depth: number,
  blockages: readonly PlenumBlockage[],
): PlenumCells {
  const nx = xFaces.length - 1;
  const ny = yFaces.length - 1;
  const stride = nx + 2;
  const size = stride * (ny + 2);
  const dx = paddedWidths(xFaces);
  const dy = paddedWidths(yFaces);
  const clear = new Float64Array(size);
  for (let j = 1; j <= ny; j++) clear.fill(1, 1 + stride * j, 1 + nx + stride * j);
  for (const { min, max, share } of blockages) {
    const [i0, i1] = cellRange(xFaces, min.x, max.x);
    const [j0, j1] = cellRange(yFaces, min.y, max.y);
    for (let j = j0 + 1; j <= j1; j++) {
      for (let i = i0 + 1; i <= i1; i++) {
        const c = i + stride * j;
        clear[c] = Math.max(0, Math.min(clear[c]!, 1 - share));
      }
    }
  }
  const areaX = new Float64Array(size);
  const areaY = new Float64Array(size);
  for (let j = 1; j <= ny; j++) {
    for (let i = 1; i <= nx; i++) {
      const c = i + stride * j;
      if (i > 1) areaX[c] = dy[j]! * depth * Math.min(clear[c]!, clear[c - 1]!);
      if (j > 1) areaY[c] = dx[i]! * depth * Math.min(clear[c]!, clear[c - stride]!);
    }
  }
  return { nx, ny, stride, size, xFaces, yFaces, dx, dy, depth, clear, areaX, areaY, dragPerMetre: plenumDrag(depth) };
}
