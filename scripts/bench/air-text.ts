import { markdownTable } from '../../src/validation/table';
import { NEAR_KELVIN, type SettleBench } from './settle-bench';
import { PRESSURE_ITERATIONS, STEP_BYTES_PER_CELL, type StageBench } from './stage-bench';
import { THREAD_ROUNDS, type ThreadBench } from './thread-bench';

/** Stages by back end, and how near a settling step comes to the time that moving its data once would take. */
export function stageText(stages: readonly StageBench[], triad: number): string {
  const table = markdownTable(
    [
      'Air, ns a cell',
      'cells',
      'viscosity',
      'momentum',
      'projection set-up',
      'pressure iteration',
      `projection with ${PRESSURE_ITERATIONS}`,
      'heat',
      'limited advection adds',
      'measures',
      'settling step',
      'of the memory bound',
    ],
    stages.map((bench) => [
      bench.backend,
      String(bench.cells),
      ...[
        bench.viscosity,
        bench.momentum,
        bench.setUp,
        bench.pressureIteration,
        bench.projection,
        bench.heat,
        bench.limited,
        bench.measures,
        bench.step,
      ].map((ns) => ns.toFixed(1)),
      `${((100 * STEP_BYTES_PER_CELL) / triad / bench.step).toFixed(0)} %`,
    ]),
  );
  return `${table}\n\nTriad on one thread: ${triad.toFixed(1)} GB/s; a step moves at least ${STEP_BYTES_PER_CELL} B a cell.`;
}

/** How much faster more threads are, stage by stage, and whether they compute the same. */
export function threadText(runs: readonly ThreadBench[]): string {
  const alone = runs[0]!.bench;
  const columns = ['viscosity', 'momentum', 'setUp', 'projection', 'heat', 'measures', 'step'] as const;
  const table = markdownTable(
    [
      'Threads: ns a cell (times as fast as 1)',
      'cells',
      'viscosity',
      'momentum',
      'projection set-up',
      `projection with ${PRESSURE_ITERATIONS}`,
      'heat',
      'measures',
      'settling step',
      'same bytes as 1',
    ],
    runs.map(({ threads, bench, sameBytes }) => [
      String(threads),
      String(bench.cells),
      ...columns.map((name) => `${bench[name].toFixed(1)} (${(alone[name] / bench[name]).toFixed(2)})`),
      sameBytes ? 'yes' : 'NO',
    ]),
  );
  return `${table}\n\nBest of ${THREAD_ROUNDS} rounds, thread counts in turns.`;
}

export function settleText(runs: readonly SettleBench[]): string {
  return markdownTable(
    [
      `To within ${NEAR_KELVIN} K`,
      'cells',
      'build ms',
      'rack means, steps',
      'ms',
      'every chassis, steps',
      'ms',
      'settled, steps',
      'ms',
    ],
    runs.map((run) => [
      run.what,
      String(run.cells),
      run.buildMs.toFixed(0),
      String(run.rackSteps),
      run.rackMs.toFixed(0),
      String(run.chassisSteps),
      run.chassisMs.toFixed(0),
      String(run.settledSteps),
      run.settledMs.toFixed(0),
    ]),
  );
}
