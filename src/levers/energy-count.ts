import type { ReducedRoom } from '../engine/reduced/reduced-room';
import type { EnergyUse } from '../frame/levers';

const JOULES_PER_KWH = 3.6e6;

export function createEnergyUse(): EnergyUse {
  return {
    computing: 0,
    serverFans: 0,
    unitFans: 0,
    plant: 0,
    chillers: 0,
    pumps: 0,
    towers: 0,
    liquidLoop: 0,
    losses: 0,
    other: 0,
    facility: 0,
  };
}

/** Adds the powers of the last step, held for `seconds`. Servers whose fans are not known count as computing. */
export function countEnergy(use: EnergyUse, { power }: Pick<ReducedRoom, 'power'>, seconds: number): void {
  const hours = seconds / JOULES_PER_KWH;
  const fansW = Number.isNaN(power.serverFansW) ? 0 : power.serverFansW;
  use.computing += hours * (power.itW - fansW);
  use.serverFans += hours * fansW;
  use.unitFans += hours * power.coolingFansW;
  use.plant += hours * (power.coolingW - power.coolingFansW - power.liquidW);
  use.chillers += hours * (power.chillersW + power.compressorsW);
  use.pumps += hours * power.pumpsW;
  use.towers += hours * power.towersW;
  use.liquidLoop += hours * power.liquidW;
  use.losses += hours * power.lossesW;
  use.other += hours * power.otherW;
  use.facility += hours * power.facilityW;
}
