import { createEngine, type EngineOptions } from '../../src/engine/engine';
import { extractReduced } from '../../src/engine/reduced/extract';
import { countsOf, type ReducedModel } from '../../src/engine/reduced/model';
import type { Axes } from '../../src/engine/reduced/operating-points';
import { createReducedInputs, createReducedState } from '../../src/engine/reduced/run-state';
import { settleReduced, stepReduced } from '../../src/engine/reduced/step';
import type { Site } from '../../src/site/schema/site';
import { applyLowRank, lowRank } from '../../src/validation/reduced/low-rank';

const RANK = 16;
const ONE_NODE: Axes = { balanceLevels: [1], loads: [1], inletsCelsius: [22] };

export interface Speed {
  racks: number;
  paths: number;
  /** One step: flows as they were, and while all flows move, µs. */
  steadyStepUs: number;
  movingStepUs: number;
  /** One product of the shares between racks with a vector: the paths, the full matrix, the matrix cut to rank 16, µs. */
  pathsUs: number;
  fullUs: number;
  rank16Us: number;
  /** Largest error of an inlet when recirculated warmth goes through each instead of the full matrix, K at a rise of 12 K. */
  pathsKelvin: number;
  rank16Kelvin: number;
  extractSeconds: number;
}

/** Extracts one node of a room and measures what a step costs. `restrict`: only its first racks. */
export function speedOf(site: Site, options: EngineOptions, restrict: readonly number[]): Speed[] {
  const begun = performance.now();
  const engine = createEngine(site, options);
  const whole = extractReduced(engine, { detail: 'rack', axes: ONE_NODE, leastShare: 0 }, ({ done, total }) => {
    process.stderr.write(`\r  ${site.name}: ${((100 * done) / total).toFixed(1)} % `);
  });
  process.stderr.write('\n');
  const extractSeconds = (performance.now() - begun) / 1000;
  return restrict.map((racks) => ({ ...measure(whole, racks), extractSeconds }));
}

/** Shares between the first `racks` racks. */
function between(model: ReducedModel, racks: number): Float64Array {
  const matrix = new Float64Array(racks * racks);
  for (let t = 0; t < racks; t++) {
    let taken = 0;
    for (let p = model.rowStart[t]!; p < model.rowStart[t + 1]!; p++) taken += model.flowM3s[p]!;
    for (let p = model.rowStart[t]!; p < model.rowStart[t + 1]!; p++) {
      if (model.giver[p]! < racks) matrix[t * racks + model.giver[p]!] = model.flowM3s[p]! / taken;
    }
  }
  return matrix;
}

const LEAST_SHARE = 1e-4;

function measure(model: ReducedModel, racks: number): Omit<Speed, 'extractSeconds'> {
  const matrix = between(model, racks);
  const cut = lowRank(matrix, racks, RANK, 1);
  const sparse = sparseOf(matrix, racks);
  const x = Float64Array.from({ length: racks }, (_, n) => 12 + 3 * Math.sin(n));
  const full = new Float64Array(racks);
  const other = new Float64Array(racks);
  const product = () => {
    for (let i = 0; i < racks; i++) {
      let sum = 0;
      for (let j = 0; j < racks; j++) sum += matrix[i * racks + j]! * x[j]!;
      full[i] = sum;
    }
  };
  const byPaths = () => {
    for (let i = 0; i < racks; i++) {
      let sum = 0;
      for (let p = sparse.start[i]!; p < sparse.start[i + 1]!; p++) sum += sparse.value[p]! * x[sparse.column[p]!]!;
      other[i] = sum;
    }
  };
  const workspace = new Float64Array(RANK);
  const byRank = () => applyLowRank(cut, x, workspace, other);
  const worst = () => full.reduce((most, value, i) => Math.max(most, Math.abs(value - other[i]!)), 0);
  product();
  byPaths();
  const pathsKelvin = worst();
  byRank();
  const rank16Kelvin = worst();
  const steps = racks === countsOf(model).groups ? stepTimes(model) : { steady: Number.NaN, moving: Number.NaN };
  return {
    racks,
    paths: sparse.value.length,
    steadyStepUs: steps.steady,
    movingStepUs: steps.moving,
    pathsUs: bestUs(byPaths),
    fullUs: bestUs(product),
    rank16Us: bestUs(byRank),
    pathsKelvin,
    rank16Kelvin,
  };
}

function sparseOf(matrix: Float64Array, n: number): { start: Int32Array; column: Int32Array; value: Float64Array } {
  const start = new Int32Array(n + 1);
  const column: number[] = [];
  const value: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (matrix[i * n + j]! <= LEAST_SHARE) continue;
      column.push(j);
      value.push(matrix[i * n + j]!);
    }
    start[i + 1] = value.length;
  }
  return { start, column: Int32Array.from(column), value: Float64Array.from(value) };
}

/** The quickest of several rounds, µs a call: other work runs on the same cores. */
function bestUs(work: () => void): number {
  work();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 15; round++) {
    const begun = performance.now();
    let calls = 0;
    while (performance.now() - begun < 8) {
      for (let n = 0; n < 10; n++) work();
      calls += 10;
    }
    best = Math.min(best, ((performance.now() - begun) * 1000) / calls);
  }
  return best;
}

function stepTimes(model: ReducedModel): { steady: number; moving: number } {
  const state = createReducedState(model, 22);
  const inputs = createReducedInputs(model, 0.8, 20);
  inputs.groupPowerW.fill(4000);
  settleReduced(model, state, inputs);
  let n = 0;
  const steady = bestUs(() => stepReduced(model, state, inputs, 10));
  const moving = bestUs(() => {
    inputs.unitFanShare.fill(0.75 + 0.1 * ((n++ % 7) / 7));
    stepReduced(model, state, inputs, 10);
  });
  return { steady, moving };
}
