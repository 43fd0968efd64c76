import { advance, createEngine, type Engine } from '../../src/engine/engine';
import type { ThreadTeam } from '../../src/engine/kernels/wasm/thread-team';
import { settleOnce } from '../../src/engine/settle';
import type { Site } from '../../src/site/schema/site';

/** One room of a size: what it takes to build, to bring to rest and to run on the clock. */
export interface SizeBench {
  what: string;
  cellSize: number;
  cells: number;
  threads: number;
  buildMs: number;
  settlingSteps: number;
  /** From cold to rest, building included. */
  coldMs: number;
  msPerTick: number;
  stepsPerTick: number;
  nsPerCellStep: number;
  /** Simulated seconds a second. */
  realTimeFactor: number;
}

export interface SizeCase {
  what: string;
  site: Site;
  /** Null: the automatic one. */
  cellSize: number | null;
  ticks: number;
}

/** Room sizes of the report: about 80,000 and 600,000 cells in a room of 20 racks, and a hall of 1,000 racks. */
export function sizeCases(starter: Site, hall: Site): SizeCase[] {
  return [
    { what: '20 racks, automatic', site: starter, cellSize: null, ticks: 40 },
    { what: '20 racks', site: starter, cellSize: 0.14, ticks: 40 },
    { what: '20 racks', site: starter, cellSize: 0.075, ticks: 6 },
    { what: '1,000 racks', site: hall, cellSize: 0.5, ticks: 30 },
    { what: '1,000 racks, automatic', site: hall, cellSize: null, ticks: 15 },
    { what: '1,000 racks', site: hall, cellSize: 0.25, ticks: 10 },
  ];
}

/** Builds, settles and runs one room; `team` helps where it is not null. `now` is time in ms. */
export function benchSize(
  { what, site, cellSize, ticks }: SizeCase,
  team: ThreadTeam | null,
  now: () => number,
): SizeBench {
  const start = now();
  const options = { seed: 1, backend: 'wasm', threads: team } as const;
  const engine = createEngine(site, cellSize === null ? options : { ...options, cellSize });
  const buildMs = now() - start;
  while (engine.settling.active) settleOnce(engine);
  const coldMs = now() - start;
  const clocked = timedTicks(engine, ticks, now);
  engine.room.kernels.release();
  return {
    what,
    threads: 1 + (team?.helpers.length ?? 0),
    cellSize: engine.room.grid.lines.cellSize,
    cells: cellsOf(engine),
    buildMs,
    settlingSteps: engine.settling.iterations,
    coldMs,
    ...clocked,
  };
}

export const cellsOf = ({ room }: Engine): number => {
  const { nx, ny, nz } = room.grid.mesh;
  return nx * ny * nz;
};

function timedTicks(engine: Engine, ticks: number, now: () => number) {
  advance(engine);
  const stepsBefore = engine.steps;
  const start = now();
  for (let n = 0; n < ticks; n++) advance(engine);
  const ms = now() - start;
  const steps = engine.steps - stepsBefore;
  return {
    msPerTick: ms / ticks,
    stepsPerTick: steps / ticks,
    nsPerCellStep: (ms * 1e6) / (steps * cellsOf(engine)),
    realTimeFactor: (1000 * ticks) / ms,
  };
}
