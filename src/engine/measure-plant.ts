import { PLANT_FLAGS } from '../frame/layout';
import { WATER_DENSITY } from '../units/water';
import type { ControlState } from './control/state';
import type { ChilledWater } from './plant/chilled-water';
import type { FacilityWater } from './plant/facility-water';
import type { Plant } from './plant/plant';
import { rearDoorsHeatW } from './plant/rear-doors';
import type { Engine } from './state';

const LITRES = 1000;

/** Weather, circuits and limits of the cooling plant into the measures; NaN where the site has no such part. */
export function measurePlant({ measures, plant, control }: Engine): void {
  const { outdoor, doors } = plant;
  measures.outdoorDryBulbCelsius = outdoor.dryBulbCelsius;
  measures.outdoorWetBulbCelsius = outdoor.wetBulbCelsius;
  measures.outdoorDewPointCelsius = outdoor.dewPointCelsius;
  measures.hourOfYear = outdoor.hourOfYear;
  measures.carbonKgPerKWh = outdoor.carbonKgPerKWh;
  measures.pricePerKWh = outdoor.pricePerKWh;
  measures.waterPricePerM3 = outdoor.waterPricePerM3;
  measures.waterLps = measures.power.waterLps;
  measures.heatReuseW = measures.power.heatReuseW;
  measures.doorHeatW = rearDoorsHeatW(doors);
  let latentW = 0;
  let freeW = 0;
  for (let unit = 0; unit < plant.waterHeatW.length; unit++) {
    if (plant.structure.directExpansion[unit] === 0) latentW += plant.waterHeatW[unit]! - plant.loopHeatW[unit]!;
    freeW += plant.economisers.heatW[unit]!;
  }
  measures.latentHeatW = latentW;
  measures.freeAirHeatW = freeW;
  measures.liquidHeatW = plant.liquidHeatW;
  measureWater(measures, plant.water);
  measureFacility(measures, plant.facility);
  measures.plantFlags = flagsOf(plant);
  measureControl(measures, plant, control.state);
}

function measureControl(measures: Engine['measures'], plant: Plant, control: ControlState): void {
  const { zones } = control;
  let celsius = 0;
  let requests = 0;
  let resets = 0;
  for (let z = 0; z < zones.length; z++) {
    const { supply } = zones[z]!;
    if (supply === null) continue;
    resets++;
    celsius += supply.setpoint;
    requests += zones[z]!.requests;
  }
  measures.supplySetpointCelsius = resets > 0 ? celsius / resets : Number.NaN;
  measures.supplyRequests = resets > 0 ? requests : Number.NaN;
  measures.chilledSetpointCelsius = plant.water?.setpointCelsius ?? Number.NaN;
  measures.chilledRequests = control.chilledWater === null ? Number.NaN : control.chilledWaterRequests;
}

function measureWater(measures: Engine['measures'], water: ChilledWater | null): void {
  measures.plantMode = water?.mode ?? Number.NaN;
  measures.chilledSupplyCelsius = water?.supplyCelsius ?? Number.NaN;
  measures.chilledReturnCelsius = water?.returnCelsius ?? Number.NaN;
  measures.chilledFlowLps = water === null ? Number.NaN : water.flowM3s * LITRES;
  const cooledByAir = water === null || water.structure.rejection === null;
  measures.condenserSupplyCelsius = cooledByAir ? Number.NaN : water.condenserSupplyCelsius;
  measures.condenserReturnCelsius = cooledByAir ? Number.NaN : water.condenserReturnCelsius;
  measures.condenserFlowLps = cooledByAir ? Number.NaN : water.condenserM3s * LITRES;
  measures.chillersRunning = water?.staging.running ?? Number.NaN;
  measures.chillerPartLoad = water?.partLoad ?? Number.NaN;
  measures.chilledHeatW = water?.coilHeatW ?? Number.NaN;
  measures.chillerHeatW = water?.chillerHeatW ?? Number.NaN;
  measures.economiserHeatW = water?.economiserHeatW ?? Number.NaN;
  measures.rejectedHeatW = water?.rejectedW ?? Number.NaN;
  measures.rejectionFanShare = water?.fanShare ?? Number.NaN;
  measures.towerWaterLps = water === null ? Number.NaN : (water.waterKgs * LITRES) / WATER_DENSITY;
  measures.plantStoredW = water?.storedW ?? Number.NaN;
}

function measureFacility(measures: Engine['measures'], facility: FacilityWater | null): void {
  measures.facilityWaterSupplyCelsius = facility?.supplyCelsius ?? Number.NaN;
  measures.facilityWaterReturnCelsius = facility?.returnCelsius ?? Number.NaN;
  measures.coolantCelsius = facility?.coolantCelsius ?? Number.NaN;
  measures.facilityWaterFlowLps = facility === null ? Number.NaN : facility.flowM3s * LITRES;
  measures.facilityRejectedW = facility?.rejectedW ?? Number.NaN;
  measures.facilityToPlantW = facility?.toPlantW ?? Number.NaN;
}

function flagsOf({ outOfRange, wet, water, facility, doors }: Plant): number {
  let flags = 0;
  for (let unit = 0; unit < outOfRange.length; unit++) {
    if (outOfRange[unit] === 1) flags |= PLANT_FLAGS.unitOutOfRange;
    if (wet[unit] === 1) flags |= PLANT_FLAGS.coilWet;
  }
  if (water?.outOfRange === 1) flags |= PLANT_FLAGS.plantOutOfRange;
  if (water?.saturated === 1) flags |= PLANT_FLAGS.plantSaturated;
  if (facility?.aboveClass === 1) flags |= PLANT_FLAGS.facilityAboveClass;
  if (facility?.outOfRange === 1) flags |= PLANT_FLAGS.facilityOutOfRange;
  if (doors !== null) {
    for (let d = 0; d < doors.dewLimited.length; d++) {
      if (doors.dewLimited[d] === 1 && doors.heatW[d]! > 0) flags |= PLANT_FLAGS.doorDewLimited;
    }
  }
  return flags;
}
