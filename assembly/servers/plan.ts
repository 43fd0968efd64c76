// What each server of a chassis does: power state, frequency, power by the measured curve. The operations and their order
// are those of src/engine/servers/kernel/reference.ts and plan.ts, so that the numbers are the same to the byte.
import {
  AFFINITY, ASLEEP, CAP_TOLERANCE, CONSERVATIVE_DOWN, CONSERVATIVE_UP, CURVE, CURVE_LEAKAGE_INTERVALS, DEMAND_BUCKETS, DYNAMIC,
  ENTRY_DYNAMIC, ENTRY_FREQUENCY, ENTRY_INVERSE_FREQUENCY, ENTRY_SIZE, ENTRY_WEIGHT, FAN_LAW, FAN_POWER_FACTOR, figure,
  FREQUENCY, IDLE_STATE_W, IDLE_W, IDLE_WAKE, INVERSE_PEAK, LAW_SCALE, LEAKAGE_AT_CURVE, lookUp, OFF, ON, OPERATING,
  OPERATING_BUCKET, OPERATING_STRIDE, P_STATES, placeOf, POLICY_OFF, POLICY_SLEEP, RECORD_COUNT, RECORD_END, RECORD_ENTRIES,
  RECORD_FASTEST, SLEEP_W, SLEEP_WAKE, STANDBY_W, table, WAKING, WAKING_LOAD, WHOLE,
} from './block';
import {
  conservative, frequencyCapShare, leakage, planDynamic, planFanShare, planFlags, planHeldW, planInverse, planW, powerCapW,
  powerManagement, serverDemandShare, serverFrequencyShare, serverOverheadW, serverPState, serverState,
  serverThrottle, serverTimerSeconds, serverUtilisation, sleepAfterSeconds,
} from './columns';
import { commonFanShare, lawSpeed } from './fans';

/** Bits of a plan's flags. */
// @ts-ignore: decorator
@inline export const WORKS = 1;
// @ts-ignore: decorator
@inline export const AWAKE = 2;
/** It works in one P-state and its power is still to be read from the curve. */
// @ts-ignore: decorator
@inline export const PENDING = 4;

let power: f64 = 0;
let delivered: f64 = 0;
let frequency: f64 = 0;
let pState: i32 = 0;

// @ts-ignore: decorator
@inline function busyPower(block: usize, busy: f64, dynamic: f64): f64 {
  const position = busy * 10;
  const whole = Math.floor(position);
  const left = whole < 9 ? whole : 9;
  const place = block + (CURVE << 3) + placeOf(left);
  const low = load<f64>(place);
  const curve = low + (position - left) * (load<f64>(place, 8) - low);
  const idle = figure(block, IDLE_W);
  return idle + (curve - idle) * dynamic;
}

// @ts-ignore: decorator
@inline function pStatePower(block: usize, state: i32, busy: f64): f64 {
  return busyPower(block, busy, figure(block, DYNAMIC + state));
}

function cappedPState(block: usize, share: f64): i32 {
  const last = <i32>figure(block, P_STATES) - 1;
  let state = 0;
  while (state < last && figure(block, FREQUENCY + state) > share + CAP_TOLERANCE) state++;
  return state;
}

// @ts-ignore: decorator
@inline function recordOf(at: usize, stride: usize, demand: f64): usize {
  const whole = Math.floor(demand * DEMAND_BUCKETS);
  const bucket = whole < DEMAND_BUCKETS ? whole : DEMAND_BUCKETS;
  let record = at + placeOf(load<f64>(at + (OPERATING_BUCKET << 3) + placeOf(bucket)));
  while (demand > figure(record, RECORD_END)) record += stride;
  return record;
}

function planByTable(block: usize, at: usize, stride: usize, demand: f64): void {
  const record = recordOf(at, stride, demand);
  const end = record + (RECORD_ENTRIES << 3) + placeOf(figure(record, RECORD_COUNT) * ENTRY_SIZE);
  let watts: f64 = 0;
  let work: f64 = 0;
  let clock: f64 = 0;
  pState = <i32>reinterpret<u64>(figure(record, RECORD_FASTEST) + WHOLE);
  for (let entry = record + (RECORD_ENTRIES << 3); entry < end; entry += ENTRY_SIZE << 3) {
    const weight = figure(entry, ENTRY_WEIGHT);
    const share = figure(entry, ENTRY_FREQUENCY);
    const needed = demand * figure(entry, ENTRY_INVERSE_FREQUENCY);
    const busy: f64 = needed < 1 ? needed : 1;
    clock += weight * share;
    work += weight * (demand < share ? demand : share);
    watts += weight * busyPower(block, busy, figure(entry, ENTRY_DYNAMIC));
  }
  power = watts;
  delivered = work;
  frequency = clock;
}

function planAtPState(block: usize, state: i32, demand: f64): void {
  const share = figure(block, FREQUENCY + state);
  const busy = min<f64>(1, demand / share);
  pState = state;
  frequency = share;
  delivered = busy * share;
  power = pStatePower(block, state, busy);
}

function conservativePState(block: usize, from: i32, fastest: i32, demand: f64): i32 {
  const last = <i32>figure(block, P_STATES) - 1;
  let state = max(from, fastest);
  while (state > fastest && demand > CONSERVATIVE_UP * figure(block, FREQUENCY + state)) state--;
  while (state < last && demand < CONSERVATIVE_DOWN * figure(block, FREQUENCY + state)) state++;
  return state;
}

function capPower(block: usize, limit: f64, demand: f64): void {
  const last = <i32>figure(block, P_STATES) - 1;
  for (let state = pState + 1; state <= last && power > limit; state++) planAtPState(block, state, demand);
  if (power <= limit) return;
  const idle = figure(block, IDLE_W);
  let tenth = 10;
  while (tenth > 0 && pStatePower(block, last, <f64>tenth / 10) > limit) tenth--;
  const low = pStatePower(block, last, <f64>tenth / 10);
  const high = pStatePower(block, last, <f64>min(10, tenth + 1) / 10);
  const busy: f64 =
    limit <= idle || high <= low ? 0 : min<f64>(1, (<f64>tenth + (limit - low) / (high - low)) / 10);
  const share = figure(block, FREQUENCY + last);
  pState = last;
  frequency = share;
  delivered = busy * share;
  power = max(idle, pStatePower(block, last, busy));
}

/** Power state after time without work, or with it; true where the server can work in this step. */
function advanceState(block: usize, s: usize, demand: f64, dt: f64): bool {
  const stateAt = serverState + (s << 2);
  const timerAt = serverTimerSeconds + (s << 3);
  const state = load<i32>(stateAt);
  if (state == ON) {
    if (demand > 0 || powerManagement == POLICY_OFF) return true;
    const timer = load<f64>(timerAt) + dt;
    store<f64>(timerAt, timer);
    if (powerManagement != POLICY_SLEEP || !(figure(block, SLEEP_W) >= 0) || timer < sleepAfterSeconds) return true;
    store<i32>(stateAt, ASLEEP);
    store<f64>(timerAt, 0);
    return false;
  }
  if (state == OFF) return false;
  if (state == ASLEEP) {
    if (demand <= 0) return false;
    store<i32>(stateAt, WAKING);
    store<f64>(timerAt, figure(block, SLEEP_WAKE));
  }
  if (load<f64>(timerAt) <= 0) {
    store<i32>(stateAt, ON);
    store<f64>(timerAt, 0);
    return true;
  }
  store<f64>(timerAt, load<f64>(timerAt) - dt);
  return false;
}

function planWork(block: usize, s: usize, demand: f64, dt: f64): void {
  const timerAt = serverTimerSeconds + (s << 3);
  const cap = <f64>load<f32>(frequencyCapShare + (s << 2));
  let fastest = load<i32>(serverThrottle + (s << 2));
  if (cap < 1) fastest = max(fastest, cappedPState(block, cap));
  if (demand <= 0 && powerManagement != POLICY_OFF && figure(block, IDLE_STATE_W) >= 0) {
    planAtPState(block, <i32>figure(block, P_STATES) - 1, 0);
    power = figure(block, IDLE_STATE_W);
  } else if (conservative) {
    planAtPState(block, conservativePState(block, load<i32>(serverPState + (s << 2)), fastest, demand), demand);
  } else {
    const at = block + placeOf(figure(block, OPERATING + fastest));
    planByTable(block, at, placeOf(figure(at, OPERATING_STRIDE)), demand);
  }
  const limitW = <f64>load<f32>(powerCapW + (s << 2));
  if (limitW < Infinity) {
    const limit = limitW - load<f64>(serverOverheadW + (s << 3));
    if (power > limit) capPower(block, limit, demand);
  }
  if (demand > 0 && powerManagement != POLICY_OFF) {
    if (load<f64>(timerAt) > 0) {
      delivered *= max<f64>(0, 1 - figure(block, IDLE_WAKE) / dt);
    }
    store<f64>(timerAt, 0);
  }
}

function rest(block: usize, state: i32): void {
  delivered = 0;
  frequency = 0;
  pState = 0;
  if (state == ASLEEP) power = figure(block, SLEEP_W);
  else if (state == OFF) power = figure(block, STANDBY_W);
  else power = figure(block, CURVE + <i32>(WAKING_LOAD * 10));
}

/**
 * Plans all servers of a chassis. Most work in one P-state without a power cap: for them only that is noted, and the power
 * is read from the curve two at a time later. For the others the plan's arrays are filled here.
 */
export function planGroup(block: usize, first: usize, end: usize, dt: f64): void {
  const inversePeak = figure(block, INVERSE_PEAK);
  const law = table(block, FAN_LAW);
  const factor: usize = figure(block, AFFINITY) == 1 ? 0 : table(block, FAN_POWER_FACTOR);
  const heldTable = table(block, LEAKAGE_AT_CURVE);
  const managed = powerManagement != POLICY_OFF;
  const idles = managed && figure(block, IDLE_STATE_W) >= 0;
  // The operating table of the last server; neighbours mostly have the same.
  let tableFastest = -1;
  let at: usize = 0;
  let stride: usize = 0;
  // What was noted for the last server that was pending.
  let known = false;
  let knownDemand: f64 = 0;
  let knownCap: f32 = 0;
  let knownThrottle = 0;
  let inverse: f64 = 0;
  let dynamic: f64 = 0;
  for (let s = first; s < end; s++) {
    const demand = load<f64>(serverDemandShare + (s << 3));
    const n = s - first;
    const works = load<i32>(serverState + (s << 2)) == ON && (demand > 0 || !managed) ? true : advanceState(block, s, demand, dt);
    const plain =
      works && !conservative && load<f32>(powerCapW + (s << 2)) == <f32>Infinity && !(idles && demand <= 0) &&
      !(managed && demand > 0 && load<f64>(serverTimerSeconds + (s << 3)) > 0);
    if (plain) {
      const cap = load<f32>(frequencyCapShare + (s << 2));
      const throttle = load<i32>(serverThrottle + (s << 2));
      let pending = known && demand == knownDemand && cap == knownCap && throttle == knownThrottle;
      if (!pending) {
        let fastest = throttle;
        if (cap < 1) fastest = max(fastest, cappedPState(block, <f64>cap));
        if (fastest != tableFastest) {
          at = block + placeOf(figure(block, OPERATING + fastest));
          stride = placeOf(figure(at, OPERATING_STRIDE));
          tableFastest = fastest;
        }
        const record = recordOf(at, stride, demand);
        pending = figure(record, RECORD_COUNT) == 1;
        if (pending) {
          const entry = record + (RECORD_ENTRIES << 3);
          pState = <i32>reinterpret<u64>(figure(record, RECORD_FASTEST) + WHOLE);
          frequency = figure(entry, ENTRY_FREQUENCY);
          inverse = figure(entry, ENTRY_INVERSE_FREQUENCY);
          dynamic = figure(entry, ENTRY_DYNAMIC);
          knownDemand = demand;
          knownCap = cap;
          knownThrottle = throttle;
        }
        known = pending;
      }
      if (pending) {
        store<f64>(planInverse + (n << 3), inverse);
        store<f64>(planDynamic + (n << 3), dynamic);
        store<i32>(planFlags + (n << 2), WORKS | AWAKE | PENDING);
        store<f64>(serverFrequencyShare + (s << 3), frequency);
        store<i32>(serverPState + (s << 2), pState);
        if (managed && demand > 0) store<f64>(serverTimerSeconds + (s << 3), 0);
        continue;
      }
    }
    known = false;
    let flags = works ? WORKS | AWAKE : 0;
    if (works) planWork(block, s, demand, dt);
    else {
      const state = load<i32>(serverState + (s << 2));
      rest(block, state);
      if (state == WAKING) flags = AWAKE;
    }
    const share = power * inversePeak;
    store<f64>(planW + (n << 3), power);
    if (leakage) store<f64>(planHeldW + (n << 3), lookUp(heldTable, share * CURVE_LEAKAGE_INTERVALS, CURVE_LEAKAGE_INTERVALS));
    store<f64>(planFanShare + (n << 3), commonFanShare(factor, lawSpeed(law, share, LAW_SCALE)));
    store<i32>(planFlags + (n << 2), flags);
    store<f64>(serverUtilisation + (s << 3), delivered);
    store<f64>(serverFrequencyShare + (s << 3), frequency);
    store<i32>(serverPState + (s << 2), pState);
  }
}
