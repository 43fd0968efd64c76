import type { GeometryChange } from '../geometry-change';
import { AXES, type Axis, type Mesh } from '../mesh';
import { changeAir, type MeshAir, type PoissonSolver } from '../multigrid';
import { faceConductance, fillRegions, freeField } from './fill';
import { packedIndex } from './layout';
import type { RoomMemory } from './memory';

/**
 * Brings a room in the kernels' memory to another mesh of the same lines, touching only what depends on the change.
 * On return the memory holds what filling it anew from the mesh would, but for the fields, which stay.
 */
export function reshapeRoom(
  mesh: Mesh,
  air: MeshAir,
  change: GeometryChange,
  solver: PoissonSolver,
  room: RoomMemory,
): void {
  const { fields } = room;
  const open = [fields.openX, fields.openY, fields.openZ] as const;
  const loss = [fields.lossX, fields.lossY, fields.lossZ] as const;
  const natural = [fields.conductanceX, fields.conductanceY, fields.conductanceZ] as const;
  for (const c of change.cells) fields.air[c] = mesh.solid[c] ? 0 : 1;
  for (const axis of AXES) {
    const g = solver.levels[0]!.g[axis];
    for (const c of change.faces[axis]) {
      open[axis][c] = mesh.open[axis][c]!;
      loss[axis][c] = mesh.loss[axis][c]!;
      g[c] = natural[axis][c] = faceConductance(mesh, axis, c);
    }
    for (const along of AXES) if (along !== axis) refreshFree(mesh, room, along, axis, change.faces[axis]);
  }
  const levelChanges = changeAir(solver, air, change.faces);
  levelChanges.forEach(({ faces, cells }, l) => {
    const level = solver.levels[l]!;
    const target = room.levels[l]!;
    const packed = (c: number) =>
      packedIndex(target.box, c % level.sy, Math.floor(c / level.sy) % (level.ny + 2), Math.floor(c / level.sz));
    for (const axis of AXES) for (const c of faces[axis]) target.g[axis][packed(c)] = level.g[axis][c]!;
    for (const c of cells) target.inverse[packed(c)] = level.inverse[c]!;
  });
  fillRegions(solver, room);
}

/** The free shares of `axis` that see the changed faces of the axis `cross`. */
function refreshFree(mesh: Mesh, room: RoomMemory, axis: Axis, cross: Axis, faces: Int32Array): void {
  const free = freeField(room, axis, cross);
  const open = mesh.open[cross];
  const s = mesh.stride[axis];
  for (const c of faces) {
    if (c >= s) free[c] = (open[c - s]! + open[c]!) / 2;
    if (c + s < mesh.size) free[c + s] = (open[c]! + open[c + s]!) / 2;
  }
}
