import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { RoomState } from '../../src/engine/reduced/model';
import { createServers } from '../../src/engine/servers/servers';
import {
  type LeverStudy,
  type PeriodUse,
  type RoomCheck,
  type RowPlan,
  type RowResult,
  STUDY_SITES,
  type StudyOfSite,
  type StudySiteId,
} from '../../src/frame/levers';
import { checkInRoom } from '../../src/levers/check-in-room';
import {
  climbLadder,
  FORTNIGHT,
  LADDER,
  LADDER_ROOM,
  type LadderStrategy,
  ladderStates,
  YEAR_LADDER,
} from '../../src/levers/ladder';
import { finished, MODEL_CELL_METRES, MODEL_TURBULENCE } from '../../src/levers/make-model';
import { changesSite } from '../../src/levers/measures';
import { rowPlans } from '../../src/levers/rows';
import type { Period } from '../../src/levers/run-period';
import { type ModelOf, type ReadyRow, readyRow, runRow } from '../../src/levers/run-row';
import { studySite } from '../../src/levers/study-sites';
import { summarise } from '../../src/levers/summarise';
import { parseSite } from '../../src/site/parse';
import type { Site } from '../../src/site/schema/site';
import { writeDocument } from './document';
import { cachedModel } from './model-cache';

const RESULT = 'public/levers.json';
/** Rows whose hours are repeated in the room of cells, and how many hours. */
const CHECKED = ['off', 'all'];
const CHECKED_HOURS = 4;
/** Digits that figures are kept with: more than anything here is sure of. */
const DIGITS = 6;

export interface LeverOptions {
  readonly sites: readonly StudySiteId[];
  readonly seeds: readonly number[];
  readonly days: number;
  readonly stepSeconds: number;
  readonly modelFolder: string;
  /** Strategies of the ladder to run anew, and nothing else; null: everything. */
  readonly strategies: readonly string[] | null;
  /** The table alone. */
  readonly withoutLadder: boolean;
  /** The fortnight of all strategies and nothing else. */
  readonly fortnightOnly: boolean;
  /** Rows of the table beside the first; null: all. */
  readonly rowIds: readonly string[] | null;
  readonly writeOnly: boolean;
}

const say = (text: string) => process.stderr.write(`${text}\n`);

function bundled(file: string): Site {
  const { site } = parseSite(readFileSync(`public/sites/${file}`, 'utf8'));
  if (site === null) throw new Error(`public/sites/${file} cannot be used.`);
  return site;
}

/** Numbers as short as they are sure; those that are not known as null. */
function text(study: LeverStudy): string {
  const shorter = (_: string, value: unknown) =>
    typeof value === 'number' ? (Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null) : value;
  return `${JSON.stringify(study, shorter, 1)}\n`;
}

function readStudy(): LeverStudy | null {
  return existsSync(RESULT) ? (JSON.parse(readFileSync(RESULT, 'utf8')) as LeverStudy) : null;
}

export function runLevers(options: LeverOptions): void {
  if (options.writeOnly) {
    const study = readStudy();
    if (study === null) throw new Error(`${RESULT} is not there; run 'npm run levers' first.`);
    writeDocument(study);
    return;
  }
  for (const id of options.sites) {
    const before = readStudy()?.sites.find((site) => site.id === id);
    const result = studyOf(id, options, before);
    // Read anew: another run may have written its sites meanwhile.
    const others = readStudy()?.sites.filter((site) => site.id !== id) ?? [];
    const order = STUDY_SITES.map((site) => site.id as string);
    const study: LeverStudy = {
      format: 'isotherm-levers',
      version: 1,
      command: 'npm run levers',
      days: options.days,
      stepSeconds: options.stepSeconds,
      cellMetres: MODEL_CELL_METRES,
      sites: [...others, result].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
    };
    writeFileSync(RESULT, text(study));
    writeDocument(JSON.parse(text(study)) as LeverStudy);
    say(`${RESULT}: ${result.name}`);
  }
}

function studyOf(id: StudySiteId, options: LeverOptions, before: StudyOfSite | undefined): StudyOfSite {
  const { seeds, days, stepSeconds, modelFolder, strategies, withoutLadder, rowIds, fortnightOnly } = options;
  const original = studySite(id, bundled(STUDY_SITES.find((site) => site.id === id)!.file));
  const periods = seeds.map((seed): Period => ({ startDay: 1, days, stepSeconds, seed }));
  const modelOf = (states: readonly RoomState[]) => (room: Site) => cachedModel(modelFolder, room, states, say);
  const climb = (of: readonly Period[], ladder: readonly LadderStrategy[]) =>
    climbLadder(
      {
        original,
        modelOf: modelOf(ladderStates(original)),
        periods: of,
        onRun: (name) => say(`${id} ladder: ${name}`),
      },
      ladder.filter((strategy, n) => n === 0 || strategies === null || strategies.includes(strategy.id)),
    );
  const fortnight = () => ({
    ...FORTNIGHT,
    rows: finished(climb([{ ...FORTNIGHT, stepSeconds, seed: seeds[0]! }], LADDER)),
  });
  if (fortnightOnly) {
    if (before === undefined) throw new Error(`${RESULT} has no ${id} yet; run it without --fortnight first.`);
    return { ...before, fortnight: fortnight() };
  }
  const ladder = withoutLadder ? [] : finished(climb(periods, YEAR_LADDER));
  if (strategies !== null) {
    if (before === undefined) throw new Error(`${RESULT} has no ${id} yet; run it without --ladder first.`);
    const kept = LADDER.flatMap(({ id: name }) => {
      const row = [...ladder, ...before.ladder].find(({ strategy }) => strategy === name);
      return row ? [row] : [];
    });
    return { ...before, ladder: kept };
  }
  const plans = rowPlans(original).filter(
    (plan, n) => n === 0 || plan.notThere !== undefined || rowIds === null || rowIds.includes(plan.id),
  );
  const rows = tableOf(original, plans, modelOf([{ kind: 'healthy' }]), periods);
  return {
    id,
    name: original.name,
    racks: original.racks.length,
    units: original.coolingUnits.length,
    workUnit: createServers(original).structure.workUnit,
    currency: original.tariffs!.currency,
    seeds,
    turbulence: MODEL_TURBULENCE,
    notThere: plans.filter(({ notThere }) => notThere !== undefined),
    ladderMeasures: LADDER_ROOM.filter((measure) => changesSite(original, measure)),
    ladder,
    ...(!withoutLadder && { fortnight: fortnight() }),
    ...rows,
  };
}

/** Every row of the table, the hours repeated in the room of cells, and what a year of the base row costs. */
function tableOf(
  original: Site,
  plans: readonly RowPlan[],
  modelOf: ModelOf,
  periods: readonly Period[],
): Pick<StudyOfSite, 'rows' | 'checks' | 'yearSeconds'> {
  const { stepSeconds, days } = periods[0]!;
  const rows: RowResult[] = [];
  const checks: RoomCheck[] = [];
  let base: PeriodUse[] | null = null;
  let yearSeconds = Number.NaN;
  for (const plan of plans) {
    if (plan.notThere !== undefined) continue;
    const ready: ReadyRow = finished(readyRow(original, plan, modelOf, stepSeconds));
    const begun = process.cpuUsage();
    const uses = periods.map((period) => finished(runRow(ready, period)));
    const { user, system } = process.cpuUsage(begun);
    const seconds = (user + system) / 1e6 / periods.length;
    if (base === null) yearSeconds = (seconds * 365) / days;
    base ??= uses;
    const row = summarise(ready, uses, base);
    rows.push(row);
    say(
      `${original.name}, ${plan.id}: ${(100 * row.saving.mean).toFixed(2)} % saved, worst inlet ${row.values.worstInletCelsius.mean.toFixed(1)} °C, ${seconds.toFixed(1)} s a run`,
    );
    if (CHECKED.includes(plan.id)) checks.push(checkInRoom(ready, CHECKED_HOURS, stepSeconds, MODEL_CELL_METRES));
  }
  return { rows, checks, yearSeconds };
}
