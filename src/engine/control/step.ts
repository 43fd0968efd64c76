import { INLET_LAW, PRESSURE_LAW, pressureError, stepFanLoop } from './fan-loop';
import type { Measured } from './measured';
import { ask, roomToWarm } from './requests';
import { FROZEN_SHARE, RESTING_SHARE, restReset, stepReset } from './reset';
import { stepStaging } from './staging';
import { type ControlState, giveOut, type ZoneState } from './state';
import type { ZoneStructure } from './structure';

/** What counts as at rest in an iteration: setpoints, K, and speeds, share of full. */
const RESTING_KELVIN = 0.02;
const RESTING_SPEED = 0.001;

/** 'temperatures': speeds of fans and stages stay as they are, as the air is frozen. */
export type ControlMoves = 'everything' | 'temperatures';

/**
 * One step of all controllers from what they measure: requests, resets of setpoints, speed of fans, stages. `dtSeconds`
 * may be Infinity: one iteration towards the point where everything rests. On return `supplyCelsius`, `speed`, `called`
 * and `chilledWaterCelsius` hold what is asked of units and plant. Deterministic; nothing is allocated.
 */
export function stepControl(
  state: ControlState,
  measured: Measured,
  dtSeconds: number,
  moves: ControlMoves = 'everything',
): void {
  const { structure, zones } = state;
  state.restlessness = 0;
  for (let z = 0; z < zones.length; z++) {
    const zone = structure.zones[z]!;
    const zoneState = zones[z]!;
    lookAtRacks(state, zone, zoneState, measured, dtSeconds);
    if (moves === 'everything') stepStage(state, zone, zoneState, measured, dtSeconds);
    stepSupply(state, zone, zoneState, measured, dtSeconds, moves);
    if (moves === 'everything') stepFans(state, zone, zoneState, measured, dtSeconds);
  }
  stepChilledWater(state, measured, dtSeconds);
  giveOut(state);
}

function lookAtRacks(
  state: ControlState,
  zone: ZoneStructure,
  zoneState: ZoneState,
  measured: Measured,
  dtSeconds: number,
): void {
  const { supply } = zone.spec;
  zoneState.warmestCelsius = Number.NaN;
  zoneState.requests = 0;
  zoneState.askingRacks = 0;
  for (let n = 0; n < zone.racks.length; n++) {
    const rack = zone.racks[n]!;
    const inlet = measured.rackInletCelsius[rack]!;
    if (!(inlet <= zoneState.warmestCelsius)) {
      if (!Number.isNaN(inlet)) zoneState.warmestCelsius = inlet;
    }
    if (supply === undefined) continue;
    const grade = ask(state.racks, rack, inlet - zone.requestAboveCelsius, supply.releaseKelvin, dtSeconds);
    const requests = grade * zone.multipliers[n]!;
    state.rackRequests[rack] = requests;
    zoneState.requests += requests;
    if (requests > 0) zoneState.askingRacks++;
  }
}

/** Whether any fan of the zone turns. */
function anyRuns(state: ControlState, zone: ZoneStructure, measured: Measured): boolean {
  for (let n = 0; n < zone.units.length; n++) {
    const unit = zone.units[n]!;
    if (state.called[unit] === 1 && measured.unitAvailable[unit] === 1) return true;
  }
  return false;
}

function stepSupply(
  state: ControlState,
  zone: ZoneStructure,
  zoneState: ZoneState,
  measured: Measured,
  dtSeconds: number,
  moves: ControlMoves,
): void {
  const { supply } = zoneState;
  const law = zone.supplyLaw;
  if (supply === null || law === null) return;
  const spareSpeed = spareFanSpeed(zone, zoneState);
  const overKelvin = overFanSetpoint(zone, zoneState);
  if (spareSpeed < 0 || overKelvin > FANS_OVER_KELVIN) zoneState.fansAsk = 1;
  else if (!(spareSpeed < FANS_RELEASE || overKelvin > 0)) zoneState.fansAsk = 0;
  if (dtSeconds === Infinity) {
    const before = supply.setpoint;
    const { racks, multipliers, requestAboveCelsius } = zone;
    const room = roomToWarm(racks, measured.rackInletCelsius, multipliers, requestAboveCelsius, law.ignored);
    const frozen = moves === 'temperatures';
    // Frozen fans can't answer, so a supply that shares the work with them waits for them.
    const ofFans = frozen ? 0 * spareSpeed : spareSpeed * FANS_KELVIN - overKelvin / 2;
    const share = frozen ? FROZEN_SHARE : Number.isNaN(ofFans) ? undefined : RESTING_SHARE;
    restReset(supply, law, Number.isNaN(ofFans) ? room : Math.min(room, ofFans), share);
    state.restlessness = Math.max(state.restlessness, Math.abs(supply.setpoint - before) / RESTING_KELVIN);
    return;
  }
  // The fans' request is one that is never ignored.
  const requests = zoneState.fansAsk === 1 ? Math.max(zoneState.requests, law.ignored + 1) : zoneState.requests;
  stepReset(supply, law, requests, anyRuns(state, zone, measured), dtSeconds);
}

/**
 * Towards rest supply air moves by this for each share of speed, K: a quarter of what the same speed does to an inlet, so
 * that the fans come to rest first.
 */
const FANS_KELVIN = INLET_LAW.firstSlope / 4;

/** They stop asking for colder air this far below the share above which they ask. */
const FANS_RELEASE = 0.05;

/**
 * Nor once the inlet is no longer above their setpoint. Above it by this much they ask whatever their speed, K
 * (assumption): in an aisle that has air enough more of it cools nothing.
 */
const FANS_OVER_KELVIN = 0.5;

/** How far the warmest inlet is above the setpoint of fans that follow it, K; NaN for others. */
function overFanSetpoint({ spec }: ZoneStructure, { warmestCelsius }: ZoneState): number {
  return spec.fans?.by === 'inlet' ? warmestCelsius - spec.fans.setpointCelsius : Number.NaN;
}

/** How far fans that follow the inlet are below the share of speed above which they ask; NaN for others. */
function spareFanSpeed({ spec }: ZoneStructure, { fans }: ZoneState): number {
  return spec.fans?.by === 'inlet' && spec.supply !== undefined
    ? spec.supply.requestAboveSpeed - fans.speed
    : Number.NaN;
}

function stepFans(
  state: ControlState,
  zone: ZoneStructure,
  zoneState: ZoneState,
  measured: Measured,
  dtSeconds: number,
): void {
  const { fans } = zone.spec;
  if (fans === undefined) return;
  const before = zoneState.fans.speed;
  const running = anyRuns(state, zone, measured);
  if (fans.by === 'inlet') {
    zoneState.pascals = Number.NaN;
    const error = running ? zoneState.warmestCelsius - fans.setpointCelsius : Number.NaN;
    stepFanLoop(zoneState.fans, INLET_LAW, error, fans, dtSeconds);
  } else {
    zoneState.pascals =
      fans.by === 'aisle-pressure' ? (measured.aislePascals[zone.containment] ?? Number.NaN) : measured.floorPascals;
    const error = running ? pressureError(fans.setpointPa, zoneState.pascals, zone.moreAirRaises) : Number.NaN;
    stepFanLoop(zoneState.fans, PRESSURE_LAW, error, fans, dtSeconds);
  }
  state.restlessness = Math.max(state.restlessness, Math.abs(zoneState.fans.speed - before) / RESTING_SPEED);
}

/** Calls units in turn from the lead on, those that can run. */
function stepStage(
  state: ControlState,
  zone: ZoneStructure,
  zoneState: ZoneState,
  measured: Measured,
  dtSeconds: number,
): void {
  const { staging } = zone.spec;
  if (staging === undefined) return;
  const { units } = zone;
  let available = 0;
  let running = 0;
  let loadShare = 0;
  for (let n = 0; n < units.length; n++) {
    const unit = units[n]!;
    if (measured.unitAvailable[unit] !== 1) continue;
    available++;
    if (state.called[unit] !== 1) continue;
    running++;
    loadShare += measured.unitLoadShare[unit]!;
  }
  const load = running > 0 ? loadShare / running : Number.NaN;
  const speed = zone.spec.fans === undefined ? Number.NaN : zoneState.fans.speed;
  const effort = Number.isNaN(load) ? speed : Number.isNaN(speed) ? load : Math.max(load, speed);
  const change = stepStaging(zoneState.staging, staging, units.length, available, effort, dtSeconds);
  const { called, lead } = zoneState.staging;
  let left = called;
  for (let n = 0; n < units.length; n++) {
    const unit = units[(lead + n) % units.length]!;
    const runs = left > 0 && measured.unitAvailable[unit] === 1;
    state.called[unit] = runs ? 1 : 0;
    if (runs) left--;
  }
  if (change !== 0 || pending(zoneState, available)) state.restlessness = Number.POSITIVE_INFINITY;
  if (change === 0) return;
  // The same air from more or fewer fans: the speed starts where that leaves it.
  if (zone.spec.fans === undefined || running === 0 || called === 0) return;
  const { minSpeed, maxSpeed } = zone.spec.fans;
  const { fans } = zoneState;
  fans.speed = Math.max(minSpeed, Math.min(maxSpeed, (fans.speed * (called - change)) / called));
  fans.previousError = Number.NaN;
}

/** Whether a start or a stop is waiting for its time. */
function pending({ staging }: ZoneState, available: number): boolean {
  return (staging.startSeconds > 0 && staging.called < available) || (staging.stopSeconds > 0 && staging.called > 1);
}

/** Valves that are open too far, and supply air that is too warm, ask for colder water. */
function stepChilledWater(state: ControlState, measured: Measured, dtSeconds: number): void {
  const { chilledWater: reset, structure } = state;
  const spec = structure.chilledWater;
  const law = structure.chilledWaterLaw;
  if (reset === null || law === null || spec === undefined) return;
  state.chilledWaterRequests = 0;
  let any = false;
  for (let unit = 0; unit < state.valveAsks.length; unit++) {
    const valve = valveOf(state, measured, unit);
    if (valve > spec.openAbove) state.valveAsks[unit] = 1;
    else if (!(valve > spec.releaseBelow)) state.valveAsks[unit] = 0;
    const over = valve > spec.openAbove ? tooWarmKelvin(measured, unit) : Number.NaN;
    const grade = ask(state.coils, unit, over, 0, dtSeconds);
    state.chilledWaterRequests += Math.max(state.valveAsks[unit]!, grade > 1 ? grade : 0);
    if (!Number.isNaN(valve)) any = true;
  }
  if (dtSeconds !== Infinity) {
    stepReset(reset, law, state.chilledWaterRequests, any, dtSeconds);
    return;
  }
  const before = reset.setpoint;
  restReset(reset, law, roomOfValves(state, measured, spec.openAbove, law.ignored));
  state.restlessness = Math.max(state.restlessness, Math.abs(reset.setpoint - before) / RESTING_KELVIN);
}

/** Valve of a unit that runs; NaN otherwise. */
function valveOf({ called }: ControlState, measured: Measured, unit: number): number {
  return measured.unitAvailable[unit] === 1 && called[unit] === 1 ? measured.unitValveShare[unit]! : Number.NaN;
}

function tooWarmKelvin(measured: Measured, unit: number): number {
  return measured.unitSupplyCelsius[unit]! - measured.unitCommandCelsius[unit]!;
}

/**
 * How far a valve opens for each kelvin that its water warms while it gives the same heat, share a kelvin (assumption: near
 * 2 v / (T_air - T_water), as the heat of a coil goes by about the root of its water).
 */
const VALVE_PER_KELVIN = 0.1;

/** By how much the water may warm until more valves than are ignored stand too far open, K; NaN where no valve is known. */
function roomOfValves(state: ControlState, measured: Measured, openAbove: number, ignored: number): number {
  const { valveAsks } = state;
  let least = Number.NaN;
  for (let unit = 0; unit < valveAsks.length; unit++) {
    const room = valveRoom(state, measured, unit, openAbove);
    if (Number.isNaN(room)) continue;
    let narrower = 0;
    for (let other = 0; other < valveAsks.length; other++) {
      const rank = valveRoom(state, measured, other, openAbove);
      if (rank < room || (rank === room && other < unit)) narrower++;
    }
    // The one that decides: with the ignored ones before it.
    if (narrower === ignored) return room;
    if (!(room <= least)) least = room;
  }
  // Fewer valves than are ignored: the water may be as warm as it likes.
  return Number.isNaN(least) ? Number.NaN : Number.MAX_VALUE;
}

function valveRoom(state: ControlState, measured: Measured, unit: number, openAbove: number): number {
  const valve = valveOf(state, measured, unit);
  return (openAbove - valve) / VALVE_PER_KELVIN - Math.max(0, tooWarmKelvin(measured, unit));
}
