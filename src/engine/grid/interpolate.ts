import { AXES, type Axis, type Mesh } from '../kernels/mesh';
import type { Field } from '../kernels/velocity';
import { cellAt } from './lines';
import type { MovedFields, RoomFields } from './room-fields';

/** Where the cells of one axis lie among the old ones, by padded position. */
interface CellPlaces {
  /** Padded old cell that holds the centre. */
  readonly host: Int32Array;
  /** Direction of the nearer neighbour of that cell: -1, 0 or 1. */
  readonly side: Int8Array;
  /** Share of the way from the host's centre to that neighbour's. */
  readonly share: Float64Array;
}

/** Where the faces of one axis lie: the old cell below or at them, and how far across that cell. */
interface FacePlaces {
  readonly cell: Int32Array;
  readonly across: Float64Array;
}

function cellPlaces(from: Float64Array, to: Float64Array): CellPlaces {
  const count = to.length;
  const places = {
    host: new Int32Array(count + 1),
    side: new Int8Array(count + 1),
    share: new Float64Array(count + 1),
  };
  const centre = (n: number) => (from[n]! + from[n + 1]!) / 2;
  for (let i = 0; i + 1 < count; i++) {
    const at = (to[i]! + to[i + 1]!) / 2;
    const host = cellAt(from, at);
    places.host[i + 1] = host + 1;
    const side = at < centre(host) ? -1 : 1;
    const near = host + side;
    if (near < 0 || near > from.length - 2) continue;
    places.side[i + 1] = side;
    places.share[i + 1] = (at - centre(host)) / (centre(near) - centre(host));
  }
  return places;
}

function facePlaces(from: Float64Array, to: Float64Array): FacePlaces {
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
 * Fields of other cells: linear towards the neighbours that air can reach, so that a pressure that rises evenly pushes
 * evenly on the new cells too; nothing is taken from beyond a panel or a solid. `wasSolid` is set where the old cells held one.
 */
export function interpolateFields(
  from: Mesh,
  old: RoomFields,
  to: Mesh,
  fields: RoomFields,
  wasSolid: Uint8Array,
): void {
  const cells = AXES.map((axis) => cellPlaces(from.faces[axis], to.faces[axis]));
  const faces = AXES.map((axis) => facePlaces(from.faces[axis], to.faces[axis]));
  const [, fy, fz] = from.stride;
  const [, ty, tz] = to.stride;
  const [inX, inY, inZ] = cells as [CellPlaces, CellPlaces, CellPlaces];
  for (let k = 1; k <= to.nz; k++) {
    for (let j = 1; j <= to.ny; j++) {
      for (let i = 1; i <= to.nx; i++) {
        const c = i + ty * j + tz * k;
        const source = inX.host[i]! + fy * inY.host[j]! + fz * inZ.host[k]!;
        wasSolid[c] = from.solid[source]!;
        const nearX = reachable(from, 0, source, inX.side[i]!);
        const nearY = reachable(from, 1, source, inY.side[j]! * fy);
        const nearZ = reachable(from, 2, source, inZ.side[k]! * fz);
        const [shareX, shareY, shareZ] = [inX.share[i]!, inY.share[j]!, inZ.share[k]!];
        for (const name of ['pressure', 'temperature'] as const) {
          fields[name][c] = linear(old[name], source, nearX, nearY, nearZ, shareX, shareY, shareZ);
        }
        // Extrapolated, these could fall below zero.
        fields.turbulentEnergy[c] = old.turbulentEnergy[source]!;
        fields.dissipation[c] = old.dissipation[source]!;
        fields.viscosity[c] = old.viscosity[source]!;
      }
    }
  }
  for (const axis of AXES)
    interpolateVelocity(axis, from, old.velocity[axis], to, fields.velocity[axis], cells, faces[axis]!);
}

/**
 * Adds corrections from other cells to fields, linear in space; panels are not looked at. Nothing is added in solids and
 * at faces that air does not move through.
 */
export function addCorrections(from: Mesh, corrections: MovedFields, to: Mesh, fields: MovedFields): void {
  const cells = AXES.map((axis) => cellPlaces(from.faces[axis], to.faces[axis]));
  addAtCells(from, corrections.pressure, to, fields.pressure, cells);
  addAtCells(from, corrections.temperature, to, fields.temperature, cells);
  for (const axis of AXES) addAtFaces(axis, from, corrections.velocity[axis], to, fields.velocity[axis], cells);
}

function addAtCells(from: Mesh, correction: Field, to: Mesh, field: Field, cells: readonly CellPlaces[]): void {
  const [inX, inY, inZ] = cells as [CellPlaces, CellPlaces, CellPlaces];
  const [, fy, fz] = from.stride;
  const [, ty, tz] = to.stride;
  const { nx, ny, nz, solid } = to;
  const { host, side, share } = inX;
  for (let k = 1; k <= nz; k++) {
    const shareZ = inZ.share[k]!;
    const nearZ = inZ.side[k]! * fz;
    for (let j = 1; j <= ny; j++) {
      const row = ty * j + tz * k;
      const source = fy * inY.host[j]! + fz * inZ.host[k]!;
      const shareY = inY.share[j]!;
      const nearY = inY.side[j]! * fy;
      for (let i = 1; i <= nx; i++) {
        if (solid[row + i]) continue;
        const at = source + host[i]!;
        const here = correction[at]!;
        field[row + i]! +=
          here +
          share[i]! * (correction[at + side[i]!]! - here) +
          shareY * (correction[at + nearY]! - here) +
          shareZ * (correction[at + nearZ]! - here);
      }
    }
  }
}

function addAtFaces(axis: Axis, from: Mesh, correction: Field, to: Mesh, u: Field, cells: readonly CellPlaces[]): void {
  const places = facePlaces(from.faces[axis], to.faces[axis]);
  const open = to.open[axis];
  const along = AXES.map((other) => (other === axis ? places.cell : cells[other]!.host));
  const sides = AXES.map((other) => (other === axis ? new Int8Array(along[other]!.length) : cells[other]!.side));
  const shares = AXES.map((other) => (other === axis ? new Float64Array(along[other]!.length) : cells[other]!.share));
  const { across } = places;
  const [, fy, fz] = from.stride;
  const step = from.stride[axis];
  const [, ty, tz] = to.stride;
  const { nx, ny, nz } = to;
  const hostX = along[0]!;
  const sideX = sides[0]!;
  const shareX = shares[0]!;
  for (let k = 1; k <= nz; k++) {
    const shareZ = shares[2]![k]!;
    const nearZ = sides[2]![k]! * fz;
    for (let j = 1; j <= ny; j++) {
      const row = ty * j + tz * k;
      const source = fy * along[1]![j]! + fz * along[2]![k]!;
      const shareY = shares[1]![j]!;
      const nearY = sides[1]![j]! * fy;
      const fixed = axis === 1 ? across[j]! : axis === 2 ? across[k]! : 0;
      for (let i = 1; i <= nx; i++) {
        if (open[row + i] === 0) continue;
        const at = source + hostX[i]!;
        const up = axis === 0 ? across[i]! : fixed;
        const keep = (1 - up) * (1 - shareX[i]! - shareY - shareZ);
        u[row + i]! +=
          keep * correction[at]! +
          up * (1 - shareX[i]! - shareY - shareZ) * correction[at + step]! +
          (1 - up) *
            (shareX[i]! * correction[at + sideX[i]!]! +
              shareY * correction[at + nearY]! +
              shareZ * correction[at + nearZ]!) +
          up *
            (shareX[i]! * correction[at + step + sideX[i]!]! +
              shareY * correction[at + step + nearY]! +
              shareZ * correction[at + step + nearZ]!);
      }
    }
  }
}

function linear(
  field: Field,
  at: number,
  nearX: number,
  nearY: number,
  nearZ: number,
  shareX: number,
  shareY: number,
  shareZ: number,
): number {
  const here = field[at]!;
  return here + shareX * (field[nearX]! - here) + shareY * (field[nearY]! - here) + shareZ * (field[nearZ]! - here);
}

/** The cell `step` away where air flows freely between it and `cell`; else `cell` itself. */
function reachable(mesh: Mesh, axis: Axis, cell: number, step: number): number {
  if (step === 0) return cell;
  return mesh.open[axis][step > 0 ? cell + step : cell]! === 1 ? cell + step : cell;
}

/** Along its own axis between the two faces of the old cell; across it towards the next old faces, where those are free too. */
function interpolateVelocity(
  axis: Axis,
  from: Mesh,
  u: Field,
  to: Mesh,
  result: Field,
  cells: readonly CellPlaces[],
  places: FacePlaces,
): void {
  const b = axis === 0 ? 1 : 0;
  const d = axis === 2 ? 1 : 2;
  const open = from.open[axis];
  const [, ty, tz] = to.stride;
  const [sa, sb, sd] = [from.stride[axis], from.stride[b], from.stride[d]];
  const inB = cells[b]!;
  const inD = cells[d]!;
  const at = (face: number, nearB: number, nearD: number, shareB: number, shareD: number): number => {
    const here = u[face]!;
    if (open[face] !== 1) return here;
    let value = here;
    if (open[face + nearB] === 1) value += shareB * (u[face + nearB]! - here);
    if (open[face + nearD] === 1) value += shareD * (u[face + nearD]! - here);
    return value;
  };
  for (let k = 1; k <= to.nz; k++) {
    for (let j = 1; j <= to.ny; j++) {
      for (let i = 1; i <= to.nx; i++) {
        const ia = axis === 0 ? i : axis === 1 ? j : k;
        const ib = axis === 0 ? j : i;
        const id = axis === 2 ? j : k;
        const low = places.cell[ia]! * sa + inB.host[ib]! * sb + inD.host[id]! * sd;
        const [nearB, nearD] = [inB.side[ib]! * sb, inD.side[id]! * sd];
        const [shareB, shareD] = [inB.share[ib]!, inD.share[id]!];
        const share = places.across[ia]!;
        result[i + ty * j + tz * k] =
          at(low, nearB, nearD, shareB, shareD) * (1 - share) + at(low + sa, nearB, nearD, shareB, shareD) * share;
      }
    }
  }
}
