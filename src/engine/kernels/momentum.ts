import type { Axis, Mesh } from './mesh';
import type { Stencil } from './stencil';
import { wallViscosity } from './turbulence';
import type { Velocity } from './velocity';

export interface MomentumTerms {
  /** Velocity at the start of the step, m/s. */
  readonly velocity: Velocity;
  /** Kinematic pressure p / rho at cell centres, m²/s². */
  readonly pressure: Float64Array;
  /** Effective kinematic viscosity at cell centres, m²/s. */
  readonly viscosity: Float64Array;
  /** The molecular part of it, m²/s. */
  readonly molecular: number;
  /** Kinematic viscosity that gives walls their friction, m²/s, by cell; null: from the effective one. */
  readonly friction: Float64Array | null;
  /** Acceleration along the axis at cell centres (buoyancy), m/s², or null. */
  readonly acceleration: Float64Array | null;
  /** Momentum added at faces by jets, m⁴/s², or null. */
  readonly source: Float64Array | null;
  /** Time step, s. */
  readonly dt: number;
}

/**
 * Fills the stencil of one velocity component: implicit Euler in time, upwind advection and
 * diffusion in flux form over the staggered control volume between two cell centres.
 *
 *   V/dt (u - u0) + sum_f max(F_f, 0) u - max(-F_f, 0) u_nb = sum_f nu A/d (u_nb - u) - A (p_R - p_L) + a V - K/2 |u0| u A
 *
 * A lateral face that is closed acts as a smooth no-slip wall half a cell away, with the viscosity of its friction. Only faces in `list` are filled.
 */
export function assembleMomentum(
  mesh: Mesh,
  axis: Axis,
  list: Int32Array,
  terms: MomentumTerms,
  stencil: Stencil,
): void {
  const { velocity, pressure, viscosity, molecular, friction, acceleration, source, dt } = terms;
  const b: Axis = axis === 0 ? 1 : 0;
  const d: Axis = axis === 2 ? 1 : 2;
  const sa = mesh.stride[axis];
  const sb = mesh.stride[b];
  const sd = mesh.stride[d];
  const sy = mesh.stride[1];
  const sz = mesh.stride[2];
  const widthA = mesh.width[axis];
  const widthB = mesh.width[b];
  const widthD = mesh.width[d];
  const u = velocity[axis];
  const ub = velocity[b];
  const ud = velocity[d];
  const openB = mesh.open[b];
  const openD = mesh.open[d];
  const lossA = mesh.loss[axis];
  const lowA = stencil.low[axis];
  const highA = stencil.high[axis];
  const lowB = stencil.low[b];
  const highB = stencil.high[b];
  const lowD = stencil.low[d];
  const highD = stencil.high[d];
  const { diagonal, right } = stencil;

  for (let n = 0; n < list.length; n++) {
    const c = list[n]!;
    const left = c - sa;
    const k = (c / sz) | 0;
    const rest = c - k * sz;
    const j = (rest / sy) | 0;
    const i = rest - j * sy;
    const ia = axis === 0 ? i : axis === 1 ? j : k;
    const ib = axis === 0 ? j : i;
    const id = axis === 2 ? j : k;
    const wl = widthA[ia - 1]!;
    const wr = widthA[ia]!;
    const wb = widthB[ib]!;
    const wd = widthD[id]!;
    const delta = (wl + wr) / 2;
    const area = wb * wd;
    const volume = delta * area;
    const nuL = viscosity[left]!;
    const nuR = viscosity[c]!;
    const here = u[c]!;

    // Along the axis: planes at the centres of the right and left cells.
    const fluxHigh = ((here + u[c + sa]!) / 2) * area;
    const fluxLow = ((u[left]! + here) / 2) * area;
    const dHigh = (nuR * area) / wr;
    const dLow = (nuL * area) / wl;
    const aHigh = dHigh + (fluxHigh < 0 ? -fluxHigh : 0);
    const aLow = dLow + (fluxLow > 0 ? fluxLow : 0);
    let sum = aHigh + aLow;
    let wall = 0;
    let net = fluxHigh - fluxLow;
    highA[c] = aHigh;
    lowA[c] = aLow;

    // Across: each plane spans half of the left and half of the right cell.
    const nuHere = nuL + nuR;
    const nuWall =
      2 * (friction === null ? wallViscosity(nuHere / 2, molecular) : Math.max(friction[left]!, friction[c]!));
    for (let side = 0; side < 2; side++) {
      const s = side === 0 ? sb : sd;
      const open = side === 0 ? openB : openD;
      const cross = side === 0 ? ub : ud;
      const width = side === 0 ? widthB : widthD;
      const index = side === 0 ? ib : id;
      const across = side === 0 ? wd : wb;
      const own = side === 0 ? wb : wd;
      const plane = delta * across;

      const upL = left + s;
      const upR = c + s;
      const fluxUp = (cross[upL]! * wl + cross[upR]! * wr) * 0.5 * across;
      const freeUp = (open[upL]! + open[upR]!) / 2;
      const distanceUp = (own + width[index + 1]!) / 2;
      const nuUp = freeUp > 0 ? (nuHere + viscosity[upL]! + viscosity[upR]!) / 4 : 0;
      const wallUp = ((1 - freeUp) * nuWall * plane) / own;
      const aUp = (freeUp * nuUp * plane) / distanceUp + (fluxUp < 0 ? -fluxUp : 0);

      const fluxDown = (cross[left]! * wl + cross[c]! * wr) * 0.5 * across;
      const freeDown = (open[left]! + open[c]!) / 2;
      const distanceDown = (own + width[index - 1]!) / 2;
      const nuDown = freeDown > 0 ? (nuHere + viscosity[left - s]! + viscosity[c - s]!) / 4 : 0;
      const wallDown = ((1 - freeDown) * nuWall * plane) / own;
      const aDown = (freeDown * nuDown * plane) / distanceDown + (fluxDown > 0 ? fluxDown : 0);

      if (side === 0) {
        highB[c] = aUp;
        lowB[c] = aDown;
      } else {
        highD[c] = aUp;
        lowD[c] = aDown;
      }
      sum += aUp + aDown;
      wall += wallUp + wallDown;
      net += fluxUp - fluxDown;
    }

    // The loss K u|u|/2 linearised about the present velocity: with its coefficient merely lagged, the flow through a
    // panel that a strong pressure drives would swing between too fast and too slow for ever.
    const drag = lossA[c]! * Math.abs(here) * area;
    const inertia = volume / dt;
    // A net outflow left by an unconverged pressure is dropped where it would weaken the diagonal.
    diagonal[c] = inertia + sum + wall + drag + (net > 0 ? net : 0);
    let load = (inertia + 0.5 * drag) * here - area * (pressure[c]! - pressure[left]!);
    if (net > 0) load += net * here;
    if (acceleration !== null) load += 0.5 * area * (acceleration[left]! * wl + acceleration[c]! * wr);
    if (source !== null) load += source[c]!;
    right[c] = load;
  }
}
