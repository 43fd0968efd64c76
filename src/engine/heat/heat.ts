import type { Site } from '../../site/schema/site';
import { AIR, AIR_HEAT_CAPACITY } from '../../units/air';
import type { Port } from '../grid/ports';
import type { RoomGrid } from '../grid/room-grid';
import { correctScalarAdvection } from '../kernels/limited-advection';
import { AXES, type Mesh } from '../kernels/mesh';
import { assembleScalar, type ScalarTerms } from '../kernels/scalar';
import { type ColouredList, colouredList, createStencil, relax, type Stencil } from '../kernels/stencil';
import type { Velocity } from '../kernels/velocity';

/** Temperatures of the air that enters the room, °C, and the flows it enters with, m³/s; order as in the site. */
export interface HeatInflows {
  readonly chassisM3s: Float64Array;
  readonly chassisCelsius: Float64Array;
  readonly unitsM3s: Float64Array;
  readonly unitsCelsius: Float64Array;
  readonly tilesM3s: Float64Array;
  /** Air from the raised floor: tiles and leakage. */
  floorCelsius: number;
  floorLeakageM3s: number;
  readonly openingsM3s: Float64Array;
  readonly openingsCelsius: Float64Array;
}

export interface HeatScratch {
  readonly list: ColouredList;
  readonly stencil: Stencil;
  readonly diffusivity: Float64Array;
  readonly previous: Float64Array;
  readonly inflow: Float64Array;
  readonly inflowValue: Float64Array;
  readonly exchange: Float64Array;
  readonly exchangeValue: Float64Array;
  /** Cells at the room's surfaces, area and half width. */
  readonly surface: readonly { cell: number; area: number; halfWidth: number }[];
  readonly walls: Site['room']['walls'];
  /** Bounded second-order advection instead of first-order upwind. */
  readonly limitedAdvection: boolean;
  readonly terms: ScalarTerms & { dt: number; velocity: Velocity };
}

export function createHeatScratch(
  site: Site,
  grid: RoomGrid,
  velocity: Velocity,
  limitedAdvection: boolean,
): HeatScratch {
  const { mesh } = grid;
  const array = () => new Float64Array(mesh.size);
  const diffusivity = array();
  const previous = array();
  const inflow = array();
  const inflowValue = array();
  const exchange = array();
  const exchangeValue = array();
  return {
    list: colouredList(mesh, (c) => mesh.solid[c] === 0),
    stencil: createStencil(mesh.size),
    diffusivity,
    previous,
    inflow,
    inflowValue,
    exchange,
    exchangeValue,
    surface: site.room.walls.kind === 'adiabatic' ? [] : surfaceCells(mesh),
    walls: site.room.walls,
    limitedAdvection,
    terms: { velocity, diffusivity, previous, inflow, inflowValue, exchange, exchangeValue, dt: 1 },
  };
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
export function gatherSources(grid: RoomGrid, scratch: HeatScratch, inflows: HeatInflows): void {
  const { inflow, inflowValue, exchange, exchangeValue, surface, walls, diffusivity } = scratch;
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
  for (let n = 0; n < grid.tiles.length; n++) enter(grid.tiles[n]!, inflows.tilesM3s[n]!, inflows.floorCelsius);
  enter(grid.floor, inflows.floorLeakageM3s, inflows.floorCelsius);
  for (let n = 0; n < grid.pinnedOpenings.length; n++) {
    enter(grid.pinnedOpenings[n]!, inflows.openingsM3s[n]!, inflows.openingsCelsius[n]!);
  }
  for (let n = 0; n < grid.freeFaces.length; n++) {
    const free = grid.freeFaces[n]!;
    const q = free.inward * scratch.terms.velocity[free.axis][free.face]! * free.area;
    if (q <= 0) continue;
    inflow[free.cell]! += q;
    inflowValue[free.cell]! += q * inflows.openingsCelsius[grid.freeFaceOpening[n]!]!;
  }
  if (walls.kind === 'adiabatic') return;
  exchange.fill(0);
  exchangeValue.fill(0);
  for (let n = 0; n < surface.length; n++) {
    const { cell, area, halfWidth } = surface[n]!;
    const conductance =
      walls.kind === 'u-value'
        ? (walls.wattsPerSquareMetreKelvin * area) / AIR_HEAT_CAPACITY
        : (diffusivity[cell]! * area) / halfWidth;
    exchange[cell]! += conductance;
    exchangeValue[cell]! += conductance * (walls.kind === 'u-value' ? walls.outsideCelsius : walls.celsius);
  }
}

/** alpha + nu_t / Pr_t at every cell, m²/s. */
export function setDiffusivity(scratch: HeatScratch, viscosity: Float64Array): void {
  const { diffusivity } = scratch;
  const molecular = AIR.conductivity / AIR_HEAT_CAPACITY;
  for (let c = 0; c < diffusivity.length; c++) {
    diffusivity[c] = molecular + Math.max(0, viscosity[c]! - AIR.kinematicViscosity) / AIR.turbulentPrandtl;
  }
}

/** One step of the air's heat: conservative advection and diffusion solved together. Changes `temperature`. */
export function stepHeat(
  grid: RoomGrid,
  scratch: HeatScratch,
  temperature: Float64Array,
  viscosity: Float64Array,
  inflows: HeatInflows,
  dt: number,
  sweeps: number,
): void {
  const { previous, list, stencil, terms } = scratch;
  setDiffusivity(scratch, viscosity);
  previous.set(temperature);
  gatherSources(grid, scratch, inflows);
  terms.dt = dt;
  assembleScalar(grid.mesh, list, terms, stencil);
  if (scratch.limitedAdvection) correctScalarAdvection(grid.mesh, list, terms.velocity, previous, stencil.right);
  relax(grid.mesh, stencil, list, temperature, sweeps);
}

/** Mean temperature of the air that leaves through a port, °C; NaN where there is none. */
export function portCelsius(port: Port | null, temperature: Float64Array): number {
  if (port === null || port.cells.length === 0) return Number.NaN;
  let sum = 0;
  for (let n = 0; n < port.cells.length; n++) sum += port.shares[n]! * temperature[port.cells[n]!]!;
  return sum;
}

/** Heat that leaves through the room's surfaces, W. */
export function surfaceHeat(scratch: HeatScratch, temperature: Float64Array): number {
  let sum = 0;
  const { exchange, exchangeValue, list } = scratch;
  for (const colour of [list.red, list.black]) {
    for (let n = 0; n < colour.length; n++) {
      const c = colour[n]!;
      sum += exchange[c]! * temperature[c]! - exchangeValue[c]!;
    }
  }
  return sum * AIR_HEAT_CAPACITY;
}
