import { AIR_HEAT_CAPACITY } from '../../units/air';
import { wetBulbCelsius } from '../../units/psychrometrics';
import { chilledWaterPowerW, mooreOutOfRange } from './chiller';
import { passCasing, stepCoil } from './coil';
import { dxCapacityFactor, dxCompressorW, dxEnergyInputFactor, dxOutOfRange } from './dx-coil';
import type { Plant } from './plant';
import { nextCoolingShare, nextFanShare, warmStore } from './trips';
import { nextCommand, SENSOR_MODE, SUPPLY_MODE } from './unit-control';

/** Share of the capacity within which a unit counts as saturated. */
const SATURATION_TOLERANCE = 1e-9;

/**
 * One step of every cooling unit: what it wants, what its capacity allows, what that costs. Reads the return
 * air of each unit and the sensors of the site (°C, site order), writes everything else. On return
 * heat = rho cp Q (return - supply); what is asked of the coil is within its capacity, and >= 0 where it is cooled. `dtSeconds` may be
 * Infinity: supply control is then exact, PI control moves by a nominal step, what has tripped stands still. Allocates nothing.
 */
export function stepPlant(
  plant: Plant,
  unitReturnCelsius: Float64Array,
  sensorCelsius: Float64Array | Float32Array,
  dtSeconds: number,
): void {
  const { structure } = plant;
  for (let unit = 0; unit < structure.unitIds.length; unit++) {
    const returnCelsius = unitReturnCelsius[unit]!;
    plant.returnCelsius[unit] = returnCelsius;
    plant.saturated[unit] = 0;
    plant.outOfRange[unit] = 0;
    followTrips(plant, unit, dtSeconds);
    if (plant.airflowM3s[unit]! > 0) {
      cool(plant, unit, returnCelsius, sensorCelsius, dtSeconds);
    } else {
      plant.supplyCelsius[unit] = returnCelsius;
      plant.heatW[unit] = 0;
      plant.coilHeatW[unit] = 0;
      plant.loopHeatW[unit] = 0;
      plant.coilPowerW[unit] = 0;
      plant.powerW[unit] = plant.fanW[unit]!;
    }
  }
}

/** Moves fan and coil towards what drives them. In normal operation nothing changes. */
function followTrips(plant: Plant, unit: number, dtSeconds: number): void {
  const { trips, structure } = plant;
  const fanStopped = trips.fanStopped[unit] === 1;
  if (fanStopped || trips.fanShare[unit]! < 1) {
    const share = nextFanShare(
      trips.fanShare[unit]!,
      fanStopped,
      structure.flowFraction[unit]!,
      trips.runDownSeconds[unit]!,
      dtSeconds,
    );
    trips.fanShare[unit] = share;
    plant.airflowM3s[unit] = structure.setAirflowM3s[unit]! * share;
    plant.fanW[unit] = fanStopped ? 0 : structure.setFanW[unit]! * share ** structure.fanExponent[unit]!;
  }
  trips.coolingShare[unit] = nextCoolingShare(
    trips.coolingShare[unit]!,
    trips.coolingStopped[unit] === 1,
    trips.coolingRampSeconds[unit]!,
    dtSeconds,
  );
}

/**
 * Air that passes a coil which nothing cools: it takes up the heat of the fan and gives what it can to coil and store.
 * The controller waits, so that it does not start with an old error.
 */
function passUncooled(plant: Plant, unit: number, returnCelsius: number, dtSeconds: number): void {
  const capacityRateWK = plant.airflowM3s[unit]! * AIR_HEAT_CAPACITY;
  const fanW = plant.fanW[unit]!;
  const casingW = passCasing(plant.coils, unit, returnCelsius, capacityRateWK, dtSeconds);
  const onCoilCelsius = returnCelsius + (fanW - casingW) / capacityRateWK;
  const storedW = warmStore(plant.trips, unit, onCoilCelsius, capacityRateWK, dtSeconds) + casingW;
  plant.heatW[unit] = storedW - fanW;
  plant.supplyCelsius[unit] = returnCelsius - plant.heatW[unit]! / capacityRateWK;
  plant.coilHeatW[unit] = 0;
  plant.loopHeatW[unit] = 0;
  plant.coilPowerW[unit] = 0;
  plant.powerW[unit] = fanW;
  plant.previousErrorKelvin[unit] = Number.NaN;
}

function cool(
  plant: Plant,
  unit: number,
  returnCelsius: number,
  sensorCelsius: Float64Array | Float32Array,
  dtSeconds: number,
): void {
  const { structure, trips } = plant;
  const coolingShare = trips.coolingShare[unit]!;
  if (coolingShare === 0) {
    passUncooled(plant, unit, returnCelsius, dtSeconds);
    return;
  }
  const capacityRateWK = plant.airflowM3s[unit]! * AIR_HEAT_CAPACITY;
  const casingW = passCasing(plant.coils, unit, returnCelsius, capacityRateWK, dtSeconds);
  const enteringCelsius = returnCelsius - casingW / capacityRateWK;
  const capacityW = availableCapacityW(plant, unit, enteringCelsius);
  const coldestCelsius = enteringCelsius - capacityW / capacityRateWK;
  if (structure.mode[unit] !== SUPPLY_MODE) {
    const sensor = structure.sensorIndex[unit]!;
    const measured = structure.mode[unit] === SENSOR_MODE ? (sensorCelsius[sensor] ?? Number.NaN) : returnCelsius;
    const error = measured - structure.setpointCelsius[unit]!;
    const lowest = Math.max(structure.minSupplyCelsius[unit]!, coldestCelsius);
    plant.commandCelsius[unit] = nextCommand(
      plant.commandCelsius[unit]!,
      error,
      plant.previousErrorKelvin[unit]!,
      dtSeconds,
      lowest,
      enteringCelsius,
    );
    plant.previousErrorKelvin[unit] = error;
  }
  // A coil can't heat: it passes on air that is already colder than it should be.
  let supplyCelsius = Math.min(enteringCelsius, Math.max(plant.commandCelsius[unit]!, coldestCelsius));
  let heatW = capacityRateWK * (enteringCelsius - supplyCelsius);
  const fanW = plant.fanW[unit]!;
  if (coolingShare < 1) {
    heatW = coolingShare * (heatW + fanW) - fanW;
    supplyCelsius = enteringCelsius - heatW / capacityRateWK;
  }
  plant.saturated[unit] = heatW >= capacityW * (1 - SATURATION_TOLERANCE) ? 1 : 0;
  const wantedW = heatW + fanW;
  const onCoilCelsius = enteringCelsius + fanW / capacityRateWK;
  const coilW = stepCoil(plant, unit, onCoilCelsius, capacityRateWK, wantedW, capacityW + fanW, dtSeconds);
  if (coilW !== wantedW) {
    heatW = coilW - fanW;
    supplyCelsius = enteringCelsius - heatW / capacityRateWK;
  }
  plant.supplyCelsius[unit] = supplyCelsius;
  plant.heatW[unit] = heatW + casingW;
  plant.coilHeatW[unit] = coilW;
  spend(plant, unit, enteringCelsius, capacityW);
}

/** Outdoor temperature moves the capacity of a DX coil; elsewhere it is what the site says. */
function availableCapacityW(plant: Plant, unit: number, returnCelsius: number): number {
  const { structure } = plant;
  const ratedW = structure.capacityW[unit]!;
  if (structure.directExpansion[unit] === 0 || Number.isNaN(structure.outdoorCelsius) || ratedW === Infinity)
    return ratedW;
  const wetBulb = wetBulbCelsius(returnCelsius, structure.dewPointCelsius);
  return ratedW * dxCapacityFactor(wetBulb, structure.outdoorCelsius, flowFraction(plant, unit));
}

/** Flow over that at full fan speed, now. */
function flowFraction(plant: Plant, unit: number): number {
  return plant.structure.flowFraction[unit]! * plant.trips.fanShare[unit]!;
}

function spend(plant: Plant, unit: number, returnCelsius: number, capacityW: number): void {
  const { structure } = plant;
  const loopHeatW = plant.loopHeatW[unit]!;
  if (structure.directExpansion[unit] === 1) {
    plant.coilPowerW[unit] = compressorW(plant, unit, returnCelsius, capacityW);
    plant.powerW[unit] = plant.fanW[unit]! + plant.coilPowerW[unit]!;
  } else {
    plant.coilPowerW[unit] = chilledWaterPowerW(structure.plant, loopHeatW, plant.supplyCelsius[unit]!);
    plant.powerW[unit] = plant.fanW[unit]!;
    if (structure.plant?.kind === 'moore-cop' && mooreOutOfRange(plant.supplyCelsius[unit]!))
      plant.outOfRange[unit] = 1;
  }
}

/**
 * Curves where rated COP and outdoor temperature are known; else a constant COP of the site, which covers
 * condensers too; else not known.
 */
function compressorW(plant: Plant, unit: number, returnCelsius: number, capacityW: number): number {
  const { structure } = plant;
  const loopHeatW = plant.loopHeatW[unit]!;
  const ratedCop = structure.ratedCop[unit]!;
  if (Number.isNaN(ratedCop) || Number.isNaN(structure.outdoorCelsius)) {
    return structure.plant?.kind === 'constant-cop' ? loopHeatW / structure.plant.cop : Number.NaN;
  }
  const wetBulb = wetBulbCelsius(returnCelsius, structure.dewPointCelsius);
  const flow = flowFraction(plant, unit);
  if (dxOutOfRange(wetBulb, structure.outdoorCelsius, flow)) plant.outOfRange[unit] = 1;
  return dxCompressorW(loopHeatW, capacityW, ratedCop, dxEnergyInputFactor(wetBulb, structure.outdoorCelsius, flow));
}
