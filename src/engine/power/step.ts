import { POWER_READINGS, type PowerReadings } from '../../frame/power';
import type { Servers } from '../servers/servers';
import { rechargeW, spendStores } from './backup';
import { stepBreakers } from './breakers';
import { type ChainLoads, loadChain } from './chain';
import type { PowerModel } from './model';
import { psuLossW } from './psu-loss';
import type { PowerState } from './state';
import { switchgearLossW, transformerLossW } from './upstream';

/** What the cooling plant draws, W; parts that are not told apart are NaN and stay in the rest. */
export interface CoolingPowers {
  coolingW: number;
  unitFansW: number;
  chillersW: number;
  compressorsW: number;
  pumpsW: number;
  towersW: number;
  liquidW: number;
}

/**
 * Loads, losses and sources of this moment. On return
 * facility = IT + cooling + losses + other and utility + generator + battery = facility + battery charge, to rounding;
 * what is not known is NaN, and so is every total that it is part of. Allocates nothing.
 */
export function measureChain(power: PowerState, servers: Servers, cooling: CoolingPowers): void {
  const { structure, loads, watts, backup } = power;
  const { electrical } = structure;
  const { itW, serverFansW } = servers.totals;
  const onBattery = backup.source === 'battery';
  sumRacks(servers, power.rackW);
  // Without the grid whatever cooling still runs hangs on the UPS.
  const alsoOnUpsW = onBattery && describesBackup(structure) ? known(cooling.coolingW) : 0;
  loadChain(structure, power.rackW, itW, power.outages, alsoOnUpsW, onBattery, loads);
  if (backup.source === 'dark') switchOffChain(loads);
  watts.itW = itW;
  watts.serverFansW = serverFansW;
  watts.psuLossW = psuLossW(structure.supplies, servers);
  watts.computingW = itW - known(serverFansW) - known(watts.psuLossW);
  watts.rackPduLossW = electrical === null ? Number.NaN : loads.rackPduLossW;
  setCooling(watts, cooling);
  if (electrical === null) {
    setUnknown(power);
    return;
  }
  const recharge = rechargeW(electrical, backup);
  watts.batteryChargeW = recharge.keptW;
  watts.pduLossW = loads.pduLossW;
  watts.upsLossW = loads.upsLossW + (recharge.drawnW - recharge.keptW);
  const past = backup.source === 'grid' || backup.source === 'generator' || !describesBackup(structure);
  watts.otherW = past ? electrical.otherLoadW : 0;
  setUpstream(power, loads.inputW - alsoOnUpsW + recharge.drawnW);
  power.otherW = watts.otherW;
  power.lossesW = loads.pduLossW + loads.upsLossW + loads.rackPduLossW + watts.switchgearLossW + watts.transformerLossW;
  power.lossesW += recharge.drawnW - recharge.keptW;
  power.facilityW = itW + cooling.coolingW + power.lossesW + power.otherW;
  const drawnW = power.facilityW + recharge.keptW;
  watts.utilityW = backup.source === 'grid' ? drawnW : 0;
  watts.generatorW = backup.source === 'generator' ? drawnW : 0;
  watts.batteryW = onBattery ? drawnW : 0;
}

/** A site that tells of neither battery nor generator is fed as in normal operation while the grid is away. */
function describesBackup({ electrical }: PowerModel): boolean {
  return electrical?.ups?.battery !== undefined || electrical?.generator !== undefined;
}

function setUpstream({ structure, watts, backup }: PowerState, upsInputW: number): void {
  const electrical = structure.electrical!;
  const switchgearOutW = upsInputW + watts.coolingW + watts.otherW;
  const live = backup.source === 'grid' || backup.source === 'generator' || !describesBackup(structure);
  watts.switchgearLossW = live ? switchgearLossW(electrical, switchgearOutW) : 0;
  const onGrid = backup.source === 'grid' || !describesBackup(structure);
  watts.transformerLossW = onGrid ? transformerLossW(electrical, switchgearOutW + watts.switchgearLossW) : 0;
}

/** Without any source nothing is lost either, not even what a UPS draws at no load. */
function switchOffChain(loads: ChainLoads): void {
  loads.pduLossW = 0;
  loads.upsLossW = 0;
  loads.inputW = 0;
}

const OF_THE_CHAIN = [
  'utilityW',
  'generatorW',
  'batteryW',
  'batteryChargeW',
  'otherW',
  'transformerLossW',
  'switchgearLossW',
  'upsLossW',
  'pduLossW',
] as const;

function setUnknown(power: PowerState): void {
  for (let n = 0; n < OF_THE_CHAIN.length; n++) power.watts[OF_THE_CHAIN[n]!] = Number.NaN;
  power.lossesW = Number.NaN;
  power.otherW = Number.NaN;
  power.facilityW = Number.NaN;
}

const known = (watts: number): number => (Number.isNaN(watts) ? 0 : watts);

function setCooling(watts: PowerReadings, cooling: CoolingPowers): void {
  watts.coolingW = cooling.coolingW;
  watts.unitFansW = cooling.unitFansW;
  watts.chillersW = cooling.chillersW;
  watts.compressorsW = cooling.compressorsW;
  watts.pumpsW = cooling.pumpsW;
  watts.towersW = cooling.towersW;
  watts.liquidW = cooling.liquidW;
  watts.coolingRestW =
    cooling.coolingW -
    known(cooling.unitFansW) -
    known(cooling.chillersW) -
    known(cooling.compressorsW) -
    known(cooling.pumpsW) -
    known(cooling.towersW) -
    known(cooling.liquidW);
}

function sumRacks({ structure, powerW }: Servers, rackW: Float64Array): void {
  rackW.fill(0);
  for (let c = 0; c < powerW.length; c++) rackW[structure.chassisRack[c]!]! += powerW[c]!;
}

/** Counts the energy of a tick and moves battery and fuel on. */
export function countPower(power: PowerState, dtSeconds: number): void {
  const { watts, joules, structure } = power;
  for (let n = 0; n < POWER_READINGS.length; n++) joules[POWER_READINGS[n]!] += watts[POWER_READINGS[n]!] * dtSeconds;
  spendStores(structure.electrical, power.backup, watts, dtSeconds);
  stepBreakers(power, dtSeconds);
}
