import { AXES, type Axis, type Mesh } from '../mesh';
import { type PoissonSolver, setConductance } from '../multigrid';
import type { FreeFace } from '../projection';
import { packInto } from './layout';
import type { RoomMemory } from './memory';

/** Copies the mesh into the kernels' memory: widths, openness, losses, and what follows from them for every step. */
export function fillGeometry(mesh: Mesh, room: RoomMemory): void {
  const { fields, tables } = room;
  fillTables(mesh.width[0], tables.wx, tables.inverseWx, tables.dx, tables.inverseDx);
  fillTables(mesh.width[1], tables.wy, tables.inverseWy, tables.dy, tables.inverseDy);
  fillTables(mesh.width[2], tables.wz, tables.inverseWz, tables.dz, tables.inverseDz);
  fields.openX.set(mesh.open[0]);
  fields.openY.set(mesh.open[1]);
  fields.openZ.set(mesh.open[2]);
  fields.lossX.set(mesh.loss[0]);
  fields.lossY.set(mesh.loss[1]);
  fields.lossZ.set(mesh.loss[2]);
  const { solid } = mesh;
  const { air } = fields;
  for (let c = 0; c < solid.length; c++) air[c] = 1 - solid[c]!;
  for (const axis of AXES) {
    for (const cross of AXES) if (cross !== axis) fillFree(mesh, axis, cross, freeField(room, axis, cross));
  }
}

/** The field of `fillFree` for a pair of axes. */
export function freeField({ fields }: RoomMemory, axis: Axis, cross: Axis): Float32Array {
  if (axis === 0) return cross === 1 ? fields.freeXY : fields.freeXZ;
  if (axis === 1) return cross === 0 ? fields.freeYX : fields.freeYZ;
  return cross === 0 ? fields.freeZX : fields.freeZY;
}

function fillTables(
  width: Float64Array,
  w: Float32Array,
  inverseW: Float32Array,
  d: Float32Array,
  inverseD: Float32Array,
): void {
  for (let n = 0; n < width.length; n++) {
    w[n] = width[n]!;
    inverseW[n] = 1 / width[n]!;
    if (n === 0) continue;
    d[n] = (width[n - 1]! + width[n]!) / 2;
    inverseD[n] = 2 / (width[n - 1]! + width[n]!);
  }
}

/** Mean openness of the two cross faces that bound the momentum cell of each face of `axis` on its low side. */
function fillFree(mesh: Mesh, axis: Axis, cross: Axis, free: Float32Array): void {
  const open = mesh.open[cross];
  const s = mesh.stride[axis];
  for (let c = s; c < open.length; c++) free[c] = (open[c - s]! + open[c]!) / 2;
}

/** Conductances over the time step, all mobilities 1; leaking faces and ties follow in every step. */
export function fillConductance(
  mesh: Mesh,
  solver: PoissonSolver,
  freeFaces: readonly FreeFace[],
  room: RoomMemory,
): void {
  const { conductanceX, conductanceY, conductanceZ } = room.fields;
  const g = AXES.map((axis) => faceConductances(mesh, axis)) as [Float64Array, Float64Array, Float64Array];
  let outside: Float64Array | null = null;
  if (freeFaces.length > 0) {
    outside = new Float64Array(mesh.size);
    for (const free of freeFaces) outside[free.cell]! += free.area / free.distance;
  }
  setConductance(solver, g, outside);
  fillLevels(solver, room);
  conductanceX.set(g[0]);
  conductanceY.set(g[1]);
  conductanceZ.set(g[2]);
}

/** Area over centre distance of every open face, m. */
function faceConductances(mesh: Mesh, axis: Axis): Float64Array {
  const g = new Float64Array(mesh.size);
  const open = mesh.open[axis];
  const { nx, ny, nz } = mesh;
  const [, sy, sz] = mesh.stride;
  const [wx, wy, wz] = mesh.width;
  const along = mesh.width[axis];
  for (let k = 1; k <= nz; k++) {
    for (let j = 1; j <= ny; j++) {
      const row = sy * j + sz * k;
      for (let i = 1; i <= nx; i++) {
        if (open[row + i] === 0) continue;
        const at = axis === 0 ? i : axis === 1 ? j : k;
        const own = along[at]!;
        g[row + i] = (2 * wx[i]! * wy[j]! * wz[k]!) / (own * (along[at - 1]! + own));
      }
    }
  }
  return g;
}

/** Area over centre distance of one face, m; 0 where it is closed. */
export function faceConductance(mesh: Mesh, axis: Axis, c: number): number {
  if (mesh.open[axis][c] === 0) return 0;
  const k = Math.floor(c / mesh.stride[2]);
  const j = Math.floor(c / mesh.stride[1]) % (mesh.ny + 2);
  const i = c % mesh.stride[1];
  const [wx, wy, wz] = mesh.width;
  const along = mesh.width[axis];
  const at = axis === 0 ? i : axis === 1 ? j : k;
  const own = along[at]!;
  return (2 * wx[i]! * wy[j]! * wz[k]!) / (own * (along[at - 1]! + own));
}

/** Copies conductances, ties and diagonals of all levels, and the air regions. */
function fillLevels(solver: PoissonSolver, room: RoomMemory): void {
  solver.levels.forEach((level, l) => {
    const { box, g, tie, inverse } = room.levels[l]!;
    for (const axis of AXES) packInto(box, level.g[axis], g[axis]);
    packInto(box, level.tie, tie);
    packInto(box, level.inverse, inverse);
  });
  fillRegions(solver, room);
}

/** Labels of the air regions and the size of each. */
export function fillRegions(solver: PoissonSolver, room: RoomMemory): void {
  packInto(room.levels[0]!.box, solver.region, room.labels);
  // A region tied to the outside has no free constant: its count of 0 says so.
  for (let r = 1; r <= solver.regions; r++) room.regionCells[r] = solver.regionAnchored[r] ? 0 : solver.regionCells[r]!;
}
