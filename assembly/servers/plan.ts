// What each server of a chassis does: power state, frequency, power by the measured curve. The operations and their order
// are those of src/engine/servers/kernel/reference.ts and plan.ts, so that the numbers are the same to the byte.
import {
  ASLEEP, CAP_TOLERANCE, CONSERVATIVE_DOWN, CONSERVATIVE_UP, CURVE, DEMAND_BUCKETS, DYNAMIC, figure, FREQUENCY, IDLE_STATE_W,
  IDLE_W, IDLE_WAKE, LAW_INTERVALS, OFF, ON, OPERATING, P_STATES, POLICY_OFF, POLICY_SLEEP, RECORD_DELIVERED,
  RECORD_END, RECORD_FREQUENCY, RECORD_P_STATE, RECORD_POWER, RECORD_SIZE, RATED_FAN_POWER, SLEEP_W, SLEEP_WAKE, STANDBY_W,
  table, WAKING, WAKING_LOAD, whole, WHOLE,
} from './block';
import { block, dt, end, factor, first, heldLeakages, law, lawPerWatt, settles } from './chassis';
import {
  conservative, frequencyCapShare, leakage, planFlags, planHeldFanW, planHeldLeakageW, planW, powerCapW, powerManagement,
  serverDemandShare, serverFrequencyShare, serverOverheadW, serverPState, serverState, serverThrottle, serverTimerSeconds,
  serverUtilisation, sleepAfterSeconds,
} from './columns';
import {
  commonFanShareTwo, curveFanShare, firstLine, LAW_SHIFT, lawPlace, LINE_SHIFT, lineAt, secondLine, valueAt, valuesAt,
  wholeTwo, withinTwo,
} from './tables';

/** Bits of a plan's flags. */
// @ts-ignore: decorator
@inline export const WORKS = 1;
// @ts-ignore: decorator
@inline export const AWAKE = 2;
/** Flags of two servers that both work. */
// @ts-ignore: decorator
@inline export const BOTH_WORK: i64 = (<i64>(WORKS | AWAKE) << 32) | <i64>(WORKS | AWAKE);
let power: f64 = 0;
let delivered: f64 = 0;
let frequency: f64 = 0;
let pState: i32 = 0;

// @ts-ignore: decorator
@inline function pStatePower(block: usize, state: i32, busy: f64): f64 {
  const position = busy * 10;
  const floor = Math.floor(position);
  const left: f64 = floor < 9 ? floor : 9;
  const place = block + (CURVE << 3) + (whole(left) << 3);
  const low = load<f64>(place);
  const curve = low + (position - left) * (load<f64>(place, 8) - low);
  const idle = figure(block, IDLE_W);
  return idle + (curve - idle) * figure(block, DYNAMIC + state);
}

function cappedPState(block: usize, share: f64): i32 {
  const last = <i32>figure(block, P_STATES) - 1;
  let state = 0;
  while (state < last && figure(block, FREQUENCY + state) > share + CAP_TOLERANCE) state++;
  return state;
}

function walk(from: usize, demand: f64): usize {
  let record = from;
  while (demand > load<f64>(record, RECORD_END << 3)) record += RECORD_SIZE << 3;
  return record;
}

/**
 * Record of an operating table that holds at a demand, from the first one of the demand's bucket on. Mostly there are one or
 * two to choose from, and that choice is made without a branch, which could not be foretold.
 */
// @ts-ignore: decorator
@inline function recordFrom(block: usize, bucket: usize, demand: f64): usize {
  const nearest = block + (<usize>load<u32>(bucket) << 3);
  const record = nearest + (<usize>(demand > load<f64>(nearest, RECORD_END << 3)) << 6);
  return demand > load<f64>(record, RECORD_END << 3) ? walk(record, demand) : record;
}

function planByTable(block: usize, fastest: i32, demand: f64): void {
  const position = demand * DEMAND_BUCKETS;
  const bucket = whole(Math.floor(position < DEMAND_BUCKETS ? position : DEMAND_BUCKETS));
  const record = recordFrom(block, table(block, OPERATING + fastest) + (bucket << 3), demand);
  power = valueAt(record + (RECORD_POWER << 3), demand);
  delivered = valueAt(record + (RECORD_DELIVERED << 3), demand);
  frequency = figure(record, RECORD_FREQUENCY);
  pState = load<i32>(record, RECORD_P_STATE << 3);
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
function advanceState(s: usize, demand: f64): bool {
  const stateAt = serverState + (s << 2);
  const timerAt = serverTimerSeconds + (s << 3);
  const state = load<i32>(stateAt);
  const maySleep = powerManagement == POLICY_SLEEP && figure(block, SLEEP_W) >= 0;
  if (state == OFF) return false;
  if (settles) {
    const works = !(maySleep && demand <= 0);
    store<i32>(stateAt, works ? ON : ASLEEP);
    store<f64>(timerAt, 0);
    return works;
  }
  if (state == ON) {
    if (demand > 0 || powerManagement == POLICY_OFF) return true;
    const timer = load<f64>(timerAt) + dt;
    store<f64>(timerAt, timer);
    if (!maySleep || timer < sleepAfterSeconds) return true;
    store<i32>(stateAt, ASLEEP);
    store<f64>(timerAt, 0);
    return false;
  }
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

/** Frequency and power of a server that is on, at a level of throttling. */
function planWork(s: usize, demand: f64, level: i32): void {
  const timerAt = serverTimerSeconds + (s << 3);
  const cap = <f64>load<f32>(frequencyCapShare + (s << 2));
  let fastest = level;
  if (cap < 1) fastest = max(fastest, cappedPState(block, cap));
  if (demand <= 0 && powerManagement != POLICY_OFF && figure(block, IDLE_STATE_W) >= 0) {
    planAtPState(block, <i32>figure(block, P_STATES) - 1, 0);
    power = figure(block, IDLE_STATE_W);
  } else if (conservative) {
    planByTable(block, conservativePState(block, load<i32>(serverPState + (s << 2)), fastest, demand), demand);
  } else planByTable(block, fastest, demand);
  const limitW = <f64>load<f32>(powerCapW + (s << 2));
  if (limitW < Infinity) {
    const limit = limitW - load<f64>(serverOverheadW + (s << 3));
    if (power > limit) capPower(block, limit, demand);
  }
  if (demand > 0 && !settles && powerManagement != POLICY_OFF) {
    if (load<f64>(timerAt) > 0) {
      delivered *= max<f64>(0, 1 - figure(block, IDLE_WAKE) / dt);
    }
    store<f64>(timerAt, 0);
  }
}

function rest(state: i32): void {
  delivered = 0;
  frequency = 0;
  pState = 0;
  if (state == ASLEEP) power = figure(block, SLEEP_W);
  else if (state == OFF) power = figure(block, STANDBY_W);
  else power = figure(block, CURVE + <i32>(WAKING_LOAD * 10));
}

/** Notes a plan, with what the measured curve already holds of leakage and fans at its power. */
function note(s: usize): void {
  const n = (s - first) << 3;
  const place = lawPlace(power, lawPerWatt);
  store<f64>(planW + n, power);
  if (leakage) store<f64>(planHeldLeakageW + n, valueAt(lineAt(heldLeakages, place, LINE_SHIFT), place));
  store<f64>(planHeldFanW + n, figure(block, RATED_FAN_POWER) * curveFanShare(law, factor, place));
  store<f64>(serverUtilisation + (s << 3), delivered);
  store<f64>(serverFrequencyShare + (s << 3), frequency);
  store<i32>(serverPState + (s << 2), pState);
}

/** Plans a server that is on anew, at another level of throttling. */
export function planAtLevel(s: usize, level: i32): void {
  store<i32>(serverThrottle + (s << 2), level);
  planWork(s, load<f64>(serverDemandShare + (s << 3)), level);
  note(s);
}

function planOne(s: usize): void {
  const demand = load<f64>(serverDemandShare + (s << 3));
  let flags = WORKS | AWAKE;
  if (advanceState(s, demand)) {
    // At rest throttling is found anew: see thermal.ts.
    if (settles) store<i32>(serverThrottle + (s << 2), 0);
    planWork(s, demand, load<i32>(serverThrottle + (s << 2)));
  } else {
    const state = load<i32>(serverState + (s << 2));
    rest(state);
    flags = state == WAKING ? AWAKE : 0;
  }
  note(s);
  store<i32>(planFlags + ((s - first) << 2), flags);
}

/** The operating table of the first server of the chassis, with its throttling and frequency cap. */
let operating: usize = 0;
let commonCap: f32 = 0;
let commonLevel: i32 = 0;

function readCommon(): void {
  commonCap = load<f32>(frequencyCapShare + (first << 2));
  commonLevel = settles ? 0 : load<i32>(serverThrottle + (first << 2));
  const fastest = commonCap < 1 ? max(commonLevel, cappedPState(block, <f64>commonCap)) : commonLevel;
  operating = table(block, OPERATING + fastest);
}

/**
 * Whether servers from one to another are on, without a power cap, with the throttling and the frequency cap of the first,
 * and have been at work where it matters.
 */
function alike(from: usize, to: usize): bool {
  if (conservative) return false;
  let s = from;
  const caps = f32x4.splat(commonCap);
  const levels = i32x4.splat(commonLevel);
  let unlike = i32x4.splat(0);
  for (; s + 4 <= to; s += 4) {
    const at = s << 2;
    unlike = v128.or(unlike, v128.load(serverState + at));
    unlike = v128.or(unlike, v128.xor(v128.load(frequencyCapShare + at), caps));
    unlike = v128.or(unlike, v128.xor(v128.load(powerCapW + at), f32x4.splat(Infinity)));
    if (!settles) unlike = v128.or(unlike, v128.xor(v128.load(serverThrottle + at), levels));
  }
  if (v128.any_true(unlike)) return false;
  for (; s < to; s++) {
    const at = s << 2;
    if (load<i32>(serverState + at) != ON || load<f32>(frequencyCapShare + at) != commonCap) return false;
    if (load<f32>(powerCapW + at) != <f32>Infinity || (!settles && load<i32>(serverThrottle + at) != commonLevel)) return false;
  }
  if (powerManagement != POLICY_OFF) {
    for (s = from; s < to; s++) {
      if (!(load<f64>(serverDemandShare + (s << 3)) > 0)) return false;
      if (!settles && load<f64>(serverTimerSeconds + (s << 3)) > 0) return false;
    }
  }
  return true;
}

/** Plans two servers that are alike. */
// @ts-ignore: decorator
@inline function planTwo(model: usize, table: usize, s: usize, n: usize, perWatt: v128, rated: v128, leaks: bool): void {
  const at = s << 3;
  const demand = v128.load(serverDemandShare + at);
  const position = f64x2.mul(demand, f64x2.splat(DEMAND_BUCKETS));
  const buckets = wholeTwo(f64x2.pmin(f64x2.splat(DEMAND_BUCKETS), position));
  const one = recordFrom(model, firstLine(table, buckets, 3), f64x2.extract_lane(demand, 0));
  const two = recordFrom(model, secondLine(table, buckets, 3), f64x2.extract_lane(demand, 1));
  const curve = valuesAt(one, two, demand, RECORD_POWER << 3);
  const clockOne = v128.load(one, RECORD_FREQUENCY << 3);
  const clockTwo = v128.load(two, RECORD_FREQUENCY << 3);
  const states = v128.shuffle<f64>(clockOne, clockTwo, 1, 3);
  v128.store(planW + (n << 3), curve);
  v128.store(serverUtilisation + at, valuesAt(one, two, demand, RECORD_DELIVERED << 3));
  v128.store(serverFrequencyShare + at, v128.shuffle<f64>(clockOne, clockTwo, 0, 2));
  v128.store_lane<i64>(serverPState + (s << 2), v128.shuffle<i32>(states, states, 0, 2, 0, 2), 0);
  const place = withinTwo(f64x2.mul(curve, perWatt), LAW_INTERVALS);
  const wholes = wholeTwo(place);
  const speed = valuesAt(firstLine(law, wholes, LAW_SHIFT), secondLine(law, wholes, LAW_SHIFT), place, 0);
  v128.store(planHeldFanW + (n << 3), f64x2.mul(rated, commonFanShareTwo(factor, speed)));
  if (leaks) {
    const held = heldLeakages;
    const leak = valuesAt(firstLine(held, wholes, LINE_SHIFT), secondLine(held, wholes, LINE_SHIFT), place, 0);
    v128.store(planHeldLeakageW + (n << 3), leak);
  }
}

function planPairs(from: usize, to: usize): void {
  const model = block;
  const table = operating;
  const perWatt = f64x2.splat(lawPerWatt);
  const rated = f64x2.splat(figure(model, RATED_FAN_POWER));
  const leaks = leakage != 0;
  const start = first;
  for (let s = from; s < to; s += 2) planTwo(model, table, s, s - start, perWatt, rated, leaks);
  if (settles) {
    for (let s = from; s < to; s++) {
      store<i32>(serverThrottle + (s << 2), 0);
      store<f64>(serverTimerSeconds + (s << 3), 0);
    }
  }
}

/** Plans all servers of a chassis, two at a time where they are alike; true where all pairs of it are. */
export function planGroup(): bool {
  readCommon();
  const pairs = first + ((end - first) & ~1);
  const all = alike(first, pairs);
  if (all) planPairs(first, pairs);
  else {
    for (let s = first; s < pairs; s += 2) {
      const at = (s - first) << 2;
      if (alike(s, s + 2)) {
        planPairs(s, s + 2);
        store<i64>(planFlags + at, BOTH_WORK);
      } else {
        planOne(s);
        planOne(s + 1);
      }
    }
  }
  if (pairs < end) planOne(pairs);
  return all;
}
