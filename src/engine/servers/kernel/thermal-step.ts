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
import { LEAKAGE_FROM_CELSIUS, LEAKAGE_INTERVALS } from './leakage';
import { BLOCK, FAN_POWER_INTERVALS } from './model-block';
import type { Plan } from './plan';
import { lookUp } from './tables';

const LAW_SCALE = CURVE_INTERVALS / HIGHEST_DEMAND;
/** Numbers of a line of the fan law: speed and resistance, each intercept and slope. */
const LAW_LINE = 4;

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
    /** What the chip's heat goes to: the inlet, or the coolant. */
    base: Number.NaN,
    /** Rise of the chip at full load and nominal speed, K. */
    rise: Number.NaN,
    /** Intervals of the fan law for each watt: of the machine whose curve was measured, and at this inlet and heat sink. */
    lawPerWatt: Number.NaN,
    pacePerWatt: Number.NaN,
    /** Where in the law it begins at this inlet: at its end where fans run full anyway. */
    paceLeast: Number.NaN,
    inletShutdown: Number.NaN,
    chipMax: Number.NaN,
  };
  const law = { powerW: Number.NaN, perWatt: Number.NaN, least: Number.NaN, speed: Number.NaN, path: Number.NaN };
  const resting = { speed: Number.NaN, path: Number.NaN, chip: Number.NaN, leakage: Number.NaN };
  let first = 0;
  let throttled = 0;
  let asleep = 0;
  let off = 0;
  let runaway = 0;

  /**
   * Fan speed by the law at a power, and the rise of the chip at rest at full load and that speed, K. Power and pace come and
   * the two go by the fields of `law`: what a call takes or gives would be boxed.
   */
  function followLaw(block: Float64Array): void {
    const place = Math.min(Math.max(law.powerW * law.perWatt, law.least), CURVE_INTERVALS);
    const line = (block[BLOCK.fanLaw]! | 0) + LAW_LINE * (place | 0);
    law.speed = block[line]! + place * block[line + 1]!;
    law.path = block[BLOCK.liquid]! === 1 ? here.rise : here.rise * (block[line + 2]! + place * block[line + 3]!);
  }

  /** Rise of the chip at rest at full load and any speed, K. */
  function pathAt(block: Float64Array, speed: number): number {
    if (block[BLOCK.liquid]! === 1) return here.rise;
    const place = (speed - block[BLOCK.fanMin]!) * block[BLOCK.speedSpan]!;
    return here.rise * lookUp(block, block[BLOCK.resistance]!, place, RESISTANCE_INTERVALS);
  }

  function leakageAt(block: Float64Array, celsius: number): number {
    return lookUp(block, block[BLOCK.leakage]!, celsius - LEAKAGE_FROM_CELSIUS, LEAKAGE_INTERVALS);
  }

  /** Fan power over the cube of speed, where it is not 1. */
  function fanFactor(block: Float64Array, speed: number): number {
    return lookUp(block, block[BLOCK.fanPowerFactor]!, speed * FAN_POWER_INTERVALS, FAN_POWER_INTERVALS);
  }

  /** Speed of the zone that needs less. */
  function coolZone(block: Float64Array, speed: number): number {
    return Math.max(Math.min(block[BLOCK.fanMin]!, speed), speed * block[BLOCK.coolSpeed]!);
  }

  /**
   * Chip, leakage and fans that agree with one another, for ever at this inlet: leakage goes by the last chip temperature
   * and the chip by the last leakage, until nothing changes.
   */
  function rest(block: Float64Array, curveW: number): void {
    const inversePeak = block[BLOCK.inversePeak]!;
    const heldW = settings.leakage ? heldLeakage(block, curveW) : 0;
    resting.leakage = 0;
    const rounds = settings.leakage ? STEADY_ROUNDS : 1;
    for (let round = 0; round < rounds; round++) {
      const powerW = curveW + resting.leakage;
      law.powerW = powerW;
      law.perWatt = here.pacePerWatt;
      law.least = here.paceLeast;
      followLaw(block);
      resting.speed = law.speed;
      resting.path = law.path;
      resting.chip = here.base + resting.path * (powerW * inversePeak);
      if (settings.leakage) {
        const leakage = leakageAt(block, resting.chip) - heldW;
        if (leakage === resting.leakage) break;
        resting.leakage = leakage;
      }
    }
  }

  function heldLeakage(block: Float64Array, curveW: number): number {
    return lookUp(block, block[BLOCK.leakageAtCurve]!, curveW * here.lawPerWatt, CURVE_INTERVALS);
  }

  return {
    begin(block, group, dtSeconds, inletShutdownCelsius) {
      first = a.groupFirst[group]!;
      here.dt = dtSeconds;
      here.inlet = a.groupInletCelsius[group]!;
      here.base = block[BLOCK.liquid]! === 1 ? a.groupCoolantCelsius[group]! : here.inlet;
      const scale = a.groupHeatSink[group]!;
      here.rise = block[BLOCK.chipRise]! * scale;
      const headroom = (block[BLOCK.fanTarget]! - a.groupSensorCelsius[group]!) / block[BLOCK.fanRise]!;
      here.lawPerWatt = LAW_SCALE * block[BLOCK.inversePeak]!;
      here.pacePerWatt = headroom > 0 ? scale * (LAW_SCALE / headroom) * block[BLOCK.inversePeak]! : 0;
      here.paceLeast = headroom > 0 ? 0 : CURVE_INTERVALS;
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
          pathKelvin = resting.path;
          if (settings.leakage) chipLeakageW = leakageAt(block, chip);
        } else {
          law.powerW = curveW;
          law.perWatt = here.pacePerWatt;
          law.least = here.paceLeast;
          followLaw(block);
          speed = awake ? law.speed : 0;
          pathKelvin = awake ? law.path : pathAt(block, 0);
          chip = here.base + pathKelvin * (curveW * block[BLOCK.inversePeak]!);
        }
      } else {
        if (settings.leakage && works) {
          chipLeakageW = leakageAt(block, before);
          leakage = chipLeakageW - heldLeakage(block, curveW);
        }
        const powerW = curveW + leakage;
        if (awake && !(byChip && works)) {
          law.powerW = powerW;
          law.perWatt = here.pacePerWatt;
          law.least = here.paceLeast;
          followLaw(block);
          speed = law.speed;
          pathKelvin = law.path;
        } else {
          speed = awake ? Math.max(a.serverFanSpeed[s]!, block[BLOCK.fanMin]!) : 0;
          pathKelvin = pathAt(block, speed);
        }
        const capacity = block[BLOCK.chipCapacity]!;
        // C dT/dt = P_peak (base + path share - T) / path, implicit in time.
        const held = capacity * pathKelvin;
        const passed = here.dt * peakW;
        chip =
          (held * before + passed * (here.base + pathKelvin * (powerW * block[BLOCK.inversePeak]!))) / (held + passed);
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
        const affinity = block[BLOCK.affinity]! === 1;
        const common = speed * speed * speed * (affinity ? 1 : fanFactor(block, speed));
        const hot = block[BLOCK.hotShare]!;
        let fanShare = common;
        let flowShare = speed;
        if (settings.zonedFans) {
          const cool = coolZone(block, speed);
          fanShare = hot * common + (1 - hot) * (cool * cool * cool * (affinity ? 1 : fanFactor(block, cool)));
          flowShare = hot * speed + (1 - hot) * cool;
        }
        fanW = rated * fanShare;
        flow = block[BLOCK.ratedAirflow]! * flowShare;
        // The measured curve holds the fans as they ran at 22 °C, all at one speed; only the difference is added.
        if (works) {
          law.powerW = curveW;
          law.perWatt = here.lawPerWatt;
          law.least = 0;
          followLaw(block);
          const held = law.speed * law.speed * law.speed * (affinity ? 1 : fanFactor(block, law.speed));
          overhead = leakage + (fanW - rated * held);
        }
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
          runs = pathKelvin * chipLeakageW >= block[BLOCK.runawayLimit]!;
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
