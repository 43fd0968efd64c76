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

/** Sets the frequency by the rule of the governor and writes what follows from it. Allocates nothing. */
export function operate(model: ServerModel, governor: GovernorName, demandShare: number, out: Operation): void {
  clear(out);
  switch (governor) {
    case 'performance':
      addPState(model, 0, demandShare, 1, out);
      return;
    case 'powersave':
      addPState(model, model.frequencyShare.length - 1, demandShare, 1, out);
      return;
    case 'schedutil':
      addPState(model, schedutilPState(model, demandShare), demandShare, 1, out);
      return;
    case 'ondemand':
      averageOndemand(model, demandShare, out);
  }
}

/**
 * A cap on its power: the fastest P-state whose power stays under the cap, and in the slowest one, if even that is too
 * much, a smaller share of busy time (duty-cycling, as RAPL does below the lowest frequency). Idle power is not cut:
 * a cap below it cannot be kept.
 */
export function operateUnderCap(model: ServerModel, demandShare: number, capW: number, out: Operation): void {
  const slowest = model.frequencyShare.length - 1;
  for (let pState = 0; pState <= slowest; pState++) {
    clear(out);
    addPState(model, pState, demandShare, 1, out);
    if (out.powerW <= capW) return;
  }
  const slowestShare = model.frequencyShare[slowest]!;
  let low = 0;
  let high = Math.min(1, demandShare / slowestShare);
  for (let n = 0; n < 24; n++) {
    const busy = (low + high) / 2;
    clear(out);
    addPState(model, slowest, busy * slowestShare, 1, out);
    if (out.powerW > capW) high = busy;
    else low = busy;
  }
  clear(out);
  addPState(model, slowest, low * slowestShare, 1, out);
}

function clear(out: Operation): void {
  out.frequencyShare = 0;
  out.busy = 0;
  out.delivered = 0;
  out.powerW = 0;
}

function schedutilPState(model: ServerModel, demandShare: number): number {
  const wanted = SCHEDUTIL_HEADROOM * demandShare;
  let pState = model.frequencyShare.length - 1;
  while (pState > 0 && model.frequencyShare[pState]! < wanted) pState--;
  return pState;
}

/**
 * Next P-state of ondemand. The load is the busy share of the last sample; up to the threshold
 * f_next = f_min + load (f_max - f_min), rounded to the closest P-state (CPUFREQ_RELATION_C).
 */
function ondemandNext(model: ServerModel, pState: number, demandShare: number): number {
  const { frequencyShare } = model;
  const load = Math.min(1, demandShare / frequencyShare[pState]!);
  if (load > ONDEMAND_UP_THRESHOLD) return 0;
  const slowest = frequencyShare.length - 1;
  const wanted = frequencyShare[slowest]! + load * (1 - frequencyShare[slowest]!);
  let closest = slowest;
  for (let state = slowest - 1; state >= 0; state--) {
    if (Math.abs(frequencyShare[state]! - wanted) < Math.abs(frequencyShare[closest]! - wanted)) closest = state;
  }
  return closest;
}

/**
 * The governor samples every few milliseconds, far below a tick, and at a steady demand it either rests in
 * one P-state or circles between several. Starting from the fastest, this walks until the walk must have
 * entered its circle, then averages once around it.
 */
function averageOndemand(model: ServerModel, demandShare: number, out: Operation): void {
  let start = 0;
  for (let sample = 0; sample < model.frequencyShare.length; sample++) start = ondemandNext(model, start, demandShare);
  let length = 1;
  for (let state = ondemandNext(model, start, demandShare); state !== start; length++) {
    state = ondemandNext(model, state, demandShare);
  }
  let state = start;
  for (let sample = 0; sample < length; sample++) {
    addPState(model, state, demandShare, 1 / length, out);
    state = ondemandNext(model, state, demandShare);
  }
}
