import { CURVE_INLET_CELSIUS } from '../../../site/catalogue/server-defaults';
import { COMPONENT_LIMIT_CELSIUS, resistanceTable } from '../fans';
import type { GovernorName } from '../governor';
import type { ServerModel } from '../model';
import { DEMAND_BUCKETS, operatingTable } from '../operating-table';
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
  /** Operating table for each fastest P-state allowed; 0: none, the governor remembers. */
  operating: 70,
  inversePeak: 87,
  size: 88,
} as const;

/**
 * An operating table: the length of a record, then for each bucket of demand the place (from the table's start) of the first
 * record that reaches it, then the records in order of demand.
 */
export const OPERATING = { stride: 0, bucket: 1, records: 2 + DEMAND_BUCKETS } as const;
/** A record: up to which demand it holds, how many P-states share the time, and for each of them four numbers. */
export const RECORD = { end: 0, count: 1, fastest: 2, entries: 3 } as const;
export const ENTRY = { weight: 0, frequency: 1, inverseFrequency: 2, dynamic: 3, size: 4 } as const;

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
    affinity: model.fanExponent === 3 ? 1 : 0,
    inversePeak: 1 / model.peakW,
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
      numbers[BLOCK.operating + fastest] = append(operatingNumbers(model, governor, fastest));
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

/** An operating table as one list of numbers. */
function operatingNumbers(model: ServerModel, governor: GovernorName, fastest: number): number[] {
  const { ends, mixtures, bucket } = operatingTable(model, governor, fastest);
  const stride = RECORD.entries + ENTRY.size * Math.max(...mixtures.map(({ length }) => length));
  const records = mixtures.flatMap((mixture, n) => {
    const record = new Array<number>(stride).fill(0);
    record[RECORD.end] = ends[n]!;
    record[RECORD.count] = mixture.length;
    record[RECORD.fastest] = mixture[0]!.pState;
    mixture.forEach(({ pState, weight }, k) => {
      const at = RECORD.entries + ENTRY.size * k;
      record[at + ENTRY.weight] = weight;
      record[at + ENTRY.frequency] = model.frequencyShare[pState]!;
      record[at + ENTRY.inverseFrequency] = 1 / model.frequencyShare[pState]!;
      record[at + ENTRY.dynamic] = model.dynamicShare[pState]!;
    });
    return record;
  });
  return [stride, ...bucket.map((interval) => OPERATING.records + stride * interval), ...records];
}
