import type { ChassisThermal } from '../servers/thermal';
import { countsOf, FILTER_SECONDS, type ReducedCounts, type ReducedModel } from './model';

/** A running reduced model: everything that a step changes, and its work space. */
export interface ReducedState {
  readonly counts: ReducedCounts;
  /** Groups as the engine treats chassis: mass, frame, outlet. */
  readonly thermal: ChassisThermal;
  /** Inlets of groups, °C. */
  readonly inletCelsius: Float64Array;
  readonly unitReturnCelsius: Float64Array;
  /** Heat that each unit takes from the air, W. */
  readonly unitHeatW: Float64Array;
  /** Inlets as the fans of the servers see them, °C. */
  readonly fanSensorCelsius: Float64Array;
  /** takers x filters: what each filter passes on, K parts of the taker's °C. */
  readonly filtered: Float64Array;
  /** Temperature of each taker and giver, °C. */
  readonly takerCelsius: Float64Array;
  readonly giverCelsius: Float64Array;
  /** Path by path: share of its taker's air, and its place among the filters, at the present flows. */
  readonly share: Float64Array;
  readonly filter: Float64Array;
  readonly surfaceShare: Float64Array;
  /** Flows that the shares belong to, takers and givers, m³/s. */
  readonly takenM3s: Float64Array;
  readonly givenM3s: Float64Array;
  readonly wantedTakenM3s: Float64Array;
  readonly wantedGivenM3s: Float64Array;
  readonly giverScale: Float64Array;
  readonly giverSum: Float64Array;
  readonly parts: Float64Array;
  /** Fan share and power that the shares belong to; NaN before the first step. */
  blendedFanShare: number;
  blendedPowerW: number;
}

/** A state at one temperature, to be settled or stepped. */
export function createReducedState(model: ReducedModel, celsius: number): ReducedState {
  const counts = countsOf(model);
  const { groups, units, ends, paths } = counts;
  const array = (length: number, value = 0) => new Float64Array(length).fill(value);
  return {
    counts,
    thermal: {
      airflowM3s: array(groups),
      airHeatW: array(groups),
      massCapacityJK: model.massCapacityJK,
      effectiveness: model.effectiveness,
      lambda: model.lambda,
      massCelsius: array(groups, Number.NaN),
      frameCapacityJK: model.frameCapacityJK,
      frameConductanceWK: model.frameConductanceWK,
      frameCelsius: array(groups, Number.NaN),
      outletCelsius: array(groups, celsius),
      storedHeatW: array(groups),
      unremovedHeatW: array(groups),
    },
    inletCelsius: array(groups, celsius),
    unitReturnCelsius: array(units, celsius),
    unitHeatW: array(units),
    fanSensorCelsius: array(groups, celsius),
    filtered: array(ends * FILTER_SECONDS.length, Number.NaN),
    takerCelsius: array(ends, celsius),
    giverCelsius: array(ends, celsius),
    share: array(paths),
    filter: array(paths),
    surfaceShare: array(ends),
    takenM3s: array(ends),
    givenM3s: array(ends),
    wantedTakenM3s: array(ends),
    wantedGivenM3s: array(ends),
    giverScale: array(ends, 1),
    giverSum: array(ends),
    parts: array(FILTER_SECONDS.length),
    blendedFanShare: Number.NaN,
    blendedPowerW: Number.NaN,
  };
}
