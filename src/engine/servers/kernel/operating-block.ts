import type { GovernorName } from '../governor';
import type { ServerModel } from '../model';
import { operatingTable, type Spent } from '../operating-table';
import { WHOLE } from './tables';

/** Even steps of demand from which the search for a record begins. */
export const DEMAND_BUCKETS = 512;

/**
 * A record: up to which demand it holds, and what servers do there. Between the breaks of the governor's rule and of the
 * measured curve, power and delivered work are straight lines over demand, kept as intercept and slope. The P-state (the
 * fastest in use) is kept with WHOLE added. A record fills a cache line.
 */
export const RECORD = { power: 0, delivered: 2, frequency: 4, pState: 5, end: 6, size: 8 } as const;

/**
 * The operating table of a governor where P-states below `fastest` may not be used: for each bucket of demand the place of
 * the first record that reaches it, counted from `place` 0 with WHOLE added, then the records in order of demand. The table
 * stands at `place`. `conservative` remembers: its tables are those of each P-state by itself.
 */
export function operatingNumbers(model: ServerModel, governor: GovernorName, fastest: number, place: number): number[] {
  const { ends, mixtures } = operatingTable(model, governor === 'conservative' ? 'performance' : governor, fastest);
  const records = mixtures.flatMap((mixture, n) => {
    const from = ends[n - 1] ?? 0;
    const to = ends[n]!;
    const breaks = curveBreaks(model, mixture).filter((at) => at > from && at < to);
    return [...breaks, to].map((end, k) => record(model, mixture, breaks[k - 1] ?? from, end));
  });
  const buckets = DEMAND_BUCKETS + 1;
  const first = place + Math.ceil(buckets / RECORD.size) * RECORD.size;
  const numbers = new Array<number>(first - place).fill(0);
  let reaches = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    while (records[reaches]![RECORD.end]! < bucket / DEMAND_BUCKETS) reaches++;
    numbers[bucket] = WHOLE + first + RECORD.size * reaches;
  }
  return [...numbers, ...records.flat()];
}

/** Demands at which a P-state of the mixture comes to a point of the measured curve; at the last one it can do no more. */
function curveBreaks(model: ServerModel, mixture: readonly Spent[]): number[] {
  const breaks = mixture.flatMap(({ pState }) =>
    Array.from({ length: 10 }, (_, n) => ((n + 1) / 10) * model.frequencyShare[pState]!),
  );
  return [...new Set(breaks)].sort((a, b) => a - b);
}

/** Power: sum over the mixture of weight (P_idle + (P_curve(busy) - P_idle) f V² / (f0 V0²)), W. */
function record(model: ServerModel, mixture: readonly Spent[], from: number, end: number): number[] {
  const within = end === Number.POSITIVE_INFINITY ? from + 1 : (from + end) / 2;
  const { powerCurveW, idleW } = model;
  const numbers = new Array<number>(RECORD.size).fill(0);
  for (const { pState, weight } of mixture) {
    const frequency = model.frequencyShare[pState]!;
    const dynamic = model.dynamicShare[pState]!;
    numbers[RECORD.frequency]! += weight * frequency;
    if (within < frequency) {
      const left = Math.min(Math.floor((within / frequency) * 10), 9);
      const slopeW = powerCurveW[left + 1]! - powerCurveW[left]!;
      numbers[RECORD.power]! += weight * (idleW + (powerCurveW[left]! - left * slopeW - idleW) * dynamic);
      numbers[RECORD.power + 1]! += (weight * dynamic * slopeW * 10) / frequency;
      numbers[RECORD.delivered + 1]! += weight;
    } else {
      numbers[RECORD.power]! += weight * (idleW + (powerCurveW[10]! - idleW) * dynamic);
      numbers[RECORD.delivered]! += weight * frequency;
    }
  }
  numbers[RECORD.pState] = WHOLE + mixture[0]!.pState;
  numbers[RECORD.end] = end;
  return numbers;
}
