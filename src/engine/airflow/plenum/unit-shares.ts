import { createPlenumMixing, sweepCells } from './mixing';
import type { Underfloor } from './underfloor';

const MOST_SWEEPS = 200;
const SWEEP_SHARE = 1e-6;

/** Whose air comes out of the floor: the share of each unit, for each tile and each face of the floor's seams. */
export interface FloorUnitShares {
  readonly tiles: readonly Float64Array[];
  readonly floorFaces: readonly Float64Array[];
}

/**
 * Follows each unit's air under the floor as it flows now, one unit after the other: made when asked, not in a tick.
 * Shares sum to 1: room air that a reversed tile draws down counts with the units' air that carries it on.
 */
export function floorUnitShares(underfloor: Underfloor, unitM3s: Float64Array): FloorUnitShares {
  const { cells, units, state, outlets, faceCell, tiles, pinnedM3s } = underfloor;
  const tileShares = Array.from(pinnedM3s, () => new Float64Array(unitM3s.length));
  const cellShares: (Float64Array | null)[] = [];
  const mixing = createPlenumMixing(cells, 0);
  for (let u = 0; u < unitM3s.length; u++) {
    if (units.start[u + 1] === units.start[u] || !(unitM3s[u]! > 0)) {
      cellShares.push(null);
      continue;
    }
    gatherAll(underfloor, unitM3s, u, mixing);
    const share = new Float64Array(cells.size);
    for (let pass = 0; pass < MOST_SWEEPS; pass++) {
      if (sweepCells(cells, state.air, mixing, share, pass) < SWEEP_SHARE) break;
    }
    cellShares.push(share);
  }
  const add = (tile: number, cell: number, flow: number) => {
    for (let u = 0; u < unitM3s.length; u++) tileShares[tile]![u]! += flow * (cellShares[u]?.[cell] ?? 0);
  };
  for (let t = 0; t < pinnedM3s.length; t++) {
    if (Number.isNaN(pinnedM3s[t]!)) continue;
    for (let n = tiles.start[t]!; n < tiles.start[t + 1]!; n++) add(t, tiles.cell[n]!, tiles.share[n]!);
  }
  for (let n = 0; n < outlets.cell.length; n++) {
    const flow = state.air.outletM3s[n]!;
    if (outlets.tile[n]! >= 0 && flow > 0) add(outlets.tile[n]!, outlets.cell[n]!, flow);
  }
  for (const shares of tileShares) normalise(shares);
  const faces = Array.from(faceCell, (cell) => normalise(Float64Array.from(cellShares, (share) => share?.[cell] ?? 0)));
  return { tiles: tileShares, floorFaces: faces };
}

function gatherAll(
  { units, outlets, state }: Underfloor,
  unitM3s: Float64Array,
  followed: number,
  mixing: ReturnType<typeof createPlenumMixing>,
): void {
  mixing.supplyM3s.fill(0);
  mixing.supplyHeat.fill(0);
  mixing.drawnM3s.fill(0);
  for (let u = 0; u < units.start.length - 1; u++) {
    for (let n = units.start[u]!; n < units.start[u + 1]!; n++) {
      const q = unitM3s[u]! * units.share[n]!;
      mixing.supplyM3s[units.cell[n]!]! += q;
      if (u === followed) mixing.supplyHeat[units.cell[n]!]! += q;
    }
  }
  for (let n = 0; n < outlets.cell.length; n++) {
    const flow = state.air.outletM3s[n]!;
    if (flow < 0) mixing.drawnM3s[outlets.cell[n]!]! -= flow;
  }
}

function normalise(shares: Float64Array): Float64Array {
  let sum = 0;
  for (let u = 0; u < shares.length; u++) sum += shares[u]!;
  if (sum > 0) for (let u = 0; u < shares.length; u++) shares[u]! /= sum;
  return shares;
}
