import { CURVE_INLET_CELSIUS } from '../../../site/catalogue/server-defaults';
import { COMPONENT_LIMIT_CELSIUS, RESISTANCE_INTERVALS, resistanceAt, resistanceTable } from '../fans';
import type { GovernorName } from '../governor';
import type { ServerModel } from '../model';
import { leakageTables } from './leakage';
import { operatingNumbers } from './operating-block';
import { segments } from './tables';

/** P-states that a model may have at most. */
export const MOST_P_STATES = 16;

/**
 * Places of a model's figures within its block of numbers. The compiled kernel reads the same block at the same places
 * (assembly/servers/block.ts); a test compares the two lists.
 */
export const BLOCK = {
  curve: 0,
  idleW: 11,
  peakW: 12,
  fanTarget: 13,
  fanRise: 14,
  target: 15,
  throttle: 16,
  shutdown: 17,
  chipRise: 18,
  chipCapacity: 19,
  liquid: 20,
  ratedAirflow: 21,
  ratedFanPower: 22,
  fanMin: 23,
  hotShare: 24,
  coolSpeed: 25,
  leakagePerKelvin: 26,
  idleStateW: 27,
  idleWake: 28,
  sleepW: 29,
  sleepWake: 30,
  standbyW: 31,
  pStates: 32,
  /** 1 where fan power goes by the cube. */
  affinity: 86,
  frequency: 33,
  dynamic: 49,
  /** Offsets of tables within the block. */
  fanLaw: 65,
  resistance: 66,
  leakage: 67,
  leakageAtCurve: 68,
  fanPowerFactor: 69,
  /** Operating table for each fastest P-state allowed. */
  operating: 70,
  inversePeak: 87,
  /** Leakage times rise of the chip at which it runs away, W K. */
  runawayLimit: 88,
  /** Intervals of the resistance table for each unit of fan speed. */
  speedSpan: 89,
  size: 96,
} as const;

/** Intervals of the table of fan power against speed. */
export const FAN_POWER_INTERVALS = 256;

/** What tables begin at a multiple of: a cache line. */
const ALIGNED = 8;

/**
 * All that the inner loop needs of a model under a governor, in one list of numbers; offsets count from its start. A line of
 * the fan law holds speed and thermal resistance over power.
 */
export function modelBlock(model: ServerModel, governor: GovernorName): Float64Array {
  const numbers: number[] = new Array<number>(BLOCK.size).fill(0);
  const append = (list: ArrayLike<number>): number => {
    while (numbers.length % ALIGNED !== 0) numbers.push(0);
    const at = numbers.length;
    for (let n = 0; n < list.length; n++) numbers.push(list[n]!);
    return at;
  };
  const { chip, states } = model;
  model.powerCurveW.forEach((watts, n) => {
    numbers[BLOCK.curve + n] = watts;
  });
  const fanTarget = chip.liquid ? COMPONENT_LIMIT_CELSIUS : chip.targetCelsius;
  const single: Partial<Record<keyof typeof BLOCK, number>> = {
    idleW: model.idleW,
    peakW: model.peakW,
    fanTarget,
    fanRise: fanTarget - CURVE_INLET_CELSIUS,
    target: chip.targetCelsius,
    throttle: chip.throttleCelsius,
    shutdown: chip.shutdownCelsius,
    chipRise: chip.riseKelvin,
    chipCapacity: chip.heatCapacityJK,
    liquid: chip.liquid ? 1 : 0,
    ratedAirflow: model.fanRatedAirflowM3s,
    ratedFanPower: model.fanRatedPowerW,
    fanMin: model.fanMinSpeed,
    hotShare: model.hotZoneShare,
    coolSpeed: model.coolZoneSpeed,
    leakagePerKelvin: chip.leakagePerKelvin,
    idleStateW: states.idleW,
    idleWake: states.idleWakeSeconds,
    sleepW: states.sleepW,
    sleepWake: states.sleepWakeSeconds,
    standbyW: states.standbyW,
    pStates: model.frequencyShare.length,
    affinity: model.fanExponent === 3 ? 1 : 0,
    inversePeak: 1 / model.peakW,
    runawayLimit: model.peakW / chip.leakagePerKelvin,
    speedSpan: model.fanMinSpeed < 1 ? RESISTANCE_INTERVALS / (1 - model.fanMinSpeed) : 0,
  };
  for (const [name, value] of Object.entries(single)) numbers[BLOCK[name as keyof typeof BLOCK]] = value;
  for (let p = 0; p < model.frequencyShare.length; p++) {
    numbers[BLOCK.frequency + p] = model.frequencyShare[p]!;
    numbers[BLOCK.dynamic + p] = model.dynamicShare[p]!;
  }
  const leakage = leakageTables(model);
  const resistances = model.fanSpeedCurve.map((speed) => resistanceAt(model, speed));
  const resistanceLines = segments(resistances);
  // Beyond the law fans run full.
  const last = model.fanSpeedCurve.length - 1;
  const law = segments(model.fanSpeedCurve).flatMap((line, n) =>
    n < last ? [...line, ...resistanceLines[n]!] : [1, 0, resistanceAt(model, 1), 0],
  );
  numbers[BLOCK.fanLaw] = append(law);
  numbers[BLOCK.resistance] = append(segments(resistanceTable(model)).flat());
  numbers[BLOCK.leakage] = append(segments(leakage.atCelsius).flat());
  numbers[BLOCK.leakageAtCurve] = append(segments(leakage.atCurve).flat());
  numbers[BLOCK.fanPowerFactor] = append(segments(fanPowerFactors(model.fanExponent)).flat());
  for (let fastest = 0; fastest < model.frequencyShare.length; fastest++) {
    const place = append([]);
    numbers[BLOCK.operating + fastest] = place;
    append(operatingNumbers(model, governor, fastest, place));
  }
  return Float64Array.from(numbers);
}

/** What fan power is over the cube of speed, on even steps of speed: 1 for the affinity law. */
function fanPowerFactors(exponent: number): Float64Array {
  return Float64Array.from({ length: FAN_POWER_INTERVALS + 1 }, (_, n) => {
    if (exponent === 3) return 1;
    return Math.max(n, 1) ** (exponent - 3) / FAN_POWER_INTERVALS ** (exponent - 3);
  });
}
