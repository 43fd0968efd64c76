import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  ageOf,
  type CrossInterference,
  crossInterference,
  residenceSeconds,
} from '../engine/tracers/cross-interference';
import { type AirTrace, finishJob, traceAir } from '../engine/tracers/trace-air';
import type { TraceDetail } from '../engine/tracers/trace-detail';
import { type TracedIndices, tracedIndices, traceHeat } from '../engine/tracers/traced-indices';
import { formatIssue } from '../site/issue';
import { openSite } from './open-site';
import { jsonText } from './result';
import { settledEngine } from './settled-engine';
import { cellMetres, wholeNumber } from './simulate-options';
import { progressLine, type Terminal } from './terminal';
import { fixed, textTable } from './text-table';
import { UsageError } from './usage';

interface MatrixOptions {
  file: string;
  detail: TraceDetail;
  cellSize: number | null;
  seed: number;
  json: boolean;
  outFolder: string | null;
}

/** The printed tables are cut here, most recirculated first; `--json` and `--out` have all. */
const MAX_ROWS = 40;

export function readMatrixOptions(args: string[]): MatrixOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      by: { type: 'string', default: 'rack' },
      cell: { type: 'string' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('matrix takes one FILE.');
  if (values.by !== 'rack' && values.by !== 'chassis') {
    throw new UsageError(`--by needs rack or chassis, not '${values.by}'.`);
  }
  if (values.out === '') throw new UsageError('--out needs the name of a folder.');
  return {
    file,
    detail: values.by,
    cellSize: values.cell === undefined ? null : cellMetres('--cell', values.cell),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
    json: values.json,
    outFolder: values.out ?? null,
  };
}

/** `twin matrix FILE`: who breathes whose exhaust in the settled room. */
export function matrix(args: string[], terminal: Terminal): number {
  const options = readMatrixOptions(args);
  const { site, warnings } = openSite(options.file);
  for (const warning of warnings) terminal.err(`${formatIssue(warning)}\n`);
  const engine = settledEngine(site, options.cellSize, options.seed, terminal);
  const progress = progressLine(terminal);
  const trace = finishJob(traceAir(engine, { detail: options.detail, what: 'heat' }), ({ done, total }) =>
    progress.show(`followed the air of ${done} of ${total}`),
  );
  progress.clear();
  const cross = crossInterference(trace);
  const indices = tracedIndices(trace, cross, traceHeat(engine, trace.groupChassisStart));
  if (options.outFolder !== null) writeMatrices(options.outFolder, trace, cross);
  terminal.out(options.json ? jsonText(answerOf(site.name, trace, cross, indices)) : matrixText(trace, cross, indices));
  return 0;
}

interface GroupRow {
  id: string;
  coldCapture: number;
  hotCapture: number;
  recirculated: number;
  ageSeconds: number;
  inletCelsius: number;
  /** Whose exhaust it breathes most, and the share of it. */
  from: string | null;
  fromShare: number;
}

function groupRows(trace: AirTrace, cross: CrossInterference, indices: TracedIndices): GroupRow[] {
  const givers = trace.givenM3s.length;
  return trace.groupIds.map((id, j) => {
    const shares = trace.share.subarray(j * givers, j * givers + cross.groups);
    const fromShare = shares.reduce((most, share) => Math.max(most, share), 0);
    return {
      id,
      coldCapture: cross.coldCapture[j]!,
      hotCapture: cross.hotCapture[j]!,
      recirculated: shares.reduce((sum, share) => sum + share, 0),
      ageSeconds: cross.ageSeconds[j]!,
      inletCelsius: indices.inletCelsius[j]!,
      from: fromShare > 0 ? trace.groupIds[shares.indexOf(fromShare)]! : null,
      fromShare,
    };
  });
}

function unitRows(trace: AirTrace, cross: CrossInterference, indices: TracedIndices) {
  const givers = trace.givenM3s.length;
  return trace.unitIds.map((id, u) => {
    const row = cross.groups + u;
    const supplied = trace.givenM3s[row]!;
    let fed = 0;
    for (let j = 0; j < cross.groups; j++) fed += trace.share[j * givers + row]! * trace.takenM3s[j]!;
    const exhaust = trace.share.subarray(row * givers, row * givers + cross.groups);
    return {
      id,
      exhaustShare: exhaust.reduce((sum, share) => sum + share, 0),
      fedShare: supplied > 0 ? fed / supplied : Number.NaN,
      returnCelsius: indices.returnCelsius[u]!,
      returnAgeSeconds: ageOf(trace, cross, row),
    };
  });
}

function answerOf(site: string, trace: AirTrace, cross: CrossInterference, indices: TracedIndices) {
  const table = (values: Float64Array, width: number) =>
    Array.from({ length: values.length / width }, (_, row) => [...values.subarray(row * width, (row + 1) * width)]);
  return {
    site,
    by: trace.detail,
    groups: groupRows(trace, cross, indices),
    coolingUnits: unitRows(trace, cross, indices),
    shi: indices.shi,
    rhi: indices.rhi,
    rti: indices.rti,
    residenceSeconds: residenceSeconds(trace, cross),
    meanAgeSeconds: ageOf(trace, cross, trace.takenM3s.length - 1),
    givers: [...trace.groupIds, ...trace.unitIds, ...trace.openingIds],
    takers: [...trace.groupIds, ...trace.unitIds, ...trace.openingIds, 'room'],
    share: table(trace.share, trace.givenM3s.length),
    kelvinPerWatt: table(cross.distribution, cross.groups),
    interference: table(cross.interference, cross.groups),
  };
}

function matrixText(trace: AirTrace, cross: CrossInterference, indices: TracedIndices): string {
  const percent = (share: number) => fixed(100 * share, 1);
  const rows = groupRows(trace, cross, indices).sort((a, b) => b.recirculated - a.recirculated);
  const groups = textTable(rows.slice(0, MAX_ROWS), [
    { heading: trace.detail, cell: ({ id }) => id, align: 'left' },
    { heading: 'cold capture %', cell: ({ coldCapture }) => percent(coldCapture) },
    { heading: 'exhaust breathed %', cell: ({ recirculated }) => percent(recirculated) },
    {
      heading: 'most from',
      cell: ({ from, fromShare }) => (from === null ? '—' : `${from} ${percent(fromShare)}`),
    },
    { heading: 'hot capture %', cell: ({ hotCapture }) => percent(hotCapture) },
    { heading: 'age s', cell: ({ ageSeconds }) => fixed(ageSeconds, 1) },
    { heading: 'inlet °C', cell: ({ inletCelsius }) => fixed(inletCelsius, 2) },
  ]);
  const units = textTable(unitRows(trace, cross, indices), [
    { heading: 'unit', cell: ({ id }) => id, align: 'left' },
    { heading: 'exhaust in return %', cell: ({ exhaustShare }) => percent(exhaustShare) },
    { heading: 'supply drawn by equipment %', cell: ({ fedShare }) => percent(fedShare) },
    { heading: 'return °C', cell: ({ returnCelsius }) => fixed(returnCelsius, 2) },
    { heading: 'return age s', cell: ({ returnAgeSeconds }) => fixed(returnAgeSeconds, 1) },
  ]);
  const cut = rows.length > MAX_ROWS ? `and ${rows.length - MAX_ROWS} more that breathe less; --json has all\n` : '';
  const room = `SHI ${fixed(indices.shi, 3)}  RHI ${fixed(indices.rhi, 3)}  RTI ${fixed(indices.rti, 1)} %  mean age ${fixed(ageOf(trace, cross, trace.takenM3s.length - 1), 1)} s  time in the room ${fixed(residenceSeconds(trace, cross), 1)} s\n`;
  return `${groups}${cut}\n${units}\n${room}`;
}

/** shares.csv: a row for each taker; rise.csv: K/W, a row for each inlet; interference.csv: parts of exhausts, a row for each giver. */
function writeMatrices(folder: string, trace: AirTrace, cross: CrossInterference): void {
  mkdirSync(folder, { recursive: true });
  const givers = [...trace.groupIds, ...trace.unitIds, ...trace.openingIds];
  const csv = (corner: string, columns: readonly string[], rows: readonly string[], values: Float64Array) =>
    [
      [corner, ...columns].join(','),
      ...rows.map((id, r) =>
        [id, ...[...values.subarray(r * columns.length, (r + 1) * columns.length)].map((x) => x.toPrecision(6))].join(
          ',',
        ),
      ),
      '',
    ].join('\n');
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('shares.csv', csv('air of \\ from', givers, [...givers, 'room'], trace.share));
  write('rise.csv', csv('inlet of \\ heat in (K/W)', trace.groupIds, trace.groupIds, cross.distribution));
  write('interference.csv', csv('exhaust of \\ drawn by', trace.groupIds, trace.groupIds, cross.interference));
}
