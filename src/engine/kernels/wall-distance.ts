import { AXES, type Axis, type Mesh } from './mesh';

/**
 * Distance from each cell centre to the nearest solid surface (walls, racks, panels), m; 0 in solids.
 * One pass an axis: the first finds the nearest closed face along the line, each further one combines
 * neighbouring lines by Pythagoras. Exact for surfaces met along an axis; past a corner it may be too long by up to
 * half a cell.
 * The Chen-Xu model takes any solid as a wall; panels that leak count as solid.
 */
export function wallDistance(mesh: Mesh, distance: Float64Array): void {
  const { size, solid } = mesh;
  const square = new Float64Array(size).fill(Infinity);
  for (let c = 0; c < size; c++) if (solid[c]) square[c] = 0;
  for (const axis of AXES) sweepAxis(mesh, axis, square);
  for (let c = 0; c < size; c++) distance[c] = solid[c] ? 0 : Math.sqrt(square[c]!);
}

/** Lowers `square`, the least squared distance so far, by what is seen along the lines of one axis. */
function sweepAxis(mesh: Mesh, axis: Axis, square: Float64Array): void {
  const counts = [mesh.nx, mesh.ny, mesh.nz] as const;
  const n = counts[axis];
  const faces = mesh.faces[axis];
  const centre = new Float64Array(n + 2);
  for (let i = 1; i <= n; i++) centre[i] = (faces[i - 1]! + faces[i]!) / 2;
  const line = new Float64Array(n + 2);
  const [b, d] = axis === 0 ? ([1, 2] as const) : axis === 1 ? ([0, 2] as const) : ([0, 1] as const);
  const s = mesh.stride[axis];
  for (let q = 1; q <= counts[d]; q++) {
    for (let p = 1; p <= counts[b]; p++) {
      const start = p * mesh.stride[b] + q * mesh.stride[d];
      if (axis === 0) nearestFace(mesh, start, faces, centre, square, line);
      else combineLines(mesh, axis, start, n, centre, square, line);
      for (let i = 1; i <= n; i++) square[start + i * s] = line[i]!;
    }
  }
}

/** The first axis: nothing but the closed faces of the line itself, below and above each cell. */
function nearestFace(
  mesh: Mesh,
  start: number,
  faces: Float64Array,
  centre: Float64Array,
  square: Float64Array,
  line: Float64Array,
): void {
  const { nx, solid } = mesh;
  const open = mesh.open[0];
  let wall = 0;
  for (let i = 1; i <= nx; i++) {
    const c = start + i;
    if (open[c]! < 1 || solid[c - 1]) wall = faces[i - 1]!;
    line[i] = solid[c] ? 0 : (centre[i]! - wall) ** 2;
  }
  for (let i = nx; i >= 1; i--) {
    const c = start + i;
    if (open[c + 1]! < 1 || solid[c + 1]) wall = faces[i]!;
    line[i] = Math.min(square[c]!, line[i]!, (wall - centre[i]!) ** 2);
  }
}

/** Further axes: Pythagoras with the cells along the line, outwards both ways up to a closed face. */
function combineLines(
  mesh: Mesh,
  axis: Axis,
  start: number,
  n: number,
  centre: Float64Array,
  square: Float64Array,
  line: Float64Array,
): void {
  const { solid } = mesh;
  const open = mesh.open[axis];
  const half = mesh.width[axis];
  const s = mesh.stride[axis];
  for (let i = 1; i <= n; i++) {
    if (solid[start + i * s]) {
      line[i] = 0;
      continue;
    }
    const from = centre[i]!;
    let best = square[start + i * s]!;
    for (let m = i; m >= 1; m--) {
      const here = start + m * s;
      const gap = from - centre[m]!;
      const nearGap = gap - half[m]! / 2;
      if (m !== i) {
        if (nearGap * nearGap >= best) break;
        best = Math.min(best, solid[here] ? nearGap * nearGap : gap * gap + square[here]!);
        if (solid[here]) break;
      }
      if (open[here]! < 1) {
        best = Math.min(best, (gap + half[m]! / 2) ** 2);
        break;
      }
    }
    for (let m = i; m <= n; m++) {
      const here = start + m * s;
      const gap = centre[m]! - from;
      const nearGap = gap - half[m]! / 2;
      if (m !== i) {
        if (nearGap * nearGap >= best) break;
        best = Math.min(best, solid[here] ? nearGap * nearGap : gap * gap + square[here]!);
        if (solid[here]) break;
      }
      if (open[here + s]! < 1) {
        best = Math.min(best, (gap + half[m]! / 2) ** 2);
        break;
      }
    }
    line[i] = best;
  }
}
