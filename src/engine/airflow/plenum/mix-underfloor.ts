import type { Port } from '../../grid/ports';
import type { RoomGrid } from '../../grid/room-grid';
import type { Field } from '../../kernels/velocity';
import { sweepCells } from './mixing';
import type { Underfloor } from './underfloor';

/** Air that comes out of the floor, °C. */
export interface FloorCelsius {
  readonly tilesCelsius: Float64Array;
  readonly floorFacesCelsius: Float64Array;
}

const MOST_SWEEPS = 60;
const SWEEP_KELVIN = 1e-6;

/**
 * Carries the temperature of each unit's air, and of the room air that reversed tiles draw in, with the flow under the
 * floor to tiles and seams (upwind; it mixes in each cell). On return what leaves through the floor carries the
 * heat that entered, to rounding. Where pieces of one tile flow both ways, what comes out of it goes back in first.
 */
export function mixUnderfloor(
  underfloor: Underfloor,
  grid: RoomGrid,
  unitM3s: Float64Array,
  unitCelsius: Float64Array,
  roomCelsius: Field,
  result: FloorCelsius,
): void {
  const { mixing, state, cells } = underfloor;
  const supplied = gatherSupply(underfloor, unitM3s, unitCelsius);
  if (supplied <= 0) return;
  gatherTiles(underfloor, grid, roomCelsius);
  gatherRoom(underfloor, grid.floor, roomCelsius);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    breathe(underfloor);
    if (sweepCells(cells, state.air, mixing, state.celsius, sweep) < SWEEP_KELVIN) break;
  }
  breathe(underfloor);
  closeHeat(underfloor);
  result.tilesCelsius.set(mixing.tileCelsius);
  for (let n = 0; n < underfloor.faceCell.length; n++) {
    result.floorFacesCelsius[n] = state.celsius[underfloor.faceCell[n]!]!;
  }
}

/** What reversed tiles and seams take from the room now beyond what this step's mixing gave back for it, m³ K/s. */
export function keptUnderfloor(
  { mixing, faceCell }: Underfloor,
  grid: RoomGrid,
  flows: { readonly tiles: Float64Array; readonly floorFaces: Float64Array },
  roomCelsius: Field,
): number {
  let kept = 0;
  for (let t = 0; t < flows.tiles.length; t++) {
    const down = -flows.tiles[t]!;
    if (down > 0) kept += down * (meanCelsius(grid.tiles[t]!, roomCelsius) - mixing.tileRoomCelsius[t]!);
  }
  for (let n = 0; n < flows.floorFaces.length; n++) {
    const down = -flows.floorFaces[n]!;
    if (down > 0) kept += down * (roomCelsius[grid.floor!.cells[n]!]! - mixing.roomCelsius[faceCell[n]!]!);
  }
  return kept;
}

/** Returns the air that units supply, m³/s. */
function gatherSupply({ mixing, units }: Underfloor, unitM3s: Float64Array, unitCelsius: Float64Array): number {
  mixing.supplyM3s.fill(0);
  mixing.supplyHeat.fill(0);
  let supplied = 0;
  for (let u = 0; u < units.start.length - 1; u++) {
    for (let n = units.start[u]!; n < units.start[u + 1]!; n++) {
      const q = unitM3s[u]! * units.share[n]!;
      supplied += q;
      mixing.supplyM3s[units.cell[n]!]! += q;
      mixing.supplyHeat[units.cell[n]!]! += q * unitCelsius[u]!;
    }
  }
  return supplied;
}

/** What of each tile flows up and down, and the room's air above it. */
function gatherTiles({ mixing, outlets, state, pinnedM3s }: Underfloor, grid: RoomGrid, roomCelsius: Field): void {
  const { tileUpM3s, tileDownM3s, tileRoomCelsius } = mixing;
  tileDownM3s.fill(0);
  for (let t = 0; t < pinnedM3s.length; t++) {
    tileUpM3s[t] = Number.isNaN(pinnedM3s[t]!) ? 0 : pinnedM3s[t]!;
    tileRoomCelsius[t] = meanCelsius(grid.tiles[t]!, roomCelsius);
  }
  for (let n = 0; n < outlets.cell.length; n++) {
    const tile = outlets.tile[n]!;
    if (tile < 0) continue;
    const flow = state.air.outletM3s[n]!;
    if (flow > 0) tileUpM3s[tile]! += flow;
    else tileDownM3s[tile]! -= flow;
  }
}

function meanCelsius(port: Port | null, roomCelsius: Field): number {
  if (port === null) return 0;
  let sum = 0;
  for (let n = 0; n < port.cells.length; n++) sum += port.shares[n]! * roomCelsius[port.cells[n]!]!;
  return sum;
}

function gatherRoom({ mixing, faceCell, faceShare }: Underfloor, floor: Port | null, roomCelsius: Field): void {
  mixing.roomCelsius.fill(0);
  if (floor === null) return;
  for (let n = 0; n < faceCell.length; n++) {
    mixing.roomCelsius[faceCell[n]!]! += faceShare[n]! * roomCelsius[floor.cells[n]!]!;
  }
}

/** Temperature of the air that comes up through each tile, and heat that goes down through tiles and seams. */
function breathe({ mixing, outlets, tiles, pinnedM3s, state }: Underfloor): void {
  const { tileUpM3s, tileDownM3s, tileCelsius, tileRoomCelsius, drawnM3s, drawnHeat, roomCelsius } = mixing;
  tileCelsius.fill(0);
  for (let t = 0; t < pinnedM3s.length; t++) {
    if (Number.isNaN(pinnedM3s[t]!)) continue;
    for (let n = tiles.start[t]!; n < tiles.start[t + 1]!; n++) {
      tileCelsius[t]! += pinnedM3s[t]! * tiles.share[n]! * state.celsius[tiles.cell[n]!]!;
    }
  }
  for (let n = 0; n < outlets.cell.length; n++) {
    const flow = state.air.outletM3s[n]!;
    if (outlets.tile[n]! >= 0 && flow > 0) tileCelsius[outlets.tile[n]!]! += flow * state.celsius[outlets.cell[n]!]!;
  }
  for (let t = 0; t < tileCelsius.length; t++) {
    tileCelsius[t] = tileUpM3s[t]! > 0 ? tileCelsius[t]! / tileUpM3s[t]! : tileRoomCelsius[t]!;
  }
  drawnM3s.fill(0);
  drawnHeat.fill(0);
  for (let n = 0; n < outlets.cell.length; n++) {
    const down = -state.air.outletM3s[n]!;
    if (down <= 0) continue;
    const cell = outlets.cell[n]!;
    const tile = outlets.tile[n]!;
    let celsius = roomCelsius[cell]!;
    if (tile >= 0) {
      const reused = Math.min(1, tileUpM3s[tile]! / tileDownM3s[tile]!);
      celsius = reused * tileCelsius[tile]! + (1 - reused) * tileRoomCelsius[tile]!;
    }
    drawnM3s[cell]! += down;
    drawnHeat[cell]! += down * celsius;
  }
}

/** Shifts all temperatures by the same small amount so that what comes out carries what went in. */
function closeHeat({ mixing, outlets, state }: Underfloor): void {
  const { tileUpM3s, tileDownM3s, tileCelsius, tileRoomCelsius, roomCelsius, supplyHeat } = mixing;
  let kept = 0;
  let leaving = 0;
  for (let c = 0; c < supplyHeat.length; c++) kept += supplyHeat[c]!;
  for (let t = 0; t < tileCelsius.length; t++) {
    const net = tileUpM3s[t]! - tileDownM3s[t]!;
    kept -= net * (net > 0 ? tileCelsius[t]! : tileRoomCelsius[t]!);
    leaving += Math.max(net, 0);
  }
  for (let n = 0; n < outlets.cell.length; n++) {
    if (outlets.tile[n]! >= 0) continue;
    const flow = state.air.outletM3s[n]!;
    kept -= flow * (flow > 0 ? state.celsius[outlets.cell[n]!]! : roomCelsius[outlets.cell[n]!]!);
    leaving += Math.max(flow, 0);
  }
  if (leaving <= 0) return;
  const shift = kept / leaving;
  for (let t = 0; t < tileCelsius.length; t++) tileCelsius[t]! += shift;
  for (let c = 0; c < state.celsius.length; c++) state.celsius[c]! += shift;
}
