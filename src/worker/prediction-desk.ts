import { STEP_SECONDS } from '../engine/control/mpc/linear-model';
import { createEngine, type Engine, foreseeBy } from '../engine/engine';
import { reducedJob } from '../engine/reduced/extract';
import { belongsTo } from '../engine/reduced/store';
import { PREDICTION_STATES, type PredictionStatus } from '../frame/prediction';

/** Cells of the room that the model is made of, m: those for which reduced models are validated. */
const MODEL_CELL_METRES = 0.4;

/** Makes the model by which predictive control foresees, and gives it to the running engine. */
export function* foreseeJob(engine: Engine): Generator<{ done: number; total: number }, PredictionStatus, void> {
  const bench = createEngine(engine.failures.document, {
    seed: engine.seed,
    backend: 'wasm',
    cellSize: MODEL_CELL_METRES,
  });
  try {
    const model = yield* reducedJob(bench, { detail: 'rack' });
    if (belongsTo(model, engine.site)) foreseeBy(engine, model);
    // A failure has changed the room meanwhile: the model waits until it is over.
    else engine.reducedModel = model;
  } finally {
    bench.room.kernels.release();
  }
  return predictionStatus(engine);
}

/** Predictive control of the live run as it stands. */
export function predictionStatus({ control }: Engine): PredictionStatus {
  const { predictive } = control;
  return {
    modelled: predictive !== null,
    state: PREDICTION_STATES[predictive?.status ?? 1]!,
    decisions: predictive?.decisions ?? 0,
    fallbacks: predictive?.fallbacks ?? 0,
    marginKelvin: predictive?.marginKelvin ?? Number.NaN,
    stepSeconds: STEP_SECONDS,
    planSupplyCelsius: [...(predictive?.planSupplyCelsius ?? [])],
    planSpeed: [...(predictive?.planSpeed ?? [])],
    planExcessKelvin: [...(predictive?.planExcessKelvin ?? [])],
  };
}
