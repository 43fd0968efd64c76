import type { CoolingUnit } from '../../site/schema/cooling-unit';
import type { Plant as PlantSpec } from '../../site/schema/energy';
import type { Site } from '../../site/schema/site';
import { liquidHeatW } from '../../site/validate/it-load';
import { type ChilledWater, carryOverChilledWater, createChilledWater } from './chilled-water';
import { type Coils, createCoils } from './coil';
import type { FanDrive } from './drive';
import { createEconomisers, type Economisers } from './economiser';
import { carryOverFacilityWater, createFacilityWater, type FacilityWater } from './facility-water';
import { createOutdoor, type Outdoor } from './outdoor';
import { createRearDoors, type RearDoors } from './rear-doors';
import { carryOverTrips, createTrips, type UnitTrips } from './trips';
import { RETURN_MODE, SENSOR_MODE, SUPPLY_MODE } from './unit-control';
import { type CoilModel, createCoil } from './water-coil';

/** Dew point of the room air where the site gives none, °C (assumption). */
const DEFAULT_DEW_POINT_CELSIUS = 10;

/** First guess of the drop of temperature over a coil that controls its return air, K (assumption). */
const FIRST_DROP_KELVIN = 10;

/** What the site says about its cooling units, in site order. Never changes. */
export interface PlantStructure {
  readonly unitIds: readonly string[];
  readonly mode: Uint8Array;
  readonly setpointCelsius: Float64Array;
  readonly minSupplyCelsius: Float64Array;
  /** Index into the sensors of the site; -1 for units that follow none. */
  readonly sensorIndex: Int32Array;
  /** Net sensible capacity, W; Infinity where not limited. */
  readonly capacityW: Float64Array;
  /** Coil with its own compressor. */
  readonly directExpansion: Uint8Array;
  /** Heat over electricity of the compressor at rating conditions; NaN where the site does not give it. */
  readonly ratedCop: Float64Array;
  /** 1 where the document has the unit switched on. */
  readonly switchedOn: Uint8Array;
  /** Flow and fan power at full speed. */
  readonly ratedAirflowM3s: Float64Array;
  readonly ratedFanW: Float64Array;
  /** Fan power follows speed to this exponent. */
  readonly fanExponent: Float64Array;
  readonly plant: PlantSpec | undefined;
  /** Coil by its rating point; null for one that gives any heat at any water temperature. */
  readonly waterCoils: readonly (CoilModel | null)[];
  /** Water at a coil with a rating point where no plant is computed, °C. */
  readonly ratedWaterCelsius: Float64Array;
  readonly dewPointCelsius: number;
}

/** Running state of the cooling units: typed arrays in site order. */
export interface Plant {
  readonly structure: PlantStructure;
  /** How the fans are driven: as the site says, until a control changes it. */
  readonly drive: FanDrive;
  readonly airflowM3s: Float64Array;
  readonly fanW: Float64Array;
  readonly supplyCelsius: Float64Array;
  readonly returnCelsius: Float64Array;
  /** Heat taken from the air, return to supply, W: negative only where fans warm air that nothing cools. */
  readonly heatW: Float64Array;
  /** Heat at the coil, W: that of the air and that of the fan in it. */
  readonly coilHeatW: Float64Array;
  /** Heat that water or refrigerant takes from the coil, W: what the air gives it less what the coil stores. */
  readonly loopHeatW: Float64Array;
  /** Electricity that removes the heat of the loop, W: own compressor, or the share of the chilled-water plant. NaN: not known. */
  readonly coilPowerW: Float64Array;
  /** Electricity of the unit itself, W: fan, and compressor if it has one. NaN: not known. */
  readonly powerW: Float64Array;
  /** Supply temperature that the controller asks for, °C. */
  readonly commandCelsius: Float64Array;
  /** Error of the last step for the PI modes, K; NaN before the first. */
  readonly previousErrorKelvin: Float64Array;
  /** 1 where capacity keeps the unit from the temperature that it wants. */
  readonly saturated: Uint8Array;
  readonly trips: UnitTrips;
  readonly coils: Coils;
  /** 1 where a curve was asked outside its fitted range and its end was used. */
  readonly outOfRange: Uint8Array;
  /** Heat that a unit gives to the water, W: that of the loop, and that of what condenses on its coil. */
  readonly waterHeatW: Float64Array;
  readonly waterM3s: Float64Array;
  /** What is left of the conductance of each unit's water coil, 0-1; 1 unless it is fouled. */
  readonly coilConductance: Float64Array;
  /** 1 where water condenses on the coil. */
  readonly wet: Uint8Array;
  readonly economisers: Economisers;
  readonly outdoor: Outdoor;
  /** Null where the site's plant is not computed part by part. */
  readonly water: ChilledWater | null;
  readonly facility: FacilityWater | null;
  readonly doors: RearDoors | null;
  /** Heat that leaves the racks by liquid, W. Set from outside before each step. */
  liquidHeatW: number;
}

const modeOf: Record<CoolingUnit['control']['mode'], number> = {
  supply: SUPPLY_MODE,
  return: RETURN_MODE,
  sensor: SENSOR_MODE,
};

function readStructure(site: Site): PlantStructure {
  const units = site.coolingUnits;
  const sensorIndex = new Map(site.sensors.map((sensor, index) => [sensor.id, index]));
  return {
    unitIds: units.map((unit) => unit.id),
    mode: Uint8Array.from(units, (unit) => modeOf[unit.control.mode]),
    setpointCelsius: Float64Array.from(units, (unit) => unit.control.setpointCelsius),
    minSupplyCelsius: Float64Array.from(units, ({ control }) =>
      control.mode === 'supply' ? -Infinity : control.minSupplyCelsius,
    ),
    sensorIndex: Int32Array.from(units, ({ control }) =>
      control.mode === 'sensor' ? (sensorIndex.get(control.sensorId) ?? -1) : -1,
    ),
    capacityW: Float64Array.from(units, (unit) => unit.capacityW ?? Infinity),
    directExpansion: Uint8Array.from(units, (unit) => (unit.medium === 'dx' ? 1 : 0)),
    ratedCop: Float64Array.from(units, (unit) => unit.ratedCop ?? Number.NaN),
    switchedOn: Uint8Array.from(units, ({ running }) => (running ? 1 : 0)),
    ratedAirflowM3s: Float64Array.from(units, ({ fan }) => fan.ratedAirflowM3s),
    ratedFanW: Float64Array.from(units, ({ fan }) => fan.ratedPowerW),
    fanExponent: Float64Array.from(units, ({ fan }) => fan.powerExponent),
    plant: site.plant,
    waterCoils: units.map((unit) =>
      unit.medium === 'chilled-water' && unit.coil ? createCoil(unit.coil, unit.fan.ratedAirflowM3s) : null,
    ),
    ratedWaterCelsius: Float64Array.from(units, (unit) => unit.coil?.ratedWaterCelsius ?? Number.NaN),
    dewPointCelsius: site.room.dewPointCelsius ?? DEFAULT_DEW_POINT_CELSIUS,
  };
}

/**
 * Fans as the site drives them: flow = rated flow x speed, fan power = rated power x speed^exponent (3: affinity law), all
 * 0 for a unit that is switched off.
 */
function createDrive(units: readonly CoolingUnit[]): FanDrive {
  const speed = Float64Array.from(units, ({ fan, running }) => (running ? fan.speed : 0));
  return {
    speed,
    airflowM3s: Float64Array.from(units, ({ fan }, unit) => fan.ratedAirflowM3s * speed[unit]!),
    fanW: Float64Array.from(units, ({ fan, running }) =>
      running ? fan.ratedPowerW * fan.speed ** fan.powerExponent : 0,
    ),
  };
}

/** Cooling units at rest: flow and fan power follow from the site alone. */
export function createPlant(site: Site): Plant {
  const units = site.coolingUnits;
  const perUnit = (value = 0) => new Float64Array(units.length).fill(value);
  const structure = readStructure(site);
  const drive = createDrive(units);
  return {
    structure,
    drive,
    airflowM3s: drive.airflowM3s.slice(),
    fanW: drive.fanW.slice(),
    supplyCelsius: perUnit(Number.NaN),
    returnCelsius: perUnit(Number.NaN),
    heatW: perUnit(),
    coilHeatW: perUnit(),
    loopHeatW: perUnit(),
    coilPowerW: perUnit(),
    powerW: perUnit(),
    commandCelsius: Float64Array.from(units, ({ control }) => firstCommand(control)),
    previousErrorKelvin: perUnit(Number.NaN),
    saturated: new Uint8Array(units.length),
    trips: createTrips(units),
    coils: createCoils(units),
    outOfRange: new Uint8Array(units.length),
    waterHeatW: perUnit(),
    waterM3s: perUnit(),
    coilConductance: perUnit(1),
    wet: new Uint8Array(units.length),
    economisers: createEconomisers(units.map(({ economiser }) => economiser)),
    outdoor: createOutdoor(site),
    water: site.plant?.kind === 'chilled-water' ? createChilledWater(site.plant, site.coolingControl?.chillers) : null,
    facility: site.liquidLoop?.facility ? createFacilityWater(site.liquidLoop.facility, liquidHeatW(site).fullW) : null,
    doors: createRearDoors(site),
    liquidHeatW: 0,
  };
}

function firstCommand(control: CoolingUnit['control']): number {
  switch (control.mode) {
    case 'supply':
      return control.setpointCelsius;
    case 'return':
      return Math.max(control.minSupplyCelsius, control.setpointCelsius - FIRST_DROP_KELVIN);
    case 'sensor':
      return Math.max(control.minSupplyCelsius, control.setpointCelsius);
  }
}

/** After an edit: a unit that both plants have keeps its temperatures, and its controller if it still does the same. */
export function carryOverPlant(from: Plant, to: Plant): void {
  carryOverChilledWater(from.water, to.water);
  carryOverFacilityWater(from.facility, to.facility);
  const oldIndex = new Map(from.structure.unitIds.map((id, index) => [id, index]));
  to.structure.unitIds.forEach((id, unit) => {
    const old = oldIndex.get(id);
    if (old === undefined) return;
    to.supplyCelsius[unit] = from.supplyCelsius[old]!;
    to.returnCelsius[unit] = from.returnCelsius[old]!;
    carryOverTrips(from.trips, old, to.trips, unit);
    to.loopHeatW[unit] = from.loopHeatW[old]!;
    to.coilConductance[unit] = from.coilConductance[old]!;
    to.coils.casingCelsius[unit] = from.coils.casingCelsius[old]!;
    if (to.economisers.structure[unit] !== null) to.economisers.allowed[unit] = from.economisers.allowed[old]!;
    if (to.structure.mode[unit] !== from.structure.mode[old] || to.structure.mode[unit] === SUPPLY_MODE) return;
    to.commandCelsius[unit] = from.commandCelsius[old]!;
    const sameTarget = to.structure.setpointCelsius[unit] === from.structure.setpointCelsius[old];
    if (sameTarget) to.previousErrorKelvin[unit] = from.previousErrorKelvin[old]!;
  });
}
