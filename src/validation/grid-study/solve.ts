import { createEngine, type Engine, runSteady } from '../../engine/engine';
import { settleOnce } from '../../engine/settle';
import { transferEngineFields } from '../../engine/transfer-fields';
import type { Site } from '../../site/schema/site';
import type { QuantityName } from './facts';
import { readQuantities, studyQuantities } from './quantities';

/** One grid's steady solution, taken nearer to rest than the app waits for. */
export interface GridSolution {
  readonly engine: Engine;
  readonly names: readonly QuantityName[];
  /** Mean of each quantity over the looks at rest, and half of the range that it wandered over. */
  readonly values: readonly number[];
  readonly wander: readonly number[];
  readonly iterations: number;
  readonly settled: boolean;
  readonly residualKelvin: number;
}

/** Iterations between two looks. */
const LOOK_ITERATIONS = 20;

/** Change of any rack-mean inlet over one look that counts as rest, K: a tenth of what the app waits for, over twice as many iterations. */
const REST_KELVIN = 0.02;

/** Air that has not come to rest after this many looks does not come to rest. */
const MAX_LOOKS = 30;

/** Looks that the values are averaged over: air that sways gives its mean. */
const MEAN_LOOKS = 5;

/** Steady solution of a site on cells of a size, from the air of a coarser grid where there is one. */
export function solveGrid(
  site: Site,
  cellSize: number,
  seed: number,
  coarser: Engine | null,
  onProgress: (share: number) => void,
): GridSolution {
  const engine = createEngine(site, { seed, cellSize, backend: 'wasm' });
  if (coarser !== null) transferEngineFields(coarser, engine);
  const { settling } = engine;
  runSteady(engine, () => onProgress(settling.progress / 2));
  const names = studyQuantities(engine);
  const isRack = names.map(({ kind }) => kind === 'rackInlet');
  let iterations = settling.iterations;
  const look = (): number[] => {
    for (let n = 0; n < LOOK_ITERATIONS; n++) settleOnce(engine);
    iterations += LOOK_ITERATIONS;
    return readQuantities(engine);
  };
  let before = look();
  let residualKelvin = Number.POSITIVE_INFINITY;
  const recent: number[][] = [before];
  for (let n = 0; n < MAX_LOOKS && (residualKelvin > REST_KELVIN || recent.length < MEAN_LOOKS); n++) {
    const now = look();
    residualKelvin = 0;
    for (let q = 0; q < now.length; q++) {
      if (isRack[q] && !Number.isNaN(now[q]!))
        residualKelvin = Math.max(residualKelvin, Math.abs(now[q]! - before[q]!));
    }
    before = now;
    recent.push(now);
    if (recent.length > MEAN_LOOKS) recent.shift();
    onProgress(0.5 + n / MAX_LOOKS / 2);
  }
  settling.active = false;
  const column = (q: number) => recent.map((values) => values[q]!);
  return {
    engine,
    names,
    values: names.map((_, q) => column(q).reduce((a, b) => a + b) / recent.length),
    wander: names.map((_, q) => (Math.max(...column(q)) - Math.min(...column(q))) / 2),
    iterations,
    settled: residualKelvin <= REST_KELVIN,
    residualKelvin,
  };
}
