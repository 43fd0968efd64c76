import { AXES, type Mesh } from './mesh';
import { type PoissonReport, type PoissonSolver, setConductance, solvePoisson } from './multigrid';
import type { Field, Velocity } from './velocity';

/** A hole to fixed (zero) pressure outside: its face, the air cell behind it and its loss coefficient. */
export interface FreeFace {
  /** Padded index of the face. */
  readonly face: number;
  readonly axis: 0 | 1 | 2;
  /** Padded index of the air cell. */
  readonly cell: number;
  /** +1 where the positive axis points into the room. */
  readonly inward: 1 | -1;
  readonly area: number;
  /** Distance from the face to the cell centre, m. */
  readonly distance: number;
  readonly loss: number;
}

export function sameFreeFaces(a: readonly FreeFace[], b: readonly FreeFace[]): boolean {
  return (
    a.length === b.length &&
    a.every((face, n) => (Object.keys(face) as (keyof FreeFace)[]).every((key) => face[key] === b[n]![key]))
  );
}

export interface ProjectionScratch {
  readonly conductance: readonly [Float64Array, Float64Array, Float64Array];
  readonly outside: Float64Array | null;
  readonly divergence: Float64Array;
  readonly correction: Float64Array;
  /** Mobility of each free face, s. */
  readonly freeMobility: Float64Array;
  /** Faces with a loss by axis, and the speed at faces when the momentum step began, m/s; 0 where there is no loss. */
  readonly leaking: readonly [Int32Array, Int32Array, Int32Array];
  readonly speed: readonly [Float64Array, Float64Array, Float64Array];
  readonly freeSpeed: Float64Array;
}

/** Notes the speeds at which the losses of panels and openings are linearised, before the momentum step. */
export function noteSpeeds(scratch: ProjectionScratch, freeFaces: readonly FreeFace[], velocity: Velocity): void {
  for (const axis of AXES) {
    const faces = scratch.leaking[axis];
    for (let n = 0; n < faces.length; n++) scratch.speed[axis][faces[n]!] = Math.abs(velocity[axis][faces[n]!]!);
  }
  for (let n = 0; n < freeFaces.length; n++) {
    scratch.freeSpeed[n] = Math.abs(velocity[freeFaces[n]!.axis][freeFaces[n]!.face]!);
  }
}

export function createProjectionScratch(mesh: Mesh, freeFaces: readonly FreeFace[]): ProjectionScratch {
  const array = () => new Float64Array(mesh.size);
  const leaking = (axis: 0 | 1 | 2) =>
    Int32Array.from({ length: mesh.size }, (_, c) => c).filter(
      (c) => mesh.open[axis][c]! > 0 && mesh.loss[axis][c]! > 0,
    );
  return {
    conductance: [array(), array(), array()],
    outside: freeFaces.length > 0 ? array() : null,
    divergence: array(),
    correction: array(),
    freeMobility: new Float64Array(freeFaces.length),
    leaking: [leaking(0), leaking(1), leaking(2)],
    speed: [array(), array(), array()],
    freeSpeed: new Float64Array(freeFaces.length),
  };
}

/** Net volume outflow of each air cell, m³/s. Returns the sum of absolute values. */
export function divergence(mesh: Mesh, velocity: Velocity, result: Field): number {
  const [u, v, w] = velocity;
  const [sx, sy, sz] = mesh.stride;
  const [wx, wy, wz] = mesh.width;
  let total = 0;
  for (let k = 1; k <= mesh.nz; k++) {
    for (let j = 1; j <= mesh.ny; j++) {
      let c = 1 + sy * j + sz * k;
      const ax = wy[j]! * wz[k]!;
      for (let i = 1; i <= mesh.nx; i++, c++) {
        if (mesh.solid[c]) {
          result[c] = 0;
          continue;
        }
        const net =
          (u[c + sx]! - u[c]!) * ax + (v[c + sy]! - v[c]!) * wx[i]! * wz[k]! + (w[c + sz]! - w[c]!) * wx[i]! * wy[j]!;
        result[c] = net;
        total += Math.abs(net);
      }
    }
  }
  return total;
}

/**
 * Makes the velocity divergence-free by a pressure correction:
 *   sum_f m A/d (q_nb - q) = div u*,   u = u* - m (q_R - q_L)/d,   p += q
 * with the mobility m = dt / (1 + dt K |u0| / d) that a leaking panel lowers: the slope of its loss K u|u|/2 at the speed
 * u0 with which the momentum step began, as there. Were it taken at u*, a pressure far off would answer with one farther.
 * On return the net outflow of every cell is at most about `tolerance` m³/s, unless `maxIterations` cut it short.
 */
export function project(
  mesh: Mesh,
  solver: PoissonSolver,
  scratch: ProjectionScratch,
  freeFaces: readonly FreeFace[],
  velocity: Velocity,
  pressure: Field,
  dt: number,
  tolerance: number,
  maxIterations: number,
  report: PoissonReport,
): void {
  const { conductance, outside, correction, freeMobility } = scratch;
  for (const axis of AXES) fillConductance(mesh, axis, scratch.speed[axis], dt, conductance[axis]);
  if (outside !== null) outside.fill(0);
  for (let n = 0; n < freeFaces.length; n++) {
    const free = freeFaces[n]!;
    const mobility = dt / (1 + (dt * free.loss * scratch.freeSpeed[n]!) / free.distance);
    freeMobility[n] = mobility;
    outside![free.cell]! += (mobility * free.area) / free.distance;
  }
  setConductance(solver, conductance, outside);
  divergence(mesh, velocity, scratch.divergence);
  correction.fill(0);
  solvePoisson(solver, scratch.divergence, correction, tolerance, maxIterations, report);
  for (const axis of AXES) correct(mesh, axis, conductance[axis], correction, velocity[axis]);
  for (let n = 0; n < freeFaces.length; n++) {
    const free = freeFaces[n]!;
    velocity[free.axis][free.face]! -= (free.inward * freeMobility[n]! * correction[free.cell]!) / free.distance;
  }
  const { air } = solver;
  for (let n = 0; n < air.length; n++) pressure[air[n]!]! += correction[air[n]!]!;
}

/** Momentum of the holes to the outside before projection: pressure difference against inertia and loss. */
export function driveFreeFaces(freeFaces: readonly FreeFace[], velocity: Velocity, pressure: Field, dt: number): void {
  for (const free of freeFaces) {
    const u = velocity[free.axis];
    const here = u[free.face]!;
    const push = (-free.inward * pressure[free.cell]! * dt) / free.distance;
    const drag = (dt * free.loss * Math.abs(here)) / free.distance;
    u[free.face] = (here * (1 + drag / 2) + push) / (1 + drag);
  }
}

function fillConductance(mesh: Mesh, axis: 0 | 1 | 2, speed: Field, dt: number, g: Float64Array): void {
  const open = mesh.open[axis];
  const loss = mesh.loss[axis];
  const sy = mesh.stride[1];
  const sz = mesh.stride[2];
  const along = mesh.width[axis];
  const widthB = mesh.width[axis === 0 ? 1 : 0];
  const widthD = mesh.width[axis === 2 ? 1 : 2];
  for (let k = 1; k <= mesh.nz; k++) {
    for (let j = 1; j <= mesh.ny; j++) {
      let c = 1 + sy * j + sz * k;
      for (let i = 1; i <= mesh.nx; i++, c++) {
        if (open[c] === 0) {
          g[c] = 0;
          continue;
        }
        const ia = axis === 0 ? i : axis === 1 ? j : k;
        const delta = (along[ia - 1]! + along[ia]!) / 2;
        const area = widthB[axis === 0 ? j : i]! * widthD[axis === 2 ? j : k]!;
        const mobility = dt / (1 + (dt * loss[c]! * speed[c]!) / delta);
        g[c] = (mobility * area) / delta;
      }
    }
  }
}

function correct(mesh: Mesh, axis: 0 | 1 | 2, g: Float64Array, q: Float64Array, u: Field): void {
  const sa = mesh.stride[axis];
  const sy = mesh.stride[1];
  const sz = mesh.stride[2];
  const widthB = mesh.width[axis === 0 ? 1 : 0];
  const widthD = mesh.width[axis === 2 ? 1 : 2];
  for (let k = 1; k <= mesh.nz; k++) {
    for (let j = 1; j <= mesh.ny; j++) {
      let c = 1 + sy * j + sz * k;
      for (let i = 1; i <= mesh.nx; i++, c++) {
        const conductance = g[c]!;
        if (conductance === 0) continue;
        const area = widthB[axis === 0 ? j : i]! * widthD[axis === 2 ? j : k]!;
        u[c]! -= (conductance * (q[c]! - q[c - sa]!)) / area;
      }
    }
  }
}
