import { AIR_HEAT_CAPACITY } from '../units/air';
import { airHeatJ } from './air-heat';
import { totalFlow } from './airflow/flows';
import { floorTakenW } from './floor-air';
import { surfaceHeat } from './heat/heat';
import { countUse, measureFacility } from './measure-facility';
import { measurePlant } from './measure-plant';
import { measureThermal } from './measure-thermal';
import { balanceError } from './metrics/balance';
import { pue, workPerJoule } from './metrics/energy';
import { openingsHeatOut } from './openings';
import { sumPower } from './plant/power-totals';
import { rearDoorsHeatW } from './plant/rear-doors';
import { roomLossW, setRoomLosses } from './power/room-heat';
import { rideThrough } from './power/status';
import { type CoolingPowers, countPower, measureChain } from './power/step';
import type { Engine } from './state';

/** Fills the measures after a step of `dtSeconds`; 0 while the clock stands still. */
export function measure(engine: Engine, dtSeconds: number): void {
  const { measures, servers, plant, settling } = engine;
  measures.simulatedSeconds = engine.simulatedSeconds;
  measures.tick = engine.tick;
  measures.settleProgress = settling.progress;
  measures.settleResidualKelvin = settling.residualKelvin;
  measurePower(engine);
  measures.workRate = servers.totals.workRate;
  measures.demandRate = servers.totals.demandRate;
  measures.throttledServers = servers.totals.throttledServers;
  measures.asleepServers = servers.totals.asleepServers;
  measures.offServers = servers.totals.offServers;
  measures.chipMaxCelsius = servers.totals.chipMaxCelsius;
  measures.eer = workPerJoule(measures.workRate, measures.facilityW);
  measures.rackHeatW = servers.totals.airHeatW - servers.totals.storedHeatW - servers.totals.unremovedHeatW;
  measures.coolingHeatW = rearDoorsHeatW(plant.doors);
  measures.loopHeatW = 0;
  for (let n = 0; n < plant.heatW.length; n++) {
    measures.coolingHeatW += plant.heatW[n]!;
    measures.loopHeatW += plant.loopHeatW[n]!;
  }
  measurePlant(engine);
  measureFacility(engine);
  measureThermal(engine);
  measureBalance(engine, dtSeconds);
}

/** Scratch; what the plant does not tell apart stays NaN. */
const cooling: CoolingPowers = {
  coolingW: Number.NaN,
  unitFansW: Number.NaN,
  chillersW: Number.NaN,
  compressorsW: Number.NaN,
  pumpsW: Number.NaN,
  towersW: Number.NaN,
  liquidW: Number.NaN,
};

function measurePower(engine: Engine): void {
  const { measures, servers, plant, site } = engine;
  const { power } = measures;
  sumPower(servers.totals, plant, site, power);
  measures.chillersW = power.chillersW;
  measures.compressorsW = power.compressorsW;
  measures.pumpsW = power.pumpsW;
  measures.towersW = power.towersW;
  measures.liquidW = power.liquidW;
  cooling.coolingW = power.coolingW;
  cooling.unitFansW = power.coolingFansW;
  cooling.chillersW = measures.chillersW;
  cooling.compressorsW = measures.compressorsW;
  cooling.pumpsW = measures.pumpsW;
  cooling.towersW = measures.towersW;
  cooling.liquidW = measures.liquidW;
  measureChain(engine.power, servers, cooling);
  setRoomLosses(engine.room.losses, engine.power);
  power.lossesW = engine.power.lossesW;
  power.otherW = engine.power.otherW;
  power.facilityW = engine.power.facilityW;
  measures.itW = power.itW;
  measures.serverFansW = power.serverFansW;
  measures.coolingW = power.coolingW;
  measures.lossesW = power.lossesW;
  measures.otherW = power.otherW;
  measures.facilityW = power.facilityW;
  measures.unitFansW = power.coolingFansW;
  measures.psuLossW = engine.power.watts.psuLossW;
  measures.rackPduLossW = engine.power.watts.rackPduLossW;
  measures.pduLossW = engine.power.watts.pduLossW;
  measures.upsLossW = engine.power.watts.upsLossW;
  measures.switchgearLossW = engine.power.watts.switchgearLossW;
  measures.transformerLossW = engine.power.watts.transformerLossW;
  measures.utilityW = engine.power.watts.utilityW;
  measures.rideThroughSeconds = rideThrough(engine.power);
  measures.pue = pue(power.facilityW, power.itW);
}

/**
 * Sums the heat of one air step for the balance of the run, and takes the heat kept by the air. Air takes one step to
 * pass through a chassis or a unit: what it took in beyond what it gave back is on its way and counts as kept.
 */
export function countHeat(engine: Engine, dtSeconds: number): void {
  const { measures, servers, plant, flows } = engine;
  let takenW = 0;
  for (let n = 0; n < flows.chassis.length; n++) {
    const givenW = servers.airHeatW[n]! - servers.storedHeatW[n]! - servers.unremovedHeatW[n]!;
    const throughKelvin = engine.chassisInletCelsius[n]! - servers.outletCelsius[n]!;
    takenW += flows.chassis[n]! * AIR_HEAT_CAPACITY * throughKelvin + givenW;
  }
  for (let n = 0; n < flows.units.length; n++) {
    takenW += flows.units[n]! * AIR_HEAT_CAPACITY * (engine.unitReturnCelsius[n]! - plant.returnCelsius[n]!);
  }
  takenW += floorTakenW(engine);
  measures.onItsWayJ += takenW * dtSeconds;
  measures.airHeatJ = airHeatJ(engine) + measures.onItsWayJ;
  if (Number.isNaN(measures.startAirHeatJ)) {
    measures.startAirHeatJ = measures.airHeatJ;
    measures.heatInJ = 0;
    measures.heatOutJ = 0;
    return;
  }
  let inW = servers.totals.airHeatW - servers.totals.storedHeatW - servers.totals.unremovedHeatW;
  inW += roomLossW(engine.room.losses);
  let outW = surfaceHeat(engine.room.kernels, engine.room.surfaces) + openingsHeatOut(engine, AIR_HEAT_CAPACITY);
  // Heat that the fabric keeps has left the air.
  outW += engine.fabric.heatW + engine.fabric.plenumHeatW;
  for (let n = 0; n < plant.heatW.length; n++) outW += plant.heatW[n]!;
  outW += rearDoorsHeatW(plant.doors);
  measures.heatInJ += inW * dtSeconds;
  measures.heatOutJ += outW * dtSeconds;
}

/**
 * Heat: while settling, what units, surfaces and openings take out against what the racks put in; on the clock, the
 * same summed since its start together with the heat kept by the air. Mass: half of all cell imbalances against
 * the flow that the equipment moves.
 */
function measureBalance(engine: Engine, dtSeconds: number): void {
  const { measures, room } = engine;
  if (dtSeconds === 0) {
    const outW =
      measures.coolingHeatW + surfaceHeat(room.kernels, room.surfaces) + openingsHeatOut(engine, AIR_HEAT_CAPACITY);
    measures.energyBalanceError = Math.abs(balanceError(measures.rackHeatW + roomLossW(room.losses), outW));
    measures.startAirHeatJ = Number.NaN;
  } else {
    countPower(engine.power, dtSeconds);
    countUse(measures, dtSeconds);
    measures.itJ += measures.itW * dtSeconds;
    measures.facilityJ += measures.facilityW * dtSeconds;
    const kept = measures.airHeatJ - measures.startAirHeatJ;
    measures.energyBalanceError = Math.abs(balanceError(measures.heatInJ, measures.heatOutJ, kept));
  }
  const flow = totalFlow(engine.flows);
  const imbalance = room.kernels.massImbalance();
  measures.massBalanceError = flow > 0 ? imbalance / 2 / flow : 0;
}
