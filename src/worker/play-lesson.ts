import { EngineError } from '../engine/engine';
import { oneRackSite } from '../engine/lesson/one-rack';
import { atDemand, sweepSupply } from '../engine/lesson/supply-sweep';
import type { FromLesson, StartLesson } from './lesson-protocol';

/** Cells of an open room in the lesson: coarse, so that a dozen temperatures take seconds. */
const ROOM_MAX_CELLS = 12_000;

/** Settles a room at each supply temperature and tells every point as soon as it is known. */
export function playLesson(request: StartLesson, tell: (message: FromLesson) => void): void {
  const { room, load, supplyCelsius } = request;
  try {
    const oneRack = room.kind === 'one-rack';
    const { cellSize: _fine, ...coarse } = oneRack ? oneRackSite({ load }) : atDemand(room.site, load);
    const sweep = oneRack
      ? sweepSupply(oneRackSite({ load }), supplyCelsius, { seed: 1, backend: 'wasm' })
      : sweepSupply(coarse, supplyCelsius, { seed: room.seed, backend: 'wasm', maxCells: ROOM_MAX_CELLS });
    for (const point of sweep) tell({ kind: 'point', point });
    tell({ kind: 'done' });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    tell({ kind: 'failure', fault: { message: error.issues[0]?.message ?? error.message, issues: error.issues } });
  }
}
