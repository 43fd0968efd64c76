import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createEngine, EngineError } from '../engine/engine';
import { extractReduced } from '../engine/reduced/extract';
import type { ReducedModel } from '../engine/reduced/model';
import { roomStates, stateName } from '../engine/reduced/room-states';
import { formatIssue } from '../site/issue';
import type { Site } from '../site/schema/site';
import { InputError, openSite } from './open-site';
import { cellMetres, numberOf, wholeNumber } from './simulate-options';
import { progressLine, type Terminal } from './terminal';
import { UsageError } from './usage';

interface ReduceOptions {
  file: string;
  outFile: string;
  state: string;
  fanLevels: number[] | null;
  loadLevels: number[] | null;
  by: 'rack' | 'chassis';
  cellSize: number | null;
  seed: number;
}

function levels(option: string, text: string | undefined, least: number): number[] | null {
  if (text === undefined) return null;
  const list = text.split(',').map((part) => numberOf(option, part));
  if (list.some((level, n) => level < least || level > 1 || (n > 0 && level <= list[n - 1]!))) {
    throw new UsageError(`${option} needs ascending shares from ${least} to 1, such as 0.5,0.8,1, not '${text}'.`);
  }
  return list;
}

export function readReduceOptions(args: string[]): ReduceOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      state: { type: 'string', default: 'healthy' },
      fans: { type: 'string' },
      loads: { type: 'string' },
      by: { type: 'string', default: 'rack' },
      cell: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('reduce takes one FILE.');
  if (!values.out) throw new UsageError('reduce needs --out FILE for the model.');
  if (values.by !== 'rack' && values.by !== 'chassis') {
    throw new UsageError(`--by needs rack or chassis, not '${values.by}'.`);
  }
  return {
    file,
    outFile: values.out,
    state: values.state,
    fanLevels: levels('--fans', values.fans, 0.1),
    loadLevels: levels('--loads', values.loads, 0),
    by: values.by,
    cellSize: values.cell === undefined ? null : cellMetres('--cell', values.cell),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
  };
}

/** `twin reduce FILE`: writes the reduced-order model of a site in one of its states. */
export function reduce(args: string[], terminal: Terminal): number {
  const options = readReduceOptions(args);
  const { site, warnings } = openSite(options.file);
  for (const warning of warnings) terminal.err(`${formatIssue(warning)}\n`);
  const progress = progressLine(terminal);
  const model = extracted(site, options, (share) => progress.show(`${Math.round(100 * share)} %`));
  progress.clear();
  writeFileSync(options.outFile, modelText(model));
  const nodes = model.fanLevels.length * model.loadLevels.length;
  terminal.out(
    `${options.outFile}: ${site.name}, ${stateName(model.state)}: ${model.groupIds.length} of ${model.detail}, ${nodes} nodes, ${model.giver.length} paths\n`,
  );
  return 0;
}

function extracted(site: Site, options: ReduceOptions, onShare: (share: number) => void): ReducedModel {
  const states = roomStates(site);
  const state = states.find((other) => stateName(other) === options.state);
  if (state === undefined) {
    throw new UsageError(
      `--state needs one of: ${states.map((other) => `'${stateName(other)}'`).join(', ')}; not '${options.state}'.`,
    );
  }
  try {
    const engine = createEngine(site, {
      seed: options.seed,
      backend: 'wasm',
      ...(options.cellSize === null ? {} : { cellSize: options.cellSize }),
    });
    return extractReduced(
      engine,
      {
        state,
        detail: options.by,
        ...(options.fanLevels === null ? {} : { fanLevels: options.fanLevels }),
        ...(options.loadLevels === null ? {} : { loadLevels: options.loadLevels }),
      },
      ({ done, total }) => onShare(done / total),
    );
  } catch (error) {
    if (error instanceof EngineError) throw new InputError(error.issues);
    throw error;
  }
}

/** JSON text of a model: typed arrays as lists, unknown numbers as null. */
function modelText(model: ReducedModel): string {
  return `${JSON.stringify(model, (_, value: unknown) => {
    if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
    return typeof value === 'number' && !Number.isFinite(value) ? null : value;
  })}\n`;
}
