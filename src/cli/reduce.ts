import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createEngine, EngineError } from '../engine/engine';
import { extractReduced } from '../engine/reduced/extract';
import { joinModels } from '../engine/reduced/join';
import { countsOf, type ReducedModel, type RoomState } from '../engine/reduced/model';
import { type Axes, axesOf } from '../engine/reduced/operating-points';
import { roomStates, siteInState, stateName } from '../engine/reduced/room-states';
import { writeReduced } from '../engine/reduced/store';
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
  balanceLevels: number[] | null;
  loads: number[] | null;
  inletsCelsius: number[] | null;
  by: 'rack' | 'chassis';
  cellSize: number | null;
  seed: number;
}

/** A list of ascending positive numbers, none above `most`. */
function levels(option: string, text: string | undefined, most = Number.POSITIVE_INFINITY): number[] | null {
  if (text === undefined) return null;
  const list = text.split(',').map((part) => numberOf(option, part));
  if (list.some((level, n) => !(level > 0 && level <= most) || (n > 0 && level <= list[n - 1]!))) {
    const upTo = most < Number.POSITIVE_INFINITY ? ` and up to ${most}` : '';
    throw new UsageError(`${option} needs ascending numbers above 0${upTo}, such as 0.5,1, not '${text}'.`);
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
      balances: { type: 'string' },
      loads: { type: 'string' },
      inlets: { type: 'string' },
      by: { type: 'string', default: 'chassis' },
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
    balanceLevels: levels('--balances', values.balances),
    loads: levels('--loads', values.loads, 1),
    inletsCelsius: levels('--inlets', values.inlets),
    by: values.by,
    cellSize: values.cell === undefined ? null : cellMetres('--cell', values.cell),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
  };
}

/** `twin reduce FILE`: writes the reduced-order model of a site in one of its states, or in all. */
export function reduce(args: string[], terminal: Terminal): number {
  const options = readReduceOptions(args);
  const { site, warnings } = openSite(options.file);
  for (const warning of warnings) terminal.err(`${formatIssue(warning)}\n`);
  const states = statesOf(site, options.state);
  const progress = progressLine(terminal);
  const models = states.map((state, n) =>
    extracted(site, state, options, (share) => progress.show(`${Math.round((100 * (n + share)) / states.length)} %`)),
  );
  progress.clear();
  const model = joinModels(models);
  writeFileSync(options.outFile, writeReduced(model));
  const { groups, nodes, paths } = countsOf(model);
  terminal.out(
    `${options.outFile}: ${site.name}, ${model.states.map(stateName).join(', ')}: ${groups} of ${model.detail}, ${nodes} nodes, ${paths} paths\n`,
  );
  return 0;
}

function statesOf(site: Site, name: string): RoomState[] {
  const states = roomStates(site);
  if (name === 'all') return states;
  const state = states.find((other) => stateName(other) === name);
  if (state === undefined) {
    throw new UsageError(
      `--state needs 'all' or one of: ${states.map((other) => `'${stateName(other)}'`).join(', ')}; not '${name}'.`,
    );
  }
  return [state];
}

function extracted(
  site: Site,
  state: RoomState,
  options: ReduceOptions,
  onShare: (share: number) => void,
): ReducedModel {
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
        axes: axesFor(site, state, options),
      },
      ({ done, total }) => onShare(done / total),
    );
  } catch (error) {
    if (error instanceof EngineError) throw new InputError(error.issues);
    throw error;
  }
}

/** The levels that the site itself asks for, where none are given. */
function axesFor(site: Site, state: RoomState, { balanceLevels, loads, inletsCelsius }: ReduceOptions): Axes {
  const own = axesOf(siteInState(site, state));
  return {
    balanceLevels: balanceLevels ?? own.balanceLevels,
    loads: loads ?? own.loads,
    inletsCelsius: inletsCelsius ?? own.inletsCelsius,
  };
}
