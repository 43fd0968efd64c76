import { nz, temperature, u, v, w } from './grid';
import { assembleX, assembleY, assembleZ } from './momentum';
import { packPlane, unpackPlanes } from './planes';
import { assembleHeat } from './scalar';
import { relaxPlane } from './stencil';
import { dismiss, fork, gather, task } from './team';
import { wave } from './wave';

/** Packed unknowns of the sweeps. The three velocities are solved from the same old field. */
export let packedU: usize = 0;
export let packedV: usize = 0;
export let packedW: usize = 0;
export let packedHeat: usize = 0;

/** Stages of a wave: 0 packs and assembles a plane, the others are its half sweeps, red and black in turns. */
function stageU(h: i32, k: i32): void {
  if (h > 0) {
    relaxPlane(packedU, (h - 1) & 1, k);
    return;
  }
  packPlane(u, packedU, k);
  assembleX(k, task().dt, task().limited !== 0, task().molecular);
}

function stageV(h: i32, k: i32): void {
  if (h > 0) {
    relaxPlane(packedV, (h - 1) & 1, k);
    return;
  }
  packPlane(v, packedV, k);
  assembleY(k, task().dt, task().limited !== 0, task().molecular);
}

function stageW(h: i32, k: i32): void {
  if (h > 0) {
    relaxPlane(packedW, (h - 1) & 1, k);
    return;
  }
  packPlane(w, packedW, k);
  assembleZ(k, task().dt, task().limited !== 0, task().molecular, task().first, task().second);
}

function stageHeat(h: i32, k: i32): void {
  if (h > 0) {
    relaxPlane(packedHeat, (h - 1) & 1, k);
    return;
  }
  packPlane(temperature, packedHeat, k);
  assembleHeat(k, task().dt, task().limited !== 0, task().first, task().second);
}

function unpackVelocity(part: i32, parts: i32): void {
  unpackPlanes(packedU, u, part, parts);
  unpackPlanes(packedV, v, part, parts);
  unpackPlanes(packedW, w, part, parts);
}

function unpackHeat(part: i32, parts: i32): void {
  unpackPlanes(packedHeat, temperature, part, parts);
}

function begin(dt: f32, limited: bool, molecular: f32, first: f32, second: f32): void {
  gather();
  const job = task();
  job.serial++;
  job.dt = dt;
  job.limited = limited;
  job.molecular = molecular;
  job.first = first;
  job.second = second;
}

/** One step of momentum; `molecular` viscosity, m²/s, `buoyancy` g beta, m/(s² K). */
export function stepMomentum(
  dt: f32, sweeps: i32, limited: bool, molecular: f32, buoyancy: f32, referenceCelsius: f32,
): void {
  begin(dt, limited, molecular, buoyancy, referenceCelsius);
  const stages = 2 * sweeps + 1;
  wave(stageU, stages, nz, false);
  wave(stageV, stages, nz, false);
  wave(stageW, stages, nz, false);
  fork(unpackVelocity);
  dismiss();
}

/** One step of heat. Diffusivity is offset + slope * viscosity, m²/s. */
export function stepHeat(dt: f32, sweeps: i32, limited: bool, offset: f32, slope: f32): void {
  begin(dt, limited, 0, offset, slope);
  wave(stageHeat, 2 * sweeps + 1, nz, false);
  fork(unpackHeat);
  dismiss();
}
