import { type AirStepOptions, stepAir } from './airflow/air';
import { flowNorm, totalFlow } from './airflow/flows';
import { distributePlenums } from './airflow/plenum';
import { aislePascals } from './control/aisle-panels';
import { applyControl } from './control/apply';
import { controlCooling } from './control/cooling-control';
import { controlsAnything } from './control/state';
import type { ControlMoves } from './control/step';
import { type FloorEffort, mixFloorAir, moveFloorAir } from './floor-air';
import { sampleCells } from './grid/sensors';
import { gatherSources, portCelsius } from './heat/heat';
import { createSteadyHeatScratch, solveSteadyHeat } from './heat/steady-heat';
import { addFabricExchange, advanceFabric, restFabric } from './mass/fabric';
import { passPlenum } from './mass/plenum-mass';
import { countHeat, measure } from './measure';
import { flowLeft } from './plant/coil-water';
import { followWeather } from './plant/outdoor';
import { stepRearDoors } from './plant/rear-doors';
import { stepPlant } from './plant/step';
import { capServers } from './power/capping';
import { quarantine } from './quarantine';
import { dispatch } from './scheduler/dispatch';
import { coolChips } from './servers/coolant';
import { followLoad } from './servers/follow-load';
import { observeRackInlets } from './servers/observe';
import { stepServers } from './servers/step';
import { observeSettling } from './settling';
import { type Engine, TICK_SECONDS } from './state';
import { demandAt } from './workload/demand';

/** Air steps follow the cell size: this many seconds for each metre of cell (measured trade of speed and accuracy). */
const TRANSIENT_SECONDS_PER_METRE = 3;
export const STEADY_SECONDS_PER_METRE = 5;
/** In the steady mode heat takes longer steps than momentum. */
const STEADY_HEAT_RATIO = 10;
const STEADY_HEAT_SWEEPS = 4;
/** So does turbulence; with half the sweeps it comes to rest in as many iterations. */
const STEADY_TURBULENCE_RATIO = 4;
const STEADY_TURBULENCE_SWEEPS = 2;
const TRANSIENT_TURBULENCE_SWEEPS = 3;
/**
 * Far from rest, in its first iterations, an edited room hurries: longer steps and more of the work on heat, whose long
 * way through the room is what takes time. Near rest such steps keep unsteady plumes swinging (measured on POD 2).
 */
const HURRIED_ITERATIONS = 20;
const HURRIED_SECONDS_PER_METRE = 8;
const HURRIED_HEAT_RATIO = 20;
const HURRIED_HEAT_SWEEPS = 12;
const HURRIED_MASS_TOLERANCE = 1e-3;
/**
 * Residual norm of the mass balance near rest as a share of the norm of the equipment's flows over its faces. The sum of
 * the flows is no yardstick there: it grows with the room, and in a hall what a thousandth of it leaves stirs the plumes.
 */
const STEADY_MASS_TOLERANCE = 5e-3;

/** Residual norm of the mass balance of a tick as a share of the flow that the equipment moves. */
const TRANSIENT_MASS_TOLERANCE = 1e-6;
/**
 * The same with free openings, whose flow is a result: there the residuals of the cells add up to what comes in and does
 * not go out, up to some ten times the norm. With 1e-6 a ventilated duct was out of balance by 9e-6 of its flow.
 */
const OPEN_MASS_TOLERANCE = 5e-8;
/** With 6 the heat of a tick closes within 0.3 % after a sudden change, with 10 within 0.04 % (measured on the starter room). */
const TRANSIENT_HEAT_SWEEPS = 10;
/** While something fails flows change faster: in a dense room of 10 kW a rack 10 sweeps left 0.2 %. */
const FAILING_HEAT_SWEEPS = 16;

/** The heat solves at the end of a steady run: residual at which each stops, K, and iterations at most. */
const POLISH_RESIDUAL_KELVIN = 1e-7;
const POLISH_ITERATIONS = 2000;

const options: AirStepOptions = {
  dt: 1,
  sweeps: 4,
  massTolerance: 0,
  maxPressureIterations: 0,
  limitedAdvection: false,
  turbulenceDt: 1,
  turbulenceSweeps: 2,
};

/** One tick of simulated time, in the order of physical causation. */
export function advanceTick(engine: Engine): void {
  arriveJobs(engine);
  schedule(engine);
  capServers(engine.power.structure, engine.servers, engine.power.capping);
  control(engine, TICK_SECONDS);
  const substeps = transientSubsteps(engine);
  const dt = TICK_SECONDS / substeps;
  const sweeps = engine.failures.running.length > 0 ? FAILING_HEAT_SWEEPS : TRANSIENT_HEAT_SWEEPS;
  for (let n = 0; n < substeps; n++) {
    stepServers(engine.servers, engine.chassisInletCelsius, dt);
    coolRoom(engine, dt);
    stepFlows(engine, 'tick');
    passPlenum(engine.fabric, engine.room.surfaces.fabric.plenum, engine.inflows, dt);
    stepAirflow(engine, dt, massTolerance(engine), 16);
    stepTemperature(engine, dt, sweeps, n === 0 ? 'first of tick' : 'further of tick');
    observe(engine);
    countHeat(engine, dt);
  }
  engine.tick++;
  engine.simulatedSeconds = engine.tick * TICK_SECONDS;
  measure(engine, TICK_SECONDS);
  quarantine(engine);
}

/** Flows and temperatures of the equipment at this moment, without moving the air: what a new layout starts from. */
export function prepareFlows(engine: Engine): void {
  arriveJobs(engine);
  schedule(engine);
  stepServers(engine.servers, engine.chassisInletCelsius, Number.POSITIVE_INFINITY);
  applyControl(engine.control.state, engine.plant, Number.POSITIVE_INFINITY);
  coolRoom(engine, Number.POSITIVE_INFINITY);
  spreadFlows(engine);
}

/** Flows as servers and units move them now, spread over this room's ports: the air under the floor starts from rest. */
export function spreadFlows(engine: Engine): void {
  stepFlows(engine, 'prepare');
}

/** One iteration towards the steady state of this moment on the room's own cells: the clock, the load and the seed stand still. */
export function settleOnFineCells(engine: Engine): void {
  const hurried = hurries(engine);
  answerAir(engine);
  moveAir(engine, hurried, engine.room.grid.lines.cellSize);
  observeSettling(engine.settling, engine.chassisInletCelsius, engine.control.state.restlessness);
  measure(engine, 0);
  quarantine(engine);
}

/** Whether the next iteration of the present settling hurries. */
export function hurries({ settling }: Engine): boolean {
  return settling.iterations < HURRIED_ITERATIONS;
}

/**
 * Servers, controllers, units and their flows answer to the air as it is, as if they had had all the time to. Where
 * `controllers` are left out they ask for what they asked before.
 */
export function answerAir(engine: Engine, { controllers = true } = {}): void {
  observe(engine);
  schedule(engine);
  capServers(engine.power.structure, engine.servers, engine.power.capping);
  stepServers(engine.servers, engine.chassisInletCelsius, Number.POSITIVE_INFINITY);
  if (controllers) control(engine, Number.POSITIVE_INFINITY);
  coolRoom(engine, Number.POSITIVE_INFINITY);
  stepFlows(engine, 'settle');
}

/** Cooling alone answers; flows stay, and each chassis warms its air by `riseKelvin`. */
export function answerQuickly(engine: Engine, riseKelvin: Float64Array): void {
  observe(engine);
  const { outletCelsius } = engine.servers;
  for (let n = 0; n < riseKelvin.length; n++) outletCelsius[n] = engine.chassisInletCelsius[n]! + riseKelvin[n]!;
  coolRoom(engine, Number.POSITIVE_INFINITY);
  mixFloorAir(engine);
}

/** Air and heat take one pseudo step, of the length that belongs to `cellSize`, m. On return the inlets are those of the new air. */
export function moveAir(engine: Engine, hurried: boolean, cellSize: number, holdTurbulence = false): void {
  const secondsPerMetre = hurried ? HURRIED_SECONDS_PER_METRE : STEADY_SECONDS_PER_METRE;
  const dt = secondsPerMetre * stepScale(engine) * cellSize;
  const turbulenceDt = holdTurbulence ? 0 : dt * STEADY_TURBULENCE_RATIO;
  const sweeps = STEADY_TURBULENCE_SWEEPS;
  if (hurried) {
    stepAirflow(engine, dt, HURRIED_MASS_TOLERANCE * totalFlow(engine.flows), 6, turbulenceDt, sweeps);
    stepTemperature(engine, dt * HURRIED_HEAT_RATIO, HURRIED_HEAT_SWEEPS, 'settling');
  } else {
    stepAirflow(engine, dt, STEADY_MASS_TOLERANCE * flowNorm(engine.room.grid, engine.flows), 8, turbulenceDt, sweeps);
    stepTemperature(engine, dt * STEADY_HEAT_RATIO, STEADY_HEAT_SWEEPS, 'settling');
  }
  observe(engine);
}

/**
 * Heat only, on frozen airflow: the energy balance of a settled room is linear but for the servers' and units' answers,
 * so a few solves of it bring every temperature to rest. On return the projection is tight and another round
 * would change no chassis inlet by more than `tolerance` K, or `maxRounds` was reached.
 */
export function polishHeat(engine: Engine, tolerance: number, maxRounds: number): void {
  stepAirflow(engine, TICK_SECONDS / transientSubsteps(engine), 1e-9 * totalFlow(engine.flows), 80);
  const { room, inflows, chassisInletCelsius, settling } = engine;
  const scratch = createSteadyHeatScratch(room.grid);
  const before = settling.previousInletCelsius;
  for (let round = 0; round < maxRounds; round++) {
    before.set(chassisInletCelsius);
    stepServers(engine.servers, chassisInletCelsius, Number.POSITIVE_INFINITY);
    control(engine, Number.POSITIVE_INFINITY, 'temperatures');
    coolRoom(engine, Number.POSITIVE_INFINITY);
    mixFloorAir(engine);
    solveSteadyHeat(
      room.grid,
      room.kernels,
      room.surfaces,
      scratch,
      inflows,
      chassisInletCelsius,
      engine.options.advection === 'limited',
      POLISH_RESIDUAL_KELVIN,
      POLISH_ITERATIONS,
    );
    observe(engine);
    let worst = 0;
    for (let n = 0; n < before.length; n++) worst = Math.max(worst, Math.abs(before[n]! - chassisInletCelsius[n]!));
    if (worst <= tolerance) break;
  }
  stepServers(engine.servers, chassisInletCelsius, Number.POSITIVE_INFINITY);
  coolRoom(engine, Number.POSITIVE_INFINITY);
  measure(engine, 0);
}

/** Residual norm at which the pressure of an air step on the clock is good enough, m³/s. */
function massTolerance({ room, flows }: Engine): number {
  return (room.grid.freeFaces.length > 0 ? OPEN_MASS_TOLERANCE : TRANSIENT_MASS_TOLERANCE) * totalFlow(flows);
}

export function transientSubsteps(engine: Engine): number {
  const dt = TRANSIENT_SECONDS_PER_METRE * stepScale(engine) * engine.room.grid.lines.cellSize;
  return Math.max(1, Math.round(TICK_SECONDS / dt));
}

const stepScale = (engine: Engine): number => engine.options.airStepScale ?? 1;

function arriveJobs(engine: Engine): void {
  const { workload } = engine.site;
  engine.demandLevel = workload ? demandAt(workload, engine.simulatedSeconds, engine.noise) : 0;
  followWeather(engine.plant.outdoor, engine.simulatedSeconds);
}

/** Fans, setpoints and stages by what the air, as last looked at, and the equipment show. */
function control(engine: Engine, dt: number, moves: ControlMoves = 'everything'): void {
  if (!controlsAnything(engine.control.state)) return;
  aislePascals(engine.room.aislePanels, engine.air.pressure, engine.control.measured.aislePascals);
  controlCooling(engine.control, engine.servers, engine.plant, engine.chassisInletCelsius, dt, moves);
}

type CooledParts = 'plant' | 'servers' | 'unitReturnCelsius' | 'sensorCelsius';

/** What cools racks and room: rear doors take their part of the exhaust, then units and the circuits behind them. */
export function coolRoom(
  { plant, servers, unitReturnCelsius, sensorCelsius }: Pick<Engine, CooledParts>,
  dt: number,
): void {
  plant.liquidHeatW = servers.totals.liquidHeatW;
  if (plant.doors !== null) {
    const plantCelsius = plant.water === null ? Number.NaN : plant.water.supplyCelsius;
    const { dewPointCelsius } = plant.structure;
    const flow = flowLeft(plant);
    stepRearDoors(plant.doors, servers.outletCelsius, servers.airflowM3s, dewPointCelsius, plantCelsius, flow);
  }
  stepPlant(plant, unitReturnCelsius, sensorCelsius, dt);
  coolChips(servers, plant.facility);
}

/** On return the inlets, returns and sensors hold what the air shows them. */
export function observe(engine: Engine): void {
  const { grid } = engine.room;
  const { temperature, site } = engine;
  for (let n = 0; n < grid.chassisInlets.length; n++) {
    engine.chassisInletCelsius[n] = portCelsius(grid.chassisInlets[n]!, temperature);
  }
  const ceilingCelsius = mixedCelsius(engine);
  for (let n = 0; n < site.coolingUnits.length; n++) {
    const port = grid.unitReturns[n]!;
    engine.unitReturnCelsius[n] = port === null ? ceilingCelsius : portCelsius(port, temperature);
  }
  for (let n = 0; n < grid.sensors.length; n++) {
    const sample = grid.sensors[n]!;
    engine.sensorCelsius[n] = sample === null ? Number.NaN : sampleCells(sample, temperature);
  }
}

/** Air in the ceiling plenum: the grilles' air, mixed by flow. */
function mixedCelsius(engine: Engine): number {
  const { grid } = engine.room;
  let flow = 0;
  let carried = 0;
  for (let n = 0; n < grid.grilles.length; n++) {
    const q = engine.flows.grilles[n]!;
    if (q <= 0) continue;
    flow += q;
    carried += q * portCelsius(grid.grilles[n]!, engine.temperature);
  }
  return flow > 0 ? carried / flow : engine.site.room.initialCelsius;
}

function schedule(engine: Engine): void {
  const { workload } = engine.site;
  if (!workload) return;
  observeRackInlets(engine.servers, engine.chassisInletCelsius, engine.observation);
  dispatch(
    workload.dispatcher,
    engine.demandLevel,
    engine.observation,
    engine.dispatchState,
    engine.servers.serverDemandShare,
  );
  noteUnplaced(engine);
  followLoad(engine.servers, engine.demandLevel);
}

/** Work that no server had room for is asked for all the same. */
function noteUnplaced({ servers, dispatchState }: Engine): void {
  let rate = 0;
  for (let pool = 0; pool < dispatchState.remaining.length; pool++) rate += dispatchState.remaining[pool]!;
  // What filling leaves over by rounding is nothing.
  servers.unplaced.rate = rate > 1e-9 ? rate : 0;
}

/** Flows of servers and units into the tables that air and heat read; plenums spread theirs over tiles and grilles. */
function stepFlows(engine: Engine, effort: FloorEffort): void {
  const { flows, servers, plant, site, room } = engine;
  flows.chassis.set(servers.airflowM3s);
  flows.units.set(plant.airflowM3s);
  for (let n = 0; n < site.openings.length; n++) {
    const { flow } = site.openings[n]!;
    flows.openings[n] = flow.kind === 'pinned' ? flow.airflowM3s : 0;
  }
  distributePlenums(room.plenums, room.grid, flows);
  moveFloorAir(engine, effort);
  mixFloorAir(engine);
}

/** Moves the air by `dt`; `massTolerance`: residual norm of the mass balance at which the projection stops, m³/s. */
function stepAirflow(
  engine: Engine,
  dt: number,
  massTolerance: number,
  maxPressureIterations: number,
  turbulenceDt = dt,
  turbulenceSweeps = TRANSIENT_TURBULENCE_SWEEPS,
): void {
  options.dt = dt;
  options.massTolerance = massTolerance;
  options.maxPressureIterations = maxPressureIterations;
  options.limitedAdvection = engine.options.advection === 'limited';
  options.turbulenceDt = turbulenceDt;
  options.turbulenceSweeps = turbulenceSweeps;
  stepAir(engine.room.grid, engine.room.kernels, engine.room.airScratch, engine.flows, options);
  engine.steps++;
}

/**
 * Heat of air and surfaces; while the air settles the clock stands still and surfaces keep none. Film coefficients follow
 * the air once a tick: they are a tenth of its cost, and change little in a second.
 */
function stepTemperature(
  engine: Engine,
  dt: number,
  sweeps: number,
  step: 'settling' | 'first of tick' | 'further of tick',
): void {
  const { kernels, grid, surfaces } = engine.room;
  const { fabric } = engine;
  gatherSources(grid, kernels, surfaces, engine.inflows);
  if (step === 'settling') restFabric(fabric);
  else addFabricExchange(fabric, surfaces.fabric, grid.mesh, kernels, dt, step === 'first of tick');
  kernels.stepHeat(dt, sweeps, engine.options.advection === 'limited');
  if (step !== 'settling') advanceFabric(fabric, surfaces.fabric, kernels);
}
