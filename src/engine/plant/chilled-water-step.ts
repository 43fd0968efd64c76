import { WATER_HEAT_CAPACITY } from '../../units/water';
import { type ChilledWater, FREE_MODE, IDLE_MODE, MECHANICAL_MODE, PARTIAL_MODE } from './chilled-water';
import { type BankPoint, runBank, stage } from './chiller-bank';
import { counterflowEffectiveness } from './heat-exchanger';
import { followMachines, foulingKelvin } from './machine-faults';
import { pumpPowerW } from './pump';
import { drivenShare, followPumps } from './pump-trip';
import { coldestForHeat, createRejectionPoint, FROST_CELSIUS, type OutdoorAir, rejectHeat } from './rejection';

/** While the economiser carries the load, machines start when its water is this much too warm, K (assumption). */
const START_BAND_KELVIN = 0.5;

/** Part of the water in half a circuit that may pass in one step; longer steps are cut. */
const LONGEST_TURN = 0.25;

/** Rounds of the steady balance between condenser water and machines, and the change at which they end, K. */
const STEADY_ROUNDS = 60;
const STEADY_KELVIN = 1e-11;

const bank: BankPoint = { heatW: 0, powerW: 0, partLoad: 0, outOfRange: false, saturated: false };
const rejected = createRejectionPoint();

/** Means over the parts of a step. */
const means = {
  chillerHeatW: 0,
  economiserHeatW: 0,
  rejectedW: 0,
  chillersW: 0,
  condenserPumpsW: 0,
  fansW: 0,
  waterKgs: 0,
};

function clearMeans(): void {
  means.chillerHeatW = 0;
  means.economiserHeatW = 0;
  means.rejectedW = 0;
  means.chillersW = 0;
  means.condenserPumpsW = 0;
  means.fansW = 0;
  means.waterKgs = 0;
}

/**
 * One step of the plant for the heat that coils gave to the water, W, at the flow that they asked for, m³/s. Reads the
 * supply temperature that the coils saw. On return coils + pumps + machines = rejected + stored, for steps of limited
 * length to rounding; `dtSeconds` may be Infinity: the stored part is then zero at a steady state. Allocates nothing.
 */
export function stepChilledWater(
  plant: ChilledWater,
  coilHeatW: number,
  wantedM3s: number,
  outdoor: OutdoorAir,
  dtSeconds: number,
): void {
  const { structure, faults } = plant;
  const { pump, minFlowShare } = structure.spec.loop;
  plant.coilHeatW = coilHeatW;
  followPumps(faults.chilled, dtSeconds);
  followPumps(faults.condenser, dtSeconds);
  const share = wantedM3s / structure.designM3s;
  const asked = wantedM3s > 0 ? Math.max(share, pump.speed === 'constant' ? 1 : minFlowShare) : 0;
  const moving = faults.chilled.share < 1 ? Math.min(asked, faults.chilled.share) : asked;
  plant.flowM3s = moving * structure.designM3s;
  plant.pumpsW = drivenShare(faults.chilled) * pumpPowerW(pump, structure.designM3s, moving);
  if (
    Number.isNaN(outdoor.dryBulbCelsius) ||
    (structure.rejection?.kind === 'tower' && Number.isNaN(outdoor.wetBulbCelsius))
  ) {
    forgetWeather(plant, dtSeconds);
    return;
  }
  if (dtSeconds === Number.POSITIVE_INFINITY) rest(plant, outdoor);
  else move(plant, outdoor, dtSeconds);
  nameMode(plant);
}

/** Without weather the water is what it should be as far as machines run, and what that costs is not known. */
function forgetWeather(plant: ChilledWater, dtSeconds: number): void {
  const { faults } = plant;
  const waterWK = plant.flowM3s * WATER_HEAT_CAPACITY;
  followMachines(plant, dtSeconds);
  const sound = faults.machineShare === 1 && faults.chilled.share === 1 && plant.supplyCelsius <= plant.setpointCelsius;
  if (sound || dtSeconds === Number.POSITIVE_INFINITY) {
    plant.supplyCelsius = plant.setpointCelsius;
    plant.returnCelsius = plant.setpointCelsius + (waterWK > 0 ? plant.coilHeatW / waterWK : 0);
  } else warmUnderIdealMachines(plant, waterWK, dtSeconds);
  plant.mode = plant.flowM3s > 0 ? MECHANICAL_MODE : IDLE_MODE;
  plant.chillersW = Number.NaN;
  plant.condenserPumpsW = Number.NaN;
  plant.rejectionFansW = Number.NaN;
  plant.rejectedW = Number.NaN;
  plant.waterKgs = Number.NaN;
}

/** The water's course while machines are out, those that run giving up to their reference capacity. */
function warmUnderIdealMachines(plant: ChilledWater, waterWK: number, dtSeconds: number): void {
  const { supplyJK, loopJK, machineW, spec } = plant.structure;
  const mostW = plant.faults.machineShare * spec.chillers.count * machineW;
  const parts = Math.max(1, Math.ceil((dtSeconds * waterWK) / Math.min(supplyJK, loopJK / 2) / LONGEST_TURN));
  const dt = dtSeconds / parts;
  for (let n = 0; n < parts; n++) {
    const { supplyCelsius, returnCelsius } = plant;
    const taken = Math.min(mostW, Math.max(0, waterWK * (returnCelsius - plant.setpointCelsius)));
    plant.supplyCelsius += (dt * (waterWK * (returnCelsius - supplyCelsius) - taken)) / supplyJK;
    plant.returnCelsius +=
      (dt * (waterWK * (supplyCelsius - returnCelsius) + plant.coilHeatW + plant.pumpsW)) / (loopJK / 2);
  }
}

function rest(plant: ChilledWater, outdoor: OutdoorAir): void {
  const { structure } = plant;
  const waterWK = plant.flowM3s * WATER_HEAT_CAPACITY;
  plant.storedW = 0;
  if (waterWK === 0) {
    standStill(plant);
    plant.staging.running = 0;
    return;
  }
  plant.returnCelsius = plant.supplyCelsius + (plant.coilHeatW + plant.pumpsW) / waterWK;
  changeOver(plant, outdoor);
  for (let n = 0; n < STEADY_ROUNDS; n++) {
    setCondenserFlow(plant);
    const before = plant.condenserSupplyCelsius;
    const leaving = cool(plant, outdoor, n < STEADY_ROUNDS / 2 ? Number.POSITIVE_INFINITY : 0);
    plant.supplyCelsius = leaving;
    plant.rejectedW = plant.chillerHeatW + plant.economiserHeatW + plant.chillersW + plant.condenserPumpsW;
    if (structure.rejection === null) break;
    settleCondenser(plant, outdoor);
    if (Math.abs(plant.condenserSupplyCelsius - before) < STEADY_KELVIN) break;
  }
}

/** Condenser water at which what is rejected balances. */
function settleCondenser(plant: ChilledWater, outdoor: OutdoorAir): void {
  const rejection = plant.structure.rejection!;
  const condenserWK = plant.condenserM3s * WATER_HEAT_CAPACITY;
  if (condenserWK === 0) {
    plant.rejectionFansW = 0;
    plant.waterKgs = 0;
    plant.fanShare = 0;
    return;
  }
  const coldest = coldestForHeat(rejection, plant.rejectedW, plant.condenserM3s, outdoor, plant.faults);
  const wanted = wantedCondenserCelsius(plant);
  plant.condenserSupplyCelsius = Math.max(wanted, coldest, FROST_CELSIUS);
  plant.condenserReturnCelsius = plant.condenserSupplyCelsius + plant.rejectedW / condenserWK;
  rejectHeat(
    rejection,
    plant.condenserReturnCelsius,
    outdoor,
    plant.condenserM3s,
    plant.condenserSupplyCelsius,
    rejected,
    plant.faults,
  );
  noteRejection(plant);
}

function noteRejection(plant: ChilledWater): void {
  plant.rejectionFansW = rejected.fanW;
  plant.fanShare = rejected.fanShare;
  plant.waterKgs = rejected.waterKgs;
  if (rejected.outOfRange) plant.outOfRange = 1;
}

function standStill(plant: ChilledWater): void {
  plant.chillerHeatW = 0;
  plant.economiserHeatW = 0;
  plant.rejectedW = 0;
  plant.chillersW = 0;
  plant.condenserPumpsW = 0;
  plant.rejectionFansW = 0;
  plant.waterKgs = 0;
  plant.partLoad = 0;
  plant.fanShare = 0;
  plant.condenserM3s = 0;
  plant.outOfRange = 0;
  plant.saturated = 0;
}

/** Water of both circuits moves on; each half of a circuit is mixed, and gives what it had at the start of the step. */
function move(plant: ChilledWater, outdoor: OutdoorAir, dtSeconds: number): void {
  const { structure } = plant;
  const halfJK = structure.loopJK / 2;
  const { supplyJK } = structure;
  const halfCondenserJK = structure.condenserJK / 2;
  let remaining = dtSeconds;
  let storedJ = 0;
  clearMeans();
  changeOver(plant, outdoor);
  while (remaining > 1e-9 * dtSeconds) {
    const waterWK = plant.flowM3s * WATER_HEAT_CAPACITY;
    setCondenserFlow(plant);
    const condenserWK = plant.condenserM3s * WATER_HEAT_CAPACITY;
    const turn = Math.max(waterWK / halfJK, structure.rejection === null ? 0 : condenserWK / halfCondenserJK);
    const dt = Math.min(remaining, turn > 0 ? LONGEST_TURN / turn : remaining);
    const { supplyCelsius, returnCelsius, condenserSupplyCelsius, condenserReturnCelsius } = plant;
    if (waterWK === 0) {
      standStill(plant);
      followMachines(plant, dt);
      plant.staging.secondsSinceChange += dt;
      plant.staging.running = 0;
      plant.returnCelsius += (dt * plant.coilHeatW) / halfJK;
    } else {
      const leaving = cool(plant, outdoor, dt);
      plant.supplyCelsius += (dt * waterWK * (leaving - supplyCelsius)) / supplyJK;
      const back = supplyCelsius + (plant.coilHeatW + plant.pumpsW) / waterWK;
      plant.returnCelsius += (dt * waterWK * (back - returnCelsius)) / halfJK;
      const warmthW = plant.chillerHeatW + plant.economiserHeatW + plant.chillersW + plant.condenserPumpsW;
      if (structure.rejection === null) plant.rejectedW = warmthW;
      else {
        rejectHeat(
          structure.rejection,
          condenserReturnCelsius,
          outdoor,
          plant.condenserM3s,
          wantedCondenserCelsius(plant),
          rejected,
          plant.faults,
        );
        plant.rejectedW = rejected.heatW;
        noteRejection(plant);
        plant.condenserSupplyCelsius +=
          (dt * (condenserWK * (condenserReturnCelsius - condenserSupplyCelsius) - rejected.heatW)) / halfCondenserJK;
        plant.condenserReturnCelsius +=
          (dt * (condenserWK * (condenserSupplyCelsius - condenserReturnCelsius) + warmthW)) / halfCondenserJK;
      }
    }
    storedJ +=
      supplyJK * (plant.supplyCelsius - supplyCelsius) +
      halfJK * (plant.returnCelsius - returnCelsius) +
      halfCondenserJK *
        (plant.condenserSupplyCelsius - condenserSupplyCelsius + plant.condenserReturnCelsius - condenserReturnCelsius);
    const weight = dt / dtSeconds;
    means.chillerHeatW += weight * plant.chillerHeatW;
    means.economiserHeatW += weight * plant.economiserHeatW;
    means.rejectedW += weight * plant.rejectedW;
    means.chillersW += weight * plant.chillersW;
    means.condenserPumpsW += weight * plant.condenserPumpsW;
    means.fansW += weight * plant.rejectionFansW;
    means.waterKgs += weight * plant.waterKgs;
    remaining -= dt;
  }
  plant.chillerHeatW = means.chillerHeatW;
  plant.economiserHeatW = means.economiserHeatW;
  plant.rejectedW = means.rejectedW;
  plant.chillersW = means.chillersW;
  plant.condenserPumpsW = means.condenserPumpsW;
  plant.rejectionFansW = means.fansW;
  plant.waterKgs = means.waterKgs;
  plant.storedW = storedJ / dtSeconds;
}

/** Effective capacity rate of the economiser's exchanger, W/K. */
function exchangerRateWK(plant: ChilledWater): number {
  const waterWK = plant.flowM3s * WATER_HEAT_CAPACITY;
  const condenserWK = plant.condenserM3s * WATER_HEAT_CAPACITY;
  const smaller = Math.min(waterWK, condenserWK);
  if (smaller === 0) return 0;
  return (
    smaller *
    counterflowEffectiveness(
      (plant.faults.economiserConductance * plant.structure.exchangerWK) / smaller,
      smaller / Math.max(waterWK, condenserWK),
    )
  );
}

/** Economiser on or off, with hysteresis: what the heat rejection could give against the return water. */
function changeOver(plant: ChilledWater, outdoor: OutdoorAir): void {
  const { structure } = plant;
  const { economiser } = structure.spec;
  if (economiser === undefined || structure.rejection === null || plant.flowM3s === 0) {
    plant.economising = 0;
    return;
  }
  const heatW = Math.max(0, plant.flowM3s * WATER_HEAT_CAPACITY * (plant.returnCelsius - plant.setpointCelsius));
  const { condenserDesignM3s, rejection } = structure;
  const { faults } = plant;
  const coldest = Math.max(FROST_CELSIUS, coldestForHeat(rejection, heatW, condenserDesignM3s, outdoor, faults));
  const gain = plant.returnCelsius - coldest;
  plant.economising = gain >= (plant.economising === 1 ? economiser.stopKelvin : economiser.startKelvin) ? 1 : 0;
}

/** Each machine has its pump; the economiser is given all water, so that the towers come closest to the wet bulb. */
function setCondenserFlow(plant: ChilledWater): void {
  const { structure } = plant;
  if (structure.rejection === null) return;
  const design = structure.condenserDesignM3s;
  const { count } = structure.spec.chillers;
  const machines = (design * plant.staging.running) / count;
  const asked = plant.economising === 1 ? design : machines;
  const { condenser } = plant.faults;
  plant.condenserM3s = condenser.share < 1 ? Math.min(asked, condenser.share * design) : asked;
  plant.condenserPumpsW =
    drivenShare(condenser) * pumpPowerW(structure.spec.condenser.pump, design, plant.condenserM3s / design);
}

/** Condenser water that the fans try for: cold enough for the economiser to do it alone, else the setpoint. */
function wantedCondenserCelsius(plant: ChilledWater): number {
  const { rejection } = plant.structure;
  if (plant.economising === 0) return rejection!.setpointCelsius;
  const rate = exchangerRateWK(plant);
  if (rate === 0) return rejection!.setpointCelsius;
  const waterWK = plant.flowM3s * WATER_HEAT_CAPACITY;
  return plant.returnCelsius - (waterWK * Math.max(0, plant.returnCelsius - plant.setpointCelsius)) / rate;
}

/** Economiser, then machines: takes the heat out of the returning water. Answers the temperature at which it leaves, °C. */
function cool(plant: ChilledWater, outdoor: OutdoorAir, dtSeconds: number): number {
  const { structure, staging } = plant;
  const { spec, set, machineW, rejection } = structure;
  plant.outOfRange = 0;
  plant.saturated = 0;
  const waterWK = plant.flowM3s * WATER_HEAT_CAPACITY;
  const loadW = Math.max(0, waterWK * (plant.returnCelsius - plant.setpointCelsius));
  plant.economiserHeatW = 0;
  let condenserCelsius = rejection === null ? outdoor.dryBulbCelsius : plant.condenserSupplyCelsius;
  if (plant.economising === 1 && plant.condenserM3s > 0) {
    const possibleW = exchangerRateWK(plant) * Math.max(0, plant.returnCelsius - plant.condenserSupplyCelsius);
    plant.economiserHeatW = Math.min(loadW, possibleW);
    condenserCelsius += plant.economiserHeatW / (plant.condenserM3s * WATER_HEAT_CAPACITY);
  }
  let leftW = loadW - plant.economiserHeatW;
  if (plant.economising === 1 && staging.running === 0 && leftW < START_BAND_KELVIN * waterWK) leftW = 0;
  condenserCelsius += foulingKelvin(plant);
  // Zero: the balance is being settled at the stage that was found.
  if (dtSeconds > 0) {
    const fit = followMachines(plant, dtSeconds);
    if (fit > 0)
      stage(staging, set, machineW, fit, leftW, plant.setpointCelsius, condenserCelsius, dtSeconds, structure.stages);
    else staging.secondsSinceChange += dtSeconds;
    setCondenserFlow(plant);
  }
  const most = plant.faults.machineShare * spec.chillers.count;
  runBank(staging.running, set, machineW, leftW, plant.setpointCelsius, condenserCelsius, bank, most);
  plant.chillerHeatW = bank.heatW;
  plant.chillersW = bank.powerW;
  plant.partLoad = bank.partLoad;
  const condenserWK = plant.condenserM3s * WATER_HEAT_CAPACITY;
  plant.rejectedRangeKelvin = condenserWK > 0 ? (plant.chillerHeatW + plant.chillersW) / condenserWK : 0;
  if (bank.outOfRange) plant.outOfRange = 1;
  if (bank.saturated) plant.saturated = 1;
  return plant.returnCelsius - (plant.economiserHeatW + plant.chillerHeatW) / waterWK;
}

function nameMode(plant: ChilledWater): void {
  const free = plant.economiserHeatW > 0;
  const machines = plant.chillerHeatW > 0;
  plant.mode = free ? (machines ? PARTIAL_MODE : FREE_MODE) : machines ? MECHANICAL_MODE : IDLE_MODE;
}
