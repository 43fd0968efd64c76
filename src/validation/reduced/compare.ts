import type { ReducedModel } from '../../engine/reduced/model';
import { createReducedInputs, createReducedState, type ReducedInputs } from '../../engine/reduced/run-state';
import { settleReduced, stepReduced } from '../../engine/reduced/step';
import type { Recording } from './record';

export interface Comparison {
  /** Inlets of the racks, mean by flow, over all racks and steps, K. */
  rmseKelvin: number;
  p99Kelvin: number;
  worstKelvin: number;
  biasKelvin: number;
  /** Where and when the worst lies. */
  worstRack: string;
  worstMinute: number;
  /** RMSE of each rack, K, in the order of the site. */
  rackRmseKelvin: Float64Array;
  /** The same for chassis, where the model is one of chassis; else NaN. */
  chassisRmseKelvin: number;
  chassisP99Kelvin: number;
  /** Mean over the units' return air, weighted by flow. */
  returnRmseKelvin: number;
  /** Heat of the model's units against the heat of its groups less what they keep, summed over the run. */
  heatError: number;
  series: InletSeries;
  modelSeconds: number;
}

/** Minute by minute: mean and warmest rack inlet of the room and of the model, °C. */
export interface InletSeries {
  minutes: number[];
  roomMax: number[];
  modelMax: number[];
  roomMean: number[];
  modelMean: number[];
}

/**
 * Runs a model through a recorded day. It is told the power of each group, supply air and speed of each unit, nothing else;
 * `openDoors`: as in the room that was recorded.
 */
export function compare(model: ReducedModel, recording: Recording, clock: () => number, openDoors = 0): Comparison {
  const { rackChassisStart: start, steps, stepSeconds } = recording;
  const racks = start.length - 1;
  const chassis = start[racks]!;
  const units = model.unitIds.length;
  const byChassis = model.detail === 'chassis';
  const inputs: ReducedInputs = { ...createReducedInputs(model, 0, 0), openDoors };
  inputs.unitCapacityW.fill(Number.POSITIVE_INFINITY);
  const state = createReducedState(model, recording.supplyCelsius[0]!);
  const errors = new Float64Array(steps * racks);
  const chassisErrors = new Float64Array(byChassis ? steps * chassis : 0);
  const roomInlets = new Float64Array(racks);
  const modelInlets = new Float64Array(racks);
  const series: InletSeries = { minutes: [], roomMax: [], modelMax: [], roomMean: [], modelMean: [] };
  let returnSquares = 0;
  let heatOutJ = 0;
  let heatInJ = 0;
  let modelSeconds = 0;
  for (let step = 0; step < steps; step++) {
    const at = step * chassis;
    tell(model, recording, step, inputs);
    const begun = clock();
    if (step === 0) settleReduced(model, state, inputs);
    stepReduced(model, state, inputs, stepSeconds);
    modelSeconds += (clock() - begun) / 1000;
    rackMeans(start, recording.flowM3s.subarray(at), recording.inletCelsius.subarray(at), roomInlets);
    if (byChassis) {
      rackMeans(start, state.thermal.airflowM3s, state.inletCelsius, modelInlets);
      for (let c = 0; c < chassis; c++)
        chassisErrors[at + c] = state.inletCelsius[c]! - recording.inletCelsius[at + c]!;
    } else modelInlets.set(state.inletCelsius);
    for (let r = 0; r < racks; r++) errors[step * racks + r] = modelInlets[r]! - roomInlets[r]!;
    returnSquares += returnError(recording, step, state.unitReturnCelsius) ** 2;
    for (let g = 0; g < model.groupIds.length; g++) {
      heatInJ += (state.thermal.airHeatW[g]! - state.thermal.storedHeatW[g]!) * stepSeconds;
    }
    for (let u = 0; u < units; u++) heatOutJ += state.unitHeatW[u]! * stepSeconds;
    if (((step + 1) * stepSeconds) % 60 === 0) {
      series.minutes.push(((step + 1) * stepSeconds) / 60);
      series.roomMax.push(Math.max(...roomInlets));
      series.modelMax.push(Math.max(...modelInlets));
      series.roomMean.push(average(roomInlets));
      series.modelMean.push(average(modelInlets));
    }
  }
  const worst = indexOfWorst(errors);
  return {
    rmseKelvin: rms(errors),
    p99Kelvin: percentile99(errors),
    worstKelvin: Math.abs(errors[worst]!),
    biasKelvin: average(errors),
    worstRack: recording.rackIds[worst % racks]!,
    worstMinute: ((Math.floor(worst / racks) + 1) * stepSeconds) / 60,
    rackRmseKelvin: Float64Array.from({ length: racks }, (_, r) => rms(errors.filter((_e, n) => n % racks === r))),
    chassisRmseKelvin: byChassis ? rms(chassisErrors) : Number.NaN,
    chassisP99Kelvin: byChassis ? percentile99(chassisErrors) : Number.NaN,
    returnRmseKelvin: Math.sqrt(returnSquares / steps),
    heatError: heatOutJ / heatInJ - 1,
    series,
    modelSeconds,
  };
}

function tell(model: ReducedModel, recording: Recording, step: number, inputs: ReducedInputs): void {
  const { rackChassisStart: start, powerW } = recording;
  const units = model.unitIds.length;
  const chassis = start[start.length - 1]!;
  const groups = model.groupIds.length;
  for (let g = 0; g < groups; g++) {
    const from = model.detail === 'rack' ? start[g]! : g;
    const to = model.detail === 'rack' ? start[g + 1]! : g + 1;
    let sum = 0;
    for (let c = from; c < to; c++) sum += powerW[step * chassis + c]!;
    inputs.groupPowerW[g] = sum;
  }
  for (let u = 0; u < units; u++) {
    inputs.unitFanShare[u] = recording.fanShare[step * units + u]!;
    inputs.unitSetpointCelsius[u] = recording.supplyCelsius[step * units + u]!;
  }
}

type Numbers = Float32Array | Float64Array;

/** Inlet of each rack, mean by flow, °C. */
export function rackMeans(start: Int32Array, flowM3s: Numbers, inletCelsius: Numbers, into: Float64Array): void {
  for (let r = 0; r < into.length; r++) {
    let flow = 0;
    let carried = 0;
    for (let c = start[r]!; c < start[r + 1]!; c++) {
      flow += flowM3s[c]!;
      carried += flowM3s[c]! * inletCelsius[c]!;
    }
    into[r] = flow > 0 ? carried / flow : Number.NaN;
  }
}

function returnError({ fanShare, returnCelsius }: Recording, step: number, modelCelsius: Float64Array): number {
  let flow = 0;
  let carried = 0;
  for (let u = 0; u < modelCelsius.length; u++) {
    const at = step * modelCelsius.length + u;
    flow += fanShare[at]!;
    carried += fanShare[at]! * (modelCelsius[u]! - returnCelsius[at]!);
  }
  return carried / flow;
}

function indexOfWorst(values: Float64Array): number {
  let worst = 0;
  for (let n = 0; n < values.length; n++) if (Math.abs(values[n]!) > Math.abs(values[worst]!)) worst = n;
  return worst;
}

function rms(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

function percentile99(values: Float64Array): number {
  const sizes = values.map(Math.abs).sort();
  return sizes[Math.min(sizes.length - 1, Math.floor(0.99 * sizes.length))]!;
}

function average(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
