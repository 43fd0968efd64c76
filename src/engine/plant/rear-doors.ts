import type { RearDoor } from '../../site/schema/plant';
import type { Site } from '../../site/schema/site';
import { AIR_HEAT_CAPACITY } from '../../units/air';

interface DoorStructure {
  readonly specs: readonly RearDoor[];
  /** Chassis of each door: from `first` up to, not with, `end`. */
  readonly first: Int32Array;
  readonly end: Int32Array;
}

/** Heat exchangers in the rear doors of racks, in rack order; chassis order for the exhaust. */
export interface RearDoors {
  readonly structure: DoorStructure;
  /** Air that the room gets from each chassis, °C: behind the door where there is one. */
  readonly exhaustCelsius: Float64Array;
  readonly heatW: Float64Array;
  readonly waterCelsius: Float64Array;
  /** 1 where the dew point holds the water above what was asked. */
  readonly dewLimited: Uint8Array;
}

/** The doors of a site; null where no rack has one. */
export function createRearDoors(site: Site): RearDoors | null {
  const specs: RearDoor[] = [];
  const first: number[] = [];
  const end: number[] = [];
  let chassis = 0;
  for (const rack of site.racks) {
    if (rack.rearDoor !== undefined) {
      specs.push(rack.rearDoor);
      first.push(chassis);
      end.push(chassis + rack.contents.length);
    }
    chassis += rack.contents.length;
  }
  if (specs.length === 0) return null;
  return {
    structure: { specs, first: Int32Array.from(first), end: Int32Array.from(end) },
    exhaustCelsius: new Float64Array(chassis).fill(site.room.initialCelsius),
    heatW: new Float64Array(specs.length),
    waterCelsius: new Float64Array(specs.length).fill(Number.NaN),
    dewLimited: new Uint8Array(specs.length),
  };
}

/**
 * One step of all doors: each takes its effectiveness of the difference between exhaust and water, less where its capacity
 * ends. Water is never colder than the dew point and its margin, so that nothing condenses, nor than the plant's supply
 * (`plantCelsius`, NaN where there is none); with less flow from its pumps (`flowLeft`, 0-1) they take less in proportion
 * (assumption). On return rho cp Q (outlet - exhaust) summed over a rack = heat of its door.
 */
export function stepRearDoors(
  doors: RearDoors,
  outletCelsius: Float64Array,
  airflowM3s: Float64Array,
  roomDewPointCelsius: number,
  plantCelsius: number,
  flowLeft = 1,
): void {
  const { specs, first, end } = doors.structure;
  doors.exhaustCelsius.set(outletCelsius);
  for (let d = 0; d < specs.length; d++) {
    const spec = specs[d]!;
    const dewLimit = roomDewPointCelsius + spec.dewPointMarginKelvin;
    const coldest = Number.isNaN(plantCelsius) ? spec.waterCelsius : Math.max(spec.waterCelsius, plantCelsius);
    const water = Math.max(coldest, dewLimit);
    doors.waterCelsius[d] = water;
    doors.dewLimited[d] = dewLimit > coldest ? 1 : 0;
    let possibleW = 0;
    for (let n = first[d]!; n < end[d]!; n++) {
      possibleW += airflowM3s[n]! * AIR_HEAT_CAPACITY * Math.max(0, outletCelsius[n]! - water) * spec.effectiveness;
    }
    possibleW *= flowLeft;
    const heatW = Math.min(possibleW, spec.capacityW ?? Number.POSITIVE_INFINITY);
    doors.heatW[d] = heatW;
    if (heatW === 0) continue;
    const share = (flowLeft * spec.effectiveness * heatW) / possibleW;
    for (let n = first[d]!; n < end[d]!; n++) {
      doors.exhaustCelsius[n] = outletCelsius[n]! - share * Math.max(0, outletCelsius[n]! - water);
    }
  }
}

/** Heat of all doors, W. */
export function rearDoorsHeatW(doors: RearDoors | null): number {
  let sum = 0;
  if (doors !== null) for (let d = 0; d < doors.heatW.length; d++) sum += doors.heatW[d]!;
  return sum;
}
