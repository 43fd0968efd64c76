import { createPumpFault, type PumpFault } from './pump-trip';

/** What has failed in the chilled-water plant, and how far it has come back. Shares are 0-1. */
export interface ChilledWaterFaults {
  /** Machines that may not run. Set from outside. */
  machinesOut: number;
  /** From restart to full capacity, s. */
  rampSeconds: number;
  /** Capacity that the machines can give now, share of all; 1 in normal operation. */
  machineShare: number;
  /** Machines that ran before the trip and run again as soon as they may. */
  resume: number;
  /** 1: the condenser water was too hot, and the machines wait for it to cool. */
  cutOut: number;
  readonly chilled: PumpFault;
  readonly condenser: PumpFault;
  /** Share of the fans of the heat rejection that stand. Set from outside, as the conductances are. */
  fansOut: number;
  /** What is left of the conductance of condensers, heat rejection and economiser. */
  condenserConductance: number;
  rejectionConductance: number;
  economiserConductance: number;
}

export function createChilledWaterFaults(): ChilledWaterFaults {
  return {
    machinesOut: 0,
    rampSeconds: 0,
    machineShare: 1,
    resume: 0,
    cutOut: 0,
    chilled: createPumpFault(),
    condenser: createPumpFault(),
    fansOut: 0,
    condenserConductance: 1,
    rejectionConductance: 1,
    economiserConductance: 1,
  };
}

/** What has failed in the facility water loop. */
export interface FacilityFaults {
  readonly pumps: PumpFault;
  /** Coolant pumps of the CDUs. */
  readonly coolant: PumpFault;
  fansOut: number;
  rejectionConductance: number;
  /** What is left of the conductance of the CDUs' exchangers. */
  cduConductance: number;
}

export function createFacilityFaults(): FacilityFaults {
  return {
    pumps: createPumpFault(),
    coolant: createPumpFault(),
    fansOut: 0,
    rejectionConductance: 1,
    cduConductance: 1,
  };
}

/** After an edit: what runs down or comes back goes on doing so. */
export function carryOverFaults<F extends ChilledWaterFaults | FacilityFaults>(from: F, to: F): void {
  for (const key of Object.keys(to) as (keyof F)[]) {
    const value = from[key];
    if (typeof value === 'object') Object.assign(to[key] as object, value);
    else to[key] = value;
  }
}
