import type { Site } from '../../site/schema/site';
import { liquidCoolingPowerW } from './chiller';
import type { Plant } from './plant';
import { distributionLossesW } from './power-chain';

/**
 * Where the electricity goes, W. A total with a part that is not known is NaN, never a guess.
 * facility = IT + cooling + losses + other. Server fans are inside `itW`, cooling fans inside `coolingW`.
 */
export interface PowerTotals {
  itW: number;
  serverFansW: number;
  coolingW: number;
  coolingFansW: number;
  lossesW: number;
  otherW: number;
  facilityW: number;
}

/** The loads that the racks bring. */
export interface ItLoad {
  readonly itW: number;
  readonly serverFansW: number;
  readonly liquidHeatW: number;
}

export function createPowerTotals(): PowerTotals {
  return { itW: 0, serverFansW: 0, coolingW: 0, coolingFansW: 0, lossesW: 0, otherW: 0, facilityW: 0 };
}

/** Writes the totals of the last step. Allocates nothing. */
export function sumPower(
  load: ItLoad,
  plant: Plant,
  site: Pick<Site, 'electrical' | 'plant' | 'liquidLoop'>,
  totals: PowerTotals,
): void {
  let fansW = 0;
  let coilsW = 0;
  for (let unit = 0; unit < plant.fanW.length; unit++) {
    fansW += plant.fanW[unit]!;
    coilsW += plant.coilPowerW[unit]!;
  }
  totals.itW = load.itW;
  totals.serverFansW = load.serverFansW;
  totals.coolingFansW = fansW;
  totals.coolingW = fansW + coilsW + liquidCoolingPowerW(site.liquidLoop, site.plant, load.liquidHeatW);
  totals.lossesW = distributionLossesW(site.electrical, load.itW);
  totals.otherW = site.electrical ? site.electrical.otherLoadW : Number.NaN;
  totals.facilityW = totals.itW + totals.coolingW + totals.lossesW + totals.otherW;
}
