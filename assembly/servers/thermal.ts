// Chips, leakage and fans of the servers of a chassis, two at a time. The operations and their order are those of
// src/engine/servers/kernel/thermal-step.ts, so that the numbers are the same to the byte.
import {
  ASLEEP, CHIP_CAPACITY, COOL_SPEED, FAN_GAIN, FAN_MIN, FAN_RATE, FAN_RESET_SECONDS, figure, HOT_SHARE, OFF, P_STATES, PEAK_W,
  RATED_AIRFLOW, RATED_FAN_POWER, RESISTANCE_INTERVALS, RUNAWAY_LIMIT, SHUTDOWN, SPEED_SPAN, STANDING_FLOW_SHARE, TARGET,
  THROTTLE, THROTTLE_HYSTERESIS_KELVIN, WAKING,
} from './block';
import {
  base, block, byChip, dt, end, factor, first, inlet, inletShutdown, inversePeak, leakages, liquid, paceIntervals,
  paceLaw, pacePerWatt, resistances, rise, settles,
} from './chassis';
import {
  groupAirflowM3s, groupAsleep, groupChipMaxCelsius, groupChipStoredW, groupDeliveredSum, groupDemandSum, groupFanPowerW,
  groupOff, groupPowerW, groupRunaway, groupThrottled, leakage, planFlags, planHeldFanW, planHeldLeakageW, planW, restLeakageW,
  restPath, serverChipCelsius, serverDemandShare, serverFanSpeed, serverOverheadW, serverPowerW, serverState, serverThrottle,
  serverUtilisation, zonedFans,
} from './columns';
import { AWAKE, BOTH_WORK, planAtLevel, WORKS } from './plan';
import { byLaw, chip, leak, leakageAt, leakageAtTwo, path, pathAt, restOne, restPairs, speed } from './rest';
import {
  commonFanShare, commonFanShareTwo, firstLine, LAW_SHIFT, lookUpTwo, secondLine, valuesAt, wholeTwo, withinTwo,
} from './tables';

let throttled = 0;
let asleep = 0;
let off = 0;
let runaway = 0;

/** Sums of the chassis, servers of even and of odd place apart: they lie in memory, so that one code adds to them. */
const SUMS = memory.data(7 * 16, 16);
// @ts-ignore: decorator
@inline const DEMAND: usize = 0;
// @ts-ignore: decorator
@inline const DELIVERED: usize = 16;
// @ts-ignore: decorator
@inline const POWER: usize = 32;
// @ts-ignore: decorator
@inline const FAN_POWER: usize = 48;
// @ts-ignore: decorator
@inline const AIRFLOW: usize = 64;
// @ts-ignore: decorator
@inline const STORED: usize = 80;
// @ts-ignore: decorator
@inline const HOTTEST: usize = 96;

// @ts-ignore: decorator
@inline function addTwo(sum: usize, values: v128): void {
  v128.store(SUMS + sum, f64x2.add(v128.load(SUMS + sum), values));
}

// @ts-ignore: decorator
@inline function addOne(sum: usize, lane: usize, value: f64): void {
  store<f64>(SUMS + sum + lane, load<f64>(SUMS + sum + lane) + value);
}

// @ts-ignore: decorator
@inline function total(sum: usize): f64 {
  return load<f64>(SUMS + sum) + load<f64>(SUMS + sum + 8);
}

/** Throttling and shutdown of a server that works. */
function protect(s: usize, chip: f64, runs: bool): void {
  const at = serverThrottle + (s << 2);
  const level = load<i32>(at);
  const limit = figure(block, THROTTLE);
  if (runs) runaway++;
  if (!settles) {
    if (runs || chip >= limit) store<i32>(at, min(level + 1, <i32>figure(block, P_STATES) - 1));
    else if (level > 0 && chip < limit - THROTTLE_HYSTERESIS_KELVIN) store<i32>(at, level - 1);
    if (chip >= figure(block, SHUTDOWN) || inlet >= inletShutdown) {
      store<i32>(serverState + (s << 2), OFF);
      store<i32>(at, 0);
      off++;
    }
  }
  if (load<i32>(at) > 0) throttled++;
}

/** At rest a server is slowed until its chip stays within the limit, or it can go no slower. */
function settleThrottle(s: usize): void {
  const last = <i32>figure(block, P_STATES) - 1;
  restOne(s);
  for (let level = 1; level <= last && !(chip <= figure(block, THROTTLE)); level++) {
    planAtLevel(s, level);
    restOne(s);
  }
}

/** One server: those that rest or wake, that are new, that throttle at rest, and the last of an odd number. */
function stepOne(s: usize, flags: i32): void {
  const n = s - first;
  const works = (flags & WORKS) != 0;
  const awake = (flags & AWAKE) != 0;
  const before = load<f64>(serverChipCelsius + (s << 3));
  let leakBeyond: f64 = 0;
  let chipLeakage: f64 = 0;
  let turns: f64 = 0;
  let kelvin: f64 = 0;
  let celsius: f64 = 0;
  let storedW: f64 = 0;
  if (works && settles) settleThrottle(s);
  else if (works && before != before) restOne(s);
  const curve = load<f64>(planW + (n << 3));
  if (settles || before != before) {
    if (works) {
      leakBeyond = leak;
      turns = speed;
      kelvin = path;
      celsius = chip;
      if (leakage) chipLeakage = leakageAt(celsius);
    } else {
      if (awake) {
        byLaw(curve);
        turns = speed;
        kelvin = path;
      } else kelvin = pathAt(0);
      celsius = base + kelvin * (curve * inversePeak);
    }
  } else {
    if (leakage && works) {
      chipLeakage = leakageAt(before);
      leakBeyond = chipLeakage - load<f64>(planHeldLeakageW + (n << 3));
    }
    const power = curve + leakBeyond;
    if (awake && !(byChip && works)) {
      byLaw(power);
      turns = speed;
      kelvin = path;
    } else {
      if (awake) turns = max(load<f64>(serverFanSpeed + (s << 3)), figure(block, FAN_MIN));
      kelvin = pathAt(turns);
    }
    const capacity = figure(block, CHIP_CAPACITY);
    const kept = capacity * kelvin;
    const passed = dt * figure(block, PEAK_W);
    celsius = (kept * before + passed * (base + kelvin * (power * inversePeak))) / (kept + passed);
    if (byChip) storedW = (capacity / dt) * (celsius - before);
    if (byChip && works) {
      const wanted =
        FAN_GAIN * (celsius - before) + (FAN_GAIN / FAN_RESET_SECONDS) * dt * (celsius - figure(block, TARGET));
      const most = FAN_RATE * dt;
      turns = min(max(turns + min(max(wanted, -most), most), figure(block, FAN_MIN)), 1);
    }
  }
  let overhead: f64 = 0;
  let fanW: f64 = 0;
  let flow = STANDING_FLOW_SHARE * figure(block, RATED_AIRFLOW);
  if (awake) {
    let fanShare = commonFanShare(factor, turns);
    let flowShare = turns;
    if (zonedFans) {
      const hot = figure(block, HOT_SHARE);
      const cool = max(min(figure(block, FAN_MIN), turns), turns * figure(block, COOL_SPEED));
      fanShare = hot * fanShare + (1 - hot) * commonFanShare(factor, cool);
      flowShare = hot * turns + (1 - hot) * cool;
    }
    fanW = figure(block, RATED_FAN_POWER) * fanShare;
    flow = figure(block, RATED_AIRFLOW) * flowShare;
    if (works) overhead = leakBeyond + (fanW - load<f64>(planHeldFanW + (n << 3)));
  }
  const watts = curve + overhead;
  const lane = (n & 1) << 3;
  addOne(POWER, lane, watts);
  addOne(FAN_POWER, lane, fanW);
  addOne(AIRFLOW, lane, flow);
  addOne(STORED, lane, storedW);
  if (celsius > load<f64>(SUMS + HOTTEST)) store<f64>(SUMS + HOTTEST, celsius);
  store<f64>(serverPowerW + (s << 3), watts);
  store<f64>(serverOverheadW + (s << 3), overhead);
  store<f64>(serverFanSpeed + (s << 3), turns);
  store<f64>(serverChipCelsius + (s << 3), celsius);
  const state = load<i32>(serverState + (s << 2));
  if (state == ASLEEP || state == WAKING) asleep++;
  if (works) protect(s, celsius, leakage != 0 && kelvin * chipLeakage >= figure(block, RUNAWAY_LIMIT));
  else if (state == OFF) off++;
}

/** Two servers that work: fans, power and sums, once chips have their temperature. */
// @ts-ignore: decorator
@inline function closeTwo(at: usize, n: usize, curve: v128, leakBeyond: v128, turns: v128, zoned: bool): void {
  const model = block;
  let fanShare = commonFanShareTwo(factor, turns);
  let flowShare = turns;
  if (zoned) {
    const hot = figure(model, HOT_SHARE);
    const cool = f64x2.pmax(
      f64x2.pmin(f64x2.splat(figure(model, FAN_MIN)), turns),
      f64x2.mul(turns, f64x2.splat(figure(model, COOL_SPEED))),
    );
    const rest = f64x2.splat(1 - hot);
    fanShare = f64x2.add(f64x2.mul(f64x2.splat(hot), fanShare), f64x2.mul(rest, commonFanShareTwo(factor, cool)));
    flowShare = f64x2.add(f64x2.mul(f64x2.splat(hot), turns), f64x2.mul(rest, cool));
  }
  const fans = f64x2.mul(f64x2.splat(figure(model, RATED_FAN_POWER)), fanShare);
  const overhead = f64x2.add(leakBeyond, f64x2.sub(fans, v128.load(planHeldFanW + (n << 3))));
  const watts = f64x2.add(curve, overhead);
  v128.store(serverPowerW + at, watts);
  v128.store(serverOverheadW + at, overhead);
  addTwo(POWER, watts);
  addTwo(FAN_POWER, fans);
  addTwo(AIRFLOW, f64x2.mul(f64x2.splat(figure(model, RATED_AIRFLOW)), flowShare));
}

/** Pairs that work, in a step of finite length; `watched` where one of them may be throttled or switched off. */
function stepPairs(from: usize, to: usize, watched: bool): void {
  const model = block;
  const start = first;
  const passed = f64x2.splat(dt * figure(model, PEAK_W));
  const capacity = f64x2.splat(figure(model, CHIP_CAPACITY));
  const storing = f64x2.splat(figure(model, CHIP_CAPACITY) / dt);
  const target = f64x2.splat(figure(model, TARGET));
  const least = f64x2.splat(figure(model, FAN_MIN));
  const span = f64x2.splat(figure(model, SPEED_SPAN));
  const limit = f64x2.splat(figure(model, THROTTLE));
  const runawayLimit = f64x2.splat(figure(model, RUNAWAY_LIMIT));
  const most = f64x2.splat(FAN_RATE * dt);
  const lowest = f64x2.splat(-FAN_RATE * dt);
  const reset = f64x2.splat((FAN_GAIN / FAN_RESET_SECONDS) * dt);
  const perWatt = f64x2.splat(inversePeak);
  const pacePer = f64x2.splat(pacePerWatt);
  const rises = f64x2.splat(rise);
  const bases = f64x2.splat(base);
  const law = paceLaw;
  const intervals = paceIntervals;
  const paths = resistances;
  const leakTable = leakages;
  const leaks = leakage != 0;
  const zoned = zonedFans != 0;
  const held = byChip;
  const wet = liquid;
  for (let s = from; s < to; s += 2) {
    const n = s - start;
    const at = s << 3;
    const before = v128.load(serverChipCelsius + at);
    const curve = v128.load(planW + (n << 3));
    let leakBeyond = f64x2.splat(0);
    let chipLeakage = f64x2.splat(0);
    let turns: v128;
    let kelvin: v128;
    if (leaks) {
      chipLeakage = leakageAtTwo(leakTable, before);
      leakBeyond = f64x2.sub(chipLeakage, v128.load(planHeldLeakageW + (n << 3)));
    }
    const power = f64x2.add(curve, leakBeyond);
    if (held) {
      turns = f64x2.pmax(least, v128.load(serverFanSpeed + at));
      kelvin = f64x2.mul(rises, lookUpTwo(paths, f64x2.mul(f64x2.sub(turns, least), span), RESISTANCE_INTERVALS));
    } else {
      const place = withinTwo(f64x2.mul(power, pacePer), intervals);
      const wholes = wholeTwo(place);
      const one = firstLine(law, wholes, LAW_SHIFT);
      const two = secondLine(law, wholes, LAW_SHIFT);
      turns = valuesAt(one, two, place, 0);
      kelvin = wet ? rises : f64x2.mul(rises, valuesAt(one, two, place, 16));
    }
    const kept = f64x2.mul(capacity, kelvin);
    const rest = f64x2.add(bases, f64x2.mul(kelvin, f64x2.mul(power, perWatt)));
    const celsius = f64x2.div(f64x2.add(f64x2.mul(kept, before), f64x2.mul(passed, rest)), f64x2.add(kept, passed));
    // A server that is new has no temperature yet, and comes out of this without one.
    let calm = f64x2.lt(celsius, limit);
    let runs = f64x2.splat(0);
    if (leaks) {
      runs = f64x2.ge(f64x2.mul(kelvin, chipLeakage), runawayLimit);
      calm = v128.andnot(calm, runs);
    }
    if (watched || !i64x2.all_true(calm)) {
      if (!i64x2.all_true(f64x2.eq(celsius, celsius))) {
        stepOne(s, WORKS | AWAKE);
        stepOne(s + 1, WORKS | AWAKE);
        continue;
      }
      protect(s, f64x2.extract_lane(celsius, 0), i64x2.extract_lane(runs, 0) != 0);
      protect(s + 1, f64x2.extract_lane(celsius, 1), i64x2.extract_lane(runs, 1) != 0);
    }
    if (held) {
      const change = f64x2.sub(celsius, before);
      addTwo(STORED, f64x2.mul(storing, change));
      const wanted = f64x2.add(
        f64x2.mul(f64x2.splat(FAN_GAIN), change),
        f64x2.mul(reset, f64x2.sub(celsius, target)),
      );
      const step = f64x2.pmin(most, f64x2.pmax(lowest, wanted));
      turns = f64x2.pmin(f64x2.splat(1), f64x2.pmax(least, f64x2.add(turns, step)));
    }
    v128.store(serverFanSpeed + at, turns);
    v128.store(serverChipCelsius + at, celsius);
    v128.store(SUMS + HOTTEST, f64x2.pmax(v128.load(SUMS + HOTTEST), celsius));
    closeTwo(at, n, curve, leakBeyond, turns, zoned);
  }
}

/** The same without end: the pairs come to rest; those too hot then are slowed. */
function settlePairs(from: usize, to: usize): void {
  const limit = f64x2.splat(figure(block, THROTTLE));
  const runawayLimit = f64x2.splat(figure(block, RUNAWAY_LIMIT));
  const start = first;
  const zoned = zonedFans != 0;
  restPairs(from, to);
  for (let s = from; s < to; s += 2) {
    const n = s - start;
    const at = s << 3;
    const celsius = v128.load(serverChipCelsius + at);
    if (!i64x2.all_true(f64x2.le(celsius, limit))) {
      stepOne(s, WORKS | AWAKE);
      stepOne(s + 1, WORKS | AWAKE);
      continue;
    }
    if (leakage) {
      const runs = f64x2.ge(f64x2.mul(v128.load(restPath + (n << 3)), leakageAtTwo(leakages, celsius)), runawayLimit);
      runaway += i64x2.bitmask(runs) == 0 ? 0 : popcnt(i64x2.bitmask(runs));
    }
    v128.store(SUMS + HOTTEST, f64x2.pmax(v128.load(SUMS + HOTTEST), celsius));
    const turns = v128.load(serverFanSpeed + at);
    closeTwo(at, n, v128.load(planW + (n << 3)), v128.load(restLeakageW + (n << 3)), turns, zoned);
  }
}

/** All servers of a chassis; `alike` where all pairs of it were planned as such. */
export function thermalGroup(group: usize, alike: bool): void {
  for (let sum: usize = 0; sum < HOTTEST; sum += 16) v128.store(SUMS + sum, f64x2.splat(0));
  v128.store(SUMS + HOTTEST, f64x2.splat(-Infinity));
  throttled = 0;
  asleep = 0;
  off = 0;
  runaway = 0;
  const pairs = first + ((end - first) & ~1);
  if (alike) {
    if (settles) settlePairs(first, pairs);
    else stepPairs(first, pairs, inlet >= inletShutdown || load<i32>(serverThrottle + (first << 2)) != 0);
  } else {
    for (let s = first; s < pairs; s += 2) {
      const at = planFlags + ((s - first) << 2);
      if (load<i64>(at) != BOTH_WORK) {
        stepOne(s, load<i32>(at));
        stepOne(s + 1, load<i32>(at, 4));
      } else if (settles) settlePairs(s, s + 2);
      else stepPairs(s, s + 2, true);
    }
  }
  let demand = f64x2.splat(0);
  let delivered = demand;
  for (let s = first; s < pairs; s += 2) {
    demand = f64x2.add(demand, v128.load(serverDemandShare + (s << 3)));
    delivered = f64x2.add(delivered, v128.load(serverUtilisation + (s << 3)));
  }
  v128.store(SUMS + DEMAND, demand);
  v128.store(SUMS + DELIVERED, delivered);
  if (pairs < end) {
    stepOne(pairs, load<i32>(planFlags + ((pairs - first) << 2)));
    addOne(DEMAND, 0, load<f64>(serverDemandShare + (pairs << 3)));
    addOne(DELIVERED, 0, load<f64>(serverUtilisation + (pairs << 3)));
  }
  const at = group << 3;
  store<f64>(groupDemandSum + at, total(DEMAND));
  store<f64>(groupDeliveredSum + at, total(DELIVERED));
  store<f64>(groupPowerW + at, total(POWER));
  store<f64>(groupFanPowerW + at, total(FAN_POWER));
  store<f64>(groupAirflowM3s + at, total(AIRFLOW));
  store<f64>(groupChipStoredW + at, total(STORED));
  store<f64>(groupChipMaxCelsius + at, max(load<f64>(SUMS + HOTTEST), load<f64>(SUMS + HOTTEST + 8)));
  store<f64>(groupThrottled + at, <f64>throttled);
  store<f64>(groupAsleep + at, <f64>asleep);
  store<f64>(groupOff + at, <f64>off);
  store<f64>(groupRunaway + at, <f64>runaway);
}
