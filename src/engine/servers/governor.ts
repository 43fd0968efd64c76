import type { Workload } from '../../site/schema/energy';
import { curvePowerW, type ServerModel } from './model';

export type GovernorName = Workload['governor'];

/**
 * Linux schedutil: next frequency = 1.25 f_max util / max, then the lowest P-state that is not slower
 * (kernel/sched/cpufreq_schedutil.c, get_next_freq, frequency-invariant utilisation).
 */
export const SCHEDUTIL_HEADROOM = 1.25;

/**
 * Linux ondemand: at a load above this the fastest P-state is taken (DEF_FREQUENCY_UP_THRESHOLD of
 * drivers/cpufreq/cpufreq_ondemand.c; kernels with fine idle accounting may raise it to 0.95).
 */
export const ONDEMAND_UP_THRESHOLD = 0.8;

/**
 * Linux conservative: above the one it goes up by steps, below the other down, between them it stays
 * (DEF_FREQUENCY_UP_THRESHOLD and DEF_FREQUENCY_DOWN_THRESHOLD of drivers/cpufreq/cpufreq_conservative.c). A step is
 * 5 % of the highest frequency and a sample some milliseconds, so that within a tick it comes to rest.
 */
export const CONSERVATIVE_UP_THRESHOLD = 0.8;
export const CONSERVATIVE_DOWN_THRESHOLD = 0.2;

/** What one server does in a tick, averaged over the samples that its governor takes within it. */
export interface Operation {
  /** Frequency over the highest frequency. */
  frequencyShare: number;
  /** Share of the time that it is busy. */
  busy: number;
  /** Share of its peak throughput that it delivers. */
  delivered: number;
  /** Wall power with fans at their nominal response, W. */
  powerW: number;
}

/** Scratch for one caller. */
export function createOperation(): Operation {
  return { frequencyShare: 0, busy: 0, delivered: 0, powerW: 0 };
}

/**
 * One server at P-state p, asked for `demandShare` of its peak throughput:
 * busy = min(1, demand f0/f), delivered = busy f/f0,
 * P = P_idle + (P_curve(busy) - P_idle) f V² / (f0 V0²).
 * The measured curve is that of the highest frequency; idle power is taken not to change with P-state.
 */
function addPState(model: ServerModel, pState: number, demandShare: number, weight: number, out: Operation): void {
  const frequencyShare = model.frequencyShare[pState]!;
  const busy = Math.min(1, demandShare / frequencyShare);
  out.frequencyShare += weight * frequencyShare;
  out.busy += weight * busy;
  out.delivered += weight * busy * frequencyShare;
  out.powerW +=
    weight * (model.idleW + (curvePowerW(model.powerCurveW, busy) - model.idleW) * model.dynamicShare[pState]!);
}

/**
 * Sets the frequency by the rule of the governor and writes what follows from it; P-states below `fastest` may not be
 * used. Conservative starts from the fastest. Allocates nothing.
 */
export function operate(
  model: ServerModel,
  governor: GovernorName,
  demandShare: number,
  out: Operation,
  fastest = 0,
): void {
  out.frequencyShare = 0;
  out.busy = 0;
  out.delivered = 0;
  out.powerW = 0;
  let start = restingState(model, governor, demandShare, fastest);
  let length = 1;
  if (governor === 'ondemand') {
    for (let state = ondemandNext(model, start, demandShare, fastest); state !== start; length++) {
      state = ondemandNext(model, state, demandShare, fastest);
    }
  }
  for (let sample = 0; sample < length; sample++) {
    addPState(model, start, demandShare, 1 / length, out);
    if (length > 1) start = ondemandNext(model, start, demandShare, fastest);
  }
}

/** The P-state in which the governor rests, or one of those between which ondemand circles. */
export function restingState(model: ServerModel, governor: GovernorName, demandShare: number, fastest: number): number {
  const slowest = model.frequencyShare.length - 1;
  switch (governor) {
    case 'performance':
      return fastest;
    case 'powersave':
      return slowest;
    case 'schedutil': {
      const wanted = SCHEDUTIL_HEADROOM * demandShare;
      let pState = slowest;
      while (pState > fastest && model.frequencyShare[pState]! < wanted) pState--;
      return pState;
    }
    case 'conservative':
      return conservativeNext(model, fastest, demandShare, fastest);
    case 'ondemand': {
      // The walk must have entered its circle after as many samples as there are P-states.
      let pState = fastest;
      for (let sample = 0; sample <= slowest; sample++) pState = ondemandNext(model, pState, demandShare, fastest);
      return pState;
    }
  }
}

/** Where conservative comes to rest within a tick, from where it was. */
export function conservativeNext(model: ServerModel, from: number, demandShare: number, fastest: number): number {
  const { frequencyShare } = model;
  const slowest = frequencyShare.length - 1;
  let pState = Math.max(from, fastest);
  while (pState > fastest && demandShare > CONSERVATIVE_UP_THRESHOLD * frequencyShare[pState]!) pState--;
  while (pState < slowest && demandShare < CONSERVATIVE_DOWN_THRESHOLD * frequencyShare[pState]!) pState++;
  return pState;
}

/**
 * Next P-state of ondemand. The load is the busy share of the last sample; up to the threshold
 * f_next = f_min + load (f_max - f_min), rounded to the closest P-state (CPUFREQ_RELATION_C), within the limit.
 */
export function ondemandNext(model: ServerModel, pState: number, demandShare: number, fastest: number): number {
  const { frequencyShare } = model;
  const load = Math.min(1, demandShare / frequencyShare[pState]!);
  if (load > ONDEMAND_UP_THRESHOLD) return fastest;
  const slowest = frequencyShare.length - 1;
  const wanted = frequencyShare[slowest]! + load * (1 - frequencyShare[slowest]!);
  let closest = slowest;
  for (let state = slowest - 1; state >= fastest; state--) {
    if (Math.abs(frequencyShare[state]! - wanted) < Math.abs(frequencyShare[closest]! - wanted)) closest = state;
  }
  return closest;
}
