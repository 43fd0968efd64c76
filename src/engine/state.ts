import { formatIssue, type Issue } from '../site/issue';
import type { Site } from '../site/schema/site';
import { type AirScratch, type AirState, createAir, createAirScratch } from './airflow/air';
import { createFlows, type RoomFlows } from './airflow/flows';
import { createPlenums, type Plenums } from './airflow/plenum';
import { buildRoomGrid, type RoomGrid } from './grid/room-grid';
import { createHeatScratch, type HeatInflows, type HeatScratch } from './heat/heat';
import { createMeasures, type Measures } from './measures';
import { createPlant, type Plant } from './plant/plant';
import type { Observation } from './scheduler/observation';
import { createDispatch, type DispatchState } from './scheduler/dispatch';
import { createObservation } from './servers/observe';
import { createServers, type Servers } from './servers/servers';
import { createSettling, type Settling } from './settling';
import { createNoise, type NoiseState } from './workload/demand';

/** Simulated time of one tick, s. */
export const TICK_SECONDS = 1;

/** Largest number of cells that the automatic grid uses; keeps the reference kernels interactive. */
export const DEFAULT_MAX_CELLS = 60_000;

export interface EngineOptions {
  /** Seed of everything random. */
  seed: number;
  /** Cell size, m; absent: the site's, else the finest that keeps within `maxCells`. */
  cellSize?: number;
  maxCells?: number;
  /** 'upwind' (default): first order, comes to rest quickly. 'limited': bounded second order, sharper jets and layers. */
  advection?: 'upwind' | 'limited';
}

/** A site that cannot be simulated: the issues say where and what to do. */
export class EngineError extends Error {
  constructor(readonly issues: Issue[]) {
    super(issues.map(formatIssue).join('\n'));
    this.name = 'EngineError';
  }
}

/** Everything that follows from the document and the grid, and holds no history. */
export interface RoomModel {
  readonly grid: RoomGrid;
  readonly plenums: Plenums;
  readonly airScratch: AirScratch;
  readonly heatScratch: HeatScratch;
}

export interface Engine {
  site: Site;
  readonly options: EngineOptions;
  seed: number;
  room: RoomModel;
  air: AirState;
  /** Air temperature at cells, °C, padded index. */
  temperature: Float64Array;
  flows: RoomFlows;
  inflows: HeatInflows;
  servers: Servers;
  plant: Plant;
  observation: Observation;
  dispatchState: DispatchState;
  noise: NoiseState;
  /** Air that each chassis, unit and sensor sees, °C. */
  chassisInletCelsius: Float64Array;
  unitReturnCelsius: Float64Array;
  sensorCelsius: Float64Array;
  /** Share of peak throughput asked for in this tick. */
  demandLevel: number;
  tick: number;
  simulatedSeconds: number;
  /** Air steps and settling iterations since the start. */
  steps: number;
  settling: Settling;
  measures: Measures;
}

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
    site, options,
    seed: options.seed,
    room: model,
    air,
    temperature: new Float64Array(grid.mesh.size).fill(start),
    flows,
    inflows: linkInflows(site, flows, servers, plant),
    servers, plant, observation,
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
