import {
  humidityRatioAtDewPoint,
  humidityRatioFromWetBulb,
  moistAirEnthalpyJkg,
  SEA_LEVEL_PASCALS,
} from '../../units/psychrometrics';
import { WATER_SPECIFIC_HEAT } from '../../units/water';
import { saturatedCelsius, saturatedEnthalpy } from './saturated-air';

/**
 * Water over dry air by mass through a tower at design (assumption: 0.75 to 1.5 are common, from memory, to be checked).
 * YorkCalc knows the ratio only as a share of the design one.
 */
export const DESIGN_WATER_TO_AIR = 1.2;

/** Rounds in which the enthalpy that the evaporated water itself carries is found. */
const ROUNDS = 3;

/** Outdoor air at a tower. */
export interface TowerAir {
  readonly dryBulbCelsius: number;
  readonly wetBulbCelsius: number;
  readonly pascals?: number;
}

/**
 * Water that a tower evaporates, kg/s: its air leaves saturated (EnergyPlus' `SaturatedExit`), with the enthalpy that the
 * balance of tower and air gives it,
 *   m_a (h_out - h_in) = heat + m_e c T_leaving,   m_e = m_a (w_out - w_in).
 * The rest of the heat leaves as warm air. In hot dry air more evaporates than the heat alone would: the air gives heat
 * too. `airKgs`: dry air, kg/s; more is taken where air of that flow would have to leave warmer than the water enters.
 */
export function towerEvaporationKgs(
  heatW: number,
  airKgs: number,
  enteringCelsius: number,
  leavingCelsius: number,
  air: TowerAir,
): number {
  const pascals = air.pascals ?? SEA_LEVEL_PASCALS;
  const dry = Math.max(air.dryBulbCelsius, air.wetBulbCelsius);
  const ratioIn = Math.max(0, humidityRatioFromWetBulb(dry, air.wetBulbCelsius, pascals));
  const enthalpyIn = moistAirEnthalpyJkg(dry, ratioIn);
  const hottest = saturatedEnthalpy(enteringCelsius, pascals) - enthalpyIn;
  if (!(heatW > 0) || !(hottest > 0)) return 0;
  let evaporated = 0;
  for (let n = 0; n < ROUNDS; n++) {
    const takenW = heatW + evaporated * WATER_SPECIFIC_HEAT * leavingCelsius;
    const flow = Math.max(airKgs, takenW / hottest);
    const out = saturatedCelsius(enthalpyIn + takenW / flow, enteringCelsius, pascals);
    evaporated = Math.max(0, flow * (humidityRatioAtDewPoint(out, pascals) - ratioIn));
  }
  return evaporated;
}
