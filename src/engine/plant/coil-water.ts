import { AIR_HEAT_CAPACITY } from '../../units/air';
import type { ChilledWater } from './chilled-water';
import { type CoilModel, type CoilPoint, coilHeat } from './water-coil';

/** Water must be this much too warm before it limits a coil without a rating point, K (assumption: the band of its machines). */
const WARM_WATER_KELVIN = 0.5;

/** The water side of a plant's coils. */
interface CoilWater {
  readonly water: ChilledWater | null;
  readonly structure: {
    readonly waterCoils: readonly (CoilModel | null)[];
    readonly ratedWaterCelsius: Float64Array;
    readonly dewPointCelsius: number;
  };
  /** What is left of the conductance of each coil, 0-1. */
  readonly coilConductance: Float64Array;
}

const fouled = { ratedAirflowM3s: 0, ratedWaterM3s: 0, conductanceWK: 0 };
const point: CoilPoint = { waterM3s: 0, sensibleW: 0, totalW: 0, wet: 0 };

/** The coil of a unit with what is left of its conductance; null without a rating point. The next call writes it over. */
export function coilOf({ structure, coilConductance }: CoilWater, unit: number): CoilModel | null {
  const coil = structure.waterCoils[unit]!;
  if (coil === null || coilConductance[unit] === 1) return coil;
  fouled.ratedAirflowM3s = coil.ratedAirflowM3s;
  fouled.ratedWaterM3s = coil.ratedWaterM3s;
  fouled.conductanceWK = coil.conductanceWK * coilConductance[unit]!;
  return fouled;
}

/** Water that a coil is given, °C: the plant's, else that of its rating point. */
export function waterCelsius({ water, structure }: CoilWater, unit: number): number {
  return water === null ? structure.ratedWaterCelsius[unit]! : water.supplyCelsius;
}

/** Flow that each branch of the circuit can have, share of what it has with all pumps: in proportion to their speed. */
export function flowLeft({ water }: CoilWater): number {
  return water === null ? 1 : water.faults.chilled.share;
}

/**
 * Most heat that a chilled-water coil takes from air of `onCoilCelsius`, W. One without a rating point gives any heat, but
 * where the plant's water is too warm or flows too slowly: then no more than an ideal coil, whose air leaves at the
 * temperature of the water.
 */
export function mostWaterHeatW(plant: CoilWater, unit: number, onCoilCelsius: number, airflowM3s: number): number {
  const left = flowLeft(plant);
  const celsius = waterCelsius(plant, unit);
  const coil = coilOf(plant, unit);
  if (coil !== null) {
    const { dewPointCelsius } = plant.structure;
    coilHeat(coil, onCoilCelsius, dewPointCelsius, airflowM3s, celsius, left * coil.ratedWaterM3s, point);
    return point.sensibleW;
  }
  const { water } = plant;
  if (water === null || (left === 1 && water.supplyCelsius <= water.setpointCelsius + WARM_WATER_KELVIN)) {
    return Number.POSITIVE_INFINITY;
  }
  return Math.max(0, left * airflowM3s * AIR_HEAT_CAPACITY * (onCoilCelsius - celsius));
}
