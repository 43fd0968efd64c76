import type { Site } from '../../site/schema/site';
import { WATER_DENSITY } from '../../units/water';
import { chilledWaterTotalW } from './chilled-water';
import { liquidCoolingPowerW } from './chiller';
import { facilityWaterTotalW } from './facility-water';
import type { Plant } from './plant';
import { distributionLossesW } from './power-chain';
import { rearDoorsHeatW } from './rear-doors';

/**
 * Where the electricity goes, W. A total with a part that is not known is NaN, never a guess.
 * facility = IT + cooling + losses + other. Server fans are inside `itW`, cooling fans inside `coolingW`.
 */
export interface PowerTotals {
  itW: number;
  serverFansW: number;
  coolingW: number;
  /** Parts of `coolingW`. Fans of the units, with those of their economisers. */
  coolingFansW: number;
  /** Compressors of units with direct expansion. */
  compressorsW: number;
  /** Chillers, pumps, fans of towers and dry coolers; NaN where the site gives its plant as one coefficient of performance. */
  chillersW: number;
  pumpsW: number;
  towersW: number;
  /** The liquid loop, all of it. */
  liquidW: number;
  /** Water made up, L/s. */
  waterLps: number;
  /** Heat given to a customer, W. */
  heatReuseW: number;
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
  return {
    itW: 0,
    serverFansW: 0,
    coolingW: 0,
    coolingFansW: 0,
    compressorsW: 0,
    chillersW: 0,
    pumpsW: 0,
    towersW: 0,
    liquidW: 0,
    waterLps: 0,
    heatReuseW: 0,
    lossesW: 0,
    otherW: 0,
    facilityW: 0,
  };
}

/** Writes the totals of the last step. Allocates nothing. */
export function sumPower(
  load: ItLoad,
  plant: Plant,
  site: Pick<Site, 'electrical' | 'plant' | 'liquidLoop'>,
  totals: PowerTotals,
): void {
  totals.itW = load.itW;
  totals.serverFansW = load.serverFansW;
  sumCooling(load, plant, site, totals);
  totals.lossesW = distributionLossesW(site.electrical, load.itW);
  totals.otherW = site.electrical ? site.electrical.otherLoadW : Number.NaN;
  totals.facilityW = totals.itW + totals.coolingW + totals.lossesW + totals.otherW;
}

/** Electricity of cooling by its parts, water and exported heat. */
function sumCooling(load: ItLoad, plant: Plant, site: Pick<Site, 'plant' | 'liquidLoop'>, totals: PowerTotals): void {
  const { water, facility, economisers } = plant;
  let fansW = 0;
  let compressorsW = 0;
  let coilsW = 0;
  let waterKgs = 0;
  for (let unit = 0; unit < plant.fanW.length; unit++) {
    fansW += plant.fanW[unit]! + economisers.fanW[unit]!;
    waterKgs += economisers.waterKgs[unit]!;
    if (plant.structure.directExpansion[unit] === 1) compressorsW += plant.coilPowerW[unit]!;
    else coilsW += plant.coilPowerW[unit]!;
  }
  totals.coolingFansW = fansW;
  totals.compressorsW = compressorsW;
  const plantW = water === null ? coilsW + doorsPowerW(plant, site) : chilledWaterTotalW(water);
  const toldApart = water !== null || plantW === 0;
  totals.chillersW = toldApart ? (water?.chillersW ?? 0) : Number.NaN;
  totals.pumpsW = toldApart ? (water === null ? 0 : water.pumpsW + water.condenserPumpsW) : Number.NaN;
  totals.towersW = toldApart ? (water?.rejectionFansW ?? 0) : Number.NaN;
  totals.liquidW =
    facility === null
      ? liquidCoolingPowerW(site.liquidLoop, site.plant, load.liquidHeatW)
      : facilityWaterTotalW(facility);
  if (water !== null) waterKgs += water.waterKgs;
  if (facility !== null) waterKgs += facility.waterKgs;
  totals.waterLps = (waterKgs * 1000) / WATER_DENSITY;
  totals.heatReuseW = facility === null ? 0 : facility.reuseW;
  totals.coolingW = fansW + compressorsW + plantW + totals.liquidW;
}

/** Rear doors without a computed plant: by the site's constant COP, else not known. */
function doorsPowerW(plant: Plant, site: Pick<Site, 'plant'>): number {
  const heatW = rearDoorsHeatW(plant.doors);
  if (heatW === 0) return 0;
  return site.plant?.kind === 'constant-cop' ? heatW / site.plant.cop : Number.NaN;
}
