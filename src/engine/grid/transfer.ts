import { sameLines } from '../kernels/geometry-change';
import { AXES, type Mesh } from '../kernels/mesh';
import type { Field, Velocity } from '../kernels/velocity';
import { cellAt } from './lines';

/** The fields that outlive a change of the grid. */
export interface RoomFields {
  readonly velocity: Velocity;
  readonly pressure: Field;
  readonly temperature: Field;
}

/** For each padded position along one axis: the padded old cell that holds it. */
function cellMap(from: Float64Array, to: Float64Array): Int32Array {
  const map = new Int32Array(to.length + 1);
  for (let i = 0; i + 1 < to.length; i++) map[i + 1] = cellAt(from, (to[i]! + to[i + 1]!) / 2) + 1;
  return map;
}

/** For each padded face along one axis: the old cell below or at it, and how far across that cell it lies. */
function faceMap(from: Float64Array, to: Float64Array): { cell: Int32Array; across: Float64Array } {
  const cell = new Int32Array(to.length + 1);
  const across = new Float64Array(to.length + 1);
  for (let i = 0; i < to.length; i++) {
    const old = cellAt(from, to[i]!);
    cell[i + 1] = old + 1;
    across[i + 1] = (to[i]! - from[old]!) / (from[old + 1]! - from[old]!);
  }
  return { cell, across };
}

/**
 * Carries the fields of one grid to another of the same room, so that an edit starts warm. Where the lines are the
 * same it copies; else cells take the old cell at their centre and faces interpolate along their own axis.
 * Closed faces end with zero velocity; cells that were solid take the mean of their nearest old neighbours.
 */
export function transferFields(from: Mesh, old: RoomFields, to: Mesh, fields: RoomFields): void {
  const same = sameLines(from, to);
  const wasSolid = new Uint8Array(to.size);
  if (same) {
    fields.pressure.set(old.pressure);
    fields.temperature.set(old.temperature);
    for (const axis of AXES) fields.velocity[axis].set(old.velocity[axis]);
    wasSolid.set(from.solid);
  } else {
    interpolate(from, old, to, fields, wasSolid);
  }
  closeFaces(to, fields.velocity);
  fillFreedCells(to, fields, wasSolid);
}

function interpolate(from: Mesh, old: RoomFields, to: Mesh, fields: RoomFields, wasSolid: Uint8Array): void {
  const cells = AXES.map((axis) => cellMap(from.faces[axis], to.faces[axis]));
  const faces = AXES.map((axis) => faceMap(from.faces[axis], to.faces[axis]));
  const [, fy, fz] = from.stride;
  const [, ty, tz] = to.stride;
  for (let k = 1; k <= to.nz; k++) {
    for (let j = 1; j <= to.ny; j++) {
      for (let i = 1; i <= to.nx; i++) {
        const c = i + ty * j + tz * k;
        const ci = cells[0]![i]!;
        const cj = cells[1]![j]!;
        const ck = cells[2]![k]!;
        const source = ci + fy * cj + fz * ck;
        fields.pressure[c] = old.pressure[source]!;
        fields.temperature[c] = old.temperature[source]!;
        wasSolid[c] = from.solid[source]!;
        const index = [i, j, k];
        const at = [ci, cj, ck];
        for (const axis of AXES) {
          const map = faces[axis]!;
          const low = map.cell[index[axis]!]!;
          const base = source + (low - at[axis]!) * from.stride[axis];
          const share = map.across[index[axis]!]!;
          const u = old.velocity[axis];
          fields.velocity[axis][c] = u[base]! * (1 - share) + u[base + from.stride[axis]]! * share;
        }
      }
    }
  }
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
 * Temperature and pressure of cells that held a solid before, from the air around them, ring by ring. `wasSolid` is
 * used up.
 */
export function fillFreedCells(
  mesh: Mesh,
  fields: Pick<RoomFields, 'temperature' | 'pressure'>,
  wasSolid: Uint8Array,
): void {
  let waiting: number[] = [];
  for (let c = 0; c < mesh.size; c++) if (!mesh.solid[c] && wasSolid[c]) waiting.push(c);
  while (waiting.length > 0) {
    const later: number[] = [];
    const filled: number[] = [];
    for (const c of waiting) {
      let sum = 0;
      let pressure = 0;
      let count = 0;
      for (const axis of AXES) {
        for (const near of [c - mesh.stride[axis], c + mesh.stride[axis]]) {
          if (mesh.solid[near] || wasSolid[near]) continue;
          sum += fields.temperature[near]!;
          pressure += fields.pressure[near]!;
          count++;
        }
      }
      if (count === 0) {
        later.push(c);
        continue;
      }
      fields.temperature[c] = sum / count;
      fields.pressure[c] = pressure / count;
      filled.push(c);
    }
    // An enclosed pocket has no neighbour to learn from: it keeps what the old field held there.
    if (filled.length === 0) break;
    for (const c of filled) wasSolid[c] = 0;
    waiting = later;
  }
}
