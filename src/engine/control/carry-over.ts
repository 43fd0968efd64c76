import { driveFan } from '../plant/drive';
import type { Plant } from '../plant/plant';
import { applyControl } from './apply';
import type { CoolingControl } from './cooling-control';
import { type Asking, GRADES } from './requests';
import { type ControlState, controlsAnything, giveOut } from './state';

/** After an edit: a zone that both have goes on where it was, setpoints hold at once, and fans turn as they did. */
export function carryOverControl(from: CoolingControl, fromPlant: Plant, to: CoolingControl, toPlant: Plant): void {
  if (!controlsAnything(to.state)) return;
  carryOverZones(from.state, to.state);
  carryOverUnits(from.state, to.state);
  carryOverRacks(from.state, to.state);
  carryOverChilledWater(from.state, to.state);
  giveOut(to.state);
  const old = indexOf(from.state.structure.unitIds);
  to.state.structure.unitIds.forEach((id, unit) => {
    const before = old.get(id);
    if (before === undefined || toPlant.structure.switchedOn[unit] === 0) return;
    if (from.state.structure.unitZone[before] === -1 || to.state.structure.unitZone[unit] === -1) return;
    driveFan(toPlant, unit, fromPlant.drive.speed[before]!);
  });
  applyControl(to.state, toPlant, 0);
}

const indexOf = (ids: readonly string[]): Map<string, number> => new Map(ids.map((id, index) => [id, index]));

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

function carryOverZones(from: ControlState, to: ControlState): void {
  const oldZone = indexOf(from.structure.zones.map(({ spec }) => spec.id));
  to.structure.zones.forEach(({ spec, units, supplyLaw }, z) => {
    const old = oldZone.get(spec.id);
    if (old === undefined) return;
    const oldSpec = from.structure.zones[old]!.spec;
    const before = from.zones[old]!;
    const after = to.zones[z]!;
    after.warmestCelsius = before.warmestCelsius;
    after.requests = before.requests;
    after.askingRacks = before.askingRacks;
    after.fansAsk = before.fansAsk;
    after.pascals = before.pascals;
    if (before.supply !== null && after.supply !== null && supplyLaw !== null) {
      Object.assign(after.supply, before.supply);
      after.supply.setpoint = within(before.supply.setpoint, supplyLaw.min, supplyLaw.max);
    }
    if (spec.fans !== undefined && oldSpec.fans?.by === spec.fans.by) {
      Object.assign(after.fans, before.fans);
      after.fans.speed = within(before.fans.speed, spec.fans.minSpeed, spec.fans.maxSpeed);
    }
    if (spec.staging !== undefined && oldSpec.staging !== undefined) {
      Object.assign(after.staging, before.staging);
      after.staging.called = Math.min(units.length, before.staging.called);
      after.staging.lead = units.length > 0 ? before.staging.lead % units.length : 0;
    }
  });
}

function carryOverUnits(from: ControlState, to: ControlState): void {
  const old = indexOf(from.structure.unitIds);
  to.structure.unitIds.forEach((id, unit) => {
    const before = old.get(id);
    if (before === undefined) return;
    to.valveAsks[unit] = from.valveAsks[before]!;
    copyAsker(from.coils, before, to.coils, unit);
    const zone = to.structure.unitZone[unit]!;
    if (zone !== -1 && to.structure.zones[zone]!.spec.staging !== undefined) to.called[unit] = from.called[before]!;
  });
}

function carryOverRacks(from: ControlState, to: ControlState): void {
  const old = indexOf(from.structure.rackIds);
  to.structure.rackIds.forEach((id, rack) => {
    const before = old.get(id);
    if (before === undefined) return;
    copyAsker(from.racks, before, to.racks, rack);
    to.rackRequests[rack] = from.rackRequests[before]!;
  });
}

function copyAsker(from: Asking, before: number, to: Asking, after: number): void {
  to.asks[after] = from.asks[before]!;
  to.requests[after] = from.requests[before]!;
  for (let g = 0; g < GRADES; g++) to.overSeconds[after * GRADES + g] = from.overSeconds[before * GRADES + g]!;
}

function carryOverChilledWater(from: ControlState, to: ControlState): void {
  const law = to.structure.chilledWaterLaw;
  if (from.chilledWater === null || to.chilledWater === null || law === null) return;
  Object.assign(to.chilledWater, from.chilledWater);
  to.chilledWater.setpoint = within(from.chilledWater.setpoint, law.min, law.max);
}
