import { POWER_MANAGEMENT, POWER_STATE, type ServerArrays, type ServerKernel, type StepSettings } from './arrays';
import { WAKING_LOAD } from './constants';
import { BLOCK } from './model-block';
import { capPower, cappedPState, conservativePState, type Plan, planAtPState, planByTable } from './plan';
import { createThermal, type Thermal } from './thermal-step';

/**
 * One step of every server, in double precision: what it does (power state, frequency, power cap), then what becomes of
 * its chip, leakage and fans. The compiled kernel does the same operations in the same order, so that both give the same
 * bytes. `dtSeconds` may be infinite: every server is then at rest with its inlet, and none changes to off.
 */
export function referenceKernel(
  arrays: ServerArrays,
  blocks: readonly Float64Array[],
  settings: StepSettings,
): ServerKernel {
  const plan: Plan = { powerW: Number.NaN, delivered: Number.NaN, frequencyShare: Number.NaN, pState: 0 };
  const thermal = createThermal(arrays, settings);
  const a = arrays;
  const { powerManagement, sleepAfterSeconds, conservative } = settings;

  /** Power state after time without work, or with it; true where the server can work in this step. */
  function advanceState(block: Float64Array, s: number, dt: number): boolean {
    const demand = a.serverDemandShare[s]!;
    const maySleep = powerManagement === POWER_MANAGEMENT.sleep && block[BLOCK.sleepW]! >= 0;
    if (a.serverState[s] === POWER_STATE.off) return false;
    if (dt === Infinity) {
      a.serverState[s] = maySleep && demand <= 0 ? POWER_STATE.asleep : POWER_STATE.on;
      a.serverTimerSeconds[s] = 0;
      return a.serverState[s] === POWER_STATE.on;
    }
    if (a.serverState[s] === POWER_STATE.on) {
      if (demand > 0 || powerManagement === POWER_MANAGEMENT.off) return true;
      a.serverTimerSeconds[s]! += dt;
      if (!maySleep || a.serverTimerSeconds[s]! < sleepAfterSeconds) return true;
      a.serverState[s] = POWER_STATE.asleep;
      a.serverTimerSeconds[s] = 0;
      return false;
    }
    if (a.serverState[s] === POWER_STATE.asleep) {
      if (demand <= 0) return false;
      a.serverState[s] = POWER_STATE.waking;
      a.serverTimerSeconds[s] = block[BLOCK.sleepWake]!;
    }
    if (a.serverTimerSeconds[s]! <= 0) {
      a.serverState[s] = POWER_STATE.on;
      a.serverTimerSeconds[s] = 0;
      return true;
    }
    a.serverTimerSeconds[s]! -= dt;
    return false;
  }

  /** Frequency and power of a server that is on. */
  function planWork(block: Float64Array, s: number, dt: number): void {
    const demand = a.serverDemandShare[s]!;
    const capShare = a.frequencyCapShare[s]!;
    let fastest = a.serverThrottle[s]!;
    if (capShare < 1) fastest = Math.max(fastest, cappedPState(block, capShare));
    if (demand <= 0 && powerManagement !== POWER_MANAGEMENT.off && block[BLOCK.idleStateW]! >= 0) {
      planAtPState(block, block[BLOCK.pStates]! - 1, 0, plan);
      plan.powerW = block[BLOCK.idleStateW]!;
    } else if (conservative) {
      planByTable(block, conservativePState(block, a.serverPState[s]!, fastest, demand), demand, plan);
    } else planByTable(block, fastest, demand, plan);
    const capW = a.powerCapW[s]!;
    if (capW < Infinity) {
      const limitW = capW - a.serverOverheadW[s]!;
      if (plan.powerW > limitW) capPower(block, limitW, demand, plan);
    }
    if (demand > 0 && dt !== Infinity && powerManagement !== POWER_MANAGEMENT.off) {
      // The first work after idle time waits until the deep idle state is left.
      if (a.serverTimerSeconds[s]! > 0) {
        plan.delivered *= Math.max(0, 1 - block[BLOCK.idleWake]! / dt);
      }
      a.serverTimerSeconds[s] = 0;
    }
  }

  function rest(block: Float64Array, s: number): void {
    const state = a.serverState[s];
    plan.delivered = 0;
    plan.frequencyShare = 0;
    plan.pState = 0;
    if (state === POWER_STATE.asleep) plan.powerW = block[BLOCK.sleepW]!;
    else if (state === POWER_STATE.off) plan.powerW = block[BLOCK.standbyW]!;
    else {
      const at = BLOCK.curve + WAKING_LOAD * 10;
      plan.powerW = block[at]!;
    }
  }

  function stepGroup(group: number, dt: number, inletShutdownCelsius: number): void {
    const block = blocks[a.groupModel[group]!]!;
    const first = a.groupFirst[group]!;
    const end = a.groupEnd[group]!;
    thermal.begin(block, group, dt, inletShutdownCelsius);
    let demandEven = 0;
    let demandOdd = 0;
    let deliveredEven = 0;
    let deliveredOdd = 0;
    for (let s = first; s < end; s++) {
      const works = advanceState(block, s, dt);
      if (works) planWork(block, s, dt);
      else rest(block, s);
      const awake = works || a.serverState[s] === POWER_STATE.waking;
      if (works && dt === Infinity) settleThrottle(block, s, thermal);
      else thermal.step(block, s, plan, awake, works);
      a.serverUtilisation[s] = plan.delivered;
      a.serverFrequencyShare[s] = plan.frequencyShare;
      a.serverPState[s] = plan.pState;
      if (((s - first) & 1) === 0) {
        demandEven += a.serverDemandShare[s]!;
        deliveredEven += plan.delivered;
      } else {
        demandOdd += a.serverDemandShare[s]!;
        deliveredOdd += plan.delivered;
      }
    }
    a.groupDemandSum[group] = demandEven + demandOdd;
    a.groupDeliveredSum[group] = deliveredEven + deliveredOdd;
    thermal.finish(group);
  }

  /** At rest a server is slowed until its chip stays within the limit, or it can go no slower. */
  function settleThrottle(block: Float64Array, s: number, to: Thermal): void {
    const last = block[BLOCK.pStates]! - 1;
    for (let level = 0; ; level++) {
      a.serverThrottle[s] = level;
      planWork(block, s, Infinity);
      a.serverPState[s] = plan.pState;
      if (to.settles(block, plan) || level >= last) break;
    }
    to.step(block, s, plan, true, true);
  }

  return ({ dtSeconds, inletShutdownCelsius }) => {
    for (let group = 0; group < a.groupModel.length; group++) {
      if (a.groupModel[group]! >= 0) stepGroup(group, dtSeconds, inletShutdownCelsius);
    }
  };
}
