import { AIR_HEAT_CAPACITY } from '../../units/air';
import type { RoomKernels } from '../kernels/backend';
import { AXES, cellIndex, type Mesh } from '../kernels/mesh';
import { advanceSlices, eliminateSlices, setConductionStep } from './conduction';
import type { FabricSurfaces } from './fabric-surfaces';
import { filmCoefficient } from './film';
import type { PlenumMemory } from './plenum-mass';

/** What the room's surfaces remember, and those under its raised floor. */
export interface Fabric extends PlenumMemory {
  /** Temperature of every slice, °C; NaN where it is to start from the air in front of it. */
  readonly celsius: Float64Array;
  /** While the air settles the clock stands still: every surface starts from the air as it will be. */
  atRest: boolean;
  /** Heat that the surfaces took up in the last step, W; negative when they give it back. */
  heatW: number;
}

export function createFabric(surfaces: FabricSurfaces): Fabric {
  return {
    celsius: new Float64Array(surfaces.slices).fill(Number.NaN),
    plenumCelsius: new Float64Array(surfaces.plenum?.slices ?? 0).fill(Number.NaN),
    atRest: true,
    heatW: 0,
    plenumHeatW: 0,
  };
}

/** The clock stands still: surfaces take up nothing, and start from the air as it will be when it goes on. */
export function restFabric(fabric: Fabric): void {
  fabric.heatW = 0;
  fabric.plenumHeatW = 0;
  if (fabric.atRest) return;
  fabric.atRest = true;
  fabric.celsius.fill(Number.NaN);
  fabric.plenumCelsius.fill(Number.NaN);
}

/**
 * Before a heat step of the air: adds every surface to the exchange of its cell as what it is in an implicit step, a
 * temperature behind a conductance. Expects the exchange of other surfaces, or zeros, in `kernels`. Film coefficients
 * follow the air where `newFilms`; else they are those of the call before.
 */
export function addFabricExchange(
  fabric: Fabric,
  surfaces: FabricSurfaces,
  mesh: Mesh,
  kernels: RoomKernels,
  dtSeconds: number,
  newFilms: boolean,
): void {
  fabric.atRest = false;
  for (let n = 0; n < surfaces.conductions.length; n++) setConductionStep(surfaces.conductions[n]!, dtSeconds);
  const { exchange, exchangeValue, temperature } = kernels;
  for (let n = 0; n < surfaces.cell.length; n++) {
    const wall = surfaces.conductions[surfaces.conduction[n]!]!;
    const start = surfaces.start[n]!;
    const cell = surfaces.cell[n]!;
    if (Number.isNaN(fabric.celsius[start]!)) fabric.celsius.fill(temperature[cell]!, start, start + wall.slices);
    if (newFilms) {
      const warmer = temperature[cell]! - fabric.celsius[start]!;
      const film = filmCoefficient(surfaces.lies[n]!, warmer, airSpeed(mesh, kernels, cell));
      surfaces.outer[n] = film > 0 ? 1 / (1 / film + 1 / wall.surfaceConductance) : 0;
    }
    const outer = surfaces.outer[n]!;
    const idle = eliminateSlices(wall, fabric.celsius, surfaces.work, start);
    surfaces.idleCelsius[n] = idle;
    const uptake = wall.uptake[0]!;
    const conductance = (surfaces.area[n]! * outer * uptake) / (outer + uptake) / AIR_HEAT_CAPACITY;
    exchange[cell]! += conductance;
    exchangeValue[cell]! += conductance * idle;
  }
}

/** After the heat step: the slices follow the new air. On return `heatW` is what the air has given them. */
export function advanceFabric(fabric: Fabric, surfaces: FabricSurfaces, kernels: RoomKernels): void {
  const { temperature } = kernels;
  let sum = 0;
  for (let n = 0; n < surfaces.cell.length; n++) {
    const wall = surfaces.conductions[surfaces.conduction[n]!]!;
    const air = temperature[surfaces.cell[n]!]!;
    const outer = surfaces.outer[n]!;
    const uptake = wall.uptake[0]!;
    const first = (outer * air + uptake * surfaces.idleCelsius[n]!) / (outer + uptake);
    sum += surfaces.area[n]! * outer * (air - first);
    advanceSlices(wall, fabric.celsius, surfaces.work, surfaces.start[n]!, first);
  }
  fabric.heatW = sum;
}

/** Heat in the fabric above 0 °C, J. */
export function fabricHeatJ(fabric: Fabric, surfaces: FabricSurfaces): number {
  let sum = 0;
  for (let n = 0; n < surfaces.cell.length; n++) {
    const { capacity, slices } = surfaces.conductions[surfaces.conduction[n]!]!;
    const start = surfaces.start[n]!;
    for (let s = 0; s < slices; s++) sum += surfaces.area[n]! * capacity[s]! * fabric.celsius[start + s]!;
  }
  return sum;
}

/** Speed in the middle of a cell, m/s. */
function airSpeed(mesh: Mesh, { velocity }: RoomKernels, cell: number): number {
  const u = velocity[0][cell]! + velocity[0][cell + mesh.stride[0]]!;
  const v = velocity[1][cell]! + velocity[1][cell + mesh.stride[1]]!;
  const w = velocity[2][cell]! + velocity[2][cell + mesh.stride[2]]!;
  return Math.sqrt(u * u + v * v + w * w) / 2;
}

/** After an edit under the running clock: surfaces keep their temperatures where there was one of the same make. */
export function carryOverFabric(
  from: { fabric: Fabric; surfaces: FabricSurfaces; mesh: Mesh },
  to: { fabric: Fabric; surfaces: FabricSurfaces; mesh: Mesh },
): void {
  const before = new Map<number, number>();
  for (let n = 0; n < from.surfaces.cell.length; n++) {
    before.set(from.surfaces.cell[n]! * 6 + from.surfaces.side[n]!, n);
  }
  to.fabric.atRest = from.fabric.atRest;
  if (to.fabric.plenumCelsius.length === from.fabric.plenumCelsius.length)
    to.fabric.plenumCelsius.set(from.fabric.plenumCelsius);
  for (let n = 0; n < to.surfaces.cell.length; n++) {
    const old = before.get(sameCell(to.mesh, to.surfaces.cell[n]!, from.mesh) * 6 + to.surfaces.side[n]!);
    if (old === undefined) continue;
    const count = to.surfaces.conductions[to.surfaces.conduction[n]!]!.slices;
    if (from.surfaces.conductions[from.surfaces.conduction[old]!]!.slices !== count) continue;
    const start = from.surfaces.start[old]!;
    to.fabric.celsius.set(from.fabric.celsius.subarray(start, start + count), to.surfaces.start[n]!);
  }
}

/** The cell of another mesh that holds the centre of a cell. */
function sameCell(mesh: Mesh, cell: number, other: Mesh): number {
  const k = Math.floor(cell / mesh.stride[2]);
  const j = Math.floor((cell - k * mesh.stride[2]) / mesh.stride[1]);
  const i = cell - k * mesh.stride[2] - j * mesh.stride[1];
  const at = [i, j, k] as const;
  const [x, y, z] = AXES.map((axis) => {
    const centre = (mesh.faces[axis][at[axis] - 1]! + mesh.faces[axis][at[axis]]!) / 2;
    const found = other.faces[axis].findIndex((face) => face > centre) - 1;
    return found < 0 ? other.faces[axis].length - 2 : found;
  }) as [number, number, number];
  return cellIndex(other, x, y, z);
}
