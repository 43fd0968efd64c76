import { createCoarseRoom } from './coarse/coarse-room';
import { correctOnce } from './coarse/correct';
import type { Engine } from './state';
import { settleOnFineCells } from './tick';
import { transferEngineFields } from './transfer-fields';

/** Iterations that a coarse room may take before the fine one starts from it. */
const COLD_ITERATIONS = 30;

/** Every so many iterations of the fine room one is followed by a correction. */
const CORRECT_EVERY = 3;

/** Corrections at most, and in a row without one smaller than all before: then the two rooms no longer agree. */
const MOST_CORRECTIONS = 9;
const MOST_STALLED = 3;

/** A correction that moves no chassis inlet by more than this was the last, K. */
const SMALL_KELVIN = 0.1;

/** A correction is not made where it is this many times the smallest before, and larger than LARGE_KELVIN. */
const GROWN = 3;
const LARGE_KELVIN = 0.5;

/**
 * A piece of the way to rest: an iteration on the room's own cells, or of the coarse room that it starts from. In large rooms
 * coarser cells help first: they are cheaper by their number and move air farther in an iteration.
 */
export function settleOnce(engine: Engine): void {
  const { coarse, settling } = engine;
  if (coarse.stage !== 'done' && engine.coarseRoom === undefined) engine.coarseRoom = createCoarseRoom(engine);
  const room = engine.coarseRoom ?? null;
  if (coarse.stage === 'done' || room === null) {
    coarse.stage = 'done';
    settleOnFineCells(engine);
  } else if (coarse.stage === 'cold') {
    settleOnce(room);
    // The measures are shared: what they tell of progress is that of the whole way.
    settling.progress = room.settling.progress / 2;
    engine.measures.settleProgress = settling.progress;
    if (room.settling.active && room.settling.iterations < COLD_ITERATIONS) return;
    transferEngineFields(room, engine);
  } else if ((settling.iterations + 1) % CORRECT_EVERY === 0) {
    correct(engine, room);
  } else {
    settleOnFineCells(engine);
  }
}

function correct(engine: Engine, room: Engine): void {
  const { coarse } = engine;
  const limit = Math.max(LARGE_KELVIN, GROWN * coarse.smallestKelvin);
  const moved = correctOnce(engine, room, limit);
  coarse.corrections++;
  coarse.stalled = moved < coarse.smallestKelvin ? 0 : coarse.stalled + 1;
  coarse.smallestKelvin = Math.min(coarse.smallestKelvin, moved);
  const goesOn = moved <= limit && moved > SMALL_KELVIN && coarse.stalled <= MOST_STALLED;
  if (!goesOn || coarse.corrections >= MOST_CORRECTIONS) leaveCoarseRoom(engine);
}

/** The fine room goes on alone. */
function leaveCoarseRoom(engine: Engine): void {
  engine.coarse.stage = 'done';
  engine.coarseRoom?.coarseRoom?.room.kernels.release();
  engine.coarseRoom?.room.kernels.release();
  engine.coarseRoom = null;
}
