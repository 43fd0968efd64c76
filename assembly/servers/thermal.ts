// Chips, leakage and fans of the servers of a chassis, two at a time. The operations and their order are those of
// src/engine/servers/kernel/thermal-step.ts, so that the numbers are the same to the byte.
import {
  AFFINITY, ASLEEP, CHIP_CAPACITY, CHIP_RISE, COOL_SPEED, CURVE, CURVE_LEAKAGE_INTERVALS, FAN_GAIN, FAN_LAW, FAN_MIN, FAN_POWER_FACTOR, FAN_RATE, FAN_RESET_SECONDS, FAN_RISE, FAN_TARGET, figure,
  HOT_SHARE, IDLE_W, INVERSE_PEAK, LAW_SCALE, LEAKAGE, LEAKAGE_AT_CURVE, LEAKAGE_FROM_CELSIUS, LEAKAGE_INTERVALS, LEAKAGE_PER_KELVIN, LIQUID, lookUp, OFF, P_STATES, PEAK_W,
  RATED_AIRFLOW, RATED_FAN_POWER, RESISTANCE, RESISTANCE_INTERVALS, SHUTDOWN, STANDING_FLOW_SHARE, table, TARGET, THROTTLE,
  THROTTLE_HYSTERESIS_KELVIN, WAKING,
} from './block';
import {
  fansByChip, groupAirflowM3s, groupAsleep, groupChipMaxCelsius, groupChipStoredW, groupCoolantCelsius, groupDeliveredSum, groupDemandSum, groupFanPowerW,
  groupHeatSink, groupInletCelsius, groupOff, groupPowerW, groupRunaway, groupSensorCelsius, groupThrottled, leakage,
  planDynamic, planFanShare, planFlags, planHeldW, planInverse, planW, serverChipCelsius, serverDemandShare, serverFanSpeed,
  serverFrequencyShare, serverUtilisation, serverOverheadW, serverPowerW, serverState,
  serverThrottle, zonedFans,
} from './columns';
import { commonFanShare, commonFanShareTwo, lawSpeed, lawSpeedTwo, lookUpTwo } from './fans';
import { AWAKE, PENDING, WORKS } from './plan';

/** Flags of two servers that both work, and of two whose power is still to be read from the curve. */
// @ts-ignore: decorator
@inline const BOTH_WORK: i64 = (<i64>(WORKS | AWAKE) << 32) | <i64>(WORKS | AWAKE);
// @ts-ignore: decorator
@inline const BOTH_PENDING: i64 = (<i64>(WORKS | AWAKE | PENDING) << 32) | <i64>(WORKS | AWAKE | PENDING);

let throttled = 0;
let asleep = 0;
let off = 0;
let runaway = 0;

/** Throttling and shutdown of a server that works. */
function protect(block: usize, s: usize, chip: f64, runs: bool, inlet: f64, inletShutdown: f64): void {
  const at = serverThrottle + (s << 2);
  const level = load<i32>(at);
  const limit = figure(block, THROTTLE);
  if (runs) runaway++;
  if (runs || chip >= limit) store<i32>(at, min(level + 1, <i32>figure(block, P_STATES) - 1));
  else if (level > 0 && chip < limit - THROTTLE_HYSTERESIS_KELVIN) store<i32>(at, level - 1);
  if (chip >= figure(block, SHUTDOWN) || inlet >= inletShutdown) {
    store<i32>(serverState + (s << 2), OFF);
    store<i32>(at, 0);
    off++;
  }
  if (load<i32>(at) > 0) throttled++;
}

export function thermalGroup(block: usize, group: usize, first: usize, end: usize, dt: f64, inletShutdown: f64): void {
  const inlet = load<f64>(groupInletCelsius + (group << 3));
  const coolant = load<f64>(groupCoolantCelsius + (group << 3));
  const room = (figure(block, FAN_TARGET) - load<f64>(groupSensorCelsius + (group << 3))) / figure(block, FAN_RISE);
  const scale = load<f64>(groupHeatSink + (group << 3));
  const inversePeak = figure(block, INVERSE_PEAK);
  const passed = dt * figure(block, PEAK_W);
  const law = table(block, FAN_LAW);
  const factor: usize = figure(block, AFFINITY) == 1 ? 0 : table(block, FAN_POWER_FACTOR);
  const pace: f64 = room > 0 ? LAW_SCALE / room : 0;
  const capacity = figure(block, CHIP_CAPACITY);
  const target = figure(block, TARGET);
  const least = figure(block, FAN_MIN);
  const rated = figure(block, RATED_FAN_POWER);
  const ratedFlow = figure(block, RATED_AIRFLOW);
  const hot = figure(block, HOT_SHARE);
  const coolSpeed = figure(block, COOL_SPEED);
  const gainLimit = figure(block, PEAK_W) / figure(block, LEAKAGE_PER_KELVIN);
  const storing = capacity / dt;
  const liquid = figure(block, LIQUID) == 1;
  const byChip = fansByChip != 0 && !liquid;
  const rise = figure(block, CHIP_RISE) * scale;
  const base = liquid ? coolant : inlet;
  const most = FAN_RATE * dt;
  const reset = (FAN_GAIN / FAN_RESET_SECONDS) * dt;
  const leaks = table(block, LEAKAGE);
  const paths = table(block, RESISTANCE);
  const span: f64 = least < 1 ? RESISTANCE_INTERVALS / (1 - least) : 0;
  const limit = figure(block, THROTTLE);
  const anyOff = inlet >= inletShutdown;
  const heldTable = table(block, LEAKAGE_AT_CURVE);
  const one = f64x2.splat(1);
  let demandSum = f64x2.splat(0);
  let deliveredSum = f64x2.splat(0);
  let lastDemand = f64x2.splat(NaN);
  let lastBefore = lastDemand;
  let lastTurned = lastDemand;
  let lastClock = lastDemand;
  let lastDone = lastDemand;
  let lastWatts = lastDemand;
  let lastOverhead = lastDemand;
  let lastSpeed = lastDemand;
  let lastChip = lastDemand;
  let lastFans = lastDemand;
  let lastFlow = lastDemand;
  let lastStored = f64x2.splat(0);
  let lastRuns = f64x2.splat(0);
  let lastAlarm = false;
  let power = f64x2.splat(0);
  let fanPower = f64x2.splat(0);
  let airflow = f64x2.splat(0);
  let stored = f64x2.splat(0);
  let hottest = f64x2.splat(-Infinity);
  throttled = 0;
  asleep = 0;
  off = 0;
  runaway = 0;
  let s = first;
  for (; s < end; s += 2) {
    const n = s - first;
    const flags: i64 = s + 1 < end ? load<i64>(planFlags + (n << 2)) : 0;
    if (!liquid && (flags == BOTH_PENDING || flags == BOTH_WORK)) {
      const demand = v128.load(serverDemandShare + (s << 3));
      const before = v128.load(serverChipCelsius + (s << 3));
      const turned = v128.load(serverFanSpeed + (s << 3));
      const clock = v128.load(serverFrequencyShare + (s << 3));
      demandSum = f64x2.add(demandSum, demand);
      // A pair that is as the last pair was does what that did.
      const same = v128.and(
        v128.and(f64x2.eq(demand, lastDemand), f64x2.eq(before, lastBefore)),
        v128.and(f64x2.eq(turned, lastTurned), f64x2.eq(clock, lastClock)),
      );
      if (flags == BOTH_PENDING && i64x2.all_true(same)) {
        v128.store(serverUtilisation + (s << 3), lastDone);
        v128.store(serverPowerW + (s << 3), lastWatts);
        v128.store(serverOverheadW + (s << 3), lastOverhead);
        v128.store(serverFanSpeed + (s << 3), lastSpeed);
        v128.store(serverChipCelsius + (s << 3), lastChip);
        deliveredSum = f64x2.add(deliveredSum, lastDone);
        power = f64x2.add(power, lastWatts);
        fanPower = f64x2.add(fanPower, lastFans);
        airflow = f64x2.add(airflow, lastFlow);
        stored = f64x2.add(stored, lastStored);
        if (lastAlarm || load<i64>(serverThrottle + (s << 2)) != 0) {
          protect(block, s, f64x2.extract_lane(lastChip, 0), i64x2.extract_lane(lastRuns, 0) != 0, inlet, inletShutdown);
          protect(block, s + 1, f64x2.extract_lane(lastChip, 1), i64x2.extract_lane(lastRuns, 1) != 0, inlet, inletShutdown);
        }
        continue;
      }
      let curve: v128;
      let done: v128;
      let atCurve: v128;
      let heldLeak = f64x2.splat(0);
      if (flags == BOTH_PENDING) {
        const busy = f64x2.pmin(one, f64x2.mul(demand, v128.load(planInverse + (n << 3))));
        done = f64x2.pmin(clock, demand);
        const watts = lookUpTwo(block + (CURVE << 3), f64x2.mul(busy, f64x2.splat(10)), 10);
        const idle = f64x2.splat(figure(block, IDLE_W));
        curve = f64x2.add(idle, f64x2.mul(f64x2.sub(watts, idle), v128.load(planDynamic + (n << 3))));
        const curveShare = f64x2.mul(curve, f64x2.splat(inversePeak));
        if (leakage) {
          const place = f64x2.mul(curveShare, f64x2.splat(CURVE_LEAKAGE_INTERVALS));
          heldLeak = lookUpTwo(heldTable, place, CURVE_LEAKAGE_INTERVALS);
        }
        atCurve = commonFanShareTwo(factor, lawSpeedTwo(law, curveShare, LAW_SCALE));
        v128.store(serverUtilisation + (s << 3), done);
      } else {
        curve = v128.load(planW + (n << 3));
        done = v128.load(serverUtilisation + (s << 3));
        atCurve = v128.load(planFanShare + (n << 3));
        if (leakage) heldLeak = v128.load(planHeldW + (n << 3));
      }
      deliveredSum = f64x2.add(deliveredSum, done);
      let leak = f64x2.splat(0);
      let chipLeakage = f64x2.splat(0);
      if (leakage) {
        chipLeakage = lookUpTwo(leaks, f64x2.sub(before, f64x2.splat(LEAKAGE_FROM_CELSIUS)), LEAKAGE_INTERVALS);
        leak = f64x2.sub(chipLeakage, heldLeak);
      }
      const share = f64x2.mul(f64x2.add(curve, leak), f64x2.splat(inversePeak));
      let speed = byChip
        ? f64x2.pmax(f64x2.splat(least), turned)
        : lawSpeedTwo(law, f64x2.mul(share, f64x2.splat(scale)), pace);
      const position = f64x2.mul(f64x2.sub(speed, f64x2.splat(least)), f64x2.splat(span));
      const path = f64x2.mul(f64x2.splat(rise), lookUpTwo(paths, position, RESISTANCE_INTERVALS));
      const kept = f64x2.mul(f64x2.splat(capacity), path);
      const rest = f64x2.add(f64x2.splat(base), f64x2.mul(path, share));
      const chip = f64x2.div(
        f64x2.add(f64x2.mul(kept, before), f64x2.mul(f64x2.splat(passed), rest)),
        f64x2.add(kept, f64x2.splat(passed)),
      );
      if (byChip) {
        const change = f64x2.sub(chip, before);
        lastStored = f64x2.mul(f64x2.splat(storing), change);
        stored = f64x2.add(stored, lastStored);
        const wanted = f64x2.add(
          f64x2.mul(f64x2.splat(FAN_GAIN), change),
          f64x2.mul(f64x2.splat(reset), f64x2.sub(chip, f64x2.splat(target))),
        );
        const step = f64x2.pmin(f64x2.splat(most), f64x2.pmax(f64x2.splat(-most), wanted));
        speed = f64x2.pmin(one, f64x2.pmax(f64x2.splat(least), f64x2.add(speed, step)));
      }
      let fanShare = commonFanShareTwo(factor, speed);
      let flowShare = speed;
      if (zonedFans) {
        const cool = f64x2.pmax(
          f64x2.pmin(f64x2.splat(least), speed),
          f64x2.mul(speed, f64x2.splat(coolSpeed)),
        );
        fanShare = f64x2.add(
          f64x2.mul(f64x2.splat(hot), fanShare),
          f64x2.mul(f64x2.splat(1 - hot), commonFanShareTwo(factor, cool)),
        );
        flowShare = f64x2.add(f64x2.mul(f64x2.splat(hot), speed), f64x2.mul(f64x2.splat(1 - hot), cool));
      }
      const fans = f64x2.mul(f64x2.splat(rated), fanShare);
      const held = f64x2.mul(f64x2.splat(rated), atCurve);
      const overhead = f64x2.add(leak, f64x2.sub(fans, held));
      const watts = f64x2.add(curve, overhead);
      v128.store(serverPowerW + (s << 3), watts);
      v128.store(serverOverheadW + (s << 3), overhead);
      v128.store(serverFanSpeed + (s << 3), speed);
      v128.store(serverChipCelsius + (s << 3), chip);
      power = f64x2.add(power, watts);
      fanPower = f64x2.add(fanPower, fans);
      const flow = f64x2.mul(f64x2.splat(ratedFlow), flowShare);
      airflow = f64x2.add(airflow, flow);
      hottest = f64x2.pmax(hottest, chip);
      let runs = f64x2.splat(0);
      if (leakage) {
        runs = f64x2.ge(f64x2.mul(path, chipLeakage), f64x2.splat(gainLimit));
      }
      lastDemand = demand;
      lastBefore = before;
      lastTurned = turned;
      lastClock = flags == BOTH_PENDING ? clock : f64x2.splat(NaN);
      lastDone = done;
      lastWatts = watts;
      lastOverhead = overhead;
      lastSpeed = speed;
      lastChip = chip;
      lastFans = fans;
      lastFlow = flow;
      lastRuns = runs;
      lastAlarm = anyOff || v128.any_true(v128.or(runs, f64x2.ge(chip, f64x2.splat(limit))));
      if (lastAlarm || load<i64>(serverThrottle + (s << 2)) != 0) {
        protect(block, s, f64x2.extract_lane(chip, 0), i64x2.extract_lane(runs, 0) != 0, inlet, inletShutdown);
        protect(block, s + 1, f64x2.extract_lane(chip, 1), i64x2.extract_lane(runs, 1) != 0, inlet, inletShutdown);
      }
      continue;
    }
    // One at a time: servers that rest, liquid-cooled chips, the last of an odd number.
    const to = min(s + 2, end);
    for (let k = s; k < to; k++) {
      const m = k - first;
      const even = (m & 1) == 0;
      const flags = load<i32>(planFlags + (m << 2));
      const demand = load<f64>(serverDemandShare + (k << 3));
      const works = (flags & WORKS) != 0;
      const awake = (flags & AWAKE) != 0;
      let curve: f64;
      let done: f64;
      let heldLeak: f64 = 0;
      let atCurve: f64;
      if ((flags & PENDING) != 0) {
        const needed = demand * load<f64>(planInverse + (m << 3));
        const clock = load<f64>(serverFrequencyShare + (k << 3));
        const watts = lookUp(block + (CURVE << 3), (needed < 1 ? needed : 1) * 10, 10);
        const idle = figure(block, IDLE_W);
        done = demand < clock ? demand : clock;
        curve = idle + (watts - idle) * load<f64>(planDynamic + (m << 3));
        const curveShare = curve * inversePeak;
        if (leakage) heldLeak = lookUp(heldTable, curveShare * CURVE_LEAKAGE_INTERVALS, CURVE_LEAKAGE_INTERVALS);
        atCurve = commonFanShare(factor, lawSpeed(law, curveShare, LAW_SCALE));
        store<f64>(serverUtilisation + (k << 3), done);
      } else {
        curve = load<f64>(planW + (m << 3));
        done = load<f64>(serverUtilisation + (k << 3));
        atCurve = load<f64>(planFanShare + (m << 3));
        if (leakage) heldLeak = load<f64>(planHeldW + (m << 3));
      }
      demandSum = f64x2.add(demandSum, even ? f64x2(demand, 0) : f64x2(0, demand));
      deliveredSum = f64x2.add(deliveredSum, even ? f64x2(done, 0) : f64x2(0, done));
      const before = load<f64>(serverChipCelsius + (k << 3));
      let leak: f64 = 0;
      let chipLeakage: f64 = 0;
      if (leakage && works) {
        chipLeakage = lookUp(leaks, before - LEAKAGE_FROM_CELSIUS, LEAKAGE_INTERVALS);
        leak = chipLeakage - heldLeak;
      }
      const share = (curve + leak) * inversePeak;
      const turning = load<f64>(serverFanSpeed + (k << 3));
      let speed: f64 = !awake ? 0 : byChip && works ? max(turning, least) : lawSpeed(law, share * scale, pace);
      const path = liquid ? rise : rise * lookUp(paths, (speed - least) * span, RESISTANCE_INTERVALS);
      const kept = capacity * path;
      const chip = (kept * before + passed * (base + path * share)) / (kept + passed);
      let storedW: f64 = 0;
      if (byChip) storedW = storing * (chip - before);
      if (byChip && works) {
        const wanted = FAN_GAIN * (chip - before) + reset * (chip - target);
        speed = min(max(speed + min(max(wanted, -most), most), least), 1);
      }
      let fans: f64 = 0;
      let overhead: f64 = 0;
      let flow = STANDING_FLOW_SHARE * ratedFlow;
      if (awake) {
        let fanShare = commonFanShare(factor, speed);
        let flowShare = speed;
        if (zonedFans) {
          const cool = max(min(least, speed), speed * coolSpeed);
          fanShare = hot * fanShare + (1 - hot) * commonFanShare(factor, cool);
          flowShare = hot * speed + (1 - hot) * cool;
        }
        fans = rated * fanShare;
        flow = ratedFlow * flowShare;
        if (works) overhead = leak + (fans - rated * atCurve);
      }
      const watts = curve + overhead;
      store<f64>(serverPowerW + (k << 3), watts);
      store<f64>(serverOverheadW + (k << 3), overhead);
      store<f64>(serverFanSpeed + (k << 3), speed);
      store<f64>(serverChipCelsius + (k << 3), chip);
      power = f64x2.add(power, even ? f64x2(watts, 0) : f64x2(0, watts));
      fanPower = f64x2.add(fanPower, even ? f64x2(fans, 0) : f64x2(0, fans));
      airflow = f64x2.add(airflow, even ? f64x2(flow, 0) : f64x2(0, flow));
      stored = f64x2.add(stored, even ? f64x2(storedW, 0) : f64x2(0, storedW));
      hottest = f64x2.max(hottest, f64x2.splat(chip));
      const state = load<i32>(serverState + (k << 2));
      if (state == ASLEEP || state == WAKING) asleep++;
      if (works) {
        const runs = leakage != 0 && path * chipLeakage >= gainLimit;
        protect(block, k, chip, runs, inlet, inletShutdown);
      } else if (state == OFF) off++;
    }
  }
  store<f64>(groupDemandSum + (group << 3), f64x2.extract_lane(demandSum, 0) + f64x2.extract_lane(demandSum, 1));
  store<f64>(groupDeliveredSum + (group << 3), f64x2.extract_lane(deliveredSum, 0) + f64x2.extract_lane(deliveredSum, 1));
  store<f64>(groupPowerW + (group << 3), f64x2.extract_lane(power, 0) + f64x2.extract_lane(power, 1));
  store<f64>(groupFanPowerW + (group << 3), f64x2.extract_lane(fanPower, 0) + f64x2.extract_lane(fanPower, 1));
  store<f64>(groupAirflowM3s + (group << 3), f64x2.extract_lane(airflow, 0) + f64x2.extract_lane(airflow, 1));
  store<f64>(groupChipStoredW + (group << 3), f64x2.extract_lane(stored, 0) + f64x2.extract_lane(stored, 1));
  store<f64>(
    groupChipMaxCelsius + (group << 3),
    max(f64x2.extract_lane(hottest, 0), f64x2.extract_lane(hottest, 1)),
  );
  store<f64>(groupThrottled + (group << 3), <f64>throttled);
  store<f64>(groupAsleep + (group << 3), <f64>asleep);
  store<f64>(groupOff + (group << 3), <f64>off);
  store<f64>(groupRunaway + (group << 3), <f64>runaway);
}
