import { advance, createEngine, type Engine, type EngineOptions } from '../../engine/engine';
import type { ReducedModel } from '../../engine/reduced/model';
import { createReducedState } from '../../engine/reduced/run-state';
import { settleReduced, stepReduced } from '../../engine/reduced/step';
import type { Site } from '../../site/schema/site';
import { type Day, pathAt, siteOfDay } from './day';

export interface HeldOut {
  /** Over all racks and steps, K. */
  rmseKelvin: number;
  p99Kelvin: number;
  worstKelvin: number;
  biasKelvin: number;
  /** RMSE of each rack, K, in the order of the site. */
  rackRmseKelvin: Float64Array;
  /** Mean over the units' return air, weighted by flow. */
  returnRmseKelvin: number;
  /** Heat of the units against the power of the racks, summed over the run, less what the equipment keeps. */
  heatError: number;
  /** Minute by minute: mean and warmest inlet of the room and of the model, °C. */
  series: { minutes: number[]; roomMax: number[]; modelMax: number[]; roomMean: number[]; modelMean: number[] };
  roomSeconds: number;
  modelSeconds: number;
  steps: number;
}

/** Inlet of each rack, mean by flow, °C. */
export function rackInlets(engine: Engine, into: Float64Array): void {
  const { rackChassisStart } = engine.servers.structure;
  for (let r = 0; r < into.length; r++) {
    let flow = 0;
    let carried = 0;
    for (let c = rackChassisStart[r]!; c < rackChassisStart[r + 1]!; c++) {
      flow += engine.flows.chassis[c]!;
      carried += engine.flows.chassis[c]! * engine.chassisInletCelsius[c]!;
    }
    into[r] = flow > 0 ? carried / flow : Number.NaN;
  }
}

export function rackPowers(engine: Engine, into: Float64Array): void {
  const { rackChassisStart } = engine.servers.structure;
  for (let r = 0; r < into.length; r++) {
    into[r] = 0;
    for (let c = rackChassisStart[r]!; c < rackChassisStart[r + 1]!; c++) into[r]! += engine.servers.powerW[c]!;
  }
}

/**
 * Runs the room and its model through a day side by side. The model is told the power of each rack, the supply temperature
 * of each unit and the fan speed, nothing else.
 */
export function heldOut(
  site: Site,
  options: EngineOptions,
  model: ReducedModel,
  day: Day,
  stepSeconds: number,
  clock: () => number,
  onMinute?: (minute: number) => void,
): HeldOut {
  const engine = createEngine(siteOfDay(site, day), options);
  const racks = site.racks.length;
  const units = site.coolingUnits.length;
  const powerW = new Float64Array(racks);
  const inlets = new Float64Array(racks);
  const supply = new Float64Array(units);
  const state = createReducedState(model, day.supplyCelsius[0]!);
  const errors: number[] = [];
  const squares = new Float64Array(racks);
  let returnSquares = 0;
  let heatOutJ = 0;
  let heatInJ = 0;
  let roomSeconds = 0;
  let modelSeconds = 0;
  const series: HeldOut['series'] = { minutes: [], roomMax: [], modelMax: [], roomMean: [], modelMean: [] };
  const total = (day.load.length - 1) * 60;
  const drive = (seconds: number) => {
    for (let u = 0; u < units; u++) {
      engine.plant.airflowM3s[u] = model.unitFullM3s[u]! * pathAt(day.fanShare, seconds);
      engine.plant.commandCelsius[u] = pathAt(day.supplyCelsius, seconds);
    }
  };
  drive(0);
  for (let seconds = 0; seconds < total; seconds += stepSeconds) {
    const begun = clock();
    for (let tick = 0; tick < stepSeconds; tick++) {
      drive(seconds + tick + 1);
      advance(engine);
    }
    const between = clock();
    rackPowers(engine, powerW);
    supply.set(engine.plant.supplyCelsius);
    const fanShare = pathAt(day.fanShare, seconds + stepSeconds);
    if (seconds === 0) settleReduced(model, state, powerW, supply, fanShare);
    stepReduced(model, state, powerW, supply, fanShare, stepSeconds);
    const ended = clock();
    roomSeconds += (between - begun) / 1000;
    modelSeconds += (ended - between) / 1000;
    rackInlets(engine, inlets);
    for (let r = 0; r < racks; r++) {
      const error = state.inletCelsius[r]! - inlets[r]!;
      errors.push(error);
      squares[r]! += error * error;
    }
    returnSquares += (meanOf(state.unitReturnCelsius, engine) - meanOf(engine.unitReturnCelsius, engine)) ** 2;
    for (let r = 0; r < racks; r++) {
      heatInJ += (state.thermal.airHeatW[r]! - state.thermal.storedHeatW[r]!) * stepSeconds;
    }
    for (let u = 0; u < units; u++) heatOutJ += state.unitHeatW[u]! * stepSeconds;
    if ((seconds + stepSeconds) % 60 === 0) {
      series.minutes.push((seconds + stepSeconds) / 60);
      series.roomMax.push(Math.max(...inlets));
      series.modelMax.push(Math.max(...state.inletCelsius));
      series.roomMean.push(average(inlets));
      series.modelMean.push(average(state.inletCelsius));
      onMinute?.((seconds + stepSeconds) / 60);
    }
  }
  const steps = errors.length / racks;
  const sizes = Float64Array.from(errors, Math.abs).sort();
  return {
    rmseKelvin: Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length),
    p99Kelvin: sizes[Math.min(sizes.length - 1, Math.floor(0.99 * sizes.length))]!,
    worstKelvin: sizes[sizes.length - 1]!,
    biasKelvin: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    rackRmseKelvin: squares.map((sum) => Math.sqrt(sum / steps)),
    returnRmseKelvin: Math.sqrt(returnSquares / steps),
    heatError: heatOutJ / heatInJ - 1,
    series,
    roomSeconds,
    modelSeconds,
    steps,
  };
}

function meanOf(celsius: Float64Array, { plant }: Engine): number {
  let flow = 0;
  let carried = 0;
  for (let u = 0; u < celsius.length; u++) {
    flow += plant.airflowM3s[u]!;
    carried += plant.airflowM3s[u]! * celsius[u]!;
  }
  return carried / flow;
}

function average(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
