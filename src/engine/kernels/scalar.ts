import type { AirConstants } from './backend';
import type { Mesh } from './mesh';
import type { ColouredList, Stencil } from './stencil';
import type { Field, Velocity } from './velocity';

export interface ScalarTerms {
  readonly velocity: Velocity;
  /** Effective diffusivity at cell centres, m²/s. */
  readonly diffusivity: Float64Array;
  /** Values at the start of the step. */
  readonly previous: Float64Array;
  /** Inflow into each cell through fixed faces, m³/s, and that flow times the value it carries. */
  readonly inflow: Field;
  readonly inflowValue: Field;
  /** Exchange with surfaces: conductance, m³/s, and conductance times the surface value. */
  readonly exchange: Field;
  readonly exchangeValue: Field;
  /** Time step, s. */
  readonly dt: number;
}

/**
 * Fills the stencil of a transported scalar (temperature, tracer): implicit Euler, upwind advection
 * and diffusion in flux form,
 *
 *   (V/dt + sum_in F + sum_f D) T = V/dt T0 + sum_f (F_in + D) T_nb + q_in T_in + h (T_s - T)
 *
 * Written with inflows on the diagonal, so that values stay between those of the neighbours even where the
 * pressure is not yet converged; the same as the outflow form where the net outflow of each cell is zero.
 * Closed faces carry nothing; what flows through faces of fixed velocity comes in through `inflow`.
 */
export function assembleScalar(mesh: Mesh, list: ColouredList, terms: ScalarTerms, stencil: Stencil): void {
  assembleColour(mesh, list.red, terms, stencil);
  assembleColour(mesh, list.black, terms, stencil);
}

function assembleColour(mesh: Mesh, list: Int32Array, terms: ScalarTerms, stencil: Stencil): void {
  const { diffusivity, previous, inflow, inflowValue, exchange, exchangeValue, dt } = terms;
  const sy = mesh.stride[1];
  const sz = mesh.stride[2];
  const { diagonal, right } = stencil;
  for (let n = 0; n < list.length; n++) {
    const c = list[n]!;
    const k = (c / sz) | 0;
    const rest = c - k * sz;
    const j = (rest / sy) | 0;
    const i = rest - j * sy;
    const alpha = diffusivity[c]!;
    const wx = mesh.width[0][i]!;
    const wy = mesh.width[1][j]!;
    const wz = mesh.width[2][k]!;
    let sum = 0;
    for (let axis = 0; axis < 3; axis++) {
      const s = axis === 0 ? 1 : axis === 1 ? sy : sz;
      const width = mesh.width[axis]!;
      const index = axis === 0 ? i : axis === 1 ? j : k;
      const area = axis === 0 ? wy * wz : axis === 1 ? wx * wz : wx * wy;
      const own = width[index]!;
      const open = mesh.open[axis]!;
      const u = terms.velocity[axis]!;
      let low = 0;
      const openLow = open[c]!;
      if (openLow > 0) {
        const flux = u[c]! * area;
        low = (openLow * (alpha + diffusivity[c - s]!) * area) / (own + width[index - 1]!) + (flux > 0 ? flux : 0);
      }
      let high = 0;
      const openHigh = open[c + s]!;
      if (openHigh > 0) {
        const flux = u[c + s]! * area;
        high = (openHigh * (alpha + diffusivity[c + s]!) * area) / (own + width[index + 1]!) + (flux < 0 ? -flux : 0);
      }
      stencil.low[axis]![c] = low;
      stencil.high[axis]![c] = high;
      sum += low + high;
    }
    const inertia = (wx * wy * wz) / dt;
    diagonal[c] = inertia + sum + inflow[c]! + exchange[c]!;
    right[c] = inertia * previous[c]! + inflowValue[c]! + exchangeValue[c]!;
  }
}

/** alpha + nu_t / Pr_t, m²/s, of air with the effective viscosity given. */
export function effectiveDiffusivity(constants: AirConstants, viscosity: number): number {
  return constants.diffusivity + Math.max(0, viscosity - constants.viscosity) / constants.turbulentPrandtl;
}
