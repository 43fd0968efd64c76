import type { PlenumCells } from './cells';
import type { PlenumAir } from './flow';

/** Work of the mixing under the floor, by cell or by tile. */
export interface PlenumMixing {
  /** Air that units blow into each cell, m³/s, and that times its °C. */
  readonly supplyM3s: Float64Array;
  readonly supplyHeat: Float64Array;
  /** Room air that reversed tiles and seams draw into each cell. */
  readonly drawnM3s: Float64Array;
  readonly drawnHeat: Float64Array;
  /** Room air above the seams of each cell, °C. */
  readonly roomCelsius: Float64Array;
  /** What of each tile flows up and down, m³/s, and the temperatures of both, °C. */
  readonly tileUpM3s: Float64Array;
  readonly tileDownM3s: Float64Array;
  readonly tileCelsius: Float64Array;
  readonly tileRoomCelsius: Float64Array;
}

export function createPlenumMixing(cells: PlenumCells, tiles: number): PlenumMixing {
  const byCell = () => new Float64Array(cells.size);
  const byTile = () => new Float64Array(tiles);
  return {
    supplyM3s: byCell(),
    supplyHeat: byCell(),
    drawnM3s: byCell(),
    drawnHeat: byCell(),
    roomCelsius: byCell(),
    tileUpM3s: byTile(),
    tileDownM3s: byTile(),
    tileCelsius: byTile(),
    tileRoomCelsius: byTile(),
  };
}

/**
 * One pass over all cells, each taking the mean of what flows into it; passes run from the four corners in turn, so
 * that any direction of flow is followed. Returns the largest change, K.
 */
export function sweepCells(
  cells: PlenumCells,
  air: PlenumAir,
  mixing: PlenumMixing,
  celsius: Float64Array,
  pass: number,
): number {
  const { nx, ny, stride, areaX, areaY } = cells;
  const { supplyM3s, supplyHeat, drawnM3s, drawnHeat } = mixing;
  const rightwards = (pass & 1) === 0;
  const upwards = (pass & 2) === 0;
  let worst = 0;
  for (let row = 1; row <= ny; row++) {
    const j = upwards ? row : ny + 1 - row;
    for (let column = 1; column <= nx; column++) {
      const c = (rightwards ? column : nx + 1 - column) + stride * j;
      let flow = supplyM3s[c]! + drawnM3s[c]!;
      let heat = supplyHeat[c]! + drawnHeat[c]!;
      const west = air.u[c]! * areaX[c]!;
      const east = -air.u[c + 1]! * areaX[c + 1]!;
      const south = air.v[c]! * areaY[c]!;
      const north = -air.v[c + stride]! * areaY[c + stride]!;
      if (west > 0) {
        flow += west;
        heat += west * celsius[c - 1]!;
      }
      if (east > 0) {
        flow += east;
        heat += east * celsius[c + 1]!;
      }
      if (south > 0) {
        flow += south;
        heat += south * celsius[c - stride]!;
      }
      if (north > 0) {
        flow += north;
        heat += north * celsius[c + stride]!;
      }
      if (flow <= 0) continue;
      const mixed = heat / flow;
      worst = Math.max(worst, Math.abs(mixed - celsius[c]!));
      celsius[c] = mixed;
    }
  }
  return worst;
}
