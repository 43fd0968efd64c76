import { readFileSync } from 'node:fs';
import { createEngine, runSteady } from '../../src/engine/engine';
import { reportOf } from '../../src/engine/report';
import { settleOnce } from '../../src/engine/settle';
import { polishHeat } from '../../src/engine/tick';
import { parseSite } from '../../src/site/parse';
import { comparePod2, type Pod2Comparison } from '../../src/validation/pod2';
import { type Pod2GridRun, pod2GridFigure, pod2GridLines, pod2GridText } from '../../src/validation/pod2-grid';
import { type Pod2Window, pod2Windows } from '../../src/validation/pod2-measured';
import { pod2Figure, pod2Rows } from '../../src/validation/pod2-rows';
import { type Pod2Run, pod2OverviewText, pod2WindowText } from '../../src/validation/pod2-text';
import { markdownTable } from '../../src/validation/table';
import type { CasesPart } from './cases';

const SEED = 1;

interface WindowRun {
  readonly comparison: Pod2Comparison;
  readonly run: Pod2Run;
  /** Cube root of the room's volume over its cells, m. */
  readonly cellSize: number;
}

interface RunOptions {
  /** Absent: the engine chooses. */
  readonly cellSize?: number;
  readonly advection?: 'upwind' | 'limited';
  /** Take it nearer to rest than the app waits for, where a tenth of a kelvin matters. */
  readonly furtherIterations?: number;
}

/** One window, by default as the app runs it. */
function runWindow(window: Pod2Window, options: RunOptions = {}): WindowRun {
  const { cellSize, advection = 'upwind', furtherIterations = 0 } = options;
  const { site, issues } = parseSite(readFileSync(`public/sites/${window.file}`, 'utf8'));
  if (site === null) throw new Error(`${window.file}: ${issues[0]?.message}`);
  const startedAt = performance.now();
  const engine = createEngine(site, {
    seed: SEED,
    backend: 'wasm',
    advection,
    ...(cellSize === undefined ? {} : { cellSize }),
  });
  const outcome = runSteady(engine);
  if (furtherIterations > 0) {
    for (let n = 0; n < furtherIterations; n++) settleOnce(engine);
    polishHeat(engine, 1e-3, 12);
  }
  const report = reportOf(engine);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stderr.write(`POD 2, window ${window.id}, ${report.cells} cells: ${seconds} s\n`);
  const { width, depth, height } = site.room;
  return {
    comparison: comparePod2(window, report),
    run: {
      cells: report.cells,
      steps: outcome.iterations,
      converged: outcome.converged,
      residualKelvin: outcome.residualKelvin,
    },
    cellSize: Math.cbrt((width * depth * height) / report.cells),
  };
}

/** The three windows against the measurement. */
export function runPod2(figureFolder: string): CasesPart {
  const windows = pod2Windows.map((window) => runWindow(window));
  const comparisons = windows.map(({ comparison }) => comparison);
  const figure = pod2Figure(comparisons);
  return {
    text: [
      pod2OverviewText(comparisons),
      `![Strip temperatures](${figureFolder}/${figure.id}.svg)`,
      ...windows.map(({ comparison, run }) => pod2WindowText(comparison, run)),
    ].join('\n\n'),
    figures: [figure],
    summary: comparisons.map((comparison) => ({
      title: `POD 2, window ${comparison.window.name}`,
      rows: pod2Rows(comparison),
    })),
  };
}

/** The windows again with second-order advection: how much of the error is numeric. */
export function runPod2Advection(): string {
  const rows = pod2Windows.flatMap((window) =>
    (['upwind', 'limited'] as const).map((advection) => {
      const { comparison, run } = runWindow(window, { advection });
      return [
        `${window.name}, ${advection}`,
        comparison.front.rmse.toFixed(2),
        comparison.rear.rmse.toFixed(2),
        comparison.all.rmse.toFixed(2),
        String(run.steps),
        run.converged ? 'yes' : `no, ${run.residualKelvin.toPrecision(2)} K left`,
      ];
    }),
  );
  return markdownTable(
    ['Window and advection', 'RMSE fronts K', 'RMSE rears K', 'RMSE all K', 'steps', 'came to rest'],
    rows,
  );
}

const GRID_SIZES = [0.1, 0.15, 0.2] as const;
const GRID_ITERATIONS = 600;

/** Window A on three grids. */
export function runPod2Grids(figureFolder: string): CasesPart {
  const window = pod2Windows.find(({ id }) => id === 'a')!;
  const runs = GRID_SIZES.map((size): Pod2GridRun => {
    const { comparison, run, cellSize } = runWindow(window, { cellSize: size, furtherIterations: GRID_ITERATIONS });
    return { comparison, cells: run.cells, cellSize };
  }) as unknown as [Pod2GridRun, Pod2GridRun, Pod2GridRun];
  const lines = pod2GridLines(runs);
  const figure = pod2GridFigure(runs, lines);
  return {
    text: `${pod2GridText(runs, lines)}\n\n![Strip means against cell size](${figureFolder}/${figure.id}.svg)`,
    figures: [figure],
    summary: [],
  };
}
