import type { RoomState } from '../engine/reduced/model';
import type { LadderRow, LadderYear, MeasureId, NotThere, PeriodUse, RowPlan } from '../frame/levers';
import type { Site } from '../site/schema/site';
import { changesSite } from './measures';
import type { Period } from './run-period';
import { type ModelOf, type ReadyRow, readyRow, runRow } from './run-row';
import { summarise } from './summarise';

/** A way to choose the supply temperature, and fans where it says so: a plug-in of the ladder. */
export interface LadderStrategy {
  readonly id: string;
  /** What it adds to the room of the ladder. */
  readonly measures: readonly MeasureId[];
  readonly notThere?: NotThere;
  /** Takes minutes a year and seed: it is tried over a fortnight. */
  readonly slow?: true;
}

export const LADDER: readonly LadderStrategy[] = [
  { id: 'fixed-22', measures: [] },
  { id: 'fixed-highest-safe', measures: ['safe-setpoint'] },
  { id: 'trim-and-respond', measures: ['trim-and-respond'] },
  { id: 'trim-and-respond-with-fans', measures: ['unit-fans', 'trim-and-respond'] },
  { id: 'fixed-with-fans', measures: ['unit-fans', 'best-setpoint'] },
  { id: 'mpc', measures: ['mpc'], slow: true },
];

/** The room in which every strategy is tried: contained and panelled, with an economiser. */
export const LADDER_ROOM: readonly MeasureId[] = ['containment', 'blanking-panels', 'economiser'];

/** The strategies of a year: slow ones keep their place without figures. */
export const YEAR_LADDER: readonly LadderStrategy[] = LADDER.map((strategy) =>
  strategy.slow ? { ...strategy, notThere: 'slow' as const } : strategy,
);

/** The fortnight of the slow ones; the unit is out in its second half. */
export const FORTNIGHT = { startDay: 190, days: 14 } as const;

/** Days of the year in which a unit stands still in the second run of each strategy. */
export const UNIT_OUT = { unit: 0, fromDay: 197, days: 7 } as const;

/** States that the model of the ladder's room needs. */
export function ladderStates(site: Site): RoomState[] {
  const unit = site.coolingUnits[UNIT_OUT.unit];
  if (site.coolingUnits.length < 2 || unit === undefined) return [{ kind: 'healthy' }];
  return [{ kind: 'healthy' }, { kind: 'unit-out', unitId: unit.id }];
}

export interface LadderSetting {
  readonly original: Site;
  readonly modelOf: ModelOf;
  readonly periods: readonly Period[];
  /** Told before each run, so that a person sees where it is. */
  readonly onRun?: (text: string) => void;
}

interface Climbed {
  readonly ready: ReadyRow;
  readonly healthy: readonly PeriodUse[];
  readonly unitOut: readonly PeriodUse[];
}

/** Every strategy on the same years, healthy and with a unit out for a week of summer. */
export function* climbLadder(
  { original, modelOf, periods, onRun }: LadderSetting,
  strategies: readonly LadderStrategy[] = LADDER,
): Generator<number, LadderRow[], void> {
  const room = LADDER_ROOM.filter((id) => changesSite(original, id));
  const stepSeconds = periods[0]!.stepSeconds;
  const mayFail = ladderStates(original).length > 1;
  const rows: LadderRow[] = [];
  let base: Climbed | null = null;
  for (const { id, measures, notThere } of strategies) {
    if (notThere !== undefined) {
      rows.push({ strategy: id, notThere, supplyCelsius: null, keepsLimit: true, healthy: null, unitOut: null });
      continue;
    }
    const plan: RowPlan = { id, kind: 'single', measures: [...room, ...measures] };
    onRun?.(id);
    const ready = yield* readyRow(original, plan, modelOf, stepSeconds);
    const healthy: PeriodUse[] = [];
    const unitOut: PeriodUse[] = [];
    for (const period of periods) {
      healthy.push(yield* runRow(ready, period));
      if (mayFail) unitOut.push(yield* runRow(ready, { ...period, unitOut: UNIT_OUT }));
    }
    const climbed: Climbed = { ready, healthy, unitOut };
    base ??= climbed;
    rows.push({
      strategy: id,
      supplyCelsius: ready.supplyCelsius,
      keepsLimit: ready.keepsLimit,
      healthy: yearOf(ready, healthy, base.healthy),
      unitOut: mayFail ? yearOf(ready, unitOut, base.unitOut) : null,
    });
  }
  return rows;
}

function yearOf(ready: ReadyRow, uses: readonly PeriodUse[], base: readonly PeriodUse[]): LadderYear {
  const { values, saving } = summarise(ready, uses, base);
  return { values, saving };
}
