import type { ChilledWater } from './chilled-water';
import type { Staging } from './chiller-bank';

/** A flow switch stops the machines below this share of design flow (assumption). */
const LEAST_FLOW_SHARE = 0.2;

/** Condenser water at which the machines cut out on pressure, and at which they may start again, °C (assumption). */
const CUT_OUT_CELSIUS = 42;
const CUT_IN_CELSIUS = 34;

/** Condensing temperature above leaving condenser water and range of that water at design, K (assumption, as in the lift). */
const WATER_APPROACH_KELVIN = 1.5;
const WATER_RANGE_KELVIN = 5.6;
/** The same of an air-cooled machine (assumption). */
const AIR_APPROACH_KELVIN = 6;
const AIR_RANGE_KELVIN = 9;

const WATER_UNITS = Math.log(1 + WATER_RANGE_KELVIN / WATER_APPROACH_KELVIN);
const AIR_UNITS = Math.log(1 + AIR_RANGE_KELVIN / AIR_APPROACH_KELVIN);

/** Machines that may run now. Holds the cut-out; without it in steps of unlimited length. */
function machinesFit({ faults, structure, condenserSupplyCelsius }: ChilledWater, dtSeconds: number): number {
  if (faults.chilled.share < LEAST_FLOW_SHARE) return 0;
  if (structure.rejection !== null) {
    if (faults.condenser.share < LEAST_FLOW_SHARE) return 0;
    if (condenserSupplyCelsius > CUT_OUT_CELSIUS) faults.cutOut = 1;
    else if (condenserSupplyCelsius < CUT_IN_CELSIUS) faults.cutOut = 0;
    if (faults.cutOut === 1 && dtSeconds !== Number.POSITIVE_INFINITY) return 0;
  }
  return Math.max(0, structure.spec.chillers.count - faults.machinesOut);
}

/**
 * Stops machines that may not run, and starts those again that a fault has stopped. Returns how many may run; on return
 * `machineShare` is the capacity that they can give, at once less after a trip and rising over the ramp after a restart.
 */
export function followMachines(plant: ChilledWater, dtSeconds: number): number {
  const { faults, staging, structure } = plant;
  const { count } = structure.spec.chillers;
  const fit = machinesFit(plant, dtSeconds);
  const target = fit / count;
  if (target <= faults.machineShare || dtSeconds === Number.POSITIVE_INFINITY || !(faults.rampSeconds > 0)) {
    faults.machineShare = target;
  } else faults.machineShare = Math.min(target, faults.machineShare + dtSeconds / faults.rampSeconds);
  resumeMachines(staging, faults, fit);
  return fit;
}

function resumeMachines(staging: Staging, faults: ChilledWater['faults'], fit: number): void {
  if (staging.running > fit) {
    faults.resume = Math.max(faults.resume, staging.running);
    staging.running = fit;
    staging.secondsSinceChange = 0;
  } else if (faults.resume > 0 && fit > staging.running) {
    staging.running = Math.min(faults.resume, fit);
    staging.secondsSinceChange = 0;
    if (staging.running === faults.resume) faults.resume = 0;
  }
}

/**
 * By how much warmer a clean condenser's water or air would have to be to cost the machines what fouling does, K. A
 * condensing exchanger of N transfer units leaves the refrigerant range / (exp(N) - 1) above the leaving water.
 */
export function foulingKelvin({
  faults,
  structure,
  condenserM3s,
  rejectedRangeKelvin,
  partLoad,
}: FoulingState): number {
  const share = faults.condenserConductance;
  if (share === 1) return 0;
  const units = structure.rejection === null ? AIR_UNITS : WATER_UNITS;
  const range = structure.rejection === null ? AIR_RANGE_KELVIN * partLoad : rejectedRangeKelvin;
  if (structure.rejection !== null && !(condenserM3s > 0)) return 0;
  return range * (1 / Math.expm1(share * units) - 1 / Math.expm1(units));
}

interface FoulingState {
  readonly faults: { readonly condenserConductance: number };
  readonly structure: { readonly rejection: object | null };
  readonly condenserM3s: number;
  readonly rejectedRangeKelvin: number;
  readonly partLoad: number;
}
