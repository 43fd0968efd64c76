import type { Site } from '../site/schema/site';
import { createFlows } from './airflow/flows';
import { buildRoomModel, createState, linkInflows } from './create-state';
import { balanceIssues, namedFlows } from './grid/balance';
import { transferFields } from './grid/transfer';
import { carryOverPlant, createPlant } from './plant/plant';
import { createDispatch } from './scheduler/dispatch';
import { carryOverServers } from './servers/carry-over';
import { createObservation } from './servers/observe';
import { createServers } from './servers/servers';
import { createSettling, SETTLED_KELVIN } from './settling';
import { type Engine, EngineError, type EngineOptions } from './state';
import { advanceTick, observe, polishHeat, prepareFlows, settleOnce } from './tick';

export { type Engine, EngineError, type EngineOptions } from './state';

/** Inlet change between two heat solves at which a steady solve is finished, K. */
const POLISH_KELVIN = 1e-3;
const POLISH_ROUNDS = 12;

/**
 * An engine at simulated time 0, its air still to settle. Throws EngineError for a site that the cells cannot hold:
 * a chassis or unit without air in front of it, a closed part of the room whose flows cannot balance.
 */
export function createEngine(site: Site, options: EngineOptions): Engine {
  const engine = createState(site, options);
  assertBalanced(engine);
  return engine;
}

function assertBalanced(engine: Engine): void {
  prepareFlows(engine);
  const { label: region, count } = engine.room.kernels.regions;
  const anchored = new Uint8Array(count + 1);
  for (const free of engine.room.grid.freeFaces) anchored[region[free.cell]!] = 1;
  const issues = balanceIssues(region, anchored, namedFlows(engine.site, engine.room.grid, engine.flows));
  if (issues.length > 0) throw new EngineError(issues);
}

/** One slice of a live run: an iteration towards rest while the air settles after an edit, else one tick of simulated time. */
export function advanceSlice(engine: Engine): void {
  if (engine.settling.active) settleOnce(engine);
  else advanceTick(engine);
}

/** One tick of simulated time; air that has still to settle after loading or an edit settles first. */
export function advance(engine: Engine): void {
  while (engine.settling.active) settleOnce(engine);
  advanceTick(engine);
}

export interface SteadyReport {
  iterations: number;
  residualKelvin: number;
  converged: boolean;
}

/** Solves for the steady state of this moment; the clock does not move. */
export function runSteady(
  engine: Engine,
  onProgress?: (progress: { iterations: number; residualKelvin: number }) => void,
): SteadyReport {
  const { settling } = engine;
  while (settling.active) {
    settleOnce(engine);
    onProgress?.({ iterations: settling.iterations, residualKelvin: settling.residualKelvin });
  }
  polishHeat(engine, POLISH_KELVIN, POLISH_ROUNDS);
  return {
    iterations: settling.iterations,
    residualKelvin: settling.residualKelvin,
    converged: settling.residualKelvin <= SETTLED_KELVIN,
  };
}

/**
 * Moves a running engine to an edited site: time, work done, thermal mass and the air carry over, then the air settles.
 * When the edited site cannot be simulated it throws EngineError and the engine stays as it was.
 */
export function editSite(engine: Engine, site: Site): void {
  const { model, air } = buildRoomModel(site, engine.options);
  const servers = createServers(site);
  const plant = createPlant(site);
  carryOverServers(engine.servers, servers);
  carryOverPlant(engine.plant, plant);
  const observation = createObservation(servers);
  const flows = createFlows(model.grid);
  const temperature = model.kernels.temperature.fill(site.room.initialCelsius);
  transferFields(
    engine.room.grid.mesh,
    { velocity: engine.air.velocity, pressure: engine.air.pressure, temperature: engine.temperature },
    model.grid.mesh,
    { velocity: air.velocity, pressure: air.pressure, temperature },
  );
  const next: Engine = {
    ...engine,
    site,
    air,
    temperature,
    flows,
    servers,
    plant,
    observation,
    room: model,
    inflows: linkInflows(site, flows, servers, plant),
    dispatchState: createDispatch(observation),
    chassisInletCelsius: new Float64Array(model.grid.chassisInlets.length),
    unitReturnCelsius: new Float64Array(site.coolingUnits.length),
    sensorCelsius: new Float64Array(site.sensors.length),
    settling: createSettling(model.grid.chassisInlets.length),
  };
  observe(next);
  assertBalanced(next);
  Object.assign(engine, next);
}
