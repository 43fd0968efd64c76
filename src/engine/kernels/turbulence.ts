import type { Mesh } from './mesh';
import type { Velocity } from './velocity';

/** Constant of the zero-equation model for indoor air (Chen and Xu 1998, Energy and Buildings 28:137-144). */
export const CHEN_XU = 0.03874;

/**
 * Effective kinematic viscosity nu + 0.03874 |V| l at cell centres, m²/s.
 * On return `viscosity` is positive at every air cell.
 */
export function zeroEquationViscosity(
  mesh: Mesh,
  velocity: Velocity,
  wallDistance: Float64Array,
  molecular: number,
  viscosity: Float64Array,
): void {
  const [sx, sy, sz] = mesh.stride;
  const [u, v, w] = velocity;
  for (let k = 1; k <= mesh.nz; k++) {
    for (let j = 1; j <= mesh.ny; j++) {
      let c = 1 + sy * j + sz * k;
      for (let i = 1; i <= mesh.nx; i++, c++) {
        const uc = (u[c]! + u[c + sx]!) / 2;
        const vc = (v[c]! + v[c + sy]!) / 2;
        const wc = (w[c]! + w[c + sz]!) / 2;
        viscosity[c] = molecular + CHEN_XU * Math.sqrt(uc * uc + vc * vc + wc * wc) * wallDistance[c]!;
      }
    }
  }
}
