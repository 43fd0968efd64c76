import type { ChillerSet, FittedRange } from '../../site/chillers/chiller-set';
import { ZERO_CELSIUS_KELVIN } from '../../units/air';

/**
 * Difference between the refrigerant's two temperatures beyond that of leaving evaporator and entering condenser water,
 * K: condenser range of 5.6 K and 1.5 K at each exchanger (assumption).
 */
const REFRIGERANT_LIFT_KELVIN = 8.6;

/** Least lift that a compressor is run at, K (assumption: oil return and expansion valve need it). */
const LEAST_LIFT_KELVIN = 10;

/** What one chiller gives and draws at one moment. */
export interface ChillerPoint {
  /** Most heat that it takes from the water, W. */
  availableW: number;
  powerW: number;
  /** Load over capacity; below the set's lowest it cycles. */
  partLoad: number;
  /** A curve was asked outside its fitted range. */
  outOfRange: boolean;
}

export function createChillerPoint(): ChillerPoint {
  return { availableW: 0, powerW: 0, partLoad: 0, outOfRange: false };
}

const clamp = (value: number, { low, high }: FittedRange): number => Math.min(high, Math.max(low, value));

function biquadratic(c: readonly number[], x: number, y: number): number {
  return c[0]! + c[1]! * x + c[2]! * x * x + c[3]! * y + c[4]! * y * y + c[5]! * x * y;
}

/** Lift over evaporator temperature, the inverse of the Carnot COP. */
function inverseCarnot(leavingCelsius: number, condenserCelsius: number): number {
  const lift = Math.max(LEAST_LIFT_KELVIN, condenserCelsius - leavingCelsius + REFRIGERANT_LIFT_KELVIN);
  return lift / (leavingCelsius + ZERO_CELSIUS_KELVIN);
}

/**
 * A chiller of `referenceW` with the curves of a set (EnergyPlus, Chiller:Electric:EIR): capacity Q_r CAPFT, power
 * Q_r CAPFT EIRFT EIRFPLR / COP_r, cycling below the lowest part load. Temperatures, °C: leaving evaporator water,
 * entering condenser water or air. Outside their range the curves' ends are used, and the point says so. Above the range
 * of the leaving water, where no set has been fitted, capacity stays and the COP grows as Carnot's does, so that the share
 * of Carnot's stays what it is at the end of the range (assumption). Load beyond what is available is not taken.
 */
export function evaluateChiller(
  set: ChillerSet,
  referenceW: number,
  heatW: number,
  leavingCelsius: number,
  condenserCelsius: number,
  point: ChillerPoint,
): void {
  const leaving = clamp(leavingCelsius, set.evaporatorCelsius);
  const condenser = clamp(condenserCelsius, set.condenserCelsius);
  const capacityW = referenceW * Math.max(0, biquadratic(set.capacity, leaving, condenser));
  point.availableW = capacityW * set.maxPartLoad;
  point.outOfRange = leaving !== leavingCelsius || condenser !== condenserCelsius;
  const load = Math.min(heatW, point.availableW);
  if (!(load > 0) || capacityW === 0) {
    point.partLoad = 0;
    point.powerW = 0;
    return;
  }
  const partLoad = load / capacityW;
  const running = Math.max(partLoad, set.minPartLoad);
  const onShare = Math.min(1, partLoad / set.minPartLoad);
  const x = Math.max(running, set.minUnloadedPartLoad);
  const [a, b, c] = set.partLoad;
  const energyInput = biquadratic(set.energyInput, leaving, condenser) * (a + b * x + c * x * x);
  let powerW = (capacityW * energyInput * onShare) / set.referenceCop;
  if (leavingCelsius > leaving || condenserCelsius > condenser) {
    const warm = Math.max(leavingCelsius, leaving);
    const hot = Math.max(condenserCelsius, condenser);
    powerW *= inverseCarnot(warm, hot) / inverseCarnot(leaving, condenser);
  }
  point.partLoad = partLoad;
  point.powerW = powerW;
}

/** Share of Carnot's COP that a set reaches at its reference point; what the warm-water assumption keeps. */
export function carnotShare(set: ChillerSet): number {
  return set.referenceCop * inverseCarnot(set.referenceEvaporatorCelsius, set.referenceCondenserCelsius);
}
