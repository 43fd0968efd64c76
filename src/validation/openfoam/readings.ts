import { cellAt } from '../../engine/grid/lines';
import type { Port } from '../../engine/grid/ports';
import type { RoomGrid } from '../../engine/grid/room-grid';
import { portCelsius } from '../../engine/heat/heat';
import { cellIndex } from '../../engine/kernels/mesh';
import type { Field } from '../../engine/kernels/velocity';
import type { ProfileLine } from './comparison-room';
import type { FoamProfile } from './result';

/** What a temperature field shows to the equipment of a room, °C. */
export interface Readings {
  readonly inletCelsius: number[];
  readonly returnCelsius: number[];
  readonly profiles: FoamProfile[];
}

/** Reads a field in the same way whoever computed it: through the faces that the engine gives the equipment. */
export function readField(grid: RoomGrid, grilleFlowM3s: Float64Array, lines: readonly ProfileLine[], field: Field) {
  const ceiling = mixed(grid.grilles, grilleFlowM3s, field);
  const readings: Readings = {
    inletCelsius: grid.chassisInlets.map((port) => portCelsius(port, field)),
    returnCelsius: grid.unitReturns.map((port) => (port === null ? ceiling : portCelsius(port, field))),
    profiles: lines.map((line) => profileOf(grid, line, field)),
  };
  return readings;
}

/** Air that leaves through all grilles, mixed by flow. */
function mixed(grilles: readonly (Port | null)[], flowM3s: Float64Array, field: Field): number {
  let flow = 0;
  let carried = 0;
  grilles.forEach((port, n) => {
    if (port === null) return;
    flow += flowM3s[n]!;
    carried += flowM3s[n]! * portCelsius(port, field);
  });
  return carried / flow;
}

function profileOf({ mesh }: RoomGrid, { x, y }: ProfileLine, field: Field): FoamProfile {
  const i = cellAt(mesh.faces[0], x);
  const j = cellAt(mesh.faces[1], y);
  const heightMetres: number[] = [];
  const celsius: number[] = [];
  for (let k = 0; k < mesh.nz; k++) {
    const c = cellIndex(mesh, i, j, k);
    if (mesh.solid[c]) continue;
    heightMetres.push((mesh.faces[2][k]! + mesh.faces[2][k + 1]!) / 2);
    celsius.push(field[c]!);
  }
  return { heightMetres, celsius };
}
