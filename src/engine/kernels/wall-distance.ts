import { AXES, type Axis, type Mesh } from './mesh';

/**
 * Distance from each cell centre to the nearest solid surface (walls, racks, panels), m; 0 in solids.
 * One pass an axis: the first finds the nearest closed face along the line, each further one combines
 * neighbouring lines by Pythagoras. Exact for surfaces met along an axis; past a corner it may be too long by up to
 * half a cell.
 * The Chen-Xu model takes any solid as a wall; panels that leak count as solid.
 */
export function wallDistance(mesh: Mesh, distance: Float64Array): void {
  // The squared distance so far lives in the result.
  distance.fill(0);
  for (const axis of AXES) sweepAxis(mesh, axis, distance);
  for (let c = 0; c < distance.length; c++) distance[c] = Math.sqrt(distance[c]!);
}

/** Finds, or lowers, the squared distance of the air cells by what is seen along the lines of one axis. */
function sweepAxis(mesh: Mesh, axis: Axis, square: Float64Array): void {
  const counts = [mesh.nx, mesh.ny, mesh.nz] as const;
  const [b, d] = axis === 0 ? ([1, 2] as const) : axis === 1 ? ([0, 2] as const) : ([0, 1] as const);
  const line = createLine(mesh.faces[axis], mesh.stride[axis]);
  const { solid } = mesh;
  const open = mesh.open[axis];
  for (let q = 1; q <= counts[d]; q++) {
    for (let p = 1; p <= counts[b]; p++) {
      const start = p * mesh.stride[b] + q * mesh.stride[d];
      if (axis === 0) nearestFaces(line, start, solid, open, square);
      else combineLines(line, start, solid, open, square);
    }
  }
}

/** One line of cells along an axis, and room for the work on it. */
interface Line {
  readonly count: number;
  readonly stride: number;
  readonly faces: Float64Array;
  /** Of cells from 1. */
  readonly centre: Float64Array;
  /** Parabolas (x - at)² + height that form the lower envelope, and where each takes over from the one before. */
  readonly at: Float64Array;
  readonly height: Float64Array;
  readonly from: Float64Array;
}

function createLine(faces: Float64Array, stride: number): Line {
  const count = faces.length - 1;
  const centre = new Float64Array(count + 2);
  for (let i = 1; i <= count; i++) centre[i] = (faces[i - 1]! + faces[i]!) / 2;
  const array = () => new Float64Array(count + 2);
  return { count, stride, faces, centre, at: array(), height: array(), from: array() };
}

/** Last cell of the stretch of air that begins at cell `first`: free faces lie between all of its cells. */
function endOfStretch(line: Line, start: number, first: number, solid: Uint8Array, open: Float64Array): number {
  const { count, stride } = line;
  let last = first;
  let next = start + (first + 1) * stride;
  while (last < count && !solid[next] && open[next]! >= 1) {
    last++;
    next += stride;
  }
  return last;
}

/** The first axis: nothing but the two ends of each stretch. */
function nearestFaces(line: Line, start: number, solid: Uint8Array, open: Float64Array, square: Float64Array): void {
  const { count, faces, centre } = line;
  for (let first = 1; first <= count; first++) {
    if (solid[start + first]) continue;
    const last = endOfStretch(line, start, first, solid, open);
    for (let i = first; i <= last; i++) {
      square[start + i] = Math.min(centre[i]! - faces[first - 1]!, faces[last]! - centre[i]!) ** 2;
    }
    first = last;
  }
}

/**
 * Further axes, by Pythagoras: the least of (x - x_m)² + square_m over the cells of a stretch and the walls at its ends,
 * as the lower envelope of parabolas (Felzenszwalb & Huttenlocher 2012, Theory of Computing 8:415-428).
 */
function combineLines(line: Line, start: number, solid: Uint8Array, open: Float64Array, square: Float64Array): void {
  const { count, stride, faces, centre, at, height, from } = line;
  for (let first = 1; first <= count; first++) {
    if (solid[start + first * stride]) continue;
    const last = endOfStretch(line, start, first, solid, open);
    at[0] = faces[first - 1]!;
    height[0] = 0;
    from[0] = Number.NEGATIVE_INFINITY;
    let top = 0;
    for (let i = first; i <= last; i++) top = addParabola(line, top, centre[i]!, square[start + i * stride]!);
    top = addParabola(line, top, faces[last]!, 0);
    let n = 0;
    for (let i = first; i <= last; i++) {
      const x = centre[i]!;
      while (n < top && from[n + 1]! < x) n++;
      const gap = x - at[n]!;
      square[start + i * stride] = gap * gap + height[n]!;
    }
    first = last;
  }
}

/** Adds a parabola to the right of all others of the envelope; answers the new last place. */
function addParabola({ at, height, from }: Line, last: number, x: number, h: number): number {
  let top = last;
  for (;;) {
    const crossing = (h - height[top]! + x * x - at[top]! * at[top]!) / (2 * (x - at[top]!));
    if (crossing <= from[top]!) {
      top--;
      continue;
    }
    top++;
    at[top] = x;
    height[top] = h;
    from[top] = crossing;
    return top;
  }
}
