import type { Site } from '../../site/schema/site';
import { type CoolingControl, controlCooling, createCoolingControl, givePrediction } from '../control/cooling-control';
import { followWeather } from '../plant/outdoor';
import { createPlant, type Plant } from '../plant/plant';
import { createPowerTotals, type PowerTotals, sumPower } from '../plant/power-totals';
import { createDispatch, type DispatchState, dispatch } from '../scheduler/dispatch';
import type { Observation } from '../scheduler/observation';
import { followLoad } from '../servers/follow-load';
import { createObservation, observeRackInlets } from '../servers/observe';
import { createServers, type Servers } from '../servers/servers';
import { stepServers } from '../servers/step';
import { coolRoom } from '../tick';
import { createNoise, demandAt, type NoiseState } from '../workload/demand';
import { mixPaths } from './mix';
import type { ReducedModel } from './model';
import { moveAir } from './move-air';
import { createReducedState, type ReducedState } from './run-state';
import { belongsTo } from './store';

/**
 * A site that runs without cells: the engine's own workload, dispatcher, servers, controllers, cooling units and plant, on
 * the air of a reduced model. Pressures are not known to it: fans that hold one keep their speed. What a policy may change
 * between steps where the site's control leaves it alone: `plant.commandCelsius`, speeds by `driveFan`; and the servers'
 * caps, `openDoors`, `servers.serverDemandShare` where `dispatching` is off.
 */
export interface ReducedRoom {
  readonly site: Site;
  readonly model: ReducedModel;
  readonly servers: Servers;
  readonly plant: Plant;
  /** Controllers as in the room of cells. */
  readonly control: CoolingControl;
  readonly power: PowerTotals;
  readonly observation: Observation;
  readonly dispatchState: DispatchState;
  readonly noise: NoiseState;
  readonly air: ReducedState;
  readonly chassisInletCelsius: Float64Array;
  readonly unitReturnCelsius: Float64Array;
  /** Sensors are places in the air, which a reduced room has not: NaN. */
  readonly sensorCelsius: Float64Array;
  readonly conditions: { readonly unitFanShare: Float64Array; openDoors: number };
  dispatching: boolean;
  simulatedSeconds: number;
}

/**
 * A room at the site's first temperature. Its servers run on the compiled kernel where the machine can, which gives the
 * same bytes as the reference in a third of the time. Predictive control, where the site asks for it, foresees by
 * `predictiveModel`: with the room's own model it knows the room better than any real one would. Throws where the model was made from another room.
 */
export function createReducedRoom(
  site: Site,
  model: ReducedModel,
  seed: number,
  predictiveModel: ReducedModel = model,
): ReducedRoom {
  if (!belongsTo(model, site)) throw new Error('The reduced model was made from another room than this.');
  const servers = createServers(site, 'wasm');
  const observation = createObservation(servers);
  const start = site.room.initialCelsius;
  const plant = createPlant(site);
  const control = createCoolingControl(site, plant);
  givePrediction(control, site, predictiveModel);
  return {
    site,
    model,
    servers,
    plant,
    control,
    power: createPowerTotals(),
    observation,
    dispatchState: createDispatch(observation),
    noise: createNoise(seed),
    air: createReducedState(model, start),
    chassisInletCelsius: new Float64Array(servers.structure.chassisIds.length).fill(start),
    unitReturnCelsius: new Float64Array(site.coolingUnits.length).fill(start),
    sensorCelsius: new Float64Array(site.sensors.length).fill(Number.NaN),
    conditions: { unitFanShare: new Float64Array(site.coolingUnits.length), openDoors: 0 },
    dispatching: true,
    simulatedSeconds: 0,
  };
}

/**
 * Moves the room on by `dtSeconds`, in one step of everything: up to a minute follows transients, five minutes the course
 * of a day. Infinity: one iteration towards the rest of this moment, the clock stands still. Allocates nothing.
 */
export function advanceReduced(room: ReducedRoom, dtSeconds: number): void {
  const { site, servers, plant } = room;
  if (dtSeconds !== Infinity) room.simulatedSeconds += dtSeconds;
  followWeather(plant.outdoor, room.simulatedSeconds);
  if (site.workload && room.dispatching) {
    observeRackInlets(servers, room.chassisInletCelsius, room.observation);
    const demand = demandAt(site.workload, room.simulatedSeconds, room.noise);
    dispatch(site.workload.dispatcher, demand, room.observation, room.dispatchState, servers.serverDemandShare);
    followLoad(servers, demand);
  }
  controlCooling(room.control, servers, plant, room.chassisInletCelsius, dtSeconds);
  stepServers(servers, room.chassisInletCelsius, dtSeconds);
  coolRoom(room, dtSeconds);
  setEnds(room);
  mixPaths(room.model, room.air, room.conditions, servers.totals.airHeatW);
  moveAir(room.model, room.air, dtSeconds);
  readTakers(room);
  sumPower(servers.totals, plant, site, room.power);
}

/** Iterations until no inlet moves by more than `kelvin` and no controller moves; returns how many, or -1 where the room does not rest. */
export function settleReducedRoom(room: ReducedRoom, kelvin = 1e-3, most = 1000): number {
  const before = room.chassisInletCelsius.slice();
  for (let n = 1; n <= most; n++) {
    before.set(room.chassisInletCelsius);
    advanceReduced(room, Number.POSITIVE_INFINITY);
    let worst = 0;
    for (let c = 0; c < before.length; c++) {
      worst = Math.max(worst, Math.abs(before[c]! - room.chassisInletCelsius[c]!));
      const sensor = room.servers.fanSensorCelsius[c]!;
      if (!Number.isNaN(sensor)) worst = Math.max(worst, Math.abs(sensor - room.chassisInletCelsius[c]!));
    }
    if (worst <= kelvin && room.control.state.restlessness <= 1) return n;
  }
  return -1;
}

/** Flows and temperatures of everything that gives air, as the model groups it. */
function setEnds({ model, air, servers, plant, conditions }: ReducedRoom): void {
  const { groups, units, openings } = air.counts;
  const { groupChassisStart: start } = model;
  const { wantedTakenM3s, wantedGivenM3s } = air.mix;
  for (let g = 0; g < groups; g++) {
    let flow = 0;
    let carried = 0;
    for (let c = start[g]!; c < start[g + 1]!; c++) {
      flow += servers.airflowM3s[c]!;
      carried += servers.airflowM3s[c]! * servers.outletCelsius[c]!;
    }
    wantedTakenM3s[g] = flow;
    wantedGivenM3s[g] = flow;
    if (flow > 0) air.giverCelsius[g] = carried / flow;
  }
  for (let u = 0; u < units; u++) {
    const flow = plant.airflowM3s[u]!;
    wantedTakenM3s[groups + u] = flow;
    wantedGivenM3s[groups + u] = flow;
    conditions.unitFanShare[u] = model.unitFullM3s[u]! > 0 ? flow / model.unitFullM3s[u]! : 0;
    air.giverCelsius[groups + u] = plant.supplyCelsius[u]!;
  }
  for (let o = 0; o < openings; o++) air.giverCelsius[groups + units + o] = model.openingCelsius[o]!;
}

function readTakers({ model, air, chassisInletCelsius, unitReturnCelsius }: ReducedRoom): void {
  const { groups, units } = air.counts;
  const { groupChassisStart: start } = model;
  for (let g = 0; g < groups; g++) {
    for (let c = start[g]!; c < start[g + 1]!; c++) chassisInletCelsius[c] = air.takerCelsius[g]!;
  }
  for (let u = 0; u < units; u++) unitReturnCelsius[u] = air.takerCelsius[groups + u]!;
}
