import { parseArgs } from 'node:util';
import type { FailureEventInput } from '../site/scenario/events';
import { cellMetres, wholeNumber } from './simulate-options';
import { UsageError } from './usage';

export interface FailOptions {
  file: string;
  /** What to play: a file, the events named, or each unit in turn. */
  what: { kind: 'file'; file: string } | { kind: 'events'; events: FailureEventInput[] } | { kind: 'each-unit' };
  horizonSeconds: number;
  /** True: demand goes on as the site says; false: it is held where it stands. */
  liveDemand: boolean;
  shutdownCelsius: number | null;
  throttlingCelsius: number | null;
  cellSize: number | null;
  seed: number;
  json: boolean;
  /** File for the time series; null: none. */
  outFile: string | null;
}

const DEFAULT_HORIZON_SECONDS = 1800;
const LONGEST_SECONDS = 86_400;

const flags = {
  scenario: { type: 'string' },
  unit: { type: 'string', multiple: true },
  coil: { type: 'string', multiple: true },
  fan: { type: 'string', multiple: true },
  door: { type: 'string', multiple: true },
  'tile-removed': { type: 'string', multiple: true },
  'tile-blocked': { type: 'string', multiple: true },
  blanking: { type: 'string', multiple: true },
  'chilled-water': { type: 'boolean', default: false },
  compressors: { type: 'boolean', default: false },
  power: { type: 'boolean', default: false },
  'ups-fans': { type: 'boolean', default: false },
  'ups-pumps': { type: 'boolean', default: false },
  'pumps-stopped': { type: 'boolean', default: false },
  generator: { type: 'string' },
  loop: { type: 'string' },
  'each-unit': { type: 'boolean', default: false },
  at: { type: 'string', default: '0' },
  for: { type: 'string' },
  horizon: { type: 'string' },
  'live-demand': { type: 'boolean', default: false },
  shutdown: { type: 'string' },
  throttling: { type: 'string' },
  cell: { type: 'string' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
  out: { type: 'string' },
} as const;

function read(args: string[]) {
  return parseArgs({ args, allowPositionals: true, options: flags });
}

type Values = ReturnType<typeof read>['values'];

function amount(option: string, text: string, max: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= max)) {
    throw new UsageError(`${option} needs a number from 0 to ${max}, not '${text}'.`);
  }
  return value;
}

/** The events that the options name; all begin and end together. */
function eventsOf(values: Values): FailureEventInput[] {
  const atSeconds = amount('--at', values.at, LONGEST_SECONDS);
  const lasting =
    values.for === undefined ? {} : { untilSeconds: atSeconds + amount('--for', values.for, LONGEST_SECONDS) };
  const when = { atSeconds, ...lasting };
  const loopVolumeM3 = values.loop === undefined ? 0 : amount('--loop', values.loop, 1000);
  const generator =
    values.generator === undefined ? {} : { generatorStartSeconds: amount('--generator', values.generator, 3600) };
  const each = (ids: string[] | undefined, event: (id: string) => FailureEventInput) => (ids ?? []).map(event);
  return [
    ...each(values.unit, (unitId) => ({ kind: 'unit-trip', unitId, ...when })),
    ...each(values.coil, (unitId) => ({ kind: 'unit-trip', stops: 'coil', unitId, ...when })),
    ...each(values.fan, (unitId) => ({ kind: 'fan-trip', unitId, ...when })),
    ...each(values.door, (containmentId) => ({ kind: 'door-open', containmentId, ...when })),
    ...each(values['tile-removed'], (tileId) => ({ kind: 'tile-removed', tileId, ...when })),
    ...each(values['tile-blocked'], (tileId) => ({ kind: 'tile-blocked', tileId, ...when })),
    ...each(values.blanking, (rackId) => ({ kind: 'blanking-removed', rackId, ...when })),
    ...(values['chilled-water']
      ? [
          {
            kind: 'chilled-water-loss' as const,
            pumps: values['pumps-stopped'] ? ('stopped' as const) : ('running' as const),
            loopVolumeM3,
            ...when,
          },
        ]
      : []),
    ...(values.compressors ? [{ kind: 'compressor-loss' as const, ...when }] : []),
    ...(values.power
      ? [
          {
            kind: 'power-loss' as const,
            upsFans: values['ups-fans'],
            upsPumps: values['ups-pumps'],
            loopVolumeM3,
            ...generator,
            ...when,
          },
        ]
      : []),
  ];
}

function whatOf(values: Values): FailOptions['what'] {
  const events = eventsOf(values);
  const ways = [values.scenario !== undefined, events.length > 0, values['each-unit']].filter(Boolean).length;
  if (ways === 0) throw new UsageError('Say what fails: --unit ID, --power, --each-unit, --scenario FILE or another.');
  if (ways > 1) throw new UsageError('--scenario, --each-unit and single failures exclude each other.');
  if (values.scenario !== undefined) return { kind: 'file', file: values.scenario };
  return values['each-unit'] ? { kind: 'each-unit' } : { kind: 'events', events };
}

/** Reads the arguments after `fail`. Throws `UsageError`, or Node's own error for an unknown option. */
export function readFailOptions(args: string[]): FailOptions {
  const { values, positionals } = read(args);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('fail takes one FILE.');
  if (values.out === '') throw new UsageError('--out needs the name of a file.');
  const what = whatOf(values);
  const lastRepair =
    what.kind === 'events' ? Math.max(0, ...what.events.map(({ untilSeconds = 0 }) => untilSeconds)) : 0;
  return {
    file,
    what,
    horizonSeconds:
      values.horizon === undefined
        ? Math.max(DEFAULT_HORIZON_SECONDS, Math.ceil(2 * lastRepair))
        : wholeNumber('--horizon', values.horizon, 1, LONGEST_SECONDS),
    liveDemand: values['live-demand'],
    shutdownCelsius: values.shutdown === undefined ? null : amount('--shutdown', values.shutdown, 100),
    throttlingCelsius: values.throttling === undefined ? null : amount('--throttling', values.throttling, 100),
    cellSize: values.cell === undefined ? null : cellMetres('--cell', values.cell),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
    json: values.json,
    outFile: values.out ?? null,
  };
}
