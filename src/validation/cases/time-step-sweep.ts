import { createEngine, type Engine } from '../../engine/engine';
import { polishHeat, STEADY_SECONDS_PER_METRE, settleOnFineCells } from '../../engine/tick';
import type { Site } from '../../site/schema/site';
import type { CaseOptions, CaseResult, Figure, ResultRow, ValidationCase } from '../case';
import { caseSite, loadRack } from '../rooms/sites';

/** Air steps as multiples of the usual one; the steady answer must not depend on them. */
const SCALES = [0.15, 0.3, 0.6, 1, 1.6] as const;
const QUICK_SCALES = [0.2, 0.5, 1, 1.6] as const;
/** Iterations at the usual step; shorter steps take as many more. */
const ITERATIONS = 160;

/** Rounds of heat alone at the end, and the change of an inlet at which they stop, K. */
const POLISH_KELVIN = 1e-4;
const POLISH_ROUNDS = 20;

const FLOOR_KELVIN = 0.1;

/** A wall unit blows at a rack that draws a little more than it gets: a part of the inlet's air has been round. */
function sweepSite(): Site {
  return caseSite({
    room: { width: 4, depth: 3, height: 3, initialCelsius: 20 },
    racks: [
      {
        ...loadRack(3, 1.5, 2000, 0.2),
        contents: [10, 20, 30].map((uStart) => ({
          kind: 'chassis',
          id: `load-${uStart}`,
          uStart,
          uSize: 10,
          powerW: 1000,
          airflowM3s: 0.12,
          heatCapacityJK: 0,
        })),
      },
    ],
    coolingUnits: [
      {
        id: 'unit',
        kind: 'wall',
        position: { x: 0.2, y: 1.5 },
        rotation: 90,
        size: { width: 1.2, depth: 0.4, height: 2 },
        medium: 'chilled-water',
        supply: { to: 'room', face: 'front', height: 1, zMin: 0.2 },
        return: { from: 'room', face: 'top' },
        fan: { ratedAirflowM3s: 0.3, ratedPowerW: 200 },
        control: { mode: 'supply', setpointCelsius: 18 },
      },
    ],
  });
}

interface Steady {
  /** Courant number: how many cells the fastest air crosses in a step. */
  readonly courant: number;
  readonly inletCelsius: number[];
}

function settle(
  site: Site,
  cellSize: number,
  scale: number,
  backend: CaseOptions['backend'],
  onProgress: (share: number) => void,
): Steady {
  const engine = createEngine(site, { seed: 1, cellSize, airStepScale: scale, backend });
  const iterations = Math.round(ITERATIONS / scale);
  for (let n = 1; n <= iterations; n++) {
    settleOnFineCells(engine);
    if (n % 20 === 0) onProgress(n / iterations);
  }
  polishHeat(engine, POLISH_KELVIN, POLISH_ROUNDS);
  return { courant: courantOf(engine, scale), inletCelsius: [...engine.chassisInletCelsius] };
}

function courantOf(engine: Engine, scale: number): number {
  let fastest = 0;
  for (const u of engine.air.velocity) for (const value of u) fastest = Math.max(fastest, Math.abs(value));
  return fastest * scale * STEADY_SECONDS_PER_METRE;
}

function figureOf(runs: readonly Steady[]): Figure {
  const x = runs.map(({ courant }) => courant);
  return {
    id: 'time-step-sweep',
    title: { key: 'figure.sweep' },
    x: { label: { key: 'axis.courant' }, unit: '', scale: 'log' },
    y: { label: { key: 'axis.inlet' }, unit: '°C', scale: 'linear' },
    series: runs[0]!.inletCelsius.map((_, n) => ({
      label: { key: 'series.inlet', values: { number: n + 1 } },
      mark: 'line',
      x,
      y: runs.map(({ inletCelsius }) => inletCelsius[n]!),
    })),
  };
}

function run({ quick, backend, onProgress }: CaseOptions): CaseResult {
  const scales = quick ? QUICK_SCALES : SCALES;
  const cellSize = quick ? 0.25 : 0.15;
  const work = scales.reduce((sum, scale) => sum + 1 / scale, 0);
  let done = 0;
  const runs = scales.map((scale) => {
    const steady = settle(sweepSite(), cellSize, scale, backend, (share) =>
      onProgress?.((done + share / scale) / work),
    );
    done += 1 / scale;
    return steady;
  });
  const [shortest] = runs;
  const rows = runs.slice(1).map(({ courant, inletCelsius }): ResultRow => {
    const differences = inletCelsius.map((celsius, n) => Math.abs(celsius - shortest!.inletCelsius[n]!));
    const values = { long: courant.toPrecision(2), short: shortest!.courant.toPrecision(2) };
    return {
      quantity: { key: 'quantity.sweep', values },
      unit: 'K',
      expected: 0,
      simulated: Math.max(...differences),
      tolerance: FLOOR_KELVIN,
      aim: null,
    };
  });
  return { rows, figures: [figureOf(runs)], cells: Math.round(36 / cellSize ** 3) };
}

export const timeStepSweep: ValidationCase = { id: 'time-step-sweep', run };
