import { transferFields } from './grid/transfer';
import type { Engine } from './state';
import { observe } from './tick';

/** Starts the air of one engine from that of another of the same room, on whatever cells each has. */
export function transferEngineFields(from: Engine, to: Engine): void {
  transferFields(
    from.room.grid.mesh,
    { velocity: from.air.velocity, pressure: from.air.pressure, temperature: from.temperature },
    to.room.grid.mesh,
    { velocity: to.air.velocity, pressure: to.air.pressure, temperature: to.temperature },
  );
  observe(to);
  // It has air of its own now: coarser cells may correct it, but not replace it.
  if (to.coarse.stage === 'cold') to.coarse.stage = 'corrections';
}
