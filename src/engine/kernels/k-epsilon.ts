import type { Axis, Mesh } from './mesh';
import { assembleScalar } from './scalar';
import { type ColouredList, createStencil, relax } from './stencil';
import type { Field, Velocity } from './velocity';

/** Constants of the standard k-epsilon model (Launder and Spalding 1974, Comput. Methods Appl. Mech. Eng. 3:269-289). */
export const C_MU = 0.09;
export const C_EPSILON_1 = 1.44;
export const C_EPSILON_2 = 1.92;
/** Turbulent Prandtl numbers of k and of epsilon. */
export const SIGMA_K = 1;
export const SIGMA_EPSILON = 1.3;
/** Logarithmic law of smooth walls, u+ = ln(E y+) / kappa. */
export const KAPPA = 0.41;
export const WALL_E = 9.8;

/** Below these, which are those of still air too, k, m²/s², and epsilon, m²/s³, are not followed; the eddy viscosity is then less than a thousandth of the molecular one. */
export const LEAST_ENERGY = 1e-8;
export const LEAST_DISSIPATION = 1e-9;

/** Turbulence of the air that equipment blows in: intensity, and length of its eddies, m (assumption: no source gives them). */
const INFLOW_INTENSITY = 0.1;
const INFLOW_LENGTH = 0.03;
const C_MU_34 = C_MU ** 0.75;
const C_MU_14 = C_MU ** 0.25;

/** Kinetic energy of the turbulence of air that comes in at `speed`, m/s; m²/s². */
export function inflowEnergy(speed: number): number {
  const fluctuation = INFLOW_INTENSITY * speed;
  return Math.max(1.5 * fluctuation * fluctuation, 1e-6);
}

/** Its dissipation, m²/s³. */
export function inflowDissipation(energy: number): number {
  return (C_MU_34 * energy * Math.sqrt(energy)) / INFLOW_LENGTH;
}

/** The state of the model and what a step of it reads, at cells; padded index. */
export interface KEpsilonFields {
  /** k, m²/s². */
  readonly energy: Float64Array;
  /** epsilon, m²/s³. */
  readonly dissipation: Float64Array;
  /** Rate at which the mean flow feeds k, m²/s³. */
  readonly production: Float64Array;
  /** Kinematic viscosity that gives walls their friction, m²/s; 0 in cells without a wall. */
  readonly friction: Float64Array;
  /** Inflow into each cell, m³/s, and that times the k and the epsilon that it carries. */
  readonly inflow: Field;
  readonly inflowEnergy: Field;
  readonly inflowDissipation: Field;
}

/** A closed face through which air comes more slowly than this is a wall, with or without seams; openings have more, m/s. */
export const SEAM_SPEED = 0.02;

/** A cell's faces against walls. */
function wallCount(mesh: Mesh, velocity: Velocity, c: number, axis: Axis): number {
  const open = mesh.open[axis];
  const u = velocity[axis];
  const next = c + mesh.stride[axis];
  return isWall(open[c]!, u[c]!) + isWall(open[next]!, u[next]!);
}

function isWall(open: number, speed: number): 0 | 1 {
  return open === 0 && Math.abs(speed) < SEAM_SPEED ? 1 : 0;
}

/**
 * Production of k, P = nu_t 2 S:S with S the mean rate of strain; in cells at walls what the logarithmic law says, with the
 * friction that goes with it:
 *
 *   u* = C_mu^(1/4) k^(1/2),  y+ = u* y / nu,  nu_w = nu max(1, kappa y+ / ln(E y+)),
 *   P = nu_w |V_t| / y · u* / (kappa y),  epsilon = u*³ / (kappa y),  means over the cell's walls.
 *
 * On return `production`, `friction` and, in cells at walls, `dissipation` belong to the velocity and the k given.
 */
export function feedTurbulence(
  mesh: Mesh,
  cells: ColouredList,
  velocity: Velocity,
  viscosity: Float64Array,
  molecular: number,
  fields: KEpsilonFields,
): void {
  feedColour(mesh, cells.red, velocity, viscosity, molecular, fields);
  feedColour(mesh, cells.black, velocity, viscosity, molecular, fields);
}

function feedColour(
  mesh: Mesh,
  list: Int32Array,
  velocity: Velocity,
  viscosity: Float64Array,
  molecular: number,
  fields: KEpsilonFields,
): void {
  const { energy, dissipation, production, friction } = fields;
  const [, sy, sz] = mesh.stride;
  const [u, v, w] = velocity;
  for (let n = 0; n < list.length; n++) {
    const c = list[n]!;
    const k = (c / sz) | 0;
    const j = ((c - k * sz) / sy) | 0;
    const i = c - k * sz - j * sy;
    const wallsX = wallCount(mesh, velocity, c, 0);
    const wallsY = wallCount(mesh, velocity, c, 1);
    const wallsZ = wallCount(mesh, velocity, c, 2);
    const count = wallsX + wallsY + wallsZ;
    if (count === 0) {
      friction[c] = 0;
      strainSquare(mesh, velocity, c, i, j, k, production);
      production[c]! *= viscosity[c]! - molecular;
      continue;
    }
    const uu = ((u[c]! + u[c + 1]!) / 2) ** 2;
    const vv = ((v[c]! + v[c + sy]!) / 2) ** 2;
    const ww = ((w[c]! + w[c + sz]!) / 2) ** 2;
    const awayX = 2 / mesh.width[0][i]!;
    const awayY = 2 / mesh.width[1][j]!;
    const awayZ = 2 / mesh.width[2][k]!;
    // Means over the walls of 1 / y and of |V_t| / y².
    const inverse = (wallsX * awayX + wallsY * awayY + wallsZ * awayZ) / count;
    const rate =
      (wallsX * awayX * awayX * Math.sqrt(vv + ww) +
        wallsY * awayY * awayY * Math.sqrt(uu + ww) +
        wallsZ * awayZ * awayZ * Math.sqrt(uu + vv)) /
      count;
    const shear = C_MU_14 * Math.sqrt(energy[c]!);
    const yPlus = Math.max(shear / (inverse * molecular), 1);
    friction[c] = molecular * Math.max(1, (KAPPA * yPlus) / Math.log(WALL_E * yPlus));
    production[c] = (friction[c]! * rate * shear) / KAPPA;
    dissipation[c] = Math.max((shear * shear * shear * inverse) / KAPPA, LEAST_DISSIPATION);
  }
}

/** What `strainSquare` needs and forgets: rates of each component across its axis, 1/s. */
const rates = new Float64Array(6);

/**
 * Notes 2 S:S of a cell, 1/s². Beyond closed faces the air is at rest, but where it leaves through them. Numbers are noted
 * rather than returned for none to be boxed.
 */
function strainSquare(
  mesh: Mesh,
  velocity: Velocity,
  c: number,
  i: number,
  j: number,
  k: number,
  square: Float64Array,
): void {
  const sy = mesh.stride[1];
  const sz = mesh.stride[2];
  const u = velocity[0];
  const v = velocity[1];
  const w = velocity[2];
  const xx = (u[c + 1]! - u[c]!) / mesh.width[0][i]!;
  const yy = (v[c + sy]! - v[c]!) / mesh.width[1][j]!;
  const zz = (w[c + sz]! - w[c]!) / mesh.width[2][k]!;
  noteRate(mesh, velocity, c, 0, 1, j, 0);
  noteRate(mesh, velocity, c, 1, 0, i, 1);
  noteRate(mesh, velocity, c, 0, 2, k, 2);
  noteRate(mesh, velocity, c, 2, 0, i, 3);
  noteRate(mesh, velocity, c, 1, 2, k, 4);
  noteRate(mesh, velocity, c, 2, 1, j, 5);
  const xy = rates[0]! + rates[1]!;
  const xz = rates[2]! + rates[3]!;
  const yz = rates[4]! + rates[5]!;
  square[c] = 2 * (xx * xx + yy * yy + zz * zz) + xy * xy + xz * xz + yz * yz;
}

/** Notes at `to` the rate at which one component changes along another axis, 1/s; `n` is the cell's position along that axis. */
function noteRate(
  mesh: Mesh,
  velocity: Velocity,
  c: number,
  component: Axis,
  along: Axis,
  n: number,
  to: number,
): void {
  const u = velocity[component];
  const step = mesh.stride[component];
  const s = mesh.stride[along];
  const width = mesh.width[along];
  const own = width[n]!;
  const open = mesh.open[along];
  const cross = velocity[along];
  const here = (u[c]! + u[c + step]!) / 2;
  // Values at the two faces over that in the cell.
  let high = cross[c + s]! > 0 ? 0 : -here;
  if (open[c + s]! > 0) high = (((u[c + s]! + u[c + s + step]!) / 2 - here) * own) / (own + width[n + 1]!);
  let low = cross[c]! < 0 ? 0 : -here;
  if (open[c]! > 0) low = (((u[c - s]! + u[c - s + step]!) / 2 - here) * own) / (own + width[n - 1]!);
  rates[to] = (high - low) / own;
}

/** One step of k and epsilon on the mesh given. */
export type KEpsilonStep = (velocity: Velocity, viscosity: Float64Array, dt: number, sweeps: number) => void;

/**
 * The standard k-epsilon model, implicit Euler, upwind, without production by buoyancy:
 *
 *   dk/dt + div(k V) = div((nu + nu_t) grad k) + P - epsilon
 *   d epsilon/dt + div(epsilon V) = div((nu + nu_t / 1.3) grad epsilon) + (1.44 P - 1.92 epsilon) epsilon / k
 *   nu_t = min(0.09 k² / epsilon, 0.09^(1/4) k^(1/2) d)
 *
 * d the distance to the nearest solid: eddies are no longer than that. At rest this hardly matters; it is for turbulence
 * that spreads into still air, where epsilon comes later than k.
 *
 * Sinks are implicit in the quantity that they take from, so that both stay positive. With `dt` 0 nothing moves on: walls
 * and viscosity are brought up to date with the fields. On return the viscosity is nu + nu_t.
 */
export function createKEpsilon(
  mesh: Mesh,
  cells: ColouredList,
  molecular: number,
  wallDistance: Float64Array,
  fields: KEpsilonFields,
): KEpsilonStep {
  const array = () => new Float64Array(mesh.size);
  const [diffusivity, previous, exchange, exchangeValue] = [array(), array(), array(), array()];
  const stencil = createStencil(mesh.size);
  const terms = { diffusivity, previous, inflow: fields.inflow, exchange, exchangeValue };
  const { energy, dissipation, production, friction } = fields;
  const air = joined(cells);
  const volumes = Float64Array.from(air, (c) => cellVolume(mesh, c));
  const solve = (x: Float64Array, velocity: Velocity, inflowValue: Field, dt: number, sweeps: number) => {
    previous.set(x);
    assembleScalar(mesh, cells, { ...terms, velocity, inflowValue, dt }, stencil);
    if (x === dissipation) holdAtWalls();
    relax(mesh, stencil, cells, x, sweeps);
  };
  const holdAtWalls = () => {
    const { low, high, diagonal, right } = stencil;
    for (let n = 0; n < air.length; n++) {
      const c = air[n]!;
      if (friction[c] === 0) continue;
      for (let axis = 0; axis < 3; axis++) {
        low[axis]![c] = 0;
        high[axis]![c] = 0;
      }
      diagonal[c] = 1;
      right[c] = dissipation[c]!;
    }
  };

  return (velocity, viscosity, dt, sweeps) => {
    feedTurbulence(mesh, cells, velocity, viscosity, molecular, fields);
    if (dt > 0) {
      for (let n = 0; n < air.length; n++) {
        const c = air[n]!;
        const rate = (dissipation[c]! / energy[c]!) * volumes[n]!;
        diffusivity[c] = molecular + (viscosity[c]! - molecular) / SIGMA_EPSILON;
        exchange[c] = C_EPSILON_2 * rate;
        exchangeValue[c] = C_EPSILON_1 * rate * production[c]!;
      }
      solve(dissipation, velocity, fields.inflowDissipation, dt, sweeps);
      for (let n = 0; n < air.length; n++) {
        const c = air[n]!;
        diffusivity[c] = molecular + (viscosity[c]! - molecular) / SIGMA_K;
        exchange[c] = (dissipation[c]! / energy[c]!) * volumes[n]!;
        exchangeValue[c] = production[c]! * volumes[n]!;
      }
      solve(energy, velocity, fields.inflowEnergy, dt, sweeps);
    }
    for (let n = 0; n < air.length; n++) {
      const c = air[n]!;
      energy[c] = Math.max(energy[c]!, LEAST_ENERGY);
      dissipation[c] = Math.max(dissipation[c]!, LEAST_DISSIPATION);
      const eddies = (C_MU * energy[c]! * energy[c]!) / dissipation[c]!;
      viscosity[c] = molecular + Math.min(eddies, C_MU_14 * Math.sqrt(energy[c]!) * wallDistance[c]!);
    }
  };
}

function joined({ red, black }: ColouredList): Int32Array {
  const all = new Int32Array(red.length + black.length);
  all.set(red);
  all.set(black, red.length);
  return all;
}

function cellVolume(mesh: Mesh, c: number): number {
  const k = Math.floor(c / mesh.stride[2]);
  const j = Math.floor((c - k * mesh.stride[2]) / mesh.stride[1]);
  return mesh.width[0][c - k * mesh.stride[2] - j * mesh.stride[1]]! * mesh.width[1][j]! * mesh.width[2][k]!;
}
