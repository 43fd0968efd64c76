import { AIR_HEAT_CAPACITY } from '../../units/air';

/**
 * Air side of every chassis. The first five are given, the rest is written. Power and heat in W,
 * temperatures in °C, flow in m³/s.
 */
export interface ChassisThermal {
  readonly airflowM3s: Float64Array;
  /** Heat given to the air stream and to the mass in it. */
  readonly airHeatW: Float64Array;
  /** Heat capacity of the solid parts, J/K; 0 for none. */
  readonly massCapacityJK: Float64Array;
  /** hA / (rho cp Q): how well the mass follows the air. */
  readonly effectiveness: Float64Array;
  /** Share of the mass that meets the air before it is heated. */
  readonly lambda: Float64Array;
  /** Temperature of the mass; NaN before the first step, which starts it at its steady value. */
  readonly massCelsius: Float64Array;
  /** Steel of the rack that the exhaust passes: heat capacity, J/K, and conductance to that air, W/K; 0 for none. */
  readonly frameCapacityJK: Float64Array;
  readonly frameConductanceWK: Float64Array;
  readonly frameCelsius: Float64Array;
  readonly outletCelsius: Float64Array;
  /** Rate at which heat goes into mass and frame; negative when they give it back. */
  readonly storedHeatW: Float64Array;
  /** Heat that neither flow nor mass can take up: no flow and no mass, or no flow in a steady state. */
  readonly unremovedHeatW: Float64Array;
}

/** Flow below which a chassis counts as still, m³/s. */
const STILL_M3S = 1e-9;

/**
 * Thermal mass of a chassis (VanGilder, Pardey, Healey & Zhang 2013, ASHRAE Trans. 119(2), DE-13-032):
 *   M c dTe/dt = hA [lambda (Ta - Te) + (1 - lambda)(Ta + dT - Te)],  q = M c dTe/dt + m cp (Tex - Ta),
 * with dT = q / (m cp), tau1 = M c / hA, tau2 = M c / (m cp), effectiveness = tau2 / tau1, implicit in time:
 *   Te = [Te_old + (dt/tau1)(Ta + (1 - lambda) dT)] / (1 + dt/tau1),  Tex = Ta + dT - (tau2/dt)(Te - Te_old).
 * On return airflow rho cp (Tout - Tin) = airHeat - stored - unremoved holds for every chassis to rounding.
 * dt = Infinity gives the steady state.
 */
export function stepChassisThermal(chassis: ChassisThermal, inletCelsius: Float64Array, dtSeconds: number): void {
  for (let i = 0; i < chassis.airflowM3s.length; i++) {
    if (chassis.airflowM3s[i]! > STILL_M3S) {
      stepFlowing(chassis, i, inletCelsius[i]!, dtSeconds);
      if (chassis.frameCapacityJK[i]! > 0) passFrame(chassis, i, dtSeconds);
    } else stepStill(chassis, i, inletCelsius[i]!, dtSeconds);
  }
}

function stepFlowing(chassis: ChassisThermal, i: number, inletCelsius: number, dtSeconds: number): void {
  const capacityRateWK = chassis.airflowM3s[i]! * AIR_HEAT_CAPACITY;
  const riseKelvin = chassis.airHeatW[i]! / capacityRateWK;
  const massCapacityJK = chassis.massCapacityJK[i]!;
  const steadyCelsius = inletCelsius + (1 - chassis.lambda[i]!) * riseKelvin;
  const rate = (chassis.effectiveness[i]! * capacityRateWK) / massCapacityJK;
  const old = chassis.massCelsius[i]!;
  let storedW = 0;
  if (!(massCapacityJK > 0) || rate === 0) {
    chassis.massCelsius[i] = Number.isNaN(old) ? steadyCelsius : old;
  } else if (Number.isNaN(old) || dtSeconds === Infinity) {
    chassis.massCelsius[i] = steadyCelsius;
  } else {
    const steps = dtSeconds * rate;
    const mass = (old + steps * steadyCelsius) / (1 + steps);
    chassis.massCelsius[i] = mass;
    storedW = (massCapacityJK * (mass - old)) / dtSeconds;
  }
  chassis.storedHeatW[i] = storedW;
  chassis.unremovedHeatW[i] = 0;
  chassis.outletCelsius[i] = inletCelsius + riseKelvin - storedW / capacityRateWK;
}

/**
 * The exhaust goes on past the steel of the rack, at one temperature Tf: a stream along an isothermal surface,
 *   C dTf/dt = e m cp (Tex - Tf),  e = 1 - exp(-hA / (m cp)),
 * implicit in time; the outlet is what the frame leaves of the exhaust.
 */
function passFrame(chassis: ChassisThermal, i: number, dtSeconds: number): void {
  const capacityJK = chassis.frameCapacityJK[i]!;
  const exhaustCelsius = chassis.outletCelsius[i]!;
  const old = chassis.frameCelsius[i]!;
  if (Number.isNaN(old) || dtSeconds === Infinity) {
    chassis.frameCelsius[i] = exhaustCelsius;
    return;
  }
  const capacityRateWK = chassis.airflowM3s[i]! * AIR_HEAT_CAPACITY;
  const effectiveWK = -capacityRateWK * Math.expm1(-chassis.frameConductanceWK[i]! / capacityRateWK);
  const steps = (dtSeconds * effectiveWK) / capacityJK;
  const next = (old + steps * exhaustCelsius) / (1 + steps);
  const storedW = (capacityJK * (next - old)) / dtSeconds;
  chassis.frameCelsius[i] = next;
  chassis.storedHeatW[i]! += storedW;
  chassis.outletCelsius[i] = exhaustCelsius - storedW / capacityRateWK;
}

/** No flow: the mass takes all the heat; without a mass, or for ever, nothing can. */
function stepStill(chassis: ChassisThermal, i: number, inletCelsius: number, dtSeconds: number): void {
  const heatW = chassis.airHeatW[i]!;
  const massCapacityJK = chassis.massCapacityJK[i]!;
  if (Number.isNaN(chassis.massCelsius[i]!)) chassis.massCelsius[i] = inletCelsius;
  chassis.outletCelsius[i] = inletCelsius;
  if (massCapacityJK > 0 && dtSeconds !== Infinity) {
    chassis.massCelsius[i] = chassis.massCelsius[i]! + (heatW * dtSeconds) / massCapacityJK;
    chassis.storedHeatW[i] = heatW;
    chassis.unremovedHeatW[i] = 0;
  } else {
    chassis.storedHeatW[i] = 0;
    chassis.unremovedHeatW[i] = heatW;
  }
}
