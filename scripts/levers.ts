/**
 * `npm run levers`: a year of the bundled sites with each lever off and on, and the ladder of control strategies, on their
 * reduced models. Writes public/levers.json, docs/levers.md and its figures. See `--help`.
 */
import { parseArgs } from 'node:util';
import { STUDY_SITES, type StudySiteId } from '../src/frame/levers';
import { LADDER } from '../src/levers/ladder';
import { runLevers } from './levers/run';

const USAGE = `Usage: npm run levers [-- --sites ${STUDY_SITES.map(({ id }) => id).join(',')}] [--seeds 3] [--days 365]
                        [--step 300] [--model DIR] [--ladder ${LADDER.map(({ id }) => id).join(',')}] [--write-only]
  --sites      only these; the others keep the figures that public/levers.json has
  --model      where reduced models are kept between runs (default: node_modules/.cache/levers)
  --ladder     only these strategies, beside the first; everything else keeps the figures that it has
  --no-ladder  the table alone
  --fortnight  only the fortnight of all strategies of the ladder
  --rows       only these rows of the table, beside the first
  --write-only docs/levers.md and its figures anew from public/levers.json, nothing is run
`;

function fail(message: string): never {
  process.stderr.write(`${message}\n${USAGE}`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        sites: { type: 'string' },
        seeds: { type: 'string', default: '3' },
        days: { type: 'string', default: '365' },
        step: { type: 'string', default: '300' },
        ladder: { type: 'string' },
        model: { type: 'string', default: 'node_modules/.cache/levers' },
        fortnight: { type: 'boolean', default: false },
        rows: { type: 'string' },
        'no-ladder': { type: 'boolean', default: false },
        'write-only': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return fail((error as Error).message);
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    fail(`--${name} needs a whole number from ${least} to ${most}, not '${text}'.`);
  }
  return value;
}

const values = readArguments();
if (values.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}
const known = STUDY_SITES.map(({ id }) => id as string);
const asked = values.sites === undefined ? known : values.sites.split(',');
for (const id of asked) if (!known.includes(id)) fail(`There is no site '${id}'.`);
const strategies = values.ladder?.split(',') ?? null;
for (const id of strategies ?? []) {
  if (!LADDER.some((strategy) => strategy.id === id)) fail(`There is no strategy '${id}'.`);
}

runLevers({
  sites: asked as StudySiteId[],
  seeds: Array.from({ length: whole('seeds', values.seeds, 1, 50) }, (_, n) => n + 1),
  days: whole('days', values.days, 1, 365),
  stepSeconds: whole('step', values.step, 60, 3600),
  modelFolder: values.model,
  strategies,
  withoutLadder: values['no-ladder'],
  fortnightOnly: values.fortnight,
  rowIds: values.rows?.split(',') ?? null,
  writeOnly: values['write-only'],
});
