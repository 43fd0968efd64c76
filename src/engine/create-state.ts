import type { Site } from '../site/schema/site';
import { AIR, AIR_HEAT_CAPACITY, GRAVITY, ZERO_CELSIUS_KELVIN } from '../units/air';
import { createAirScratch } from './airflow/air';
import { createFlows, type RoomFlows } from './airflow/flows';
import { createPlenums } from './airflow/plenum';
import { coarseFirst } from './coarse/coarse-settling';
import { createAislePanels } from './control/aisle-panels';
import { createCoolingControl } from './control/cooling-control';
import { createFailures } from './failures/state';
import { automaticMaxCells } from './grid/lines';
import { buildRoomGrid, type RoomGrid } from './grid/room-grid';
import { createSurfaces, type HeatInflows } from './heat/heat';
import type { AirConstants, RoomKernels } from './kernels/backend';
import { createKernels } from './kernels/create-kernels';
import { createFabric } from './mass/fabric';
import { createMeasures } from './measures';
import { createPlant, type Plant } from './plant/plant';
import { createRoomLosses, type RoomLosses } from './power/room-heat';
import { createPower } from './power/state';
import { createDispatch } from './scheduler/dispatch';
import { createObservation } from './servers/observe';
import { createServers, type Servers } from './servers/servers';
import { createSettling } from './settling';
import { type Engine, EngineError, type EngineOptions, type RoomModel } from './state';
import { createNoise } from './workload/demand';

/** The cells of a site; throws EngineError where they cannot hold it. */
export function buildGrid(site: Site, options: EngineOptions): RoomGrid {
  const cellSize = options.cellSize ?? site.cellSize ?? null;
  const grid = buildRoomGrid(site, cellSize, options.maxCells ?? automaticMaxCells(site));
  const errors = grid.issues.filter((issue) => issue.severity === 'error');
  if (errors.length > 0) throw new EngineError(errors);
  return grid;
}

export function createRoomKernels(site: Site, grid: RoomGrid, options: EngineOptions): RoomKernels {
  const { backend = 'reference', threads = null } = options;
  return createKernels(backend, grid.mesh, grid.freeFaces, airConstants(site, options), threads);
}

export function createRoomModel(site: Site, grid: RoomGrid, kernels: RoomKernels, options: EngineOptions): RoomModel {
  return {
    grid,
    plenums: createPlenums(site, grid),
    kernels,
    airScratch: createAirScratch(site),
    surfaces: createSurfaces(site, grid, airConstants(site, options)),
    losses: createRoomLosses(site, grid),
    aislePanels: createAislePanels(site, grid.mesh),
  };
}

/** Boussinesq air: beta = 1 / T_ref in kelvin, T_ref the site's initial temperature. */
export function airConstants(site: Site, options: EngineOptions): AirConstants {
  const { initialCelsius } = site.room;
  return {
    viscosity: AIR.kinematicViscosity,
    diffusivity: AIR.conductivity / AIR_HEAT_CAPACITY,
    turbulentPrandtl: AIR.turbulentPrandtl,
    turbulence: options.turbulence ?? 'k-epsilon',
    buoyancy: GRAVITY / (initialCelsius + ZERO_CELSIUS_KELVIN),
    referenceCelsius: initialCelsius,
  };
}

/** The inflow table shares the arrays of the flows, the servers and the plant: nothing is copied in a tick. */
export function linkInflows(
  site: Site,
  flows: RoomFlows,
  servers: Servers,
  plant: Plant,
  losses: RoomLosses,
): HeatInflows {
  return {
    losses,
    chassisM3s: flows.chassis,
    chassisCelsius: plant.doors === null ? servers.outletCelsius : plant.doors.exhaustCelsius,
    unitsM3s: flows.units,
    unitsCelsius: plant.supplyCelsius,
    tilesM3s: flows.tiles,
    tilesCelsius: new Float64Array(flows.tiles.length).fill(site.room.initialCelsius),
    floorFacesM3s: flows.floorFaces,
    floorFacesCelsius: new Float64Array(flows.floorFaces.length).fill(site.room.initialCelsius),
    openingsM3s: flows.openings,
    openingsCelsius: Float64Array.from(site.openings, (opening) => opening.celsius),
  };
}

export function createState(site: Site, options: EngineOptions): Engine {
  const grid = buildGrid(site, options);
  const kernels = createRoomKernels(site, grid, options);
  const room = createRoomModel(site, grid, kernels, options);
  const servers = createServers(site, options.backend);
  const plant = createPlant(site);
  const flows = createFlows(grid);
  const observation = createObservation(servers);
  const start = site.room.initialCelsius;
  return {
    site,
    options,
    seed: options.seed,
    room,
    air: { velocity: kernels.velocity, pressure: kernels.pressure },
    temperature: kernels.temperature.fill(start),
    flows,
    inflows: linkInflows(site, flows, servers, plant, room.losses),
    servers,
    plant,
    control: createCoolingControl(site, plant),
    reducedModel: null,
    power: createPower(site, servers),
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
    coarse: coarseFirst(),
    coarseRoom: undefined,
    fabric: createFabric(room.surfaces.fabric),
    underfloor: room.plenums.underfloor?.state ?? null,
    failures: createFailures(site),
    measures: createMeasures(),
  };
}
