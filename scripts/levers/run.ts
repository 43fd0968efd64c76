import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { RoomState } from '../../src/engine/reduced/model';
import { createServers } from '../../src/engine/servers/servers';
import {
  type LeverStudy,
  type PeriodUse,
  type RoomCheck,
  type RowResult,
  STUDY_SITES,
  type StudyOfSite,
  type StudySiteId,
} from '../../src/frame/levers';
import { checkInRoom } from '../../src/levers/check-in-room';
import { climbLadder, LADDER_ROOM, ladderStates } from '../../src/levers/ladder';
import { finished, MODEL_CELL_METRES } from '../../src/levers/make-model';
import { changesSite } from '../../src/levers/measures';
import { rowPlans } from '../../src/levers/rows';
import type { Period } from '../../src/levers/run-period';
import { type ReadyRow, readyRow, runRow } from '../../src/levers/run-row';
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
    const result = studyOf(id, options);
    // Read anew: another run may have written its sites meanwhile.
    const others = readStudy()?.sites.filter((site) => site.id !== id) ?? [];
    const order = STUDY_SITES.map((site) => site.id as string);
    const study: LeverStudy = {
      format: 'isotherm-levers',
      version: 1,
      command: 'npm run levers',
      seeds: options.seeds,
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

function studyOf(id: StudySiteId, { seeds, days, stepSeconds, modelFolder }: LeverOptions): StudyOfSite {
  const original = studySite(id, bundled(STUDY_SITES.find((site) => site.id === id)!.file));
  const modelOf = (states: readonly RoomState[]) => (room: Site) => cachedModel(modelFolder, room, states, say);
  const healthy = modelOf([{ kind: 'healthy' }]);
  const periods = seeds.map((seed): Period => ({ startDay: 1, days, stepSeconds, seed }));
  const plans = rowPlans(original);
  const rows: RowResult[] = [];
  const checks: RoomCheck[] = [];
  let base: PeriodUse[] | null = null;
  let yearSeconds = Number.NaN;
  for (const plan of plans) {
    if (plan.notThere !== undefined) continue;
    const ready: ReadyRow = finished(readyRow(original, plan, healthy, stepSeconds));
    const begun = process.cpuUsage();
    const uses = periods.map((period) => finished(runRow(ready, period)));
    const { user, system } = process.cpuUsage(begun);
    const seconds = (user + system) / 1e6 / periods.length;
    if (base === null) yearSeconds = (seconds * 365) / days;
    base ??= uses;
    const row = summarise(ready, uses, base);
    rows.push(row);
    say(
      `${id} ${plan.id}: ${(100 * row.saving.mean).toFixed(2)} % saved, worst inlet ${row.values.worstInletCelsius.mean.toFixed(1)} °C, ${seconds.toFixed(1)} s a run`,
    );
    if (CHECKED.includes(plan.id)) checks.push(checkInRoom(ready, CHECKED_HOURS, stepSeconds, MODEL_CELL_METRES));
  }
  const ladder = finished(
    climbLadder({
      original,
      modelOf: modelOf(ladderStates(original)),
      periods,
      onRun: (name) => say(`${id} ladder: ${name}`),
    }),
  );
  return {
    id,
    name: original.name,
    racks: original.racks.length,
    units: original.coolingUnits.length,
    workUnit: createServers(original).structure.workUnit,
    currency: original.tariffs!.currency,
    rows,
    notThere: plans.filter(({ notThere }) => notThere !== undefined),
    ladderMeasures: LADDER_ROOM.filter((measure) => changesSite(original, measure)),
    ladder,
    checks,
    yearSeconds,
  };
}
