import { createEngine, type Engine, editSite, runSteady } from '../../src/engine/engine';
import type { BackendName } from '../../src/engine/kernels/backend';
import { settleOnce } from '../../src/engine/settle';
import type { Site } from '../../src/site/schema/site';
import { starterEdits } from './starter-edits';

/** How long it takes until every chassis inlet is, and stays, near its converged value. */
export interface SettleBench {
  what: string;
  backend: BackendName;
  cells: number;
  /** Building the room or taking the edit, ms. */
  buildMs: number;
  /** Until rack means, and until every chassis, stay within NEAR_KELVIN: steps, and ms with the building. */
  rackSteps: number;
  rackMs: number;
  chassisSteps: number;
  chassisMs: number;
  /** Until the engine itself called it settled. */
  settledSteps: number;
  settledMs: number;
}

export const NEAR_KELVIN = 0.5;

interface Moment {
  ms: number;
  chassis: number;
  rack: number;
}

/** Largest distance of chassis inlets, and of their means by rack, from the converged ones, K. */
function distance(engine: Engine, inlets: Float64Array, converged: Float64Array): { chassis: number; rack: number } {
  const { chassisRack } = engine.servers.structure;
  const racks = engine.site.racks.length;
  const sum = new Float64Array(racks);
  const count = new Float64Array(racks);
  let chassis = 0;
  for (let n = 0; n < inlets.length; n++) {
    const gap = inlets[n]! - converged[n]!;
    chassis = Math.max(chassis, Math.abs(gap));
    sum[chassisRack[n]!]! += gap;
    count[chassisRack[n]!]!++;
  }
  let rack = 0;
  for (let r = 0; r < racks; r++) if (count[r]! > 0) rack = Math.max(rack, Math.abs(sum[r]! / count[r]!));
  return { chassis, rack };
}

/** Runs the settling once, with the inlets of every step kept, then to rest for the converged inlets. */
function settle(what: string, backend: BackendName, buildMs: number, engine: Engine): SettleBench {
  const times: number[] = [];
  const inlets: Float64Array[] = [];
  let spent = buildMs;
  while (engine.settling.active) {
    const start = performance.now();
    settleOnce(engine);
    spent += performance.now() - start;
    times.push(spent);
    inlets.push(engine.chassisInletCelsius.slice());
  }
  // The converged state: many more steps than the engine needs, then the heat solved to rest.
  engine.settling.active = true;
  for (let n = 0; n < 150; n++) settleOnce(engine);
  engine.settling.active = false;
  runSteady(engine);
  const moments = inlets.map(
    (values, n): Moment => ({
      ms: times[n]!,
      ...distance(engine, values, engine.chassisInletCelsius),
    }),
  );
  const near = (of: 'chassis' | 'rack') => moments.findLastIndex((moment) => moment[of] > NEAR_KELVIN) + 1;
  const [rackAt, chassisAt] = [near('rack'), near('chassis')];
  const { mesh } = engine.room.grid;
  const ms = (at: number) => moments[at]?.ms ?? Number.NaN;
  return {
    what,
    backend,
    cells: mesh.nx * mesh.ny * mesh.nz,
    buildMs,
    rackSteps: rackAt + 1,
    rackMs: ms(rackAt),
    chassisSteps: chassisAt + 1,
    chassisMs: ms(chassisAt),
    settledSteps: moments.length,
    settledMs: spent,
  };
}

/** From cold, and after each of the four edits; the faster of `repeats` runs of each. */
export function benchSettling(site: Site, maxCells: number, backend: BackendName, repeats: number): SettleBench[] {
  const best = (run: () => SettleBench) => {
    let result = run();
    for (let n = 1; n < repeats; n++) {
      const next = run();
      if (next.settledMs < result.settledMs) result = next;
    }
    return result;
  };
  const cold = () => {
    const start = performance.now();
    const engine = createEngine(site, { seed: 1, maxCells, backend });
    return settle('cold start', backend, performance.now() - start, engine);
  };
  const warm = (name: string, before: Site, after: Site) => {
    const engine = createEngine(before, { seed: 1, maxCells, backend });
    runSteady(engine);
    const start = performance.now();
    editSite(engine, after);
    return settle(name, backend, performance.now() - start, engine);
  };
  return [best(cold), ...starterEdits(site).map(({ name, before, after }) => best(() => warm(name, before, after)))];
}
