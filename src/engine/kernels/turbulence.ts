import type { Mesh } from './mesh';
import type { Velocity } from './velocity';

/** Constant of the zero-equation model for indoor air (Chen and Xu 1998, Energy and Buildings 28:137-144). */
export const CHEN_XU = 0.03874;

/** Constant A of the power law that air at smooth walls follows, u+ = A y+^(1/7) (Werner and Wengle 1991). */
const WERNER_WENGLE = 8.3;

/** A^(-7/4): what the law leaves of it where it is solved for the friction. */
const WALL_FRICTION = WERNER_WENGLE ** (-7 / 4);

/**
 * Kinematic viscosity that gives a smooth wall its friction, m²/s: tau / rho = viscosity |V| / l, l the distance of the
 * cell's centre from the wall. The power law in closed form; below y+ = 11.8 the layer is laminar and the viscosity
 * molecular. |V| l is what the zero-equation model put into the effective viscosity.
 */
export function wallViscosity(effective: number, molecular: number): number {
  const reynolds = Math.max(effective / molecular - 1, 0) / CHEN_XU;
  const root = Math.sqrt(reynolds);
  return molecular * Math.max(1, WALL_FRICTION * root * Math.sqrt(root));
}

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
