import { ny, nz, planeBytes, rowBytes, u, v, viscosity, w, wallDistance } from './grid';
import { dismiss, firstPlane, fork, gather, lastPlane, task } from './team';

function viscosityPart(part: i32, parts: i32): void {
  const nu = f32x4.splat(task().first);
  const factor = f32x4.splat(task().second * 0.5);
  const last = lastPlane(nz, part, parts);
  for (let k = firstPlane(nz, part, parts); k <= last; k++) {
    let c = planeBytes * <usize>k + rowBytes;
    const end = c + rowBytes * <usize>ny;
    while (c < end) {
      const a = f32x4.add(v128.load(u + c), v128.load(u + c, 4));
      const b = f32x4.add(v128.load(v + c), v128.load(v + c + rowBytes));
      const d = f32x4.add(v128.load(w + c), v128.load(w + c + planeBytes));
      const square = f32x4.add(f32x4.add(f32x4.mul(a, a), f32x4.mul(b, b)), f32x4.mul(d, d));
      const speed = f32x4.mul(f32x4.sqrt(square), factor);
      v128.store(viscosity + c, f32x4.add(nu, f32x4.mul(speed, v128.load(wallDistance + c))));
      c += 16;
    }
  }
}

/** Effective viscosity nu + constant |V| l at cell centres: the zero-equation model. */
export function updateViscosity(molecular: f32, constant: f32): void {
  gather();
  task().first = molecular;
  task().second = constant;
  fork(viscosityPart);
  dismiss();
}
