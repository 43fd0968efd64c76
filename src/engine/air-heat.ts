import { AIR_HEAT_CAPACITY } from '../units/air';
import type { Engine } from './state';

/** Heat held by the room's air above 0 °C, J. */
export function airHeatJ(engine: Engine): number {
  const { mesh } = engine.room.grid;
  let sum = 0;
  for (let k = 1; k <= mesh.nz; k++) {
    for (let j = 1; j <= mesh.ny; j++) {
      let c = 1 + mesh.stride[1] * j + mesh.stride[2] * k;
      const area = mesh.width[1][j]! * mesh.width[2][k]!;
      for (let i = 1; i <= mesh.nx; i++, c++) {
        if (!mesh.solid[c]) sum += engine.temperature[c]! * mesh.width[0][i]! * area;
      }
    }
  }
  return sum * AIR_HEAT_CAPACITY;
}
