import type { Site } from '../site/schema/site';
import { type AirState, createAir, createAirScratch } from './airflow/air';
import { createFlows, type RoomFlows } from './airflow/flows';
import { createPlenums } from './airflow/plenum';
import { buildRoomGrid } from './grid/room-grid';
import { createHeatScratch, type HeatInflows } from './heat/heat';
import { createMeasures } from './measures';
import { createPlant, type Plant } from './plant/plant';
import { createDispatch } from './scheduler/dispatch';
import { createObservation } from './servers/observe';
import { createServers, type Servers } from './servers/servers';
import { createSettling } from './settling';
import { DEFAULT_MAX_CELLS, type Engine, EngineError, type EngineOptions, type RoomModel } from './state';
import { createNoise } from './workload/demand';

export function buildRoomModel(site: Site, options: EngineOptions): { model: RoomModel; air: AirState } {
  const cellSize = options.cellSize ?? site.cellSize ?? null;
  const grid = buildRoomGrid(site, cellSize, options.maxCells ?? DEFAULT_MAX_CELLS);
  const errors = grid.issues.filter((issue) => issue.severity === 'error');
  if (errors.length > 0) throw new EngineError(errors);
  const air = createAir(grid.mesh.size);
  const model: RoomModel = {
    grid,
    plenums: createPlenums(site, grid),
    airScratch: createAirScratch(site, grid, air),
    heatScratch: createHeatScratch(site, grid, air.velocity, options.advection === 'limited'),
  };
  return { model, air };
}

/** The inflow table shares the arrays of the flows, the servers and the plant: nothing is copied in a tick. */
export function linkInflows(site: Site, flows: RoomFlows, servers: Servers, plant: Plant): HeatInflows {
  return {
    chassisM3s: flows.chassis,
    chassisCelsius: servers.outletCelsius,
    unitsM3s: flows.units,
    unitsCelsius: plant.supplyCelsius,
    tilesM3s: flows.tiles,
    floorCelsius: site.room.initialCelsius,
    floorLeakageM3s: 0,
    openingsM3s: flows.openings,
    openingsCelsius: Float64Array.from(site.openings, (opening) => opening.celsius),
  };
}

export function createState(site: Site, options: EngineOptions): Engine {
  const { model, air } = buildRoomModel(site, options);
  const { grid } = model;
  const servers = createServers(site);
  const plant = createPlant(site);
  const flows = createFlows(grid);
  const observation = createObservation(servers);
  const start = site.room.initialCelsius;
  return {
    site,
    options,
    seed: options.seed,
    room: model,
    air,
    temperature: new Float64Array(grid.mesh.size).fill(start),
    flows,
    inflows: linkInflows(site, flows, servers, plant),
    servers,
    plant,
    observation,
    dispatchState: createDispatch(observation),
    noise: createNoise(options.seed),
    chassisInletCelsius: new Float64Array(grid.chassisInlets.length).fill(start),
    unitReturnCelsius: new Float64Array(site.coolingUnits.length).fill(start),
    sensorCelsius: new Float64Array(site.sensors.length).fill(start),
    demandLevel: 0,
    tick: 0,
    simulatedSeconds: 0,
    steps: 0,
    settling: createSettling(grid.chassisInlets.length),
    measures: createMeasures(),
  };
}
