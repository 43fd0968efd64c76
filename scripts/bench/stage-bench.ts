import { createEngine, type Engine } from '../../src/engine/engine';
import type { BackendName, RoomKernels } from '../../src/engine/kernels/backend';
import { instantiate, kernelModule } from '../../src/engine/kernels/wasm/module';
import { settleOnFineCells } from '../../src/engine/tick';
import type { Site } from '../../src/site/schema/site';

/** Best time of each stage of a settling step, ns a cell. */
export interface StageBench {
  backend: BackendName;
  cells: number;
  viscosity: number;
  momentum: number;
  /** Divergence, conductances, correction: the projection without iterations. */
  setUp: number;
  /** With PRESSURE_ITERATIONS. */
  projection: number;
  /** One conjugate-gradient iteration with its V-cycle. */
  pressureIteration: number;
  heat: number;
  /** What limited advection adds to momentum and heat. */
  limited: number;
  measures: number;
  /** A whole settling step, plant and servers included. */
  step: number;
}

type Stage = 'viscosity' | 'momentum' | 'setUp' | 'projection' | 'heat' | 'limited' | 'measures' | 'step';

const SETTLING_SECONDS_PER_METRE = 5;
export const WARM_UP_STEPS = 20;
export const PRESSURE_ITERATIONS = 4;
/** Memory that a step must move even if every field were read and written once: counted by hand, bytes a cell. */
export const STEP_BYTES_PER_CELL = 400;

/** Bandwidth of a = b + s c on one thread over arrays far larger than the caches, GB/s; the best of several. */
export function triadGBs(): number {
  const module = kernelModule();
  if (module === null) return Number.NaN;
  const bytes = 64 * 1024 * 1024;
  const pages = (3 * bytes) / 65_536;
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  new Float32Array(memory.buffer).fill(1);
  const { triad } = instantiate(module, memory, {});
  let best = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 8; n++) {
    const start = performance.now();
    triad(0, bytes, 2 * bytes, bytes, 0.5);
    best = Math.min(best, performance.now() - start);
  }
  return (3 * bytes) / (best * 1e6);
}

/** Times the stages on a room that is settling; both back ends take turns, so that a busy machine slows them alike. */
export function benchStages(site: Site, maxCells: number, rounds: Readonly<Record<BackendName, number>>): StageBench[] {
  const engines = (['reference', 'wasm'] as const).map((backend) => {
    const engine = createEngine(site, { seed: 1, maxCells, backend });
    for (let n = 0; n < WARM_UP_STEPS; n++) settleOnFineCells(engine);
    const { mesh } = engine.room.grid;
    return { engine, bench: emptyBench(backend, mesh.nx * mesh.ny * mesh.nz) };
  });
  for (let round = 0; round < Math.max(rounds.reference, rounds.wasm); round++) {
    for (const { engine, bench } of engines) if (round < rounds[bench.backend]) timeRound(engine, bench);
  }
  return engines.map(({ bench }) => finished(bench));
}

/** What follows from the best times: rounds time limited momentum and heat as a whole, and several iterations at once. */
export function finished(bench: StageBench): StageBench {
  return {
    ...bench,
    limited: bench.limited - bench.momentum - bench.heat,
    pressureIteration: (bench.projection - bench.setUp) / PRESSURE_ITERATIONS,
  };
}

export function emptyBench(backend: BackendName, cells: number): StageBench {
  const never = Number.POSITIVE_INFINITY;
  return {
    backend,
    cells,
    viscosity: never,
    momentum: never,
    setUp: never,
    projection: never,
    pressureIteration: never,
    heat: never,
    limited: never,
    measures: never,
    step: never,
  };
}

export function timeRound(engine: Engine, bench: StageBench): void {
  const { kernels, grid } = engine.room;
  const dt = SETTLING_SECONDS_PER_METRE * grid.lines.cellSize;
  const best = (stage: Stage, work: () => unknown) => {
    const start = performance.now();
    work();
    bench[stage] = Math.min(bench[stage], ((performance.now() - start) * 1e6) / bench.cells);
  };
  best('step', () => settleOnFineCells(engine));
  stages(kernels, dt, best);
}

function stages(kernels: RoomKernels, dt: number, best: (stage: Stage, work: () => unknown) => void): void {
  const report = { iterations: 0, reduction: 0 };
  best('viscosity', () => kernels.stepTurbulence(dt, 4));
  best('momentum', () => kernels.stepMomentum(dt, 4, false));
  best('setUp', () => kernels.project(dt, 0, 0, report));
  best('projection', () => kernels.project(dt, 0, PRESSURE_ITERATIONS, report));
  best('heat', () => kernels.stepHeat(dt, 4, false));
  best('limited', () => {
    kernels.stepMomentum(dt, 4, true);
    kernels.stepHeat(dt, 4, true);
  });
  best('measures', () => kernels.massImbalance() + kernels.heatContent() + Number(kernels.isFinite()));
}
