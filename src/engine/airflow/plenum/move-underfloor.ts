import type { RoomGrid } from '../../grid/room-grid';
import type { Field } from '../../kernels/velocity';
import { iteratePlenum, SEAM_LOSS } from './flow';
import type { Underfloor } from './underfloor';

/** Flows through the floor, m³/s, positive into the room. */
export interface FloorFlows {
  readonly units: Float64Array;
  readonly tiles: Float64Array;
  /** Through the seams at each face of the floor. */
  readonly floorFaces: Float64Array;
  floorLeakage: number;
}

/** Share of the way that the pressure above a tile is followed in one step: a tight aisle answers strongly to its tiles. */
const PRESSURE_FOLLOW = 0.1;
/** The plenum is solved anew when pressure above a tile has moved by this share of the plenum's own. */
const PRESSURE_CHANGE = 0.002;
/** Relative change of any outlet in one iteration at which the flow counts as found. */
const SETTLED_CHANGE = 1e-4;

/**
 * Brings the flow under the floor to the units' flows and the pressures above the tiles, by at most `maxIterations`
 * iterations; none where nothing has changed. On return the floor gives out what the units put in, to rounding.
 */
export function moveUnderfloor(
  underfloor: Underfloor,
  grid: RoomGrid,
  roomPressure: Field,
  flows: FloorFlows,
  maxIterations: number,
): void {
  const { state, drive } = underfloor;
  let supplied = 0;
  for (let n = 0; n < underfloor.units.start.length - 1; n++) if (feeds(underfloor, n)) supplied += flows.units[n]!;
  followPressure(underfloor, grid, roomPressure);
  if (!(supplied > 0)) {
    standStill(underfloor, flows);
    return;
  }
  const rest = prepareDrive(underfloor, flows, supplied);
  if (state.change === Number.POSITIVE_INFINITY) guessPressure(underfloor);
  if (hasChanged(underfloor, flows.units)) {
    state.change = Math.max(state.change === Number.POSITIVE_INFINITY ? 1 : state.change, 2 * SETTLED_CHANGE);
    state.solvedUnitM3s.set(flows.units);
    state.solvedTilePressure.set(state.tilePressure);
  }
  if (state.change > SETTLED_CHANGE) {
    for (let n = 0; n < drive.abovePressure.length; n++) {
      const tile = underfloor.outlets.tile[n]!;
      drive.abovePressure[n] = tile >= 0 ? state.solvedTilePressure[tile]! : 0;
    }
    for (let n = 0; n < maxIterations && state.change > SETTLED_CHANGE; n++) {
      gatherEntering(underfloor);
      state.change = iteratePlenum(underfloor.cells, underfloor.outlets, state.air, drive, underfloor.work);
    }
    closeMass(underfloor, supplied, rest);
  }
  writeFlows(underfloor, flows, rest);
}

const feeds = ({ units }: Underfloor, n: number): boolean => units.start[n + 1]! > units.start[n]!;

/** Follows the pressure one cell above each tile, where its jet no longer acts, against the mean of its part of the room. */
function followPressure(underfloor: Underfloor, grid: RoomGrid, roomPressure: Field): void {
  const { tilePressure, change } = underfloor.state;
  const { pinnedM3s } = underfloor;
  const up = grid.mesh.stride[2];
  let mean = 0;
  let count = 0;
  for (let t = 0; t < tilePressure.length; t++) {
    const port = grid.tiles[t]!;
    if (port === null || !Number.isNaN(pinnedM3s[t]!)) continue;
    mean += pressureAbove(port, grid.mesh.solid, roomPressure, up);
    count++;
  }
  if (count > 0) mean /= count;
  const follow = change === Number.POSITIVE_INFINITY ? 1 : PRESSURE_FOLLOW;
  for (let t = 0; t < tilePressure.length; t++) {
    const port = grid.tiles[t]!;
    if (port === null || !Number.isNaN(pinnedM3s[t]!)) continue;
    const above = pressureAbove(port, grid.mesh.solid, roomPressure, up) - mean;
    tilePressure[t]! += follow * (above - tilePressure[t]!);
  }
}

function pressureAbove(
  port: { readonly cells: Int32Array; readonly shares: Float64Array },
  solid: Uint8Array,
  pressure: Field,
  up: number,
): number {
  let sum = 0;
  for (let n = 0; n < port.cells.length; n++) {
    const c = port.cells[n]!;
    sum += port.shares[n]! * pressure[solid[c + up] ? c : c + up]!;
  }
  return sum;
}

/** Sources of this moment; returns the flow that no tile or seam decides, to be spread over the whole floor. */
function prepareDrive(underfloor: Underfloor, flows: FloorFlows, supplied: number): number {
  const { drive, units, tiles, pinnedM3s, outlets, leakageFraction } = underfloor;
  drive.supply.fill(0);
  drive.pushX.fill(0);
  drive.pushY.fill(0);
  let pinned = 0;
  for (let t = 0; t < pinnedM3s.length; t++) {
    const flow = pinnedM3s[t]!;
    if (Number.isNaN(flow)) continue;
    pinned += flow;
    for (let n = tiles.start[t]!; n < tiles.start[t + 1]!; n++) drive.supply[tiles.cell[n]!]! -= flow * tiles.share[n]!;
  }
  for (let n = 0; n < units.start.length - 1; n++) pushSupply(underfloor, n, flows.units[n]!);
  drive.scaleM3s = supplied;
  const freeTiles = outlets.tile.length > 0 && outlets.tile[0]! >= 0;
  const seams = outlets.tile.length > 0 && outlets.tile[outlets.tile.length - 1]! < 0;
  drive.seamM3s = freeTiles ? supplied * leakageFraction : supplied - pinned;
  if (freeTiles) return 0;
  if (seams && drive.seamM3s > 0) return 0;
  spreadRest(underfloor, drive.seamM3s);
  const rest = drive.seamM3s;
  drive.seamM3s = 0;
  return rest;
}

function pushSupply(underfloor: Underfloor, unit: number, flow: number): void {
  const { drive, units, unitDirection, unitDischargeArea, cells } = underfloor;
  const directionX = unitDirection[2 * unit]!;
  const directionY = unitDirection[2 * unit + 1]!;
  const speed = flow / unitDischargeArea[unit]!;
  for (let n = units.start[unit]!; n < units.start[unit + 1]!; n++) {
    const c = units.cell[n]!;
    const q = flow * units.share[n]!;
    drive.supply[c]! += q;
    drive.pushX[c]! += 0.5 * q * speed * directionX;
    drive.pushX[c + 1]! += 0.5 * q * speed * directionX;
    drive.pushY[c]! += 0.5 * q * speed * directionY;
    drive.pushY[c + cells.stride]! += 0.5 * q * speed * directionY;
  }
}

/** With every tile pinned and no seams the small difference that is left goes through the whole floor. */
function spreadRest({ drive, faceCell }: Underfloor, rest: number): void {
  for (let n = 0; n < faceCell.length; n++) drive.supply[faceCell[n]!]! -= rest / faceCell.length;
}

/** Air that comes from above: that of units, and what reversed tiles draw in. */
function gatherEntering({ drive, units, outlets, state }: Underfloor): void {
  drive.entering.fill(0);
  const unitM3s = state.solvedUnitM3s;
  for (let u = 0; u < units.start.length - 1; u++) {
    for (let n = units.start[u]!; n < units.start[u + 1]!; n++) {
      drive.entering[units.cell[n]!]! += unitM3s[u]! * units.share[n]!;
    }
  }
  for (let n = 0; n < outlets.cell.length; n++) {
    const flow = state.air.outletM3s[n]!;
    if (flow < 0) drive.entering[outlets.cell[n]!]! -= flow;
  }
}

/** The pressure that one uniform plenum would have: where the iterations start. */
function guessPressure({ outlets, drive, state, leakageFraction }: Underfloor): void {
  let conductance = 0;
  for (let n = 0; n < outlets.cell.length; n++) {
    if (outlets.tile[n]! >= 0) conductance += outlets.area[n]! * Math.sqrt(2 / outlets.loss[n]!);
  }
  let seams = 0;
  for (let n = 0; n < outlets.cell.length; n++) if (outlets.tile[n]! < 0) seams += outlets.area[n]!;
  const throughTiles = drive.scaleM3s * (1 - leakageFraction);
  const pressure = conductance > 0 ? (throughTiles / conductance) ** 2 : 10;
  state.air.pressure.fill(pressure);
  if (seams > 0) state.air.seamShare = drive.seamM3s / (seams * Math.sqrt((2 * pressure) / SEAM_LOSS));
}

function hasChanged({ state, drive, cells }: Underfloor, unitM3s: Float64Array): boolean {
  for (let n = 0; n < unitM3s.length; n++) if (unitM3s[n] !== state.solvedUnitM3s[n]) return true;
  let mean = 0;
  let count = 0;
  for (let c = 0; c < cells.size; c++) {
    if (cells.clear[c]! <= 0) continue;
    mean += Math.abs(state.air.pressure[c]!);
    count++;
  }
  const limit = (PRESSURE_CHANGE * mean) / count;
  for (let t = 0; t < state.tilePressure.length; t++) {
    if (Math.abs(state.tilePressure[t]! - state.solvedTilePressure[t]!) > limit) return true;
  }
  return drive.scaleM3s <= 0;
}

/** Takes the last rounding out: what is left over is shared among the outlets by their flow. */
function closeMass({ outlets, state, pinnedM3s }: Underfloor, supplied: number, rest: number): void {
  const flow = state.air.outletM3s;
  let sum = rest;
  let moved = 0;
  for (let t = 0; t < pinnedM3s.length; t++) if (!Number.isNaN(pinnedM3s[t]!)) sum += pinnedM3s[t]!;
  for (let n = 0; n < outlets.cell.length; n++) {
    sum += flow[n]!;
    moved += Math.abs(flow[n]!);
  }
  if (moved === 0) return;
  const factor = (supplied - sum) / moved;
  for (let n = 0; n < outlets.cell.length; n++) flow[n]! += factor * Math.abs(flow[n]!);
}

function writeFlows(underfloor: Underfloor, flows: FloorFlows, rest: number): void {
  const { outlets, pinnedM3s, faceCell, faceShare, state, work } = underfloor;
  const seamOf = work.seamM3s.fill(0);
  for (let t = 0; t < pinnedM3s.length; t++) flows.tiles[t] = Number.isNaN(pinnedM3s[t]!) ? 0 : pinnedM3s[t]!;
  flows.floorLeakage = rest;
  for (let n = 0; n < outlets.cell.length; n++) {
    const flow = state.air.outletM3s[n]!;
    const tile = outlets.tile[n]!;
    if (tile >= 0) flows.tiles[tile]! += flow;
    else {
      seamOf[outlets.cell[n]!] = flow;
      flows.floorLeakage += flow;
    }
  }
  for (let n = 0; n < faceCell.length; n++) {
    flows.floorFaces[n] = seamOf[faceCell[n]!]! * faceShare[n]! + rest / faceCell.length;
  }
}

function standStill({ state, pinnedM3s }: Underfloor, flows: FloorFlows): void {
  state.air.u.fill(0);
  state.air.v.fill(0);
  state.air.pressure.fill(0);
  state.air.outletM3s.fill(0);
  state.change = Number.POSITIVE_INFINITY;
  for (let t = 0; t < pinnedM3s.length; t++) flows.tiles[t] = Number.isNaN(pinnedM3s[t]!) ? 0 : pinnedM3s[t]!;
  flows.floorFaces.fill(0);
  flows.floorLeakage = 0;
}
