import { availableParallelism } from 'node:os';
import { createNodeThreads } from '../../src/cli/node-threads';
import { createEngine } from '../../src/engine/engine';
import { fingerprint } from '../../src/engine/testing/fingerprint';
import { settleOnFineCells } from '../../src/engine/tick';
import type { Site } from '../../src/site/schema/site';
import { emptyBench, finished, type StageBench, timeRound, WARM_UP_STEPS } from './stage-bench';

/** The stages of a settling step with so many threads, the calling one included. */
export interface ThreadBench {
  threads: number;
  bench: StageBench;
  /** Whether fields and report are those of one thread, byte for byte. */
  sameBytes: boolean;
}

export const THREAD_ROUNDS = 40;

/** 1, 2 and 4 threads, as far as the machine has cores for them. */
export async function benchThreads(site: Site, maxCells: number): Promise<ThreadBench[]> {
  const counts = [1, 2, 4].filter((threads) => threads <= availableParallelism());
  const runs = counts.map((threads) => {
    const { team } = createNodeThreads(threads);
    const engine = createEngine(site, { seed: 1, maxCells, backend: 'wasm', threads: threads > 1 ? team : null });
    const { mesh } = engine.room.grid;
    return { threads, engine, bench: emptyBench('wasm', mesh.nx * mesh.ny * mesh.nz), bytes: '' };
  });
  for (const run of runs) {
    run.engine.room.kernels.stepTurbulence(0, 0);
    // Threads of Node come up while this one waits.
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (let n = 0; n < WARM_UP_STEPS; n++) settleOnFineCells(run.engine);
    run.bytes = fingerprint(run.engine);
  }
  for (let round = 0; round < THREAD_ROUNDS; round++) {
    for (const { engine, bench } of runs) {
      // Calls the helpers, who went to sleep while the others had their turn.
      for (let n = 0; n < 3; n++) engine.room.kernels.stepTurbulence(0, 0);
      timeRound(engine, bench);
    }
  }
  return runs.map(({ threads, bench, bytes }) => ({
    threads,
    bench: finished(bench),
    sameBytes: bytes === runs[0]!.bytes,
  }));
}
