import type { ReducedModel } from '../engine/reduced/model';
import type { PeriodUse, RowPlan } from '../frame/levers';
import type { Site } from '../site/schema/site';
import { allOff, asIs, fansByInlet, panelsRemoved, withMeasures } from './measures';
import { modelFor } from './room-model';
import { type Period, runPeriod } from './run-period';
import { bestSetpoint, type FoundSetpoint, type SiteAt, safeSetpoint } from './safe-setpoint';
import { waterRule, withSupply } from './supply';

/** Gives the reduced model of a room, made or kept; the room has every lever off but for what moves air. */
export type ModelOf = (room: Site) => ReducedModel;

/** A row made ready: the site that is run, on its model. */
export interface ReadyRow {
  readonly plan: RowPlan;
  readonly site: Site;
  readonly model: ReducedModel;
  readonly supplyCelsius: number | null;
  readonly keepsLimit: boolean;
}

/** The room of a row, which its reduced model is made from: what moves air, and every other lever off. */
export function roomOf(original: Site, plan: RowPlan): Site {
  if (plan.kind === 'removed') return panelsRemoved(original);
  if (plan.kind === 'as-is') return { ...allOff(original), containments: original.containments };
  const walls = plan.measures.filter((id) => id === 'containment' || id === 'blanking-panels');
  return withMeasures(original, walls);
}

function siteOf(original: Site, plan: RowPlan): Site {
  if (plan.kind === 'as-is') return asIs(original);
  return plan.kind === 'removed' ? panelsRemoved(original) : withMeasures(original, plan.measures);
}

/** The fixed supply of a site whose units all hold one; null where it moves or differs. */
function fixedSupply(site: Site): number | null {
  if (site.coolingControl?.zones.some(({ supply }) => supply !== undefined)) return null;
  const all = site.coolingUnits.map(({ control }) =>
    control.mode === 'supply' ? control.setpointCelsius : Number.NaN,
  );
  return all.every((celsius) => celsius === all[0]) ? (all[0] ?? null) : null;
}

/** Finds the setpoint of a row that asks for one, on weeks that no result is counted on. */
export function* readyRow(
  original: Site,
  plan: RowPlan,
  modelOf: ModelOf,
  stepSeconds: number,
): Generator<number, ReadyRow, void> {
  const room = roomOf(original, plan);
  const site = siteOf(original, plan);
  const model = modelOf(room);
  const rule = waterRule(original, plan.measures.includes('warm-water'));
  const siteAt: SiteAt = (supplyCelsius) => {
    const held = withSupply(site, supplyCelsius, rule);
    const at = plan.measures.includes('unit-fans') ? fansByInlet(held, supplyCelsius) : held;
    return { site: at, model: modelFor(model, room, at) };
  };
  let found: FoundSetpoint | null = null;
  if (plan.measures.includes('safe-setpoint')) found = yield* safeSetpoint(siteAt, stepSeconds);
  else if (plan.measures.includes('best-setpoint')) found = yield* bestSetpoint(siteAt, stepSeconds);
  if (found === null) {
    return { plan, site, model: modelFor(model, room, site), supplyCelsius: fixedSupply(site), keepsLimit: true };
  }
  const { supplyCelsius, keepsLimit } = found;
  return { plan, ...siteAt(supplyCelsius), supplyCelsius, keepsLimit };
}

/** One year, or other period, of a row. */
export function runRow({ site, model }: ReadyRow, period: Period): Generator<number, PeriodUse, void> {
  return runPeriod(site, model, period);
}
