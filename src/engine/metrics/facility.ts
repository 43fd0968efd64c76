const JOULES_PER_KWH = 3.6e6;
/** BTU in a watt-hour: 3.412. */
const BTU_PER_WATT_HOUR = 3.412142;

/**
 * Partial PUE of one zone (The Green Grid, white paper 49): (IT + what the zone draws) / IT. NaN where either is
 * unknown or IT is 0.
 */
export function partialPue(itW: number, zoneW: number): number {
  return itW > 0 ? (itW + zoneW) / itW : Number.NaN;
}

/** Water usage effectiveness of the site, L/kWh (The Green Grid 2011; ISO/IEC 30134-9): water over IT energy. */
export function wue(waterLps: number, itW: number): number {
  return itW > 0 ? (waterLps * JOULES_PER_KWH) / itW : Number.NaN;
}

/** Carbon usage effectiveness, kg CO2 a kWh of IT (The Green Grid 2010; ISO/IEC 30134-8). */
export function cue(utilityW: number, carbonKgPerKWh: number, itW: number): number {
  return itW > 0 ? (utilityW * carbonKgPerKWh) / itW : Number.NaN;
}

/** Energy reuse effectiveness (The Green Grid 2010): (facility - heat given away) / IT. */
export function ere(facilityW: number, heatReuseW: number, itW: number): number {
  return itW > 0 ? (facilityW - heatReuseW) / itW : Number.NaN;
}

/** Efficiency of cooling as the trade states it, Btu/h per W: 3.412 times heat over power. Not the EER of the facility. */
export function coolingEer(heatW: number, coolingW: number): number {
  return coolingW > 0 ? (BTU_PER_WATT_HOUR * heatW) / coolingW : Number.NaN;
}

/** What a moment costs, currency an hour: electricity from the grid and, where a price is known, water. */
export function costPerHour(utilityW: number, pricePerKWh: number, waterLps: number, waterPricePerM3: number): number {
  const water = waterLps * 3.6 * waterPricePerM3;
  return (utilityW / 1000) * pricePerKWh + (Number.isNaN(water) ? 0 : water);
}
