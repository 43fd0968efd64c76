import { createEngine } from '../engine/engine';
import { reducedJob } from '../engine/reduced/extract';
import { joinModels } from '../engine/reduced/join';
import type { ReducedModel, RoomState } from '../engine/reduced/model';
import type { Site } from '../site/schema/site';

/** Cells of the rooms that a year is run of, m; those for which the reduced model is validated. */
export const MODEL_CELL_METRES = 0.4;

/** Turbulence of the rooms that are traced. */
export const MODEL_TURBULENCE = 'k-epsilon';

/** Makes the reduced model of a room in the states asked for, rack by rack; yields the share done. */
export function* makeModel(
  site: Site,
  states: readonly RoomState[],
  cellSize = MODEL_CELL_METRES,
): Generator<number, ReducedModel, void> {
  const engine = createEngine(site, { seed: 1, backend: 'wasm', cellSize, turbulence: MODEL_TURBULENCE });
  const models: ReducedModel[] = [];
  for (const state of states) {
    const job = reducedJob(engine, { state, detail: 'rack' });
    for (let step = job.next(); ; step = job.next()) {
      if (step.done) {
        models.push(step.value);
        break;
      }
      yield (models.length + step.value.done / step.value.total) / states.length;
    }
  }
  return models.length === 1 ? models[0]! : joinModels(models);
}

/** Runs a job to its end. */
export function finished<Result>(job: Generator<number, Result, void>, onShare?: (share: number) => void): Result {
  for (let step = job.next(); ; step = job.next()) {
    if (step.done) return step.value;
    onShare?.(step.value);
  }
}
