import type { ChassisThermal } from '../servers/thermal';
import { countsOf, FILTER_SECONDS, type ReducedCounts, type ReducedModel } from './model';

/** What stands where in the room, for the choice of states. */
export interface RoomConditions {
  /** Speed of each unit, share of full speed; 0: it stands. */
  readonly unitFanShare: Float64Array;
  /** How far the doors of all containments stand open, 0-1; without effect where the model has no such state. */
  readonly openDoors: number;
}

/** What drives a reduced room; everything may change from step to step. */
export interface ReducedInputs extends RoomConditions {
  /** Wall power of each group, W. */
  readonly groupPowerW: Float64Array;
  /** Supply temperature that each unit is asked for, °C, and what its coil can take at most, W. */
  readonly unitSetpointCelsius: Float64Array;
  readonly unitCapacityW: Float64Array;
  openDoors: number;
}

/** Inputs of a room whose units all run alike. Capacities are those of the site. */
export function createReducedInputs(model: ReducedModel, fanShare: number, setpointCelsius: number): ReducedInputs {
  const units = model.unitIds.length;
  return {
    groupPowerW: new Float64Array(model.groupIds.length),
    unitSetpointCelsius: new Float64Array(units).fill(setpointCelsius),
    unitCapacityW: model.unitCapacityW.slice(),
    unitFanShare: new Float64Array(units).fill(fanShare),
    openDoors: 0,
  };
}

/** A running reduced model: everything that a step changes, and its work space. */
export interface ReducedState {
  readonly counts: ReducedCounts;
  /** Groups as the engine treats chassis: mass, frame, outlet. */
  readonly thermal: ChassisThermal;
  /** Inlets of groups, °C. */
  readonly inletCelsius: Float64Array;
  readonly unitReturnCelsius: Float64Array;
  readonly unitSupplyCelsius: Float64Array;
  /** Heat that each unit takes from the air, W. */
  readonly unitHeatW: Float64Array;
  /** Inlets as the fans of the servers see them, °C. */
  readonly fanSensorCelsius: Float64Array;
  /** givers x filters: temperature of each giver's air as it comes out of each filter, °C. */
  readonly lagged: Float64Array;
  /** Temperature of each taker and giver, °C. */
  readonly takerCelsius: Float64Array;
  readonly giverCelsius: Float64Array;
  readonly mix: Mix;
}

/** Who draws whose air at the present operating point. */
export interface Mix {
  /** Nodes around the operating point and their weights; the first `count` count. */
  readonly nodeIndex: Int32Array;
  readonly nodeWeight: Float64Array;
  count: number;
  /** Weights and flow of all groups, m³/s, as the flows between nodes were last mixed. */
  readonly mixedWeight: Float64Array;
  mixedGroupM3s: number;
  /** Path by path: flow between the nodes, m³/s, and place among the filters. */
  readonly flowM3s: Float64Array;
  readonly filter: Float64Array;
  readonly surfaceShare: Float64Array;
  /** Share of the taker's air that comes by a path = flow x takerScale x giverScale. */
  readonly takerScale: Float64Array;
  readonly giverScale: Float64Array;
  readonly giverSum: Float64Array;
  /** Flows that the scales belong to, and those of this step, m³/s. */
  readonly takenM3s: Float64Array;
  readonly givenM3s: Float64Array;
  readonly wantedTakenM3s: Float64Array;
  readonly wantedGivenM3s: Float64Array;
}

/** A state at one temperature, to be settled or stepped. */
export function createReducedState(model: ReducedModel, celsius: number): ReducedState {
  const counts = countsOf(model);
  const { groups, units, ends } = counts;
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
    unitSupplyCelsius: array(units, celsius),
    unitHeatW: array(units),
    fanSensorCelsius: array(groups, celsius),
    lagged: array(ends * FILTER_SECONDS.length, Number.NaN),
    takerCelsius: array(ends, celsius),
    giverCelsius: array(ends, celsius),
    mix: createMix(counts),
  };
}

function createMix({ ends, paths, nodes }: ReducedCounts): Mix {
  const array = (length: number, value = 0) => new Float64Array(length).fill(value);
  return {
    nodeIndex: new Int32Array(nodes),
    nodeWeight: array(nodes),
    count: 0,
    mixedWeight: array(nodes, Number.NaN),
    mixedGroupM3s: Number.NaN,
    flowM3s: array(paths),
    filter: array(paths),
    surfaceShare: array(ends),
    takerScale: array(ends),
    giverScale: array(ends, 1),
    giverSum: array(ends),
    takenM3s: array(ends, Number.NaN),
    givenM3s: array(ends, Number.NaN),
    wantedTakenM3s: array(ends),
    wantedGivenM3s: array(ends),
  };
}

/** Makes one state that of another of the same model. Allocates nothing. */
export function copyReducedState(from: ReducedState, to: ReducedState): void {
  copyArrays(from, to);
  copyArrays(from.thermal, to.thermal);
  copyArrays(from.mix, to.mix);
  to.mix.count = from.mix.count;
  to.mix.mixedGroupM3s = from.mix.mixedGroupM3s;
}

function copyArrays<Group extends object>(from: Group, to: Group): void {
  for (const key in from) {
    const value = from[key];
    if (value instanceof Float64Array) (to[key] as Float64Array).set(value);
    else if (value instanceof Int32Array) (to[key] as Int32Array).set(value);
  }
}
