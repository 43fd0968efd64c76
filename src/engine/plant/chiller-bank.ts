import type { ChillerSet } from '../../site/chillers/chiller-set';
import type { ChillerStaging } from '../../site/schema/control';
import { createChillerPoint, evaluateChiller } from './chiller-eir';

/**
 * Another machine starts above this share of the running ones' capacity; one stops where the others stay below the lower
 * share. Least time between a change of stage and the next start or stop, s: as compressors are protected. Assumptions.
 */
export const USUAL_STAGES: ChillerStaging = {
  startShare: 0.95,
  stopShare: 0.8,
  startAfterSeconds: 300,
  stopAfterSeconds: 600,
};

/** Below this share of one machine's capacity the last one stops (assumption). */
const LAST_STOP_SHARE = 0.02;

/** Machines that run, and since when. */
export interface Staging {
  running: number;
  secondsSinceChange: number;
}

/** What all running machines do together. */
export interface BankPoint {
  heatW: number;
  powerW: number;
  partLoad: number;
  outOfRange: boolean;
  saturated: boolean;
}

const machine = createChillerPoint();

/**
 * Starts and stops machines, equally loaded, for this heat. Steps of unlimited length go to the stage at once; else one
 * change at a time, and not sooner than the machines allow. A first machine starts at once. On return at least one runs
 * where any heat beyond the stop share is wanted.
 */
export function stage(
  staging: Staging,
  set: ChillerSet,
  machineW: number,
  count: number,
  heatW: number,
  leavingCelsius: number,
  condenserCelsius: number,
  dtSeconds: number,
  { startShare, stopShare, startAfterSeconds, stopAfterSeconds }: ChillerStaging = USUAL_STAGES,
): void {
  evaluateChiller(set, machineW, 0, leavingCelsius, condenserCelsius, machine);
  const eachW = machine.availableW / set.maxPartLoad;
  const settled = dtSeconds === Number.POSITIVE_INFINITY;
  staging.secondsSinceChange = settled ? startAfterSeconds + stopAfterSeconds : staging.secondsSinceChange + dtSeconds;
  for (let n = 0; n < (settled ? count : 1); n++) {
    const before = staging.running;
    if (before === 0) {
      if (heatW > LAST_STOP_SHARE * eachW) staging.running = 1;
    } else if (before < count && heatW > startShare * before * eachW) {
      if (staging.secondsSinceChange >= startAfterSeconds) staging.running++;
    } else if (staging.secondsSinceChange >= stopAfterSeconds) {
      if (before > 1 && heatW < stopShare * (before - 1) * eachW) staging.running--;
      else if (before === 1 && heatW < (LAST_STOP_SHARE / 2) * eachW) staging.running = 0;
    }
    if (staging.running === before) return;
    if (!settled) staging.secondsSinceChange = 0;
  }
}

/** Heat taken and power drawn by the running machines, equally loaded. `most`: what they may give together, in machines. */
export function runBank(
  running: number,
  set: ChillerSet,
  machineW: number,
  heatW: number,
  leavingCelsius: number,
  condenserCelsius: number,
  bank: BankPoint,
  most = running,
): void {
  bank.heatW = 0;
  bank.powerW = 0;
  bank.partLoad = 0;
  bank.outOfRange = false;
  bank.saturated = false;
  if (running === 0 || !(heatW > 0)) return;
  evaluateChiller(set, machineW, heatW / running, leavingCelsius, condenserCelsius, machine);
  const availableW = Math.min(running, most) * machine.availableW;
  // Machines that come back are given no more than they can already take.
  if (most < running && heatW > availableW)
    evaluateChiller(set, machineW, availableW / running, leavingCelsius, condenserCelsius, machine);
  bank.heatW = Math.min(heatW, availableW);
  bank.powerW = running * machine.powerW;
  bank.partLoad = machine.partLoad;
  bank.outOfRange = machine.outOfRange;
  bank.saturated = heatW > availableW;
}
