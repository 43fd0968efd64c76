import { parseArgs } from 'node:util';
import { type GridStudyResult, type StudyRow, summarise } from '../validation/grid-study/facts';
import { GridStudyError } from '../validation/grid-study/failure';
import { runGridStudy } from '../validation/grid-study/run-study';
import { InputError, openSite } from './open-site';
import { jsonText } from './result';
import { cellMetres, wholeNumber } from './simulate-options';
import { progressLine, type Terminal } from './terminal';
import { type Column, fixed, textTable } from './text-table';
import { UsageError } from './usage';

interface GridOptions {
  file: string;
  /** Three cell sizes, m; null: from the size that the site runs on. */
  sizes: number[] | null;
  seed: number;
  json: boolean;
}

/** The table of tiles is cut here, most uncertain first; `--json` has them all. */
const MAX_ROWS = 40;

/** Uncertainty of a rack-mean inlet that a grid is called fine enough for, K. */
const CONTENT_KELVIN = 0.5;

/** Reads the arguments after `grid`. Throws `UsageError`, or Node's own error for an unknown option. */
export function readGridOptions(args: string[]): GridOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      sizes: { type: 'string' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('grid takes one FILE.');
  const sizes = values.sizes?.split(',').map((text) => cellMetres('--sizes', text)) ?? null;
  if (sizes !== null && new Set(sizes).size !== 3) {
    throw new UsageError(`--sizes needs three different cell sizes, such as 0.15,0.2,0.28, not '${values.sizes}'.`);
  }
  return { file, sizes, seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1), json: values.json };
}

/** `twin grid FILE`: how far the numbers of a site depend on its air cells. */
export function grid(args: string[], terminal: Terminal): number {
  const options = readGridOptions(args);
  const { site } = openSite(options.file);
  const progress = progressLine(terminal);
  try {
    const result = runGridStudy(
      site,
      options,
      () => performance.now(),
      (share, { cellSize, cells }) =>
        progress.show(`${Math.round(100 * share)} %: cells of ${cellSize} m (${cells} of them)`),
    );
    progress.clear();
    terminal.out(options.json ? jsonText({ ...result }) : studyText(result));
    return 0;
  } catch (error) {
    progress.clear();
    if (!(error instanceof GridStudyError)) throw error;
    throw new InputError([
      { severity: 'error', code: 'no-grid-study', path: 'cellSize', message: error.message, remedy: 'See --sizes.' },
    ]);
  }
}

const decimalsOf = (row: StudyRow): number => (row.unit === '°C' ? 2 : 4);

const names: Record<StudyRow['kind'], string> = {
  rackInlet: 'rack inlet, mean',
  worstInlet: 'worst inlet',
  unitReturn: 'unit return',
  shi: 'SHI',
  tilesFlow: 'all tiles',
  tileFlow: 'tile',
};

export function studyText(result: GridStudyResult): string {
  const { grids, rows } = result;
  const columns: Column<StudyRow>[] = [
    {
      heading: 'quantity',
      cell: ({ kind, id }) => (id === null ? names[kind] : `${names[kind]} ${id}`),
      align: 'left',
    },
    { heading: 'unit', cell: ({ unit }) => unit, align: 'left' },
    ...grids.map((cells, n) => ({
      heading: `${cells.cellSize} m`,
      cell: (row: StudyRow) => fixed(row.values[n]!, decimalsOf(row)),
    })),
    { heading: 'order', cell: ({ convergence }) => fixed(convergence.order, 1) },
    { heading: 'extrapolated', cell: (row) => fixed(row.convergence.extrapolated, decimalsOf(row)) },
    { heading: 'grid uncertainty', cell: (row) => fixed(row.convergence.gridUncertainty, decimalsOf(row)) },
    { heading: 'wander', cell: (row) => fixed(row.wander, decimalsOf(row)) },
    { heading: 'falls off', cell: ({ convergence }) => convergence.kind, align: 'left' },
  ];
  const ordered = (list: readonly StudyRow[]) =>
    [...list].sort((a, b) => b.convergence.gridUncertainty - a.convergence.gridUncertainty).slice(0, MAX_ROWS);
  const isWhole = ({ kind }: StudyRow) => kind === 'worstInlet' || kind === 'shi' || kind === 'tilesFlow';
  const shown = [
    ...rows.filter(isWhole),
    ...(['rackInlet', 'unitReturn', 'tileFlow'] as const).flatMap((kind) =>
      ordered(rows.filter((row) => row.kind === kind)),
    ),
  ];
  const cut = rows.length - shown.length;
  return [
    `${result.site}\n`,
    `Runs on cells of ${result.runCellSize} m.\n\n`,
    textTable(grids, [
      { heading: 'cells of m', cell: ({ cellSize }) => String(cellSize) },
      { heading: 'representative m', cell: ({ representativeSize }) => fixed(representativeSize, 3) },
      { heading: 'cells', cell: ({ cells }) => String(cells) },
      { heading: 'iterations', cell: ({ iterations }) => String(iterations) },
      {
        heading: 'at rest',
        cell: ({ settled, residualKelvin }) => (settled ? 'yes' : `no, ${fixed(residualKelvin, 2)} K`),
      },
      { heading: 'rack inlets within K', cell: ({ worstRackKelvin }) => fixed(worstRackKelvin, 2) },
      { heading: 's', cell: ({ seconds }) => fixed(seconds, 1) },
    ]),
    '\n',
    textTable(shown, columns),
    cut > 0 ? `and ${cut} more of less uncertainty; --json has all\n` : '',
    `\n${verdictText(result)}`,
  ].join('');
}

function verdictText(result: GridStudyResult): string {
  const summary = summarise(result, CONTENT_KELVIN);
  const finest = result.grids[0].cellSize;
  if (summary.racks === 0) return 'No rack draws air: only the other quantities were compared.\n';
  return [
    `On cells of ${finest} m the grid leaves ${summary.racksWithin} of ${summary.racks} rack-mean inlets uncertain by ${CONTENT_KELVIN} K or less;`,
    ` median ${fixed(summary.medianKelvin, 2)} K, largest ${fixed(summary.worstKelvin, 2)} K.\n`,
    summary.diverging > 0
      ? `${summary.diverging} show no order (the finest step changes them no less than the one before): three times their range is taken.\n`
      : '',
    summary.oscillating > 0
      ? `${summary.oscillating} oscillate from grid to grid: half of their range is taken.\n`
      : '',
  ].join('');
}
