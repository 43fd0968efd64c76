import { transferFields } from './grid/transfer';
import type { Engine } from './state';
import { observe } from './tick';

/** Starts the air of one engine from that of another of the same room, on whatever cells each has. */
export function transferEngineFields(from: Engine, to: Engine): void {
  transferFields(from.room.grid.mesh, from.room.kernels, to.room.grid.mesh, to.room.kernels);
  observe(to);
  // It has air of its own now: coarser cells may correct it, but not replace it.
  if (to.coarse.stage === 'cold') to.coarse.stage = 'corrections';
}
