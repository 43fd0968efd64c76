import { CONSERVATIVE_DOWN_THRESHOLD, CONSERVATIVE_UP_THRESHOLD } from '../governor';
import { CAP_TOLERANCE } from './constants';
import { BLOCK } from './model-block';
import { DEMAND_BUCKETS, RECORD } from './operating-block';
import { WHOLE } from './tables';

/** What a server does at a demand, before temperature has its say. */
export interface Plan {
  /** Power by the measured curve, W. */
  powerW: number;
  delivered: number;
  frequencyShare: number;
  /** Fastest P-state in use. */
  pState: number;
}

/** Curve power at a busy share, and idle + (curve - idle) f V² / (f0 V0²), W. */
function busyPowerW(block: Float64Array, busy: number, dynamic: number): number {
  const position = busy * 10;
  const left = Math.min(position | 0, 9);
  const low = block[BLOCK.curve + left]!;
  const curveW = low + (position - left) * (block[BLOCK.curve + left + 1]! - low);
  const idleW = block[BLOCK.idleW]!;
  return idleW + (curveW - idleW) * dynamic;
}

function pStatePowerW(block: Float64Array, pState: number, busy: number): number {
  return busyPowerW(block, busy, block[BLOCK.dynamic + pState]!);
}

/** Fastest P-state that is not faster than a share of the highest frequency; the slowest where none is slow enough. */
export function cappedPState(block: Float64Array, capShare: number): number {
  const last = block[BLOCK.pStates]! - 1;
  let pState = 0;
  while (pState < last && block[BLOCK.frequency + pState]! > capShare + CAP_TOLERANCE) pState++;
  return pState;
}

/** Plans by the governor's table, P-states below `fastest` taken away. */
export function planByTable(block: Float64Array, fastest: number, demandShare: number, out: Plan): void {
  const position = demandShare * DEMAND_BUCKETS;
  const bucket = position < DEMAND_BUCKETS ? position | 0 : DEMAND_BUCKETS;
  let record = (block[(block[BLOCK.operating + fastest]! | 0) + bucket]! - WHOLE) | 0;
  while (demandShare > block[record + RECORD.end]!) record += RECORD.size;
  out.powerW = block[record + RECORD.power]! + demandShare * block[record + RECORD.power + 1]!;
  out.delivered = block[record + RECORD.delivered]! + demandShare * block[record + RECORD.delivered + 1]!;
  out.frequencyShare = block[record + RECORD.frequency]!;
  out.pState = block[record + RECORD.pState]! - WHOLE;
}

/** Plans at one P-state. */
export function planAtPState(block: Float64Array, pState: number, demandShare: number, out: Plan): void {
  const frequency = block[BLOCK.frequency + pState]!;
  const busy = Math.min(1, demandShare / frequency);
  out.pState = pState;
  out.frequencyShare = frequency;
  out.delivered = busy * frequency;
  out.powerW = pStatePowerW(block, pState, busy);
}

/** Linux conservative: from where it was, by steps, to rest within the tick. */
export function conservativePState(block: Float64Array, from: number, fastest: number, demandShare: number): number {
  const last = block[BLOCK.pStates]! - 1;
  let pState = Math.max(from, fastest);
  while (pState > fastest && demandShare > CONSERVATIVE_UP_THRESHOLD * block[BLOCK.frequency + pState]!) pState--;
  while (pState < last && demandShare < CONSERVATIVE_DOWN_THRESHOLD * block[BLOCK.frequency + pState]!) pState++;
  return pState;
}

/**
 * Brings a plan within a power: down the P-states first, then by idling part of the time in the slowest, as processors do
 * that limit their own power. A limit below idle leaves idle power and no work.
 */
export function capPower(block: Float64Array, limitW: number, demandShare: number, out: Plan): void {
  const last = block[BLOCK.pStates]! - 1;
  for (let pState = out.pState + 1; pState <= last && out.powerW > limitW; pState++) {
    planAtPState(block, pState, demandShare, out);
  }
  if (out.powerW <= limitW) return;
  const idleW = block[BLOCK.idleW]!;
  // The power of the slowest P-state rises with the busy share: walk down the curve to the segment that meets the limit.
  let tenth = 10;
  while (tenth > 0 && pStatePowerW(block, last, tenth / 10) > limitW) tenth--;
  const low = pStatePowerW(block, last, tenth / 10);
  const high = pStatePowerW(block, last, Math.min(10, tenth + 1) / 10);
  const busy = limitW <= idleW || high <= low ? 0 : Math.min(1, (tenth + (limitW - low) / (high - low)) / 10);
  const frequency = block[BLOCK.frequency + last]!;
  out.pState = last;
  out.frequencyShare = frequency;
  out.delivered = busy * frequency;
  out.powerW = Math.max(idleW, pStatePowerW(block, last, busy));
}
