import type { WaterCoil } from '../../site/schema/plant';
import { AIR, AIR_HEAT_CAPACITY } from '../../units/air';
import { humidityRatioAtDewPoint, moistAirEnthalpyJkg } from '../../units/psychrometrics';
import { WATER_HEAT_CAPACITY } from '../../units/water';
import { airSideShare, conductanceShare, counterflowEffectiveness, counterflowTransferUnits } from './heat-exchanger';
import { saturatedCelsius, saturatedEnthalpy } from './saturated-air';

/** A coil as its rating point makes it. Flows in m³/s. */
export interface CoilModel {
  readonly ratedAirflowM3s: number;
  readonly ratedWaterM3s: number;
  /** Conductance at rated flows, W/K. */
  readonly conductanceWK: number;
}

/** What a coil does at one moment. */
export interface CoilPoint {
  waterM3s: number;
  sensibleW: number;
  /** Heat into the water: sensible, and that of the water which condenses. */
  totalW: number;
  /** 1 where water condenses on it. */
  wet: number;
}

export function createCoilPoint(): CoilPoint {
  return { waterM3s: 0, sensibleW: 0, totalW: 0, wet: 0 };
}

/** Share of the ideal counterflow heat above which a rating point is not believed. */
const HIGHEST_EFFECTIVENESS = 0.98;

/** Effectiveness that a rating point asks of a coil; above 1 no coil can do it. */
export function ratedEffectiveness(coil: WaterCoil, ratedAirflowM3s: number): number {
  const airWK = ratedAirflowM3s * AIR_HEAT_CAPACITY;
  const waterWK = coil.ratedHeatW / coil.ratedWaterRiseKelvin;
  const span = coil.ratedAirCelsius - coil.ratedWaterCelsius;
  return coil.ratedHeatW / (Math.min(airWK, waterWK) * span);
}

/** The coil of a rating point: its conductance by effectiveness and NTU in counterflow. */
export function createCoil(coil: WaterCoil, ratedAirflowM3s: number): CoilModel {
  const airWK = ratedAirflowM3s * AIR_HEAT_CAPACITY;
  const waterWK = coil.ratedHeatW / coil.ratedWaterRiseKelvin;
  const smaller = Math.min(airWK, waterWK);
  const effectiveness = Math.min(HIGHEST_EFFECTIVENESS, ratedEffectiveness(coil, ratedAirflowM3s));
  return {
    ratedAirflowM3s,
    ratedWaterM3s: waterWK / WATER_HEAT_CAPACITY,
    conductanceWK: smaller * counterflowTransferUnits(effectiveness, smaller / Math.max(airWK, waterWK)),
  };
}

/**
 * Heat of a coil with this water flow. Dry by effectiveness and NTU; wet by the same with enthalpies in place of
 * temperatures (Braun 1988), the greater of the two, as for a coil that is wet all over or not at all.
 */
export function coilHeat(
  coil: CoilModel,
  airCelsius: number,
  dewPointCelsius: number,
  airflowM3s: number,
  waterCelsius: number,
  waterM3s: number,
  point: CoilPoint,
): void {
  point.waterM3s = waterM3s;
  point.sensibleW = 0;
  point.totalW = 0;
  point.wet = 0;
  if (!(waterM3s > 0) || !(airflowM3s > 0) || airCelsius <= waterCelsius) return;
  const airWK = airflowM3s * AIR_HEAT_CAPACITY;
  const waterWK = waterM3s * WATER_HEAT_CAPACITY;
  const airShare = airflowM3s / coil.ratedAirflowM3s;
  const waterShare = waterM3s / coil.ratedWaterM3s;
  const smaller = Math.min(airWK, waterWK);
  const conductance = coil.conductanceWK * conductanceShare(airShare, waterShare);
  const effectiveness = counterflowEffectiveness(conductance / smaller, smaller / Math.max(airWK, waterWK));
  const dryW = effectiveness * smaller * (airCelsius - waterCelsius);
  point.sensibleW = dryW;
  point.totalW = dryW;
  const ofAirSide = airSideShare(airShare, waterShare);
  const outCelsius = airCelsius - dryW / airWK;
  if (waterCelsius + (outCelsius - waterCelsius) * (1 - ofAirSide) >= dewPointCelsius) return;
  wetHeat(airCelsius, dewPointCelsius, airflowM3s, waterCelsius, waterWK, conductance, ofAirSide, point);
}

function wetHeat(
  airCelsius: number,
  dewPointCelsius: number,
  airflowM3s: number,
  waterCelsius: number,
  waterWK: number,
  conductance: number,
  ofAirSide: number,
  point: CoilPoint,
): void {
  const airKgs = airflowM3s * AIR.density;
  const airSideWK = conductance / ofAirSide;
  const waterSideWK = conductance / (1 - ofAirSide);
  const enteringJkg = moistAirEnthalpyJkg(airCelsius, humidityRatioAtDewPoint(dewPointCelsius));
  const coldestJkg = saturatedEnthalpy(waterCelsius);
  if (enteringJkg <= coldestJkg) return;
  let totalW = point.totalW;
  for (let n = 0; n < 3; n++) {
    const warm = Math.max(waterCelsius + 0.5, waterCelsius + totalW / waterWK);
    const slope = (saturatedEnthalpy(warm) - coldestJkg) / (warm - waterCelsius);
    const airSideKgs = airSideWK / AIR.specificHeat;
    const conductanceKgs = airSideKgs / (1 + (slope * airSideKgs) / waterSideWK);
    const waterKgs = waterWK / slope;
    const smaller = Math.min(airKgs, waterKgs);
    const effectiveness = counterflowEffectiveness(conductanceKgs / smaller, smaller / Math.max(airKgs, waterKgs));
    totalW = effectiveness * smaller * (enteringJkg - coldestJkg);
  }
  if (totalW <= point.totalW) return;
  const contact = 1 - Math.exp(-airSideWK / (airKgs * AIR.specificHeat));
  const surface = saturatedCelsius(enteringJkg - totalW / airKgs / contact, waterCelsius + 1);
  point.wet = 1;
  point.totalW = totalW;
  point.sensibleW = Math.min(totalW, airKgs * AIR.specificHeat * contact * (airCelsius - surface));
}

/** Steps of the valve's search, and the share of the rated water flow at which it stops. */
const VALVE_STEPS = 60;
const VALVE_TOLERANCE = 1e-12;

/**
 * Opens the valve as far as the wanted sensible heat needs, at most to `mostShare` of the rated water flow. On return the
 * point is that of the flow found; its sensible heat is the wanted one to 1e-9, or less where the valve is open.
 */
export function openValve(
  coil: CoilModel,
  wantedW: number,
  airCelsius: number,
  dewPointCelsius: number,
  airflowM3s: number,
  waterCelsius: number,
  point: CoilPoint,
  mostShare = 1,
): void {
  coilHeat(coil, airCelsius, dewPointCelsius, airflowM3s, waterCelsius, mostShare * coil.ratedWaterM3s, point);
  if (!(wantedW > 0)) {
    coilHeat(coil, airCelsius, dewPointCelsius, airflowM3s, waterCelsius, 0, point);
    return;
  }
  if (point.sensibleW <= wantedW) return;
  let low = 0;
  let high = mostShare;
  let errorLow = -wantedW;
  let errorHigh = point.sensibleW - wantedW;
  let side = 0;
  for (let n = 0; n < VALVE_STEPS; n++) {
    // False position with halved ends (Illinois): a few steps where the curve is smooth, never outside the bracket.
    const share = (low * errorHigh - high * errorLow) / (errorHigh - errorLow);
    coilHeat(coil, airCelsius, dewPointCelsius, airflowM3s, waterCelsius, share * coil.ratedWaterM3s, point);
    const error = point.sensibleW - wantedW;
    if (Math.abs(error) <= 1e-10 * wantedW || high - low < VALVE_TOLERANCE) return;
    if (error > 0) {
      high = share;
      errorHigh = error;
      if (side === 1) errorLow /= 2;
      side = 1;
    } else {
      low = share;
      errorLow = error;
      if (side === -1) errorHigh /= 2;
      side = -1;
    }
  }
}
