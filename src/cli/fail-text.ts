import { FAILURE_THRESHOLDS, type FailureResult, type RackOutcome, verdictOf } from '../frame/failure';
import { type Column, fixed, textTable } from './text-table';

/** The table of racks is cut here, the first to suffer first; `--json` has them all. */
const MAX_RACK_ROWS = 40;

const verdictWords = {
  carried: 'carried',
  'over-recommended': 'over the recommended limit',
  'over-allowable': 'OVER THE ALLOWABLE LIMIT',
  dark: 'IT GOES DARK',
} as const;

const minutes = (seconds: number): string => (seconds / 60).toFixed(1);

/** Minutes to a threshold; `>` where it was not reached in the time played, `from start` where it was passed before. */
function reached(seconds: number | null, limitCelsius: number, playedSeconds: number): string {
  if (Number.isNaN(limitCelsius)) return '—';
  if (seconds === null) return `> ${(playedSeconds / 60).toFixed(0)}`;
  return seconds === 0 ? 'from start' : minutes(seconds);
}

/** Earliest trouble first: by shutdown, throttling, allowable, recommended, then by peak. */
function bySeverity(a: RackOutcome, b: RackOutcome): number {
  for (const name of [...FAILURE_THRESHOLDS].reverse()) {
    const difference = (a.thresholds[name].atSeconds ?? Infinity) - (b.thresholds[name].atSeconds ?? Infinity);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return b.peakCelsius - a.peakCelsius;
}

function rackColumns(played: number): Column<RackOutcome>[] {
  return [
    { heading: 'rack', cell: (rack) => rack.rackId, align: 'left' },
    { heading: 'start °C', cell: (rack) => fixed(rack.startCelsius, 1) },
    { heading: 'rate K/min', cell: (rack) => fixed(rack.rateKelvinPerMinute, 2) },
    ...FAILURE_THRESHOLDS.map((name) => ({
      heading: `${name} min`,
      cell: ({ thresholds }: RackOutcome) => reached(thresholds[name].atSeconds, thresholds[name].limitCelsius, played),
    })),
    { heading: 'peak °C', cell: (rack) => fixed(rack.peakCelsius, 1) },
    { heading: 'at min', cell: (rack) => minutes(rack.peakAtSeconds) },
  ];
}

/** One failure as a person reads it. */
export function failureText(result: FailureResult): string {
  const { racks, playedSeconds, first } = result;
  const sorted = [...racks].sort(bySeverity);
  const shown = sorted.slice(0, MAX_RACK_ROWS);
  const firsts = FAILURE_THRESHOLDS.map((name) => {
    const outcome = first[name];
    return outcome === null
      ? `  ${name}: no rack within ${minutes(playedSeconds)} min\n`
      : `  ${name}: ${outcome.rackId} first, ${outcome.atSeconds === 0 ? 'from the start' : `after ${minutes(outcome.atSeconds)} min`}\n`;
  });
  return [
    `${result.name}\n${minutes(playedSeconds)} min played; ${verdictWords[verdictOf(result)]}\n\n`,
    firsts.join(''),
    `\nRacks, hottest inlet each: minutes to each threshold${racks.length > shown.length ? `; the first ${shown.length} of ${racks.length}, --json has all` : ''}\n`,
    textTable(shown, rackColumns(playedSeconds)),
    serversText(result),
    supplyText(result),
    `\nHeat taken by the units ${fixed(result.coolingHeatJ / 3.6e6, 2)} kWh; worst heat balance error ${fixed(result.worstEnergyBalanceError * 100, 3)} %\n`,
  ].join('');
}

const supplyWords = {
  grid: 'the grid feeds the IT',
  battery: 'the battery feeds the IT',
  generator: 'the generator feeds the IT',
  dark: 'the IT is dark',
  restarting: 'power is back, the IT restarts',
} as const;

/** Who fed the IT and from when; nothing where the grid did throughout. */
function supplyText({ supply = [] }: FailureResult): string {
  const lines = supply.map(({ atSeconds, source }) => `From ${minutes(atSeconds)} min ${supplyWords[source]}\n`);
  return lines.length === 0 ? '' : `\n${lines.join('')}`;
}

/** What heat did to the servers; nothing where it did nothing. */
function serversText({ racks, unservedWork, workUnit }: FailureResult): string {
  const first = (key: 'throttledAtSeconds' | 'offAtSeconds') =>
    racks.reduce((least, rack) => Math.min(least, rack[key] ?? Infinity), Infinity);
  const off = racks.reduce((sum, { serversOff }) => sum + serversOff, 0);
  const lines = [
    first('throttledAtSeconds') < Infinity
      ? `Servers slow down from ${minutes(first('throttledAtSeconds'))} min\n`
      : '',
    first('offAtSeconds') < Infinity
      ? `Servers switch off from ${minutes(first('offAtSeconds'))} min; ${off} are off at the end\n`
      : '',
  ].join('');
  const work =
    workUnit !== null && unservedWork > 0 ? `Work not done: ${unservedWork.toPrecision(4)} ${workUnit}\n` : '';
  return lines === '' ? '' : `\n${lines}${work}`;
}

/** Each unit out in turn: one line each, the worst last inlet and the time left. */
export function eachUnitText(results: readonly FailureResult[]): string {
  const columns: Column<FailureResult>[] = [
    { heading: 'out', cell: ({ name }) => name, align: 'left' },
    { heading: 'worst rack', cell: ({ racks }) => worstOf(racks)?.rackId ?? '—', align: 'left' },
    { heading: 'peak °C', cell: ({ racks }) => fixed(worstOf(racks)?.peakCelsius ?? null, 1) },
    ...FAILURE_THRESHOLDS.map((name) => ({
      heading: `${name} min`,
      cell: ({ racks, playedSeconds }: FailureResult) => firstAnew(racks, name, playedSeconds),
    })),
    { heading: 'verdict', cell: (result) => verdictWords[verdictOf(result)], align: 'left' },
  ];
  return `Each thing that may fail alone out in turn, minutes until the first rack passes a threshold that it had not passed before\n${textTable(results, columns)}`;
}

function worstOf(racks: readonly RackOutcome[]): RackOutcome | null {
  return racks.reduce<RackOutcome | null>(
    (worst, rack) => (worst === null || rack.peakCelsius > worst.peakCelsius ? rack : worst),
    null,
  );
}

function firstAnew(racks: readonly RackOutcome[], name: (typeof FAILURE_THRESHOLDS)[number], played: number): string {
  if (racks.every(({ thresholds }) => Number.isNaN(thresholds[name].limitCelsius))) return '—';
  const times = racks.map(({ thresholds }) => thresholds[name].atSeconds ?? 0).filter((seconds) => seconds > 0);
  return times.length === 0 ? `> ${(played / 60).toFixed(0)}` : minutes(Math.min(...times));
}
