import type { Box } from '../../site/footprint';
import type { LossPart } from '../../site/schema/power-chain';
import type { Site } from '../../site/schema/site';
import { AIR_HEAT_CAPACITY } from '../../units/air';
import type { RoomGrid } from '../grid/room-grid';
import type { Mesh } from '../kernels/mesh';
import type { PowerState } from './state';

/** Cells that take up the heat of one loss, and the share of each. */
interface LossPlace {
  readonly part: LossPart;
  readonly cells: Int32Array;
  readonly shares: Float64Array;
}

/** Losses that heat the room. */
export interface RoomLosses {
  readonly places: readonly LossPlace[];
  /** Heat of each place, W, in their order: what the next step of heat gives to the air. */
  readonly heatW: Float64Array;
}

export function createRoomLosses(site: Site, grid: RoomGrid): RoomLosses {
  const parts = site.electrical?.lossesInRoom ?? [];
  const places = parts.map(({ part, obstacleId }): LossPlace => {
    const obstacle = site.obstacles.find(({ id }) => id === obstacleId);
    const cells = obstacle === undefined ? [] : cellsAround(grid.mesh, obstacle);
    if (cells.length > 0) return place(part, grid.mesh, cells);
    if (part === 'rack-pdu') return rackPlace(part, grid);
    return place(part, grid.mesh, airCells(grid.mesh));
  });
  return { places, heatW: new Float64Array(places.length) };
}

/** By volume, so that every litre of that air is heated alike. */
function place(part: LossPart, mesh: Mesh, cells: readonly number[]): LossPlace {
  const volumes = cells.map((cell) => cellVolume(mesh, cell));
  const total = volumes.reduce((sum, volume) => sum + volume, 0);
  return { part, cells: Int32Array.from(cells), shares: Float64Array.from(volumes, (volume) => volume / total) };
}

/** The strips of the racks hang in their exhaust. */
function rackPlace(part: LossPart, grid: RoomGrid): LossPlace {
  const cells = grid.chassisOutlets.flatMap((port) => [...(port?.cells ?? [])]);
  return cells.length > 0 ? place(part, grid.mesh, cells) : place(part, grid.mesh, airCells(grid.mesh));
}

function airCells(mesh: Mesh): number[] {
  return interior(mesh).filter((cell) => !mesh.solid[cell]);
}

function interior({ nx, ny, nz, stride }: Mesh): number[] {
  const cells: number[] = [];
  for (let k = 1; k <= nz; k++) {
    for (let j = 1; j <= ny; j++) for (let i = 1; i <= nx; i++) cells.push(i + stride[1] * j + stride[2] * k);
  }
  return cells;
}

function indexOf({ stride }: Mesh, cell: number): [number, number, number] {
  const k = Math.floor(cell / stride[2]);
  const j = Math.floor((cell - k * stride[2]) / stride[1]);
  return [cell - k * stride[2] - j * stride[1], j, k];
}

function cellVolume(mesh: Mesh, cell: number): number {
  const [i, j, k] = indexOf(mesh, cell);
  return mesh.width[0][i]! * mesh.width[1][j]! * mesh.width[2][k]!;
}

/** Cells of air that share a face with the box. */
function cellsAround(mesh: Mesh, box: Box): number[] {
  const inside = (cell: number): boolean => {
    const [i, j, k] = indexOf(mesh, cell);
    const centre = [i, j, k].map(
      (n, axis) => (mesh.faces[axis as 0 | 1 | 2][n - 1]! + mesh.faces[axis as 0 | 1 | 2][n]!) / 2,
    );
    return (
      centre[0]! > box.min.x &&
      centre[0]! < box.max.x &&
      centre[1]! > box.min.y &&
      centre[1]! < box.max.y &&
      centre[2]! > box.min.z &&
      centre[2]! < box.max.z
    );
  };
  return airCells(mesh).filter((cell) =>
    [1, mesh.stride[1], mesh.stride[2]].some((step) => inside(cell + step) || inside(cell - step)),
  );
}

/** Takes the losses of this moment as the heat of the next steps. */
export function setRoomLosses({ places, heatW }: RoomLosses, { watts }: PowerState): void {
  for (let n = 0; n < places.length; n++) {
    const lossW = lossOf(places[n]!.part, watts);
    heatW[n] = Number.isNaN(lossW) ? 0 : lossW;
  }
}

function lossOf(part: LossPart, watts: PowerState['watts']): number {
  switch (part) {
    case 'rack-pdu':
      return watts.rackPduLossW;
    case 'pdu':
      return watts.pduLossW;
    case 'ups':
      return watts.upsLossW;
    case 'switchgear':
      return watts.switchgearLossW;
    case 'transformer':
      return watts.transformerLossW;
  }
}

/** Adds the heat to the sources of the cells, which hold m³/s times °C. */
export function addRoomLosses({ places, heatW }: RoomLosses, inflowValue: Float32Array | Float64Array): void {
  for (let n = 0; n < places.length; n++) {
    const { cells, shares } = places[n]!;
    const strength = heatW[n]! / AIR_HEAT_CAPACITY;
    for (let m = 0; m < cells.length; m++) inflowValue[cells[m]!]! += strength * shares[m]!;
  }
}

/** Heat that the losses give to the air of the room, W. */
export function roomLossW({ heatW }: RoomLosses): number {
  let sum = 0;
  for (let n = 0; n < heatW.length; n++) sum += heatW[n]!;
  return sum;
}
