import { CURVE_INLET_CELSIUS } from '../../../site/catalogue/server-defaults';
import { COMPONENT_LIMIT_CELSIUS, resistanceTable } from '../fans';
import type { GovernorName } from '../governor';
import type { ServerModel } from '../model';
import { operatingTable } from '../operating-table';
import { leakageTables } from './leakage';

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
  frequency: 33,
  dynamic: 49,
  /** Offsets of tables within the block. */
  fanLaw: 65,
  resistance: 66,
  leakage: 67,
  leakageAtCurve: 68,
  fanPowerFactor: 69,
  /** Operating table for each fastest P-state allowed; 0: none, the governor remembers. */
  operating: 70,
  size: 86,
} as const;

/** Places within an operating table: offsets of its lists. */
export const OPERATING = { ends: 0, bucket: 1, entryStart: 2, weight: 3, pState: 4, size: 5 } as const;

/** Intervals of the table of fan power against speed. */
export const FAN_POWER_INTERVALS = 256;

/** All that the inner loop needs of a model under a governor, in one list of numbers; offsets count from its start. */
export function modelBlock(model: ServerModel, governor: GovernorName): Float64Array {
  const numbers: number[] = new Array<number>(BLOCK.size).fill(0);
  const append = (list: ArrayLike<number>): number => {
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
  };
  for (const [name, value] of Object.entries(single)) numbers[BLOCK[name as keyof typeof BLOCK]] = value;
  for (let p = 0; p < model.frequencyShare.length; p++) {
    numbers[BLOCK.frequency + p] = model.frequencyShare[p]!;
    numbers[BLOCK.dynamic + p] = model.dynamicShare[p]!;
  }
  const leakage = leakageTables(model);
  numbers[BLOCK.fanLaw] = append(model.fanSpeedCurve);
  numbers[BLOCK.resistance] = append(resistanceTable(model));
  numbers[BLOCK.leakage] = append(leakage.atCelsius);
  numbers[BLOCK.leakageAtCurve] = append(leakage.atCurve);
  numbers[BLOCK.fanPowerFactor] = append(fanPowerFactors(model.fanExponent));
  if (governor !== 'conservative') {
    for (let fastest = 0; fastest < model.frequencyShare.length; fastest++) {
      const table = operatingTable(model, governor, fastest);
      const at = numbers.length;
      for (let n = 0; n < OPERATING.size; n++) numbers.push(0);
      numbers[BLOCK.operating + fastest] = at;
      numbers[at + OPERATING.ends] = append(table.ends);
      numbers[at + OPERATING.bucket] = append(table.bucket);
      numbers[at + OPERATING.entryStart] = append(table.entryStart);
      numbers[at + OPERATING.weight] = append(table.entryWeight);
      numbers[at + OPERATING.pState] = append(table.entryPState);
    }
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
