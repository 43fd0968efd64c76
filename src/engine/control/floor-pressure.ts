import type { Site } from '../../site/schema/site';
import { AIR } from '../../units/air';
import { perforatedLoss } from '../grid/perforated-loss';

/** Tiles of a raised floor as one hole: what the pressure under it follows from. */
export interface FloorTiles {
  /** Sum of A / sqrt(K) of the tiles whose flow the pressure sets, m². */
  readonly passM2: number;
  readonly pinnedM3s: number;
  readonly leakageFraction: number;
  /** 1 for units that blow under the floor. */
  readonly unitToFloor: Uint8Array;
}

/** Null where the site has no raised floor, or no tile whose flow the pressure sets. */
export function createFloorTiles({ raisedFloor, tiles, coolingUnits }: Site): FloorTiles | null {
  if (raisedFloor === undefined) return null;
  let passM2 = 0;
  let pinnedM3s = 0;
  for (const tile of tiles) {
    const open = tile.openArea * tile.damper;
    if (tile.airflowM3s !== undefined) pinnedM3s += tile.airflowM3s;
    else if (open > 0) passM2 += (tile.width * tile.depth) / Math.sqrt(Math.max(perforatedLoss(open), 1));
  }
  if (passM2 === 0) return null;
  const unitToFloor = Uint8Array.from(coolingUnits, ({ supply }) => (supply.to === 'raised-floor' ? 1 : 0));
  return { passM2, pinnedM3s, leakageFraction: raisedFloor.leakageFraction, unitToFloor };
}

/**
 * Pressure under the floor against the room, Pa: rho/2 (Q / sum A/sqrt K)², Q what free tiles pass; signed. Of an even
 * floor, so where flow under the floor is computed in two dimensions this is about its mean.
 */
export function floorPascals(tiles: FloorTiles | null, unitAirflowM3s: Float64Array): number {
  if (tiles === null) return Number.NaN;
  let supplied = 0;
  for (let unit = 0; unit < unitAirflowM3s.length; unit++) {
    if (tiles.unitToFloor[unit] === 1) supplied += unitAirflowM3s[unit]!;
  }
  const speed = (supplied * (1 - tiles.leakageFraction) - tiles.pinnedM3s) / tiles.passM2;
  return (AIR.density / 2) * speed * Math.abs(speed);
}
