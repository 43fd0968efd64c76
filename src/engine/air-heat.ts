import { AIR_HEAT_CAPACITY } from '../units/air';
import type { Engine } from './state';

/** Heat held by the room's air above 0 °C, J. */
export function airHeatJ(engine: Engine): number {
  return engine.room.kernels.heatContent() * AIR_HEAT_CAPACITY;
}
