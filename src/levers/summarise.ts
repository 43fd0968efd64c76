import { estimate } from '../engine/servers/study/dvfs-study';
import {
  type PeriodUse,
  quantitiesOf,
  ROW_QUANTITIES,
  type RowPlan,
  type RowQuantity,
  type RowResult,
  type Spread,
} from '../frame/levers';

/** How much less than the base, share of the base, seed by seed. */
export function pairedSaving(base: readonly number[], row: readonly number[]): Spread {
  return estimate(row.map((value, n) => 1 - value / base[n]!));
}

/** A row over all seeds against the base row on the same seeds. */
export function summarise(
  row: { readonly plan: RowPlan; readonly supplyCelsius: number | null; readonly keepsLimit: boolean },
  uses: readonly PeriodUse[],
  base: readonly PeriodUse[],
): RowResult {
  const own = uses.map(quantitiesOf);
  const reference = base.map(quantitiesOf);
  const of = (list: readonly Record<RowQuantity, number>[], id: RowQuantity) => list.map((values) => values[id]);
  const saving = (id: RowQuantity) => pairedSaving(of(reference, id), of(own, id));
  return {
    plan: row.plan,
    supplyCelsius: row.supplyCelsius,
    keepsLimit: row.keepsLimit,
    values: Object.fromEntries(ROW_QUANTITIES.map((id) => [id, estimate(of(own, id))])) as Record<RowQuantity, Spread>,
    saving: saving('facility'),
    carbonSaving: saving('carbonKg'),
    costSaving: saving('cost'),
  };
}
