import type { Axis, Mesh } from './mesh';
import type { ColouredList } from './stencil';
import type { Field, Velocity } from './velocity';

/**
 * Deferred correction from first-order upwind to a bounded second-order scheme: the face value is
 *   x_C + psi(r)/2 (x_D - x_C),  r = (x_C - x_U) / (x_D - x_C),  psi = (r + |r|) / (1 + |r|)
 * with U, C, D the cells upstream, at and downstream of the face (van Leer 1974, J. Comput. Phys. 14:361-370).
 * The difference to upwind is evaluated from the last field and added to the right-hand side, so that the
 * matrix stays that of upwind and the converged answer that of the limited scheme.
 */
function correction(upstream: number, centre: number, downstream: number): number {
  const ahead = downstream - centre;
  const behind = centre - upstream;
  const product = ahead * behind;
  // psi(r)/2 (x_D - x_C) written without a division by small differences.
  return product > 0 ? product / (ahead + behind) : 0;
}

/** Adds the correction of a cell scalar to `right`. Faces next to closed ones stay upwind. */
export function correctScalarAdvection(
  mesh: Mesh,
  list: ColouredList,
  velocity: Velocity,
  x: Field,
  right: Field,
): void {
  for (const axis of [0, 1, 2] as const) {
    addScalarFaces(mesh, axis, list.red, velocity[axis], x, right);
    addScalarFaces(mesh, axis, list.black, velocity[axis], x, right);
  }
}

/** Each listed cell handles its low face, for itself and for the cell below. */
function addScalarFaces(mesh: Mesh, axis: Axis, list: Int32Array, u: Field, x: Field, right: Field): void {
  const s = mesh.stride[axis];
  const open = mesh.open[axis];
  const sy = mesh.stride[1];
  const sz = mesh.stride[2];
  const widthB = mesh.width[axis === 0 ? 1 : 0];
  const widthD = mesh.width[axis === 2 ? 1 : 2];
  for (let n = 0; n < list.length; n++) {
    const c = list[n]!;
    if (open[c]! < 1) continue;
    const speed = u[c]!;
    const low = c - s;
    let extra: number;
    if (speed > 0) {
      if (open[low]! < 1) continue;
      extra = correction(x[low - s]!, x[low]!, x[c]!);
    } else {
      if (open[c + s]! < 1) continue;
      extra = correction(x[c + s]!, x[c]!, x[low]!);
    }
    if (extra === 0) continue;
    const k = (c / sz) | 0;
    const rest = c - k * sz;
    const j = (rest / sy) | 0;
    const i = rest - j * sy;
    const flux = speed * widthB[axis === 0 ? j : i]! * widthD[axis === 2 ? j : k]! * extra;
    right[c]! += flux;
    right[low]! -= flux;
  }
}

/** Adds the correction of the velocity component along `axis`, advected by all three, to `right`. */
export function correctMomentumAdvection(
  mesh: Mesh,
  axis: Axis,
  list: ColouredList,
  velocity: Velocity,
  right: Field,
): void {
  addAlong(mesh, axis, list.red, velocity[axis], right);
  addAlong(mesh, axis, list.black, velocity[axis], right);
  for (const cross of [0, 1, 2] as const) {
    if (cross === axis) continue;
    addAcross(mesh, axis, cross, list.red, velocity, right);
    addAcross(mesh, axis, cross, list.black, velocity, right);
  }
}

function area(mesh: Mesh, axis: Axis, c: number): number {
  const k = (c / mesh.stride[2]) | 0;
  const rest = c - k * mesh.stride[2];
  const j = (rest / mesh.stride[1]) | 0;
  const i = rest - j * mesh.stride[1];
  return mesh.width[axis === 0 ? 1 : 0][axis === 0 ? j : i]! * mesh.width[axis === 2 ? 1 : 2][axis === 2 ? j : k]!;
}

/** Planes at cell centres between the faces c and c + s: the listed face handles the plane below it. */
function addAlong(mesh: Mesh, axis: Axis, list: Int32Array, u: Field, right: Field): void {
  const s = mesh.stride[axis];
  const open = mesh.open[axis];
  for (let n = 0; n < list.length; n++) {
    const c = list[n]!;
    const low = c - s;
    if (open[low]! < 1 || open[c]! < 1) continue;
    const speed = (u[low]! + u[c]!) / 2;
    const extra = speed > 0 ? correction(u[low - s]!, u[low]!, u[c]!) : correction(u[c + s]!, u[c]!, u[low]!);
    if (extra === 0) continue;
    const flux = speed * area(mesh, axis, c) * extra;
    right[c]! += flux;
    right[low]! -= flux;
  }
}

/** Planes between neighbouring faces across the axis: the listed face handles the plane on its low side. */
function addAcross(mesh: Mesh, axis: Axis, cross: Axis, list: Int32Array, velocity: Velocity, right: Field): void {
  const sa = mesh.stride[axis];
  const s = mesh.stride[cross];
  const open = mesh.open[axis];
  const openCross = mesh.open[cross];
  const u = velocity[axis];
  const v = velocity[cross];
  for (let n = 0; n < list.length; n++) {
    const c = list[n]!;
    const low = c - s;
    if (open[c]! < 1 || open[low]! < 1 || openCross[c]! < 1 || openCross[c - sa]! < 1) continue;
    // Volume flow through the plane: half of each of the two cross faces that make it up.
    const flow = (v[c]! * area(mesh, cross, c) + v[c - sa]! * area(mesh, cross, c - sa)) / 2;
    let extra: number;
    if (flow > 0) {
      if (open[low - s]! < 1 || openCross[low]! < 1 || openCross[low - sa]! < 1) continue;
      extra = correction(u[low - s]!, u[low]!, u[c]!);
    } else {
      const high = c + s;
      if (open[high]! < 1 || openCross[high]! < 1 || openCross[high - sa]! < 1) continue;
      extra = correction(u[high]!, u[c]!, u[low]!);
    }
    if (extra === 0) continue;
    right[c]! += flow * extra;
    right[low]! -= flow * extra;
  }
}
