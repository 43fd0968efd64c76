import { WATER_HEAT_CAPACITY } from '../../units/water';
import { chilledWaterTotalW } from './chilled-water';
import { stepChilledWater } from './chilled-water-step';
import { stepFacilityWater } from './facility-water';
import type { Plant } from './plant';
import { rearDoorsHeatW } from './rear-doors';

/** Rise of the water in rear doors, K (assumption). */
const DOOR_RISE_KELVIN = 6;

/**
 * One step of the water circuits behind coils, doors and CDUs. On return the plant's electricity is shared among the
 * chilled-water units by the heat that each gave. Allocates nothing.
 */
export function stepLoops(plant: Plant, dtSeconds: number): void {
  const { water, facility, outdoor } = plant;
  if (facility !== null) {
    const plantCelsius = water === null ? Number.NaN : water.supplyCelsius;
    const plantFlow = water === null ? 1 : water.faults.chilled.share;
    stepFacilityWater(facility, plant.liquidHeatW, outdoor, plantCelsius, dtSeconds, plantFlow);
  }
  if (water === null) return;
  let heatW = 0;
  let flowM3s = 0;
  for (let unit = 0; unit < plant.waterHeatW.length; unit++) {
    heatW += plant.waterHeatW[unit]!;
    flowM3s += plant.waterM3s[unit]!;
  }
  const doorsW = rearDoorsHeatW(plant.doors);
  const liquidW = facility === null ? 0 : facility.toPlantW;
  heatW += doorsW + liquidW;
  flowM3s += doorsW / (DOOR_RISE_KELVIN * WATER_HEAT_CAPACITY);
  flowM3s += liquidW / (water.structure.spec.loop.designRiseKelvin * WATER_HEAT_CAPACITY);
  stepChilledWater(water, heatW, flowM3s, outdoor, dtSeconds);
  const perWatt = heatW > 0 ? chilledWaterTotalW(water) / heatW : 0;
  for (let unit = 0; unit < plant.waterHeatW.length; unit++) {
    if (plant.structure.directExpansion[unit] === 0) plant.coilPowerW[unit] = perWatt * plant.waterHeatW[unit]!;
  }
}
