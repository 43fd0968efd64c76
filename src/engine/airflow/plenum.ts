import type { PerforatedPanel } from '../../site/schema/room';
import type { Site } from '../../site/schema/site';
import { perforatedLoss } from '../grid/perforated-loss';
import type { RoomGrid } from '../grid/room-grid';
import type { RoomFlows } from './flows';
import { createUnderfloor, type Underfloor } from './plenum/underfloor';

/**
 * Plenum of one pressure: all panels see the same pressure difference, so the flow of a panel is in proportion to
 * A / sqrt(K), K by the perforated-plate law; pinned panels keep their flow. Validity: deep plenums (0.6 m and more)
 * where the dynamic pressure of the supply is small against that of the tiles.
 */
export interface PlenumShares {
  /** Share of the free flow of each panel; sums to 1 or is all 0. */
  readonly free: Float64Array;
  /** Pinned flow of each panel, NaN where free, m³/s. */
  readonly pinned: Float64Array;
}

function sharesOf(panels: readonly PerforatedPanel[], usable: (n: number) => boolean): PlenumShares {
  const free = new Float64Array(panels.length);
  const pinned = new Float64Array(panels.length).fill(Number.NaN);
  let sum = 0;
  panels.forEach((panel, n) => {
    if (!usable(n)) {
      pinned[n] = 0;
      return;
    }
    if (panel.airflowM3s !== undefined) {
      pinned[n] = panel.airflowM3s;
      return;
    }
    const open = panel.openArea * panel.damper;
    if (open <= 0) return;
    free[n] = (panel.width * panel.depth) / Math.sqrt(Math.max(perforatedLoss(open), 1));
    sum += free[n]!;
  });
  if (sum > 0) for (let n = 0; n < free.length; n++) free[n]! /= sum;
  return { free, pinned };
}

export interface Plenums {
  readonly floor: PlenumShares;
  readonly floorLeakageFraction: number;
  /** The two-dimensional plenum; null where the floor has one pressure, by `floor`. */
  readonly underfloor: Underfloor | null;
  readonly ceiling: PlenumShares;
  readonly unitToFloor: Uint8Array;
  readonly unitFromCeiling: Uint8Array;
}

export function createPlenums(site: Site, grid: RoomGrid): Plenums {
  return {
    floor: sharesOf(site.tiles, (n) => grid.tiles[n] !== null),
    floorLeakageFraction: site.raisedFloor?.leakageFraction ?? 0,
    underfloor: createUnderfloor(site, grid),
    ceiling: sharesOf(site.ceilingGrilles, (n) => grid.grilles[n] !== null),
    unitToFloor: Uint8Array.from(site.coolingUnits, (unit) => (unit.supply.to === 'raised-floor' ? 1 : 0)),
    unitFromCeiling: Uint8Array.from(site.coolingUnits, (unit) => (unit.return.from === 'ceiling-plenum' ? 1 : 0)),
  };
}

/** Sets one plenum's panel flows for a total; returns what no panel can take, m³/s. */
function distribute(shares: PlenumShares, total: number, panels: Float64Array): number {
  let rest = total;
  let freeShare = 0;
  for (let n = 0; n < panels.length; n++) {
    const pinned = shares.pinned[n]!;
    if (!Number.isNaN(pinned)) {
      panels[n] = pinned;
      rest -= pinned;
    } else freeShare += shares.free[n]!;
  }
  for (let n = 0; n < panels.length; n++) {
    if (Number.isNaN(shares.pinned[n]!)) panels[n] = freeShare > 0 ? (shares.free[n]! / freeShare) * rest : 0;
  }
  return freeShare > 0 ? 0 : rest;
}

/** Grille flows from the unit flows, and with a floor of one pressure tile and leakage flows too. What no tile can take leaks. */
export function distributePlenums(plenums: Plenums, grid: RoomGrid, flows: RoomFlows): void {
  let toFloor = 0;
  let fromCeiling = 0;
  for (let n = 0; n < flows.units.length; n++) {
    if (plenums.unitToFloor[n]) toFloor += flows.units[n]!;
    if (plenums.unitFromCeiling[n]) fromCeiling += flows.units[n]!;
  }
  distribute(plenums.ceiling, fromCeiling, flows.grilles);
  if (plenums.underfloor !== null) return;
  const leakage = toFloor * plenums.floorLeakageFraction;
  flows.floorLeakage = leakage + distribute(plenums.floor, toFloor - leakage, flows.tiles);
  if (grid.floor === null) return;
  for (let n = 0; n < flows.floorFaces.length; n++) flows.floorFaces[n] = flows.floorLeakage * grid.floor.shares[n]!;
}

/** What each tile would give if one pressure held under the whole floor, m³/s. */
export function evenTileFlows(plenums: Plenums, flows: RoomFlows, even: Float32Array): void {
  const { free, pinned } = plenums.floor;
  let rest = -flows.floorLeakage;
  for (let n = 0; n < flows.units.length; n++) if (plenums.unitToFloor[n]) rest += flows.units[n]!;
  for (let n = 0; n < even.length; n++) if (!Number.isNaN(pinned[n]!)) rest -= pinned[n]!;
  for (let n = 0; n < even.length; n++) even[n] = Number.isNaN(pinned[n]!) ? free[n]! * rest : pinned[n]!;
}
