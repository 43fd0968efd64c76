import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { DvfsSetting } from '../engine/servers/study/dvfs-run';
import { type DvfsRow, dvfsStudy } from '../engine/servers/study/dvfs-study';
import { serverTypeIn } from '../site/catalogue/catalogue';
import type { Site } from '../site/schema/site';
import { dvfsMarkdown, dvfsText } from './dvfs-text';
import { InputError, openSite } from './open-site';
import { jsonText } from './result';
import { numberOf, wholeNumber } from './simulate-options';
import { progressLine, type Terminal } from './terminal';
import { UsageError } from './usage';

interface DvfsOptions {
  file: string;
  type: string | null;
  servers: number;
  seeds: number;
  deadlineSeconds: number;
  inletCelsius: number;
  out: string | null;
  json: boolean;
}

const DAY_SECONDS = 86_400;
/** Time after the day in which what waits is worked off. */
const DRAIN_SECONDS = 7200;

export function readDvfsOptions(args: string[]): DvfsOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      type: { type: 'string' },
      servers: { type: 'string', default: '20' },
      seeds: { type: 'string', default: '10' },
      deadline: { type: 'string', default: '2' },
      inlet: { type: 'string', default: '22' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('dvfs takes one FILE.');
  const inletCelsius = numberOf('--inlet', values.inlet);
  if (inletCelsius < 5 || inletCelsius > 60) throw new UsageError('--inlet needs 5 to 60 °C.');
  return {
    file,
    type: values.type ?? null,
    servers: wholeNumber('--servers', values.servers, 1, 100),
    seeds: wholeNumber('--seeds', values.seeds, 2, 100),
    deadlineSeconds: wholeNumber('--deadline', values.deadline, 1, 3600),
    inletCelsius,
    out: values.out ?? null,
    json: values.json,
  };
}

/** `twin dvfs FILE`: the site's workload on one kind of server under each governor. */
export function dvfs(args: string[], terminal: Terminal): number {
  const options = readDvfsOptions(args);
  const { site } = openSite(options.file);
  const setting = settingOf(site, options);
  const progress = progressLine(terminal);
  const seeds = Array.from({ length: options.seeds }, (_, n) => n + 1);
  const rows = dvfsStudy(setting, seeds, (done, total) => progress.show(`${Math.round((100 * done) / total)} %`));
  progress.clear();
  const type = serverTypeIn(site, setting.typeId)!;
  if (options.out !== null) writeFileSync(options.out, dvfsMarkdown(site.name, type, setting, seeds.length, rows));
  terminal.out(options.json ? jsonText({ setting, seeds, rows: rows.map(plainRow) }) : dvfsText(type, setting, rows));
  return 0;
}

function plainRow({ policy, ...row }: DvfsRow): Record<string, unknown> {
  return { ...policy, ...row };
}

function settingOf(site: Site, options: DvfsOptions): DvfsSetting {
  if (site.workload === undefined) throw fault('workload', 'The site has no workload.', 'Name a site with one.');
  const typeId = options.type ?? mostCommonType(site);
  if (typeId === null) throw fault('racks', 'The site has no catalogue servers.', 'Name a type with --type.');
  const type = serverTypeIn(site, typeId);
  if (type === undefined || type.work.unit === 'none') {
    throw fault('--type', `There is no server type ${typeId} that does work.`, 'See public/catalogue/servers.json.');
  }
  const most = Math.floor(100 / type.uSize) * type.serversPerUSize;
  return {
    typeId,
    servers: Math.min(options.servers, most),
    daySeconds: DAY_SECONDS,
    drainSeconds: DRAIN_SECONDS,
    deadlineSeconds: options.deadlineSeconds,
    inletCelsius: options.inletCelsius,
    workload: site.workload,
  };
}

function mostCommonType(site: Site): string | null {
  const counts = new Map<string, number>();
  for (const { contents } of site.racks) {
    for (const content of contents) {
      if (content.kind === 'servers') counts.set(content.type, (counts.get(content.type) ?? 0) + content.count);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function fault(path: string, message: string, remedy: string): InputError {
  return new InputError([{ severity: 'error', code: 'no-dvfs-study', path, message, remedy }]);
}
