import { halfRow, halfSize, ny, nz, temperature, u, v, w } from './grid';
import { assembleX, assembleY, assembleZ } from './momentum';
import { pack, unpack } from './packing';
import { assembleHeat } from './scalar';
import { relaxPlane } from './stencil';
import { dismiss, firstPlane, fork, gather, lastPlane, task } from './team';
import { wave } from './wave';

/** Packed unknowns of the sweeps. The three velocities are solved from the same old field. */
export let packedU: usize = 0;
export let packedV: usize = 0;
export let packedW: usize = 0;
export let packedHeat: usize = 0;

/** Packs a plane of a field and, at the ends of the room, the ghost plane beyond it. */
function packPlane(natural: usize, packed: usize, k: i32): void {
  const first = k === 1 ? 0 : k;
  const last = k === nz ? nz + 1 : k;
  pack(natural, packed, halfRow, ny + 2, first, last, halfSize);
}

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
  const first = firstPlane(nz, part, parts);
  const last = lastPlane(nz, part, parts);
  unpack(packedU, u, halfRow, ny + 2, first, last, halfSize);
  unpack(packedV, v, halfRow, ny + 2, first, last, halfSize);
  unpack(packedW, w, halfRow, ny + 2, first, last, halfSize);
}

function unpackHeat(part: i32, parts: i32): void {
  unpack(packedHeat, temperature, halfRow, ny + 2, firstPlane(nz, part, parts), lastPlane(nz, part, parts), halfSize);
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
