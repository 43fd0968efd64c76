import { sameLines } from '../kernels/geometry-change';
import { AXES, type Mesh } from '../kernels/mesh';
import type { Velocity } from '../kernels/velocity';
import { interpolateFields } from './interpolate';
import { CELL_FIELDS, type CellFields, type RoomFields } from './room-fields';

/**
 * Carries the fields of one grid to another of the same room, so that an edit starts warm. Where the lines are the
 * same it copies; else it interpolates.
 * Closed faces end with zero velocity; cells that were solid take the mean of their nearest old neighbours.
 */
export function transferFields(from: Mesh, old: RoomFields, to: Mesh, fields: RoomFields): void {
  const same = sameLines(from, to);
  const wasSolid = new Uint8Array(to.size);
  if (same) {
    for (const name of CELL_FIELDS) fields[name].set(old[name]);
    for (const axis of AXES) fields.velocity[axis].set(old.velocity[axis]);
    wasSolid.set(from.solid);
  } else {
    interpolateFields(from, old, to, fields, wasSolid);
  }
  closeFaces(to, fields.velocity);
  fillFreedCells(to, fields, wasSolid);
}

/** On return the velocity of closed faces is zero. */
export function closeFaces(mesh: Mesh, velocity: Velocity): void {
  for (const axis of AXES) {
    const open = mesh.open[axis];
    const u = velocity[axis];
    for (let c = 0; c < mesh.size; c++) if (open[c] === 0) u[c] = 0;
  }
}

/**
 * What cells that held a solid before know of the air, from the air around them, ring by ring. `wasSolid` is
 * used up.
 */
export function fillFreedCells(mesh: Mesh, fields: CellFields, wasSolid: Uint8Array): void {
  let waiting: number[] = [];
  for (let c = 0; c < mesh.size; c++) if (!mesh.solid[c] && wasSolid[c]) waiting.push(c);
  while (waiting.length > 0) {
    const later: number[] = [];
    const filled: number[] = [];
    for (const c of waiting) {
      const neighbours: number[] = [];
      for (const axis of AXES) {
        for (const near of [c - mesh.stride[axis], c + mesh.stride[axis]]) {
          if (mesh.solid[near] || wasSolid[near]) continue;
          neighbours.push(near);
        }
      }
      if (neighbours.length === 0) {
        later.push(c);
        continue;
      }
      for (const name of CELL_FIELDS) {
        let sum = 0;
        for (const near of neighbours) sum += fields[name][near]!;
        fields[name][c] = sum / neighbours.length;
      }
      filled.push(c);
    }
    // An enclosed pocket has no neighbour to learn from: it keeps what the old field held there.
    if (filled.length === 0) break;
    for (const c of filled) wasSolid[c] = 0;
    waiting = later;
  }
}
