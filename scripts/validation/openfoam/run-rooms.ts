import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type Engine, runSteady } from '../../../src/engine/engine';
import type { ComparisonRoom } from '../../../src/validation/openfoam/comparison-room';
import type { FoamResult, FoamRun } from '../../../src/validation/openfoam/result';
import type { FoamSettings } from './dictionaries';
import { writtenTimes } from './read-field';
import { readRun } from './read-run';
import { solve } from './solver';
import { writeCase } from './write-case';

/** Where the results that the project ships are kept. */
const RESULTS = 'src/validation/openfoam/results';

/** The run that the engine is held to, and those that show what scheme and grid are worth in OpenFOAM itself. */
export const variants = [
  { advection: 'second-order', cellMetres: 0.1 },
  { advection: 'limited', cellMetres: 0.1 },
  { advection: 'upwind', cellMetres: 0.1 },
  { advection: 'second-order', cellMetres: 0.15 },
] as const;

type Variant = (typeof variants)[number];

/** Iterations of a run; more where its air sways slowly instead of coming to rest. */
const ITERATIONS = 1000;
const LONGER: Readonly<Record<string, number>> = { 'in-row': 2500 };
/** OpenFOAM keeps a mean of each so many iterations; ours is over those of the second half. */
const PART = 250;

export const settingsOf = (advection: Variant['advection'], roomId?: string): FoamSettings => ({
  advection,
  iterations: LONGER[roomId ?? ''] ?? ITERATIONS,
  averageOver: PART,
});

/** Parts that lie in the second half of a run. */
export const partsOf = ({ iterations, averageOver }: FoamSettings): number => Math.floor(iterations / 2 / averageOver);

/** The engine whose flows and supply temperatures a case takes over. */
export function settledEngine(site: ComparisonRoom['site'], cellMetres: number): Engine {
  const engine = createEngine(site, { seed: 1, cellSize: cellMetres, backend: 'wasm' });
  runSteady(engine);
  return engine;
}

/** Writes, solves and reads one room; a case that is finished already is only read. Null where it can't be solved. */
function runVariant(room: ComparisonRoom, variant: Variant, folder: string, canSolve: boolean): FoamRun | null {
  // The long run is for the reference alone.
  const settings = settingsOf(variant.advection, isReference(variant) ? room.id : undefined);
  const at = join(folder, `${room.id}-${variant.cellMetres}-${variant.advection}`);
  const engine = settledEngine(room.site, variant.cellMetres);
  const finished = existsSync(at) && writtenTimes(at).at(-1) === settings.iterations;
  if (!finished) {
    try {
      writeCase(at, engine, settings);
    } catch (error) {
      // Coarse cells may not tell one chassis from the next.
      process.stderr.write(`OpenFOAM: ${at} is left out: ${(error as Error).message}\n`);
      return null;
    }
    if (!canSolve) return null;
    process.stderr.write(`OpenFOAM: ${at}\n`);
    solve(at);
  }
  return readRun(at, engine, room.profiles, settings, variant.cellMetres, partsOf(settings));
}

const isReference = ({ advection, cellMetres }: Variant): boolean => advection === 'second-order' && cellMetres === 0.1;

/** Runs one room in all variants and keeps what OpenFOAM found as the room's result. */
export function runRoom(room: ComparisonRoom, folder: string, canSolve: boolean): void {
  const runs = variants.flatMap((variant) => runVariant(room, variant, folder, canSolve) ?? []);
  if (runs.length === 0) return;
  const result: FoamResult = { room: room.id, runs };
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${room.id}.json`), `${JSON.stringify(result)}\n`);
}

/** The result that the project ships for a room; null where there is none. */
export function shippedResult(room: ComparisonRoom): FoamResult | null {
  const file = join(RESULTS, `${room.id}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FoamResult) : null;
}
