import type { Port } from '../grid/ports';
import type { RoomGrid } from '../grid/room-grid';
import type { RoomKernels } from '../kernels/backend';
import { inflowDissipation, inflowEnergy } from '../kernels/k-epsilon';
import type { RoomFlows } from './flows';

/** On return the kernels hold what flows into each cell, m³/s, and the turbulence that it brings. */
export function gatherTurbulence(grid: RoomGrid, kernels: RoomKernels, flows: RoomFlows): void {
  kernels.inflow.fill(0);
  kernels.inflowEnergy.fill(0);
  kernels.inflowDissipation.fill(0);
  enterAll(kernels, grid.chassisOutlets, flows.chassis);
  enterAll(kernels, grid.unitSupplies, flows.units);
  enterAll(kernels, grid.tiles, flows.tiles);
  enterAll(kernels, grid.pinnedOpenings, flows.openings);
  const { floor, freeFaces } = grid;
  if (floor !== null) {
    for (let n = 0; n < floor.cells.length; n++) {
      const flow = flows.floorFaces[n]!;
      if (flow > 0) enterCell(kernels, floor.cells[n]!, flow, flow / floor.faceAreas[n]!);
    }
  }
  for (let n = 0; n < freeFaces.length; n++) {
    const free = freeFaces[n]!;
    const speed = free.inward * kernels.velocity[free.axis][free.face]!;
    if (speed > 0) enterCell(kernels, free.cell, speed * free.area, speed);
  }
}

function enterAll(kernels: RoomKernels, ports: readonly (Port | null)[], flows: Float64Array): void {
  for (let n = 0; n < ports.length; n++) {
    const port = ports[n]!;
    const flow = flows[n]!;
    if (port === null || flow <= 0) continue;
    for (let f = 0; f < port.cells.length; f++) {
      enterCell(kernels, port.cells[f]!, flow * port.shares[f]!, flow / port.area);
    }
  }
}

function enterCell(kernels: RoomKernels, cell: number, flow: number, speed: number): void {
  const energy = inflowEnergy(speed);
  kernels.inflow[cell]! += flow;
  kernels.inflowEnergy[cell]! += flow * energy;
  kernels.inflowDissipation[cell]! += flow * inflowDissipation(energy);
}
