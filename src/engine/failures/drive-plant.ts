import type { FailureEvent } from '../../site/scenario/events';
import { DEFAULT_PUMP_RUN_DOWN_SECONDS, type PumpFault } from '../plant/pump-trip';
import type { ChilledWaterFaults, FacilityFaults } from '../plant/water-faults';
import type { Engine } from '../state';
import type { RunningFailure } from './state';
import { isOn, stopsCduPumps, stopsChillers, stopsPumps, stopsRejection } from './windows';

/** Tells the water circuits what has failed in them at this moment. */
export function drivePlant({ plant, failures, site }: Engine, now: number): void {
  const { running } = failures;
  if (plant.water !== null) {
    const { count } = plant.water.structure.spec.chillers;
    driveChilledWater(plant.water.faults, running, now, count);
  }
  if (plant.facility !== null) driveFacility(plant.facility.faults, running, now);
  plant.coilConductance.fill(1);
  for (const failure of running) {
    const { event } = failure;
    if (event.kind !== 'fouling' || event.part !== 'coils' || !isOn(failure, now)) continue;
    site.coolingUnits.forEach(({ id, medium }, unit) => {
      if (medium !== 'chilled-water' || event.unitIds?.includes(id) === false) return;
      plant.coilConductance[unit] = Math.min(plant.coilConductance[unit]!, event.conductanceShare);
    });
  }
}

function driveChilledWater(
  faults: ChilledWaterFaults,
  running: readonly RunningFailure[],
  now: number,
  machines: number,
): void {
  let out = 0;
  let ramp = 0;
  for (const failure of running) {
    if (!stopsChillers(failure, now)) continue;
    const { event } = failure;
    out += event.kind === 'chiller-trip' ? (event.machines ?? machines) : machines;
    ramp = Math.max(ramp, 'rampSeconds' in event ? event.rampSeconds : 0);
  }
  faults.machinesOut = Math.min(machines, out);
  // The ramp is kept for the way back.
  if (out > 0) faults.rampSeconds = ramp;
  drivePumps(faults.chilled, 'chilled', running, now);
  drivePumps(faults.condenser, 'condenser', running, now);
  faults.fansOut = fansOut('plant', running, now);
  faults.condenserConductance = conductance('condenser', running, now);
  faults.rejectionConductance = conductance('rejection', running, now);
  faults.economiserConductance = conductance('economiser', running, now);
}

function driveFacility(faults: FacilityFaults, running: readonly RunningFailure[], now: number): void {
  drivePumps(faults.pumps, 'facility', running, now);
  drivePumps(faults.coolant, 'coolant', running, now);
  faults.fansOut = fansOut('facility', running, now);
  faults.rejectionConductance = conductance('facility-rejection', running, now);
  faults.cduConductance = conductance('cdu', running, now);
}

type Circuit = Extract<FailureEvent, { kind: 'pump-trip' }>['circuit'];

function drivePumps(fault: PumpFault, circuit: Circuit, running: readonly RunningFailure[], now: number): void {
  let out = 0;
  for (const failure of running) {
    const { event } = failure;
    let share = 0;
    if (event.kind === 'pump-trip') {
      if (event.circuit === circuit && isOn(failure, now)) share = event.share;
    } else if (circuit === 'coolant' ? stopsCduPumps(failure, now) : stopsPumps(failure, circuit, now)) share = 1;
    if (share === 0) continue;
    out += share;
    fault.runDownSeconds = event.kind === 'pump-trip' ? event.runDownSeconds : DEFAULT_PUMP_RUN_DOWN_SECONDS;
  }
  fault.out = Math.min(1, out);
}

function fansOut(of: 'plant' | 'facility', running: readonly RunningFailure[], now: number): number {
  let out = 0;
  for (const failure of running) {
    const { event } = failure;
    if (event.kind === 'rejection-fault') out += event.of === of && isOn(failure, now) ? event.share : 0;
    else if (stopsRejection(failure, now)) out = 1;
  }
  return Math.min(1, out);
}

type Part = Extract<FailureEvent, { kind: 'fouling' }>['part'];

function conductance(part: Part, running: readonly RunningFailure[], now: number): number {
  let left = 1;
  for (const failure of running) {
    const { event } = failure;
    if (event.kind === 'fouling' && event.part === part && isOn(failure, now)) left *= event.conductanceShare;
  }
  return left;
}
