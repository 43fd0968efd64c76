import { parseArgs } from 'node:util';
import { formatIssue } from '../site/issue';
import { openSite } from './open-site';
import type { Terminal } from './terminal';
import { UsageError } from './usage';

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** `twin check FILE`: says what the document holds; warnings go to standard error. */
export function check(args: string[], terminal: Terminal): number {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('check takes one FILE.');
  const { site, warnings } = openSite(file);
  for (const warning of warnings) terminal.err(`${formatIssue(warning)}\n`);
  const holds = [
    count(site.racks.length, 'rack'),
    count(site.coolingUnits.length, 'cooling unit'),
    count(site.tiles.length, 'tile'),
  ].join(', ');
  terminal.out(`${file}: ${site.name}: ${holds}; no errors, ${count(warnings.length, 'warning')}\n`);
  return 0;
}
