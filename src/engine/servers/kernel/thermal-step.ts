import { CURVE_INTERVALS, HIGHEST_DEMAND, RESISTANCE_INTERVALS } from '../fans';
import { POWER_STATE, type ServerArrays, type StepSettings } from './arrays';
import {
  FAN_GAIN,
  FAN_RATE,
  FAN_RESET_SECONDS,
  STANDING_FLOW_SHARE,
  STEADY_ROUNDS,
  THROTTLE_HYSTERESIS_KELVIN,
} from './constants';
import { CURVE_LEAKAGE_INTERVALS, LEAKAGE_FROM_CELSIUS, LEAKAGE_INTERVALS } from './leakage';
import { BLOCK, FAN_POWER_INTERVALS } from './model-block';
import type { Plan } from './plan';
import { lookUp } from './tables';

const LAW_SCALE = CURVE_INTERVALS / HIGHEST_DEMAND;

/** Chips, leakage and fans of one server after the other, and their sums over a chassis. */
export interface Thermal {
  begin(block: Float64Array, group: number, dtSeconds: number, inletShutdownCelsius: number): void;
  /** `awake`: its fans turn; `works`: it can do work. */
  step(block: Float64Array, server: number, plan: Plan, awake: boolean, works: boolean): void;
  /** Whether at this power the chip would rest below its throttling limit. */
  settles(block: Float64Array, plan: Plan): boolean;
  finish(group: number): void;
}

/** Sums over the servers of a chassis: those of even and of odd place apart, as two lanes of a vector add them. */
const LANES = 2;

export function createThermal(a: ServerArrays, settings: StepSettings): Thermal {
  const power = new Float64Array(LANES);
  const fanPower = new Float64Array(LANES);
  const airflow = new Float64Array(LANES);
  const stored = new Float64Array(LANES);
  // Doubles live in objects: a captured variable would be boxed anew at each change.
  const here = {
    dt: Number.NaN,
    inlet: Number.NaN,
    coolant: Number.NaN,
    headroom: Number.NaN,
    scale: Number.NaN,
    inletShutdown: Number.NaN,
    chipMax: Number.NaN,
  };
  const resting = { speed: Number.NaN, chip: Number.NaN, leakage: Number.NaN };
  let first = 0;
  let throttled = 0;
  let asleep = 0;
  let off = 0;
  let runaway = 0;

  /** Fan speed by the law, at a power as a share of the peak and a headroom. */
  function lawSpeed(block: Float64Array, powerShare: number, room: number): number {
    const position = powerShare * (LAW_SCALE / room);
    if (!(room > 0 && position < CURVE_INTERVALS)) return 1;
    const left = position | 0;
    const low = block[block[BLOCK.fanLaw]! + left]!;
    return low + (position - left) * (block[block[BLOCK.fanLaw]! + left + 1]! - low);
  }

  /** Thermal resistance over that at nominal speed. */
  function resistance(block: Float64Array, speed: number): number {
    const min = block[BLOCK.fanMin]!;
    const span = min < 1 ? RESISTANCE_INTERVALS / (1 - min) : 0;
    return lookUp(block, block[BLOCK.resistance]!, (speed - min) * span, RESISTANCE_INTERVALS);
  }

  /** Rise of the chip at rest at full load, K. */
  function pathAt(block: Float64Array, speed: number): number {
    const rise = block[BLOCK.chipRise]! * here.scale;
    return block[BLOCK.liquid]! === 1 ? rise : rise * resistance(block, speed);
  }

  /** Chip temperature at rest, °C. */
  function chipAtRest(block: Float64Array, powerShare: number, speed: number): number {
    return (block[BLOCK.liquid]! === 1 ? here.coolant : here.inlet) + pathAt(block, speed) * powerShare;
  }

  function leakageAt(block: Float64Array, celsius: number): number {
    return lookUp(block, block[BLOCK.leakage]!, celsius - LEAKAGE_FROM_CELSIUS, LEAKAGE_INTERVALS);
  }

  /** Fan power over the rated power, one speed for all. */
  function commonFanShare(block: Float64Array, speed: number): number {
    const cube = speed * speed * speed;
    if (block[BLOCK.affinity]! === 1) return cube;
    return cube * lookUp(block, block[BLOCK.fanPowerFactor]!, speed * FAN_POWER_INTERVALS, FAN_POWER_INTERVALS);
  }

  /** Speed of the zone that needs less. */
  function coolZone(block: Float64Array, speed: number): number {
    return Math.max(Math.min(block[BLOCK.fanMin]!, speed), speed * block[BLOCK.coolSpeed]!);
  }

  /** Chip, leakage and fans that agree with one another, for ever at this inlet. */
  function rest(block: Float64Array, curveW: number): void {
    const peakW = block[BLOCK.peakW]!;
    const heldW = settings.leakage ? heldLeakage(block, curveW / peakW) : 0;
    resting.leakage = 0;
    const rounds = settings.leakage ? STEADY_ROUNDS : 1;
    for (let round = 0; round < rounds; round++) {
      const share = (curveW + resting.leakage) / peakW;
      resting.speed = lawSpeed(block, share * here.scale, here.headroom);
      resting.chip = chipAtRest(block, share, resting.speed);
      if (settings.leakage) resting.leakage = leakageAt(block, resting.chip) - heldW;
    }
  }

  function heldLeakage(block: Float64Array, powerShare: number): number {
    return lookUp(block, block[BLOCK.leakageAtCurve]!, powerShare * CURVE_LEAKAGE_INTERVALS, CURVE_LEAKAGE_INTERVALS);
  }

  return {
    begin(block, group, dtSeconds, inletShutdownCelsius) {
      first = a.groupFirst[group]!;
      here.dt = dtSeconds;
      here.inlet = a.groupInletCelsius[group]!;
      here.coolant = a.groupCoolantCelsius[group]!;
      here.headroom = (block[BLOCK.fanTarget]! - a.groupSensorCelsius[group]!) / block[BLOCK.fanRise]!;
      here.scale = a.groupHeatSink[group]!;
      here.inletShutdown = inletShutdownCelsius;
      power.fill(0);
      fanPower.fill(0);
      airflow.fill(0);
      stored.fill(0);
      here.chipMax = Number.NEGATIVE_INFINITY;
      throttled = 0;
      asleep = 0;
      off = 0;
      runaway = 0;
    },

    settles(block, plan) {
      rest(block, plan.powerW);
      return resting.chip <= block[BLOCK.throttle]!;
    },

    step(block, s, plan, awake, works) {
      const curveW = plan.powerW;
      const lane = (s - first) & 1;
      const peakW = block[BLOCK.peakW]!;
      const curveShare = curveW * block[BLOCK.inversePeak]!;
      const before = a.serverChipCelsius[s]!;
      const isNew = Number.isNaN(before);
      const steady = here.dt === Infinity || isNew;
      const byChip = settings.fansByChip && block[BLOCK.liquid]! === 0;
      let leakage = 0;
      let speed: number;
      let chip: number;
      let chipStoredW = 0;
      let pathKelvin = 0;
      let chipLeakageW = 0;
      if (steady) {
        if (works) {
          rest(block, curveW);
          leakage = resting.leakage;
          speed = resting.speed;
          chip = resting.chip;
          if (settings.leakage) chipLeakageW = leakageAt(block, chip);
        } else {
          speed = awake ? lawSpeed(block, curveShare * here.scale, here.headroom) : 0;
          chip = chipAtRest(block, curveShare, speed);
        }
        pathKelvin = pathAt(block, speed);
      } else {
        if (settings.leakage && works) {
          chipLeakageW = leakageAt(block, before);
          leakage = chipLeakageW - heldLeakage(block, curveShare);
        }
        const share = (curveW + leakage) * block[BLOCK.inversePeak]!;
        const turning = a.serverFanSpeed[s]!;
        speed = !awake
          ? 0
          : byChip && works
            ? Math.max(turning, block[BLOCK.fanMin]!)
            : lawSpeed(block, share * here.scale, here.headroom);
        pathKelvin = pathAt(block, speed);
        const base = block[BLOCK.liquid]! === 1 ? here.coolant : here.inlet;
        const capacity = block[BLOCK.chipCapacity]!;
        // C dT/dt = P_peak (base + path share - T) / path, implicit in time.
        const held = capacity * pathKelvin;
        const passed = here.dt * peakW;
        chip = (held * before + passed * (base + pathKelvin * share)) / (held + passed);
        if (byChip) chipStoredW = (capacity / here.dt) * (chip - before);
        if (byChip && works) {
          const wanted =
            FAN_GAIN * (chip - before) + (FAN_GAIN / FAN_RESET_SECONDS) * here.dt * (chip - block[BLOCK.target]!);
          const most = FAN_RATE * here.dt;
          speed = Math.min(Math.max(speed + Math.min(Math.max(wanted, -most), most), block[BLOCK.fanMin]!), 1);
        }
      }

      const rated = block[BLOCK.ratedFanPower]!;
      let fanW = 0;
      let overhead = 0;
      let flow = STANDING_FLOW_SHARE * block[BLOCK.ratedAirflow]!;
      if (awake) {
        const common = commonFanShare(block, speed);
        const hot = block[BLOCK.hotShare]!;
        let fanShare = common;
        let flowShare = speed;
        if (settings.zonedFans) {
          const cool = coolZone(block, speed);
          fanShare = hot * common + (1 - hot) * commonFanShare(block, cool);
          flowShare = hot * speed + (1 - hot) * cool;
        }
        fanW = rated * fanShare;
        flow = block[BLOCK.ratedAirflow]! * flowShare;
        // The measured curve holds the fans as they ran at 22 °C, all at one speed; only the difference is added.
        if (works) overhead = leakage + (fanW - rated * commonFanShare(block, lawSpeed(block, curveShare, 1)));
      }
      const serverW = curveW + overhead;
      a.serverPowerW[s] = serverW;
      a.serverOverheadW[s] = overhead;
      a.serverFanSpeed[s] = speed;
      a.serverChipCelsius[s] = chip;
      power[lane]! += serverW;
      fanPower[lane]! += fanW;
      airflow[lane]! += flow;
      stored[lane]! += chipStoredW;

      const state = a.serverState[s]!;
      if (state === POWER_STATE.asleep || state === POWER_STATE.waking) asleep++;
      if (chip > here.chipMax) here.chipMax = chip;
      if (works) {
        // Leakage that grows by more than the heat path can carry runs away: R dP/dT >= 1.
        let runs = false;
        if (settings.leakage) {
          runs = pathKelvin * chipLeakageW >= peakW / block[BLOCK.leakagePerKelvin]!;
          if (runs) runaway++;
        }
        if (here.dt !== Infinity) {
          if (runs || chip >= block[BLOCK.throttle]!) {
            a.serverThrottle[s] = Math.min(a.serverThrottle[s]! + 1, block[BLOCK.pStates]! - 1);
          } else if (a.serverThrottle[s]! > 0 && chip < block[BLOCK.throttle]! - THROTTLE_HYSTERESIS_KELVIN) {
            a.serverThrottle[s]!--;
          }
          if (chip >= block[BLOCK.shutdown]! || here.inlet >= here.inletShutdown) {
            a.serverState[s] = POWER_STATE.off;
            a.serverThrottle[s] = 0;
          }
        }
        if (a.serverThrottle[s]! > 0) throttled++;
      }
      if (a.serverState[s] === POWER_STATE.off) off++;
    },

    finish(group) {
      a.groupPowerW[group] = power[0]! + power[1]!;
      a.groupFanPowerW[group] = fanPower[0]! + fanPower[1]!;
      a.groupAirflowM3s[group] = airflow[0]! + airflow[1]!;
      a.groupChipStoredW[group] = stored[0]! + stored[1]!;
      a.groupChipMaxCelsius[group] = here.chipMax;
      a.groupThrottled[group] = throttled;
      a.groupAsleep[group] = asleep;
      a.groupOff[group] = off;
      a.groupRunaway[group] = runaway;
    },
  };
}
