import { createEngine, type Engine, EngineError, runSteady } from '../engine/engine';
import type { Site } from '../site/schema/site';
import { InputError } from './open-site';
import type { Terminal } from './terminal';

/** An engine of the site on the command line's back end, its air settled; says so where it does not come to rest. */
export function settledEngine(site: Site, cellSize: number | null, seed: number, terminal: Terminal): Engine {
  try {
    const engine = createEngine(site, { seed, backend: 'wasm', ...(cellSize === null ? {} : { cellSize }) });
    const steady = runSteady(engine);
    if (!steady.converged) {
      terminal.err(
        `warning: the air had not settled after ${steady.iterations} iterations; read the numbers with care.\n`,
      );
    }
    return engine;
  } catch (error) {
    if (error instanceof EngineError) throw new InputError(error.issues);
    throw error;
  }
}
