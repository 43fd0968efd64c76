import { AIR_HEAT_CAPACITY } from '../../units/air';
import { wetBulbCelsius } from '../../units/psychrometrics';
import { WATER_HEAT_CAPACITY } from '../../units/water';
import { chilledWaterPowerW, mooreOutOfRange } from './chiller';
import { passCasing, stepCoil } from './coil';
import { coilOf, flowLeft, mostWaterHeatW, waterCelsius } from './coil-water';
import { stepLoops } from './cooling-loops';
import { dxCapacityFactor, dxCompressorW, dxEnergyInputFactor, dxOutOfRange } from './dx-coil';
import { mostFreeHeatW, takeFreeHeat } from './economiser';
import type { Plant } from './plant';
import { nextCoolingShare, nextFanShare, warmStore } from './trips';
import { nextCommand, SENSOR_MODE, SUPPLY_MODE } from './unit-control';
import { createCoilPoint, openValve } from './water-coil';

/** Share of the capacity within which a unit counts as saturated. */
const SATURATION_TOLERANCE = 1e-9;

const coilPoint = createCoilPoint();

/**
 * One step of every cooling unit and of the plant behind them: what each wants, what its capacity, its coil's water and
 * outdoor air allow, what that costs. Reads the return
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
      plant.waterHeatW[unit] = 0;
      plant.waterM3s[unit] = 0;
      plant.wet[unit] = 0;
      takeFreeHeat(plant.economisers, unit, 0, 0, returnCelsius, 0, plant.outdoor);
    }
  }
  stepLoops(plant, dtSeconds);
}

/** Moves fan and coil towards what drives them. In normal operation nothing changes. */
function followTrips(plant: Plant, unit: number, dtSeconds: number): void {
  const { trips, structure, drive } = plant;
  const fanStopped = trips.fanStopped[unit] === 1;
  if (fanStopped || trips.fanShare[unit]! < 1) {
    const share = nextFanShare(
      trips.fanShare[unit]!,
      fanStopped,
      drive.speed[unit]!,
      trips.runDownSeconds[unit]!,
      dtSeconds,
    );
    trips.fanShare[unit] = share;
    plant.airflowM3s[unit] = drive.airflowM3s[unit]! * share;
    plant.fanW[unit] = fanStopped ? 0 : drive.fanW[unit]! * share ** structure.fanExponent[unit]!;
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
  const enteringCelsius = returnCelsius - casingW / capacityRateWK;
  const freeMostW = freeHeatW(plant, unit, enteringCelsius, capacityRateWK);
  const free = Math.min(
    freeMostW,
    Math.max(0, (enteringCelsius - plant.commandCelsius[unit]!) * capacityRateWK + fanW),
  );
  takeFreeHeat(plant.economisers, unit, free, freeMostW, enteringCelsius, capacityRateWK, plant.outdoor);
  const onCoilCelsius = returnCelsius + (fanW - free - casingW) / capacityRateWK;
  const storedW = warmStore(plant.trips, unit, onCoilCelsius, capacityRateWK, dtSeconds) + casingW + free;
  plant.heatW[unit] = storedW - fanW;
  plant.supplyCelsius[unit] = returnCelsius - plant.heatW[unit]! / capacityRateWK;
  plant.coilHeatW[unit] = 0;
  plant.loopHeatW[unit] = 0;
  plant.coilPowerW[unit] = 0;
  plant.waterHeatW[unit] = 0;
  plant.waterM3s[unit] = 0;
  plant.wet[unit] = 0;
  plant.powerW[unit] = fanW + plant.economisers.fanW[unit]!;
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
  const freeMostW = freeHeatW(plant, unit, enteringCelsius, capacityRateWK);
  const capacityW = availableCapacityW(plant, unit, enteringCelsius, freeMostW);
  const coldestCelsius = enteringCelsius - (capacityW + freeMostW) / capacityRateWK;
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
  // A coil can't heat: it passes on air that is already colder than it should be. Water too warm to take even the fan's
  // heat leaves it in the air.
  const highestCelsius = Math.max(enteringCelsius, coldestCelsius);
  let supplyCelsius = Math.min(highestCelsius, Math.max(plant.commandCelsius[unit]!, coldestCelsius));
  let heatW = capacityRateWK * (enteringCelsius - supplyCelsius);
  const fanW = plant.fanW[unit]!;
  const freeW = Math.min(freeMostW, Math.max(0, heatW + fanW));
  takeFreeHeat(plant.economisers, unit, freeW, freeMostW, enteringCelsius, capacityRateWK, plant.outdoor);
  if (coolingShare < 1) {
    heatW = coolingShare * (heatW + fanW - freeW) + freeW - fanW;
    supplyCelsius = enteringCelsius - heatW / capacityRateWK;
  }
  plant.saturated[unit] = heatW - freeW >= capacityW * (1 - SATURATION_TOLERANCE) ? 1 : 0;
  const wantedW = heatW + fanW - freeW;
  const onCoilCelsius = enteringCelsius + (fanW - freeW) / capacityRateWK;
  // Water that has stopped takes nothing, however slow the valve.
  const ceilingW = flowLeft(plant) < 1 && structure.directExpansion[unit] === 0 ? capacityW + fanW : Infinity;
  const mostW = capacityW + fanW;
  const coilW = stepCoil(plant, unit, onCoilCelsius, capacityRateWK, wantedW, mostW, dtSeconds, ceilingW);
  if (coilW !== wantedW) {
    heatW = coilW + freeW - fanW;
    supplyCelsius = enteringCelsius - heatW / capacityRateWK;
  }
  takeWater(plant, unit, onCoilCelsius);
  plant.supplyCelsius[unit] = supplyCelsius;
  plant.heatW[unit] = heatW + casingW;
  plant.coilHeatW[unit] = coilW;
  spend(plant, unit, enteringCelsius, capacityW);
}

function freeHeatW(plant: Plant, unit: number, enteringCelsius: number, capacityRateWK: number): number {
  const { economisers, structure, outdoor } = plant;
  return mostFreeHeatW(economisers, unit, enteringCelsius, structure.dewPointCelsius, capacityRateWK, outdoor);
}

/**
 * Heat that the unit can take from the air beside that of its fan, W. Outdoor temperature moves it for a DX coil, the
 * water's for one with a rating point; elsewhere it is what the site says.
 */
function availableCapacityW(plant: Plant, unit: number, enteringCelsius: number, freeMostW: number): number {
  const { structure, outdoor } = plant;
  const ratedW = structure.capacityW[unit]!;
  if (structure.directExpansion[unit] === 0) {
    const airflow = plant.airflowM3s[unit]!;
    const fanW = plant.fanW[unit]!;
    const onCoil = enteringCelsius + (fanW - freeMostW) / (airflow * AIR_HEAT_CAPACITY);
    return Math.min(ratedW, mostWaterHeatW(plant, unit, onCoil, airflow) - fanW);
  }
  if (Number.isNaN(outdoor.dryBulbCelsius) || ratedW === Infinity) return ratedW;
  const wetBulb = wetBulbCelsius(enteringCelsius, structure.dewPointCelsius);
  return ratedW * dxCapacityFactor(wetBulb, outdoor.dryBulbCelsius, flowFraction(plant, unit));
}

/** Water that the loop's heat takes: by the coil's valve, else at the design rise of the plant (assumption). */
function takeWater(plant: Plant, unit: number, onCoilCelsius: number): void {
  const { structure, water } = plant;
  plant.wet[unit] = 0;
  plant.waterHeatW[unit] = 0;
  plant.waterM3s[unit] = 0;
  if (structure.directExpansion[unit] === 1) return;
  const heatW = plant.loopHeatW[unit]!;
  plant.waterHeatW[unit] = heatW;
  const coil = coilOf(plant, unit);
  if (coil === null) {
    if (water !== null)
      plant.waterM3s[unit] = heatW / (WATER_HEAT_CAPACITY * water.structure.spec.loop.designRiseKelvin);
    return;
  }
  const airflow = plant.airflowM3s[unit]!;
  const { dewPointCelsius } = structure;
  const celsius = waterCelsius(plant, unit);
  openValve(coil, heatW, onCoilCelsius, dewPointCelsius, airflow, celsius, coilPoint, flowLeft(plant));
  plant.waterM3s[unit] = coilPoint.waterM3s;
  // What condenses adds its heat in the same proportion; the coil's mass may give a little more than its air now does.
  if (coilPoint.sensibleW > 0) plant.waterHeatW[unit] = (heatW * coilPoint.totalW) / coilPoint.sensibleW;
  plant.wet[unit] = coilPoint.wet;
}

/** Flow over that at full fan speed, now. */
function flowFraction(plant: Plant, unit: number): number {
  return plant.drive.speed[unit]! * plant.trips.fanShare[unit]!;
}

function spend(plant: Plant, unit: number, returnCelsius: number, capacityW: number): void {
  const { structure } = plant;
  if (structure.directExpansion[unit] === 1) {
    plant.coilPowerW[unit] = compressorW(plant, unit, returnCelsius, capacityW);
    plant.powerW[unit] = plant.fanW[unit]! + plant.economisers.fanW[unit]! + plant.coilPowerW[unit]!;
  } else {
    plant.coilPowerW[unit] = chilledWaterPowerW(structure.plant, plant.waterHeatW[unit]!, plant.supplyCelsius[unit]!);
    plant.powerW[unit] = plant.fanW[unit]! + plant.economisers.fanW[unit]!;
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
  if (Number.isNaN(ratedCop) || Number.isNaN(plant.outdoor.dryBulbCelsius)) {
    return structure.plant?.kind === 'constant-cop' ? loopHeatW / structure.plant.cop : Number.NaN;
  }
  const wetBulb = wetBulbCelsius(returnCelsius, structure.dewPointCelsius);
  const flow = flowFraction(plant, unit);
  if (dxOutOfRange(wetBulb, plant.outdoor.dryBulbCelsius, flow)) plant.outOfRange[unit] = 1;
  return dxCompressorW(
    loopHeatW,
    capacityW,
    ratedCop,
    dxEnergyInputFactor(wetBulb, plant.outdoor.dryBulbCelsius, flow),
  );
}
