import { parseArgs } from 'node:util';
import { UsageError } from './usage';

export interface SimulateOptions {
  file: string;
  run: { kind: 'steady' } | { kind: 'seconds'; seconds: number };
  /** Size of the air cells, m; null: the engine chooses. */
  cellSize: number | null;
  seed: number;
  json: boolean;
  /** Folder for the time series; null: none. */
  outFolder: string | null;
  /** Simulated seconds between rows of the time series. */
  everySeconds: number;
}

const MAX_SEED = 2 ** 32 - 1;
const MIN_CELL_METRES = 0.02;
const MAX_CELL_METRES = 5;

export function numberOf(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new UsageError(`${option} needs a number, not '${text}'.`);
  return value;
}

export function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = numberOf(option, text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new UsageError(`${option} needs a whole number from ${min} to ${max}, not '${text}'.`);
  }
  return value;
}

export function cellMetres(option: string, text: string): number {
  const value = numberOf(option, text);
  if (value < MIN_CELL_METRES || value > MAX_CELL_METRES) {
    throw new UsageError(`${option} needs ${MIN_CELL_METRES} to ${MAX_CELL_METRES} metres, not '${text}'.`);
  }
  return value;
}

/** Reads the arguments after `simulate`. Throws `UsageError`, or Node's own error for an unknown option. */
export function readSimulateOptions(args: string[]): SimulateOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      steady: { type: 'boolean' },
      seconds: { type: 'string' },
      cell: { type: 'string' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      out: { type: 'string' },
      every: { type: 'string', default: '1' },
    },
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('simulate takes one FILE.');
  if (values.steady && values.seconds !== undefined) throw new UsageError('--steady and --seconds exclude each other.');
  if (values.out === '') throw new UsageError('--out needs the name of a folder.');
  return {
    file,
    run:
      values.seconds === undefined
        ? { kind: 'steady' }
        : { kind: 'seconds', seconds: wholeNumber('--seconds', values.seconds, 1, 1e9) },
    cellSize: values.cell === undefined ? null : cellMetres('--cell', values.cell),
    seed: wholeNumber('--seed', values.seed, 0, MAX_SEED),
    json: values.json,
    outFolder: values.out ?? null,
    everySeconds: wholeNumber('--every', values.every, 1, 1e9),
  };
}
