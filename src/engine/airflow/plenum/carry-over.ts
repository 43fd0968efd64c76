import type { PlenumCells } from './cells';
import type { Underfloor } from './underfloor';

/** Starts the flow under an edited floor from that under the present one, on whatever cells each has. */
export function carryOverUnderfloor(from: Underfloor | null, to: Underfloor | null): void {
  if (from === null || to === null || from.state.change === Number.POSITIVE_INFINITY) return;
  const column = nearestCells(from.cells.xFaces, to.cells.xFaces);
  const row = nearestCells(from.cells.yFaces, to.cells.yFaces);
  const { air, celsius } = to.state;
  for (let j = 1; j <= to.cells.ny; j++) {
    for (let i = 1; i <= to.cells.nx; i++) {
      const c = i + to.cells.stride * j;
      const f = column[i]! + from.cells.stride * row[j]!;
      air.pressure[c] = from.state.air.pressure[f]!;
      celsius[c] = from.state.celsius[f]!;
      if (to.cells.areaX[c]! > 0) air.u[c] = from.state.air.u[f]!;
      if (to.cells.areaY[c]! > 0) air.v[c] = from.state.air.v[f]!;
    }
  }
  air.seamShare = from.state.air.seamShare;
  const before = new Map(from.tileIds.map((id, t) => [id, from.state.tilePressure[t]!]));
  to.tileIds.forEach((id, t) => {
    to.state.tilePressure[t] = before.get(id) ?? 0;
  });
  to.state.change = 1;
}

/** Padded index of the cell of `from` that holds the middle of each cell of `to`. */
function nearestCells(from: PlenumCells['xFaces'], to: PlenumCells['xFaces']): Int32Array {
  const result = new Int32Array(to.length);
  for (let n = 0; n + 1 < to.length; n++) {
    const middle = (to[n]! + to[n + 1]!) / 2;
    let cell = 0;
    while (cell + 2 < from.length && middle > from[cell + 1]!) cell++;
    result[n + 1] = cell + 1;
  }
  return result;
}
