import { AIR_HEAT_CAPACITY } from '../../units/air';
import { chilledWaterPowerW, mooreOutOfRange } from './chiller';
import { dxCapacityFactor, dxCompressorW, dxEnergyInputFactor, dxOutOfRange } from './dx-coil';
import type { Plant } from './plant';
import { wetBulbCelsius } from './psychrometrics';
import { nextCommand, SENSOR_MODE, SUPPLY_MODE } from './unit-control';

/** Share of the capacity within which a unit counts as saturated. */
const SATURATION_TOLERANCE = 1e-9;

/**
 * One step of every cooling unit: what it wants, what its capacity allows, what that costs. Reads the return
 * air of each unit and the sensors of the site (°C, site order), writes everything else. On return
 * heat = rho cp Q (return - supply) >= 0 and heat <= capacity for every unit. `dtSeconds` may be Infinity:
 * supply control is then exact, PI control moves by a nominal step. Allocates nothing.
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
    if (plant.airflowM3s[unit]! > 0) {
      cool(plant, unit, returnCelsius, sensorCelsius, dtSeconds);
    } else {
      plant.supplyCelsius[unit] = returnCelsius;
      plant.heatW[unit] = 0;
      plant.coilHeatW[unit] = 0;
      plant.coilPowerW[unit] = 0;
      plant.powerW[unit] = plant.fanW[unit]!;
    }
  }
}

function cool(
  plant: Plant,
  unit: number,
  returnCelsius: number,
  sensorCelsius: Float64Array | Float32Array,
  dtSeconds: number,
): void {
  const { structure } = plant;
  const capacityRateWK = plant.airflowM3s[unit]! * AIR_HEAT_CAPACITY;
  const capacityW = availableCapacityW(plant, unit, returnCelsius);
  const coldestCelsius = returnCelsius - capacityW / capacityRateWK;
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
      returnCelsius,
    );
    plant.previousErrorKelvin[unit] = error;
  }
  // A coil can't heat: it passes on air that is already colder than it should be.
  const supplyCelsius = Math.min(returnCelsius, Math.max(plant.commandCelsius[unit]!, coldestCelsius));
  const heatW = capacityRateWK * (returnCelsius - supplyCelsius);
  plant.supplyCelsius[unit] = supplyCelsius;
  plant.heatW[unit] = heatW;
  plant.coilHeatW[unit] = heatW + plant.fanW[unit]!;
  plant.saturated[unit] = heatW >= capacityW * (1 - SATURATION_TOLERANCE) ? 1 : 0;
  spend(plant, unit, returnCelsius, capacityW);
}

/** Outdoor temperature moves the capacity of a DX coil; elsewhere it is what the site says. */
function availableCapacityW(plant: Plant, unit: number, returnCelsius: number): number {
  const { structure } = plant;
  const ratedW = structure.capacityW[unit]!;
  if (structure.directExpansion[unit] === 0 || Number.isNaN(structure.outdoorCelsius) || ratedW === Infinity)
    return ratedW;
  const wetBulb = wetBulbCelsius(returnCelsius, structure.dewPointCelsius);
  return ratedW * dxCapacityFactor(wetBulb, structure.outdoorCelsius, structure.flowFraction[unit]!);
}

function spend(plant: Plant, unit: number, returnCelsius: number, capacityW: number): void {
  const { structure } = plant;
  const coilHeatW = plant.coilHeatW[unit]!;
  if (structure.directExpansion[unit] === 1) {
    plant.coilPowerW[unit] = compressorW(plant, unit, returnCelsius, capacityW);
    plant.powerW[unit] = plant.fanW[unit]! + plant.coilPowerW[unit]!;
  } else {
    plant.coilPowerW[unit] = chilledWaterPowerW(structure.plant, coilHeatW, plant.supplyCelsius[unit]!);
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
  const coilHeatW = plant.coilHeatW[unit]!;
  const ratedCop = structure.ratedCop[unit]!;
  if (Number.isNaN(ratedCop) || Number.isNaN(structure.outdoorCelsius)) {
    return structure.plant?.kind === 'constant-cop' ? coilHeatW / structure.plant.cop : Number.NaN;
  }
  const wetBulb = wetBulbCelsius(returnCelsius, structure.dewPointCelsius);
  const flow = structure.flowFraction[unit]!;
  if (dxOutOfRange(wetBulb, structure.outdoorCelsius, flow)) plant.outOfRange[unit] = 1;
  return dxCompressorW(coilHeatW, capacityW, ratedCop, dxEnergyInputFactor(wetBulb, structure.outdoorCelsius, flow));
}
