import { FRAME_SCALARS, type FrameScalar } from '../frame/layout';
import { AIR_HEAT_CAPACITY } from '../units/air';
import { airHeatJ } from './air-heat';
import { totalFlow } from './airflow/flows';
import { surfaceHeat } from './heat/heat';
import { divergence } from './kernels/projection';
import { measureThermal } from './measure-thermal';
import { pue, workPerJoule } from './metrics/energy';
import { openingsHeatOut } from './openings';
import { createPowerTotals, type PowerTotals, sumPower } from './plant/power-totals';
import type { Engine } from './state';

/** Facility-wide numbers of the last step, by the names that frames and reports use; NaN where not known. */
export type Measures = Record<FrameScalar, number> & {
  /** Sums since the clock started, J: heat from equipment into the air; heat out by units, surfaces and openings. */
  heatInJ: number;
  heatOutJ: number;
  /** Heat in the room's air now and when the clock started, J above 0 °C. */
  airHeatJ: number;
  startAirHeatJ: number;
  readonly power: PowerTotals;
};

export function createMeasures(): Measures {
  const scalars = Object.fromEntries(FRAME_SCALARS.map((name) => [name, Number.NaN])) as Record<FrameScalar, number>;
  return { ...scalars, itJ: 0, facilityJ: 0, heatInJ: 0, heatOutJ: 0, airHeatJ: Number.NaN, startAirHeatJ: Number.NaN, power: createPowerTotals() };
}

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
  measures.eer = workPerJoule(measures.workRate, measures.facilityW);
  measures.rackHeatW = servers.totals.airHeatW - servers.totals.storedHeatW - servers.totals.unremovedHeatW;
  measures.coolingHeatW = 0;
  for (let n = 0; n < plant.heatW.length; n++) measures.coolingHeatW += plant.heatW[n]!;
  measureThermal(engine);
  measureBalance(engine, dtSeconds);
}

function measurePower(engine: Engine): void {
  const { measures, servers, plant, site } = engine;
  const { power } = measures;
  sumPower(servers.totals, plant, site, power);
  measures.itW = power.itW;
  measures.serverFansW = power.serverFansW;
  measures.coolingW = power.coolingW;
  measures.lossesW = power.lossesW;
  measures.otherW = power.otherW;
  measures.facilityW = power.facilityW;
  measures.pue = pue(power.facilityW, power.itW);
}

/**
 * Sums the heat of one air step for the balance of the run, and takes the heat kept by the air. Air takes one step to
 * pass through a chassis or a unit; what is on its way counts as kept.
 */
export function countHeat(engine: Engine, dtSeconds: number): void {
  const { measures, servers, plant, flows } = engine;
  let onItsWay = 0;
  for (let n = 0; n < flows.chassis.length; n++) onItsWay += flows.chassis[n]! * engine.chassisInletCelsius[n]!;
  for (let n = 0; n < flows.units.length; n++) onItsWay += flows.units[n]! * engine.unitReturnCelsius[n]!;
  measures.airHeatJ = airHeatJ(engine) + onItsWay * AIR_HEAT_CAPACITY * dtSeconds;
  if (Number.isNaN(measures.startAirHeatJ)) {
    measures.startAirHeatJ = measures.airHeatJ;
    measures.heatInJ = 0;
    measures.heatOutJ = 0;
    return;
  }
  const inW = servers.totals.airHeatW - servers.totals.storedHeatW - servers.totals.unremovedHeatW;
  let outW = surfaceHeat(engine.room.heatScratch, engine.temperature) + openingsHeatOut(engine, AIR_HEAT_CAPACITY);
  for (let n = 0; n < plant.heatW.length; n++) outW += plant.heatW[n]!;
  measures.heatInJ += inW * dtSeconds;
  measures.heatOutJ += outW * dtSeconds;
}

/**
 * Heat: while settling, what units, surfaces and openings take out against what the racks put in; on the clock, the
 * same summed since its start together with the heat kept by the air. Mass: half of all cell imbalances against
 * the flow that the equipment moves.
 */
function measureBalance(engine: Engine, dtSeconds: number): void {
  const { measures, room, air } = engine;
  if (dtSeconds === 0) {
    const outW =
      measures.coolingHeatW + surfaceHeat(room.heatScratch, engine.temperature) + openingsHeatOut(engine, AIR_HEAT_CAPACITY);
    measures.energyBalanceError = relative(measures.rackHeatW - outW, measures.rackHeatW);
    measures.startAirHeatJ = Number.NaN;
  } else {
    measures.itJ += measures.itW * dtSeconds;
    measures.facilityJ += measures.facilityW * dtSeconds;
    const missing = measures.heatInJ - measures.heatOutJ - (measures.airHeatJ - measures.startAirHeatJ);
    measures.energyBalanceError = relative(missing, measures.heatInJ);
  }
  const flow = totalFlow(engine.flows);
  const imbalance = divergence(room.grid.mesh, air.velocity, room.airScratch.projection.divergence);
  measures.massBalanceError = relative(imbalance / 2, flow);
}

function relative(difference: number, whole: number): number {
  return whole > 0 ? Math.abs(difference) / whole : 0;
}
