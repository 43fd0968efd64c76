import type { Site } from '../site/schema/site';
import { createFlows } from './airflow/flows';
import { carryOverUnderfloor } from './airflow/plenum/carry-over';
import { flowIssues } from './balanced';
import { coarseAfterEdit } from './coarse/coarse-settling';
import { carryOverControl } from './control/carry-over';
import { createCoolingControl, givePrediction } from './control/cooling-control';
import { createState, linkInflows } from './create-state';
import { editRoom } from './edit-room';
import { driveFailures, hasFailed, siteUnderFailures } from './failures/drive';
import { driveSupply } from './failures/supply';
import { carryOverFabric, createFabric } from './mass/fabric';
import { carryOverPlant, createPlant } from './plant/plant';
import { carryOverPower, createPower } from './power/state';
import type { ReducedModel } from './reduced/model';
import { belongsTo } from './reduced/store';
import { createDispatch } from './scheduler/dispatch';
import { carryOverServers } from './servers/carry-over';
import { createObservation } from './servers/observe';
import { createServers } from './servers/servers';
import { settleOnce } from './settle';
import { createSettling, SETTLED_KELVIN } from './settling';
import { type Engine, EngineError, type EngineOptions } from './state';
import { advanceTick, observe, polishHeat, prepareFlows } from './tick';

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
  const issues = flowIssues(engine, prepareFlows);
  if (issues.length > 0) throw new EngineError(issues);
}

/** One slice of a live run: an iteration towards rest while the air settles after an edit, else one tick of simulated time. */
export function advanceSlice(engine: Engine): void {
  if (engine.settling.active) settleOnce(engine);
  else tickWithFailures(engine);
}

/** One tick of simulated time; air that has still to settle after loading or an edit settles first. */
export function advance(engine: Engine): void {
  while (engine.settling.active) settleOnce(engine);
  tickWithFailures(engine);
}

/** Failures begin and end on the tick; those that change the room do so without stopping the clock. */
function tickWithFailures(engine: Engine): void {
  driveSupply(engine);
  const site = driveFailures(engine);
  if (site !== null) {
    editSite(engine, site, { settle: false });
    driveFailures(engine);
  }
  advanceTick(engine);
}

/**
 * Moves a running engine to an edited document; what has failed in it stays failed. While something fails there is no
 * rest to settle to, so the clock goes on.
 */
export function editDocument(engine: Engine, document: Site): void {
  editSite(engine, siteUnderFailures(engine, document), { settle: !hasFailed(engine) });
  engine.failures.document = document;
}

/** Gives predictive control a reduced model of the room as it is. Throws where it was made from another room. */
export function foreseeBy(engine: Engine, model: ReducedModel): void {
  givePrediction(engine.control, engine.site, model);
  engine.reducedModel = model;
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
 * When the edited site cannot be simulated it throws EngineError and the engine stays as it was. Without `settle` the
 * clock goes on at once, so that what the change does is seen in time: a door opened, a tile lifted.
 */
export function editSite(engine: Engine, site: Site, { settle = true } = {}): void {
  const edit = editRoom(engine, site);
  const { grid, kernels } = edit.model;
  const servers = createServers(site, engine.options.backend);
  const plant = createPlant(site);
  const control = createCoolingControl(site, plant);
  const power = createPower(site, servers);
  carryOverPower(engine.power, power);
  carryOverServers(engine.servers, servers);
  carryOverPlant(engine.plant, plant);
  carryOverControl(engine.control, engine.plant, control, plant);
  if (engine.reducedModel !== null && belongsTo(engine.reducedModel, site)) {
    givePrediction(control, site, engine.reducedModel);
  }
  const observation = createObservation(servers);
  const flows = createFlows(grid);
  const next: Engine = {
    ...engine,
    site,
    air: { velocity: kernels.velocity, pressure: kernels.pressure },
    temperature: kernels.temperature,
    flows,
    servers,
    plant,
    control,
    power,
    observation,
    room: edit.model,
    inflows: linkInflows(site, flows, servers, plant, edit.model.losses),
    dispatchState: createDispatch(observation),
    chassisInletCelsius: new Float64Array(grid.chassisInlets.length),
    unitReturnCelsius: new Float64Array(site.coolingUnits.length),
    sensorCelsius: new Float64Array(site.sensors.length),
    settling: createSettling(grid.chassisInlets.length),
    coarse: coarseAfterEdit(grid.mesh),
    coarseRoom: undefined,
    underfloor: edit.model.plenums.underfloor?.state ?? null,
    fabric: createFabric(edit.model.surfaces.fabric),
  };
  carryOverUnderfloor(engine.room.plenums.underfloor, edit.model.plenums.underfloor);
  try {
    observe(next);
    assertBalanced(next);
  } catch (error) {
    edit.undo();
    throw error;
  }
  edit.finish();
  if (!settle) {
    // The check of the flows went by steps of unlimited length: what has history goes back to where it was.
    carryOverServers(engine.servers, servers);
    carryOverPlant(engine.plant, plant);
    carryOverControl(engine.control, engine.plant, control, plant);
    carryOverFabric(
      { fabric: engine.fabric, surfaces: engine.room.surfaces.fabric, mesh: engine.room.grid.mesh },
      { fabric: next.fabric, surfaces: next.room.surfaces.fabric, mesh: grid.mesh },
    );
    next.settling.active = false;
    next.settling.progress = 1;
    // The new cells may hold a little more or less air: the balance starts anew.
    next.measures.startAirHeatJ = Number.NaN;
  }
  Object.assign(engine, next);
}
