/**
 * A rectilinear box of cells with one layer of ghost cells on every side.
 *
 * Every field, at cells and at faces alike, uses one padded index
 *   c = i + R (j + (ny + 2) k),   i = 1..nx, j = 1..ny, k = 1..nz for inner cells,
 * with rows of R = nx + 2 cells, rounded up so that vector kernels need no remainder.
 * A face quantity of axis a stored at c belongs to the face between cell c - stride[a] and cell c.
 * Ghost cells are solid and their faces closed, so that no kernel needs a special case at the border.
 */
export interface Mesh {
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
  /** Padded number of cells. */
  readonly size: number;
  /** Index distance to the next cell along x, y, z. */
  readonly stride: readonly [number, number, number];
  /** Padded cell widths along x, y, z, m. */
  readonly width: readonly [Float64Array, Float64Array, Float64Array];
  /** Face coordinates along x, y, z without padding, m. */
  readonly faces: readonly [Float64Array, Float64Array, Float64Array];
  /** 1 where a cell holds no air. */
  readonly solid: Uint8Array;
  /** Openness of each face by axis: 1 free, 0 closed or of fixed velocity, between: a leaking panel. */
  readonly open: readonly [Float64Array, Float64Array, Float64Array];
  /** Loss coefficient K of each face in dp = K rho v²/2, v on the gross face area. */
  readonly loss: readonly [Float64Array, Float64Array, Float64Array];
}

export type Axis = 0 | 1 | 2;
export const AXES: readonly Axis[] = [0, 1, 2];

/** Cells in a padded row: a multiple of eight, two vectors of each colour of a chequerboard. */
export function rowLength(nx: number): number {
  return Math.ceil((nx + 2) / 8) * 8;
}

function padded(faces: Float64Array): Float64Array {
  const n = faces.length - 1;
  const width = new Float64Array(n + 2);
  for (let i = 0; i < n; i++) width[i + 1] = faces[i + 1]! - faces[i]!;
  width[0] = width[1]!;
  width[n + 1] = width[n]!;
  return width;
}

/** An empty room: every inner face free, every border face closed. */
export function createMesh(xFaces: Float64Array, yFaces: Float64Array, zFaces: Float64Array): Mesh {
  const nx = xFaces.length - 1;
  const ny = yFaces.length - 1;
  const nz = zFaces.length - 1;
  const sy = rowLength(nx);
  const size = sy * (ny + 2) * (nz + 2);
  const sz = sy * (ny + 2);
  const solid = new Uint8Array(size).fill(1);
  const open = [new Float64Array(size), new Float64Array(size), new Float64Array(size)] as const;
  const loss = [new Float64Array(size), new Float64Array(size), new Float64Array(size)] as const;
  for (let k = 1; k <= nz; k++) {
    for (let j = 1; j <= ny; j++) {
      const first = 1 + sy * j + sz * k;
      const end = first + nx;
      solid.fill(0, first, end);
      open[0].fill(1, first + 1, end);
      if (j > 1) open[1].fill(1, first, end);
      if (k > 1) open[2].fill(1, first, end);
    }
  }
  return {
    nx,
    ny,
    nz,
    size,
    stride: [1, sy, sz],
    width: [padded(xFaces), padded(yFaces), padded(zFaces)],
    faces: [xFaces, yFaces, zFaces],
    solid,
    open,
    loss,
  };
}

/** Padded index of inner cell (i, j, k), each from 0. */
export function cellIndex(mesh: Mesh, i: number, j: number, k: number): number {
  return i + 1 + mesh.stride[1] * (j + 1) + mesh.stride[2] * (k + 1);
}

/** Calls `visit` for every inner cell with its padded index and its padded i, j, k. */
export function forEachCell(mesh: Mesh, visit: (c: number, i: number, j: number, k: number) => void): void {
  for (let k = 1; k <= mesh.nz; k++) {
    for (let j = 1; j <= mesh.ny; j++) {
      let c = 1 + mesh.stride[1] * j + mesh.stride[2] * k;
      for (let i = 1; i <= mesh.nx; i++, c++) visit(c, i, j, k);
    }
  }
}
