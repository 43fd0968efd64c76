import type { Measures } from './measures';
import { dcie } from './metrics/energy';
import { coolingEer, costPerHour, cue, ere, partialPue, wue } from './metrics/facility';
import type { Engine } from './state';

/** Ratios of the facility from the powers, the water and the grid of this moment; NaN where an input is not known. */
export function measureFacility({ measures, servers, plant, site }: Engine): void {
  // A textbook plant has no circuits: what water it evaporates is not known.
  const textbook = plant.water === null && site.coolingUnits.some(({ medium }) => medium === 'chilled-water');
  if (textbook) measures.waterLps = Number.NaN;
  const { itW, facilityW, coolingW, lossesW, utilityW } = measures;
  measures.dcie = dcie(facilityW, itW);
  measures.ppueCooling = partialPue(itW, coolingW);
  measures.ppuePower = partialPue(itW, lossesW);
  measures.wue = wue(measures.waterLps, itW);
  measures.cue = cue(utilityW, measures.carbonKgPerKWh, itW);
  measures.ere = ere(facilityW, measures.heatReuseW, itW);
  measures.coolingEer = coolingEer(measures.coolingHeatW + servers.totals.liquidHeatW, coolingW);
  measures.costPerHour = costPerHour(utilityW, measures.pricePerKWh, measures.waterLps, measures.waterPricePerM3);
}

/** Adds up what a tick uses. */
export function countUse(measures: Measures, dtSeconds: number): void {
  measures.waterL += measures.waterLps * dtSeconds;
  measures.carbonKg += ((measures.utilityW * dtSeconds) / 3.6e6) * measures.carbonKgPerKWh;
  measures.cost += (measures.costPerHour * dtSeconds) / 3600;
}
