import { type GovernorName, ONDEMAND_UP_THRESHOLD, ondemandNext, restingState, SCHEDUTIL_HEADROOM } from './governor';
import type { ServerModel } from './model';

/**
 * What a governor does, by demand: within each interval of demand it spends fixed shares of its time in fixed P-states.
 * The intervals are exact, so that the table gives what walking the governor's rule gives.
 */
export interface OperatingTable {
  /** Upper end of each interval, share of peak throughput; the last is infinite. */
  readonly ends: readonly number[];
  /** What it does within each interval, fastest P-state first. */
  readonly mixtures: readonly (readonly Spent[])[];
}

/** Share of its time that a server spends in a P-state. */
export interface Spent {
  pState: number;
  weight: number;
}

/** The table of a governor where P-states below `fastest` may not be used. Conservative remembers, and has none. */
export function operatingTable(model: ServerModel, governor: GovernorName, fastest: number): OperatingTable {
  const breaks = [...new Set(breakpoints(model, governor))].filter((at) => at > 0 && at < 1).sort((a, b) => a - b);
  const mixtures = [0, ...breaks].map((from, n) => mixtureAt(model, governor, fastest, (from + (breaks[n] ?? 1)) / 2));
  // Neighbours that do the same are one interval.
  const kept = mixtures.flatMap((mixture, n) =>
    n + 1 < mixtures.length && sameMixture(mixture, mixtures[n + 1]!) ? [] : [n],
  );
  return {
    ends: kept.map((n) => breaks[n] ?? Number.POSITIVE_INFINITY),
    mixtures: kept.map((n) => mixtures[n]!),
  };
}

function sameMixture(a: readonly Spent[], b: readonly Spent[]): boolean {
  return a.length === b.length && a.every(({ pState }, n) => pState === b[n]!.pState);
}

/** Demands at which the rule of the governor may change its mind. */
function breakpoints(model: ServerModel, governor: GovernorName): number[] {
  const shares = [...model.frequencyShare];
  if (governor === 'schedutil') return shares.map((share) => share / SCHEDUTIL_HEADROOM);
  if (governor !== 'ondemand') return [];
  const slowest = shares.at(-1)!;
  if (slowest === 1) return [];
  const halfways = shares.slice(1).map((share, n) => (share + shares[n]!) / 2);
  return shares.flatMap((share) => [
    ONDEMAND_UP_THRESHOLD * share,
    ...halfways.map((halfway) => (share * (halfway - slowest)) / (1 - slowest)),
  ]);
}

/** The P-states between which the governor moves at a steady demand, in order from the fastest, with their time. */
function mixtureAt(model: ServerModel, governor: GovernorName, fastest: number, demandShare: number): Spent[] {
  const start = restingState(model, governor, demandShare, fastest);
  const circle = [start];
  if (governor === 'ondemand') {
    let state = ondemandNext(model, start, demandShare, fastest);
    while (state !== start) {
      circle.push(state);
      state = ondemandNext(model, state, demandShare, fastest);
    }
  }
  return circle.sort((a, b) => a - b).map((pState) => ({ pState, weight: 1 / circle.length }));
}
