import { AIR_HEAT_CAPACITY } from '../../units/air';
import { factorDense, solveDense } from '../kernels/dense-lu';
import type { AirTrace } from './trace-air';

/**
 * How groups of equipment (racks or chassis) heat each other on frozen air (cross-interference coefficients of
 * Tang, Gupta & Varsamopoulos 2007, IEEE CLUSTER; see MODEL.md). With F the shares of the trace between
 * groups and K = rho cp Q:
 *   T_in = W T_supply + D P,  D = (I - F)^-1 F K^-1,  W = (I - F)^-1 F_supply.
 */
export interface CrossInterference {
  readonly groups: number;
  /** a_ij, giver i x taker j: part of i's exhaust that j draws. A row sums to less than 1 where units take some. */
  readonly interference: Float64Array;
  /** D, taker x giver: rise of the taker's inlet for each watt in the giver, K/W. */
  readonly distribution: Float64Array;
  /**
   * W, taker x (units, openings, surfaces): weight of each supply in the inlet once air has been followed through
   * equipment. A row sums to 1; 0 for a group that draws nothing.
   */
  readonly supplyWeight: Float64Array;
  readonly supplies: number;
  /** Share of what a group draws that comes straight from cooling units; NaN for one that draws nothing. */
  readonly coldCapture: Float64Array;
  /** Share of what a group exhausts that goes straight to the returns of cooling units. */
  readonly hotCapture: Float64Array;
  /** Mean time since a group's air left a cooling unit or came in from outside, s; it spends none inside equipment. */
  readonly ageSeconds: Float64Array;
}

export function crossInterference(trace: AirTrace): CrossInterference {
  const { share, takenM3s, givenM3s, ageSeconds, surfaceShare } = trace;
  const n = trace.groupIds.length;
  const units = trace.unitIds.length;
  const openings = trace.openingIds.length;
  const givers = n + units + openings;
  const supplies = units + openings + 1;
  const columns = n + supplies + 1;
  const matrix = new Float64Array(n * n);
  const right = new Float64Array(n * columns);
  const interference = new Float64Array(n * n);
  const coldCapture = new Float64Array(n).fill(Number.NaN);
  const hotCapture = new Float64Array(n).fill(Number.NaN);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) {
      const drawn = share[j * givers + i]!;
      matrix[j * n + i] = (i === j ? 1 : 0) - drawn;
      if (!(givenM3s[i]! > 0)) continue;
      right[j * columns + i] = drawn / (givenM3s[i]! * AIR_HEAT_CAPACITY);
      interference[i * n + j] = (drawn * takenM3s[j]!) / givenM3s[i]!;
    }
    for (let s = 0; s < units + openings; s++) right[j * columns + n + s] = share[j * givers + n + s]!;
    right[j * columns + n + units + openings] = surfaceShare[j]!;
    right[j * columns + columns - 1] = takenM3s[j]! > 0 ? ageSeconds[j]! : 0;
    if (takenM3s[j]! > 0) coldCapture[j] = sumOf(share, j * givers + n, units);
  }
  for (let i = 0; i < n; i++) {
    if (!(givenM3s[i]! > 0)) continue;
    let captured = 0;
    for (let u = 0; u < units; u++) captured += share[(n + u) * givers + i]! * takenM3s[n + u]!;
    hotCapture[i] = captured / givenM3s[i]!;
  }
  solveDense(factorDense(matrix, n), right, columns);
  return {
    groups: n,
    interference,
    distribution: cut(right, n, columns, 0, n),
    supplyWeight: cut(right, n, columns, n, supplies),
    supplies,
    coldCapture,
    hotCapture,
    ageSeconds: Float64Array.from({ length: n }, (_, j) =>
      takenM3s[j]! > 0 ? right[j * columns + columns - 1]! : Number.NaN,
    ),
  };
}

/** Inlet of each group, °C, for powers in W and the temperatures of units, openings and surfaces in °C. */
export function inletsOf(cross: CrossInterference, powerW: Float64Array, supplyCelsius: Float64Array): Float64Array {
  const { groups, distribution, supplyWeight, supplies } = cross;
  const result = new Float64Array(groups);
  for (let j = 0; j < groups; j++) {
    let celsius = 0;
    for (let s = 0; s < supplies; s++) {
      // Weight 0 leaves out what is not known: a unit at rest has no supply temperature.
      const weight = supplyWeight[j * supplies + s]!;
      if (weight !== 0) celsius += weight * supplyCelsius[s]!;
    }
    for (let i = 0; i < groups; i++) celsius += distribution[j * groups + i]! * powerW[i]!;
    result[j] = celsius;
  }
  return result;
}

/**
 * Mean time that air spends in the room from supply to the returns of units and to openings, s. On frozen air it is the
 * volume over the flow that enters.
 */
export function residenceSeconds(trace: AirTrace, cross: CrossInterference): number {
  const first = trace.groupIds.length;
  let flow = 0;
  let carried = 0;
  for (let t = first; t < trace.takenM3s.length - 1; t++) {
    if (!(trace.takenM3s[t]! > 0)) continue;
    flow += trace.takenM3s[t]!;
    carried += trace.takenM3s[t]! * ageOf(trace, cross, t);
  }
  return flow > 0 ? carried / flow : Number.NaN;
}

/** Mean time since the air of taker `row` (a unit's return, an opening, the room) left a cooling unit or came in, s. */
export function ageOf(trace: AirTrace, cross: CrossInterference, row: number): number {
  const givers = trace.givenM3s.length;
  let age = trace.ageSeconds[row]!;
  for (let i = 0; i < cross.groups; i++) {
    const share = trace.share[row * givers + i]!;
    if (share > 0) age += share * cross.ageSeconds[i]!;
  }
  return age;
}

function cut(values: Float64Array, rows: number, columns: number, from: number, width: number): Float64Array {
  const result = new Float64Array(rows * width);
  for (let r = 0; r < rows; r++) result.set(values.subarray(r * columns + from, r * columns + from + width), r * width);
  return result;
}

function sumOf(values: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) sum += values[from + n]!;
  return sum;
}
