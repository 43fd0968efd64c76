import type { Site } from '../../site/schema/site';
import { AIR_HEAT_CAPACITY } from '../../units/air';
import type { Port } from '../grid/ports';
import type { RoomGrid } from '../grid/room-grid';
import type { AirConstants, RoomKernels } from '../kernels/backend';
import { AXES, type Mesh } from '../kernels/mesh';
import { effectiveDiffusivity } from '../kernels/scalar';
import type { Field } from '../kernels/velocity';
import { createFabricSurfaces, type FabricSurfaces } from '../mass/fabric-surfaces';
import { addRoomLosses, type RoomLosses } from '../power/room-heat';

/** Temperatures of the air that enters the room, °C, and the flows it enters with, m³/s; order as in the site. */
export interface HeatInflows {
  readonly chassisM3s: Float64Array;
  readonly chassisCelsius: Float64Array;
  readonly unitsM3s: Float64Array;
  readonly unitsCelsius: Float64Array;
  readonly tilesM3s: Float64Array;
  readonly tilesCelsius: Float64Array;
  /** Air through seams at each face of the floor. */
  readonly floorFacesM3s: Float64Array;
  readonly floorFacesCelsius: Float64Array;
  readonly openingsM3s: Float64Array;
  readonly openingsCelsius: Float64Array;
  /** Heat that enters without air: losses of the electrical chain. */
  readonly losses: RoomLosses;
}

/** The room's surfaces as the heat step sees them. */
export interface RoomSurfaces {
  /** Cells at the room's surfaces, area and half width; none where they are adiabatic. */
  readonly cells: readonly { cell: number; area: number; halfWidth: number }[];
  readonly walls: Site['room']['walls'];
  /** What of the surfaces takes up heat. */
  readonly fabric: FabricSurfaces;
  readonly constants: AirConstants;
}

export function createSurfaces(site: Site, grid: RoomGrid, constants: AirConstants): RoomSurfaces {
  const { walls } = site.room;
  const cells = walls.kind === 'adiabatic' ? [] : surfaceCells(grid.mesh);
  return { walls, constants, cells, fabric: createFabricSurfaces(site, grid) };
}

function surfaceCells(mesh: Mesh): { cell: number; area: number; halfWidth: number }[] {
  const result: { cell: number; area: number; halfWidth: number }[] = [];
  const counts = [mesh.nx, mesh.ny, mesh.nz] as const;
  for (let k = 1; k <= mesh.nz; k++) {
    for (let j = 1; j <= mesh.ny; j++) {
      for (let i = 1; i <= mesh.nx; i++) {
        const cell = i + mesh.stride[1] * j + mesh.stride[2] * k;
        if (mesh.solid[cell]) continue;
        const index = [i, j, k];
        for (const axis of AXES) {
          const at = index[axis]!;
          const ends = (at === 1 ? 1 : 0) + (at === counts[axis] ? 1 : 0);
          if (ends === 0) continue;
          let area = 1;
          for (const other of AXES) if (other !== axis) area *= mesh.width[other][index[other]!]!;
          result.push({ cell, area: area * ends, halfWidth: mesh.width[axis][at]! / 2 });
        }
      }
    }
  }
  return result;
}

/** Sets the temperature carried into the room and the exchange with its surfaces for one step. */
export function gatherSources(
  grid: RoomGrid,
  kernels: RoomKernels,
  surfaces: RoomSurfaces,
  inflows: HeatInflows,
): void {
  const { inflow, inflowValue } = kernels;
  inflow.fill(0);
  inflowValue.fill(0);
  const enter = (port: Port | null, flow: number, celsius: number) => {
    if (port === null || flow <= 0) return;
    for (let n = 0; n < port.cells.length; n++) {
      const q = flow * port.shares[n]!;
      inflow[port.cells[n]!]! += q;
      inflowValue[port.cells[n]!]! += q * celsius;
    }
  };
  for (let n = 0; n < grid.chassisOutlets.length; n++) {
    enter(grid.chassisOutlets[n]!, inflows.chassisM3s[n]!, inflows.chassisCelsius[n]!);
  }
  for (let n = 0; n < grid.unitSupplies.length; n++) {
    enter(grid.unitSupplies[n]!, inflows.unitsM3s[n]!, inflows.unitsCelsius[n]!);
  }
  for (let n = 0; n < grid.tiles.length; n++) enter(grid.tiles[n]!, inflows.tilesM3s[n]!, inflows.tilesCelsius[n]!);
  if (grid.floor !== null) {
    for (let n = 0; n < grid.floor.cells.length; n++) {
      const q = inflows.floorFacesM3s[n]!;
      if (q <= 0) continue;
      inflow[grid.floor.cells[n]!]! += q;
      inflowValue[grid.floor.cells[n]!]! += q * inflows.floorFacesCelsius[n]!;
    }
  }
  for (let n = 0; n < grid.pinnedOpenings.length; n++) {
    enter(grid.pinnedOpenings[n]!, inflows.openingsM3s[n]!, inflows.openingsCelsius[n]!);
  }
  for (let n = 0; n < grid.freeFaces.length; n++) {
    const free = grid.freeFaces[n]!;
    const q = free.inward * kernels.velocity[free.axis][free.face]! * free.area;
    if (q <= 0) continue;
    inflow[free.cell]! += q;
    inflowValue[free.cell]! += q * inflows.openingsCelsius[grid.freeFaceOpening[n]!]!;
  }
  addRoomLosses(inflows.losses, inflowValue);
  exchangeWithSurfaces(kernels, surfaces);
}

function exchangeWithSurfaces(kernels: RoomKernels, surfaces: RoomSurfaces): void {
  const { exchange, exchangeValue } = kernels;
  if (surfaces.cells.length === 0 && surfaces.fabric.cell.length === 0) return;
  exchange.fill(0);
  exchangeValue.fill(0);
  for (let n = 0; n < surfaces.cells.length; n++) {
    const { cell } = surfaces.cells[n]!;
    const conductance = surfaceConductance(kernels, surfaces, n);
    exchange[cell]! += conductance;
    exchangeValue[cell]! += conductance * outerCelsius(surfaces);
  }
}

/** Exchange of each cell with what lies beyond the room's surfaces, m³/s; what surfaces take up themselves is left out. */
export function outerExchange(kernels: RoomKernels, surfaces: RoomSurfaces): Float64Array {
  const exchange = new Float64Array(kernels.exchange.length);
  for (let n = 0; n < surfaces.cells.length; n++) {
    exchange[surfaces.cells[n]!.cell]! += surfaceConductance(kernels, surfaces, n);
  }
  return exchange;
}

/** Conductance over heat capacity between a cell and what lies behind its surface, m³/s. */
function surfaceConductance({ viscosity }: RoomKernels, surfaces: RoomSurfaces, n: number): number {
  const { walls, constants } = surfaces;
  const { cell, area, halfWidth } = surfaces.cells[n]!;
  return walls.kind === 'u-value'
    ? (walls.wattsPerSquareMetreKelvin * area) / AIR_HEAT_CAPACITY
    : (effectiveDiffusivity(constants, viscosity[cell]!) * area) / halfWidth;
}

/** What lies beyond the room's surfaces, °C; NaN where they are adiabatic. */
export function outerCelsius({ walls }: RoomSurfaces): number {
  if (walls.kind === 'adiabatic') return Number.NaN;
  return walls.kind === 'u-value' ? walls.outsideCelsius : walls.celsius;
}

/** Mean temperature of the air that leaves through a port, °C; NaN where there is none. */
export function portCelsius(port: Port | null, temperature: Field): number {
  if (port === null || port.cells.length === 0) return Number.NaN;
  let sum = 0;
  for (let n = 0; n < port.cells.length; n++) sum += port.shares[n]! * temperature[port.cells[n]!]!;
  return sum;
}

/** Heat that leaves through the room's surfaces, W; what they take up themselves is the fabric's. */
export function surfaceHeat(kernels: RoomKernels, surfaces: RoomSurfaces): number {
  const { temperature } = kernels;
  let sum = 0;
  for (let n = 0; n < surfaces.cells.length; n++) {
    const warmer = temperature[surfaces.cells[n]!.cell]! - outerCelsius(surfaces);
    sum += surfaceConductance(kernels, surfaces, n) * warmer;
  }
  return sum * AIR_HEAT_CAPACITY;
}
