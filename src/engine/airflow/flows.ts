import type { Port } from '../grid/ports';
import type { RoomGrid } from '../grid/room-grid';
import type { Velocity } from '../kernels/velocity';

/** Volume flows of the equipment, m³/s, each at least 0 unless said otherwise; order as in the site. */
export interface RoomFlows {
  readonly chassis: Float64Array;
  readonly units: Float64Array;
  /** Negative where a tile draws room air into the plenum. */
  readonly tiles: Float64Array;
  /** Air that leaks through floor seams, m³/s: in all, and at each face of the floor's port (either way). */
  floorLeakage: number;
  readonly floorFaces: Float64Array;
  readonly grilles: Float64Array;
  /** Pinned openings, positive into the room; 0 for free ones. */
  readonly openings: Float64Array;
}

export function createFlows(grid: RoomGrid): RoomFlows {
  return {
    chassis: new Float64Array(grid.chassisInlets.length),
    units: new Float64Array(grid.unitReturns.length),
    tiles: new Float64Array(grid.tiles.length),
    floorLeakage: 0,
    floorFaces: new Float64Array(grid.floor?.faces.length ?? 0),
    grilles: new Float64Array(grid.grilles.length),
    openings: new Float64Array(grid.pinnedOpenings.length),
  };
}

function clear(port: Port | null, velocity: Velocity): void {
  if (port === null) return;
  const u = velocity[port.axis];
  for (let n = 0; n < port.faces.length; n++) u[port.faces[n]!] = 0;
}

/** Adds a flow into the room (negative: out of it) to the faces of a port. */
function add(port: Port | null, flow: number, velocity: Velocity): void {
  if (port === null || flow === 0) return;
  const u = velocity[port.axis];
  for (let n = 0; n < port.faces.length; n++) {
    u[port.faces[n]!]! += (port.inward * flow * port.shares[n]!) / port.faceAreas[n]!;
  }
}

/** Adds the flow of each face of a port. */
function addFaces(port: Port | null, flows: Float64Array, velocity: Velocity): void {
  if (port === null) return;
  const u = velocity[port.axis];
  for (let n = 0; n < port.faces.length; n++) u[port.faces[n]!]! += (port.inward * flows[n]!) / port.faceAreas[n]!;
}

/** On return the face velocities of all ports carry the flows, and nothing else has changed. */
export function applyFlows(grid: RoomGrid, flows: RoomFlows, velocity: Velocity): void {
  const { chassisInlets, chassisOutlets, unitReturns, unitSupplies, tiles, grilles, pinnedOpenings, floor } = grid;
  for (const group of [chassisInlets, chassisOutlets, unitReturns, unitSupplies, tiles, grilles, pinnedOpenings]) {
    for (let n = 0; n < group.length; n++) clear(group[n]!, velocity);
  }
  clear(floor, velocity);
  for (let n = 0; n < chassisInlets.length; n++) {
    add(chassisInlets[n]!, -flows.chassis[n]!, velocity);
    add(chassisOutlets[n]!, flows.chassis[n]!, velocity);
  }
  for (let n = 0; n < unitReturns.length; n++) {
    add(unitReturns[n]!, -flows.units[n]!, velocity);
    add(unitSupplies[n]!, flows.units[n]!, velocity);
  }
  for (let n = 0; n < tiles.length; n++) add(tiles[n]!, flows.tiles[n]!, velocity);
  for (let n = 0; n < grilles.length; n++) add(grilles[n]!, -flows.grilles[n]!, velocity);
  for (let n = 0; n < pinnedOpenings.length; n++) add(pinnedOpenings[n]!, flows.openings[n]!, velocity);
  addFaces(floor, flows.floorFaces, velocity);
}

/** Sum of the flows that the equipment moves, the yardstick of the mass balance, m³/s. */
export function totalFlow(flows: RoomFlows): number {
  let sum = 0;
  for (const group of [flows.chassis, flows.units, flows.openings]) {
    for (let n = 0; n < group.length; n++) sum += Math.abs(group[n]!);
  }
  return sum;
}

/** Root of the sum of squares of the flows through the faces of the equipment, the yardstick of residual norms, m³/s. */
export function flowNorm(grid: RoomGrid, flows: RoomFlows): number {
  return Math.sqrt(
    squares(grid.chassisInlets, flows.chassis) +
      squares(grid.chassisOutlets, flows.chassis) +
      squares(grid.unitReturns, flows.units) +
      squares(grid.unitSupplies, flows.units) +
      squares(grid.tiles, flows.tiles) +
      squares(grid.grilles, flows.grilles) +
      squares(grid.pinnedOpenings, flows.openings),
  );
}

function squares(ports: readonly (Port | null)[], flow: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < ports.length; n++) {
    const port = ports[n]!;
    if (port === null) continue;
    for (let f = 0; f < port.shares.length; f++) sum += (flow[n]! * port.shares[f]!) ** 2;
  }
  return sum;
}
