import { advance, createEngine, type Engine, EngineError, runSteady } from '../engine/engine';
import type { ThreadTeam } from '../engine/kernels/wasm/thread-team';
import { reportOf } from '../engine/report';
import { formatIssue } from '../site/issue';
import type { Site } from '../site/schema/site';
import { createNodeThreads, threadsOfMachine } from './node-threads';
import { InputError, openSite } from './open-site';
import { jsonText, resultOf, type SteadyOutcome } from './result';
import { readSimulateOptions, type SimulateOptions } from './simulate-options';
import { summaryText } from './summary';
import { progressLine, type Terminal } from './terminal';
import { openTimeSeries } from './time-series';

function buildEngine(site: Site, options: SimulateOptions, threads: ThreadTeam): Engine {
  return createEngine(site, {
    seed: options.seed,
    backend: 'wasm',
    threads,
    ...(options.cellSize === null ? {} : { cellSize: options.cellSize }),
  });
}

/** Runs the engine as asked; `sample` sees it at the start, at each interval and at the end. */
function runEngine(
  engine: Engine,
  options: SimulateOptions,
  terminal: Terminal,
  sample: () => void,
): SteadyOutcome | null {
  const progress = progressLine(terminal);
  try {
    if (options.run.kind === 'steady') {
      const outcome = runSteady(engine, ({ iterations, residualKelvin }) =>
        progress.show(`settling: iteration ${iterations}, ${residualKelvin.toPrecision(2)} K left`),
      );
      sample();
      return outcome;
    }
    const { seconds } = options.run;
    for (let second = 1; second <= seconds; second += 1) {
      advance(engine);
      if (second % options.everySeconds === 0 || second === seconds) sample();
      progress.show(`${second} of ${seconds} s`);
    }
    return null;
  } finally {
    progress.clear();
  }
}

/** `twin simulate FILE`: prints the result when the run has ended, and nothing on standard output before. */
export function simulate(args: string[], terminal: Terminal): number {
  const options = readSimulateOptions(args);
  const { site, warnings } = openSite(options.file);
  for (const warning of warnings) terminal.err(`${formatIssue(warning)}\n`);
  const startedAt = performance.now();
  const { team, close } = createNodeThreads(threadsOfMachine());
  try {
    const engine = buildEngine(site, options, team);
    const timeSeries = options.outFolder === null ? null : openTimeSeries(options.outFolder);
    const steady = runEngine(engine, options, terminal, () => timeSeries?.write(reportOf(engine)));
    timeSeries?.close();
    if (steady?.converged === false) {
      terminal.err(
        `warning: the air had not settled after ${steady.iterations} iterations; read the numbers with care.\n`,
      );
    }
    const wallSeconds = (performance.now() - startedAt) / 1000;
    const result = resultOf(reportOf(engine), { site: site.name, seed: options.seed, wallSeconds, steady });
    terminal.out(options.json ? jsonText(result) : summaryText(result));
    return 0;
  } catch (error) {
    if (error instanceof EngineError) throw new InputError(error.issues);
    throw error;
  } finally {
    void close();
  }
}
