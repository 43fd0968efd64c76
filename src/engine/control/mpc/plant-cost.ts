import type { ChilledWaterReset } from '../../../site/schema/control';
import type { Site } from '../../../site/schema/site';
import { driveFan } from '../../plant/drive';
import { createPlant, type Plant } from '../../plant/plant';
import { createPowerTotals, type PowerTotals, sumPower } from '../../plant/power-totals';
import { stepPlant } from '../../plant/step';

/** Iterations towards rest of coils, water and machines at given return air. */
const RESTING_ROUNDS = 6;
/** A reset of the chilled water goes towards valves that are open this much less than what asks for colder water. */
const VALVE_BAND = 0.05;
/** Kelvin of chilled water for the whole way of a valve, in one iteration (assumption, as in the reset itself). */
const KELVIN_PER_VALVE = 5;

/** A second plant of the site, on which is tried what a setpoint would cost. */
export interface PlantCost {
  readonly site: Site;
  readonly plant: Plant;
  readonly totals: PowerTotals;
  readonly noSensors: Float64Array;
  readonly load: { itW: number; serverFansW: number; liquidHeatW: number };
}

export function createPlantCost(site: Site): PlantCost {
  return {
    site,
    plant: createPlant(site),
    totals: createPowerTotals(),
    noSensors: new Float64Array(site.sensors.length).fill(Number.NaN),
    load: { itW: 0, serverFansW: Number.NaN, liquidHeatW: 0 },
  };
}

/** Makes the second plant that of the moment: weather, water, stages, trips. Allocates nothing. */
export function followPlant(cost: PlantCost, now: Plant): void {
  copyState(now, cost.plant);
}

/** Copies numbers and arrays of one object into another of the same shape; what never changes is left alone. */
function copyState(from: object, to: object): void {
  const source = from as Record<string, unknown>;
  const target = to as Record<string, unknown>;
  for (const key in source) {
    if (key === 'structure') continue;
    const value = source[key];
    const old = target[key];
    if (ArrayBuffer.isView(value)) (old as Float64Array).set(value as Float64Array);
    else if (value !== null && typeof value === 'object' && old !== null) copyState(value, old as object);
    else if (typeof value === 'number') target[key] = value;
  }
}

/**
 * Power of the site, W, where units supply and blow as asked and draw the return air given, everything at rest: racks,
 * fans, machines, pumps, heat rejection, losses of the chain. What the site does not know is not counted, alike for every
 * candidate. `water`: the reset that moves the chilled water with the valves, if there is one.
 */
export function powerAt(
  cost: PlantCost,
  now: Plant,
  supplyCelsius: Float64Array,
  speed: Float64Array,
  returnCelsius: Float64Array,
  itW: number,
  liquidHeatW: number,
  water: ChilledWaterReset | undefined,
): number {
  const { plant, totals, site, load } = cost;
  followPlant(cost, now);
  plant.liquidHeatW = liquidHeatW;
  for (let unit = 0; unit < speed.length; unit++) {
    if (plant.structure.switchedOn[unit] === 1) driveFan(plant, unit, speed[unit]!);
    plant.commandCelsius[unit] = supplyCelsius[unit]!;
  }
  for (let round = 0; round < RESTING_ROUNDS; round++) {
    stepPlant(plant, returnCelsius, cost.noSensors, Number.POSITIVE_INFINITY);
    if (water !== undefined && plant.water !== null) {
      const room = water.openAbove - VALVE_BAND - widestValve(plant);
      const next = plant.water.setpointCelsius + KELVIN_PER_VALVE * room;
      if (!Number.isNaN(next))
        plant.water.setpointCelsius = Math.max(water.minCelsius, Math.min(water.maxCelsius, next));
    }
  }
  load.itW = itW;
  load.liquidHeatW = liquidHeatW;
  sumPower(load, plant, site, totals);
  const coolingW = known(totals.coolingW) ? totals.coolingW : totals.coolingFansW;
  return itW + coolingW + (known(totals.lossesW) ? totals.lossesW : 0);
}

const known = (value: number): boolean => !Number.isNaN(value);

/** Position of the valve that is open farthest, 0-1; NaN where none is known. */
function widestValve({ structure, waterM3s, airflowM3s }: Plant): number {
  let widest = Number.NaN;
  for (let unit = 0; unit < waterM3s.length; unit++) {
    const coil = structure.waterCoils[unit]!;
    if (coil === null || !(airflowM3s[unit]! > 0)) continue;
    const share = waterM3s[unit]! / coil.ratedWaterM3s;
    if (!(share <= widest)) widest = share;
  }
  return widest;
}
