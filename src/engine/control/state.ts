import type { Site } from '../../site/schema/site';
import { createFanLoop, type FanLoop } from './fan-loop';
import { type Asking, createAsking } from './requests';
import { createReset, type ResetState } from './reset';
import { createStaging, type StagingState } from './staging';
import { type ControlStructure, readControl, type ZoneStructure } from './structure';

/** What a zone remembers and shows. */
export interface ZoneState {
  readonly supply: ResetState | null;
  readonly fans: FanLoop;
  readonly staging: StagingState;
  /** Requests that count, multipliers included, and how many racks ask. */
  requests: number;
  askingRacks: number;
  /** 1 while fans that follow the inlet ask for colder air. */
  fansAsk: number;
  /** Warmest inlet of its racks, °C, and the pressure that its fans hold, Pa; NaN where it has none. */
  warmestCelsius: number;
  pascals: number;
}

/** Control of the cooling of one site: state of every loop and what it asks of units and plant. No history but this. */
export interface ControlState {
  readonly structure: ControlStructure;
  readonly zones: readonly ZoneState[];
  /** Requests of racks, by rack of the site; those of units for colder water, by unit. */
  readonly racks: Asking;
  readonly rackRequests: Float64Array;
  readonly coils: Asking;
  /** 1 while the unit's valve is open so far that it asks for colder water. */
  readonly valveAsks: Uint8Array;
  readonly chilledWater: ResetState | null;
  chilledWaterRequests: number;
  /** Asked of each unit: supply air, °C, speed, share of full; NaN where the unit's own holds. 1: called to run. */
  readonly supplyCelsius: Float64Array;
  readonly speed: Float64Array;
  readonly called: Uint8Array;
  /** Chilled water, °C; NaN where the plant's own holds. */
  chilledWaterCelsius: number;
  /** Largest move in the last iteration towards rest: setpoints, K, and speeds, shares, over what counts as at rest. */
  restlessness: number;
}

export function createControl(site: Site): ControlState {
  const structure = readControl(site);
  const units = site.coolingUnits.length;
  const state: ControlState = {
    structure,
    zones: structure.zones.map((zone) => createZone(structure, zone)),
    racks: createAsking(site.racks.length),
    rackRequests: new Float64Array(site.racks.length),
    coils: createAsking(units),
    valveAsks: new Uint8Array(units),
    chilledWater: structure.chilledWaterLaw === null ? null : createReset(structure.chilledWaterLaw),
    chilledWaterRequests: 0,
    supplyCelsius: new Float64Array(units).fill(Number.NaN),
    speed: new Float64Array(units).fill(Number.NaN),
    called: new Uint8Array(units).fill(1),
    chilledWaterCelsius: Number.NaN,
    restlessness: 0,
  };
  giveOut(state);
  return state;
}

function createZone({ unitSpeed }: ControlStructure, zone: ZoneStructure): ZoneState {
  const { fans } = zone.spec;
  let speed = 0;
  for (const unit of zone.units) speed += unitSpeed[unit]! / zone.units.length;
  if (fans !== undefined) speed = Math.max(fans.minSpeed, Math.min(fans.maxSpeed, speed));
  return {
    supply: zone.supplyLaw === null ? null : createReset(zone.supplyLaw),
    fans: createFanLoop(speed),
    staging: createStaging(zone.units.length),
    requests: 0,
    askingRacks: 0,
    fansAsk: 0,
    warmestCelsius: Number.NaN,
    pascals: Number.NaN,
  };
}

/** What the loops have come to, unit by unit. Who runs is set by the staging. */
export function giveOut(state: ControlState): void {
  const { structure, zones, supplyCelsius, speed } = state;
  structure.zones.forEach((zone, z) => {
    const { supply, fans } = zones[z]!;
    for (const unit of zone.units) {
      if (structure.unitZone[unit] !== z) continue;
      if (supply !== null && structure.unitHoldsSupply[unit] === 1) supplyCelsius[unit] = supply.setpoint;
      if (zone.spec.fans !== undefined) speed[unit] = fans.speed;
    }
  });
  if (state.chilledWater !== null) state.chilledWaterCelsius = state.chilledWater.setpoint;
}

/** Whether the site leaves anything to this control. */
export function controlsAnything({ structure }: ControlState): boolean {
  return structure.zones.length > 0 || structure.chilledWaterLaw !== null;
}
