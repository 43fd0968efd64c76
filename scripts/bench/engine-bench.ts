import { type HeapProfiler, type Profiler, Session } from 'node:inspector/promises';
import { advance, advanceSlice, createEngine, type Engine } from '../../src/engine/engine';
import { reportOf } from '../../src/engine/report';
import { bundledSite } from './bundled-site';

/** Time that one source file of the engine takes of a tick. */
export interface StageCost {
  /** Path below src/engine, such as `kernels/multigrid`. */
  stage: string;
  msPerTick: number;
  share: number;
  /** Time over cells and air steps. */
  nsPerCell: number;
}

export interface EngineBench {
  site: string;
  cells: number;
  servers: number;
  ticks: number;
  buildMs: number;
  /** One iteration towards rest after an edit. */
  msPerSettlingStep: number;
  msPerTick: number;
  /** Air steps in one tick. */
  stepsPerTick: number;
  nsPerCellStep: number;
  /** Time in src/engine/servers over servers and ticks; NaN without catalogue servers. */
  nsPerServerTick: number;
  bytesPerTick: number;
  stages: StageCost[];
}

const WARM_UP_TICKS = 5;
/** Sampling interval of the processor profile, µs, and of the heap profile, bytes. */
const CPU_SAMPLE_US = 200;
const HEAP_SAMPLE_BYTES = 256;

function stageOf(url: string): string {
  if (url.startsWith('wasm:')) return 'kernels in WebAssembly';
  return /\/src\/engine\/(.+?)\.ts/.exec(url)?.[1] ?? 'outside the engine';
}

/** Share of the samples whose innermost frame lies in each file. */
function selfShares(profile: Profiler.Profile): Map<string, number> {
  const stages = new Map(profile.nodes.map((node) => [node.id, stageOf(node.callFrame.url)]));
  const samples = profile.samples ?? [];
  const shares = new Map<string, number>();
  for (const id of samples) {
    const stage = stages.get(id)!;
    shares.set(stage, (shares.get(stage) ?? 0) + 1 / samples.length);
  }
  return shares;
}

function allocatedBytes(node: HeapProfiler.SamplingHeapProfileNode): number {
  return node.selfSize + node.children.reduce((sum, child) => sum + allocatedBytes(child), 0);
}

function advanceTicks(engine: Engine, ticks: number): void {
  for (let tick = 0; tick < ticks; tick += 1) advance(engine);
}

/** Bytes that ticks allocate, those already freed again included, from V8's sampling heap profiler. */
async function allocationPerTick(session: Session, engine: Engine, ticks: number): Promise<number> {
  const buffersBefore = process.memoryUsage().arrayBuffers;
  await session.post('HeapProfiler.startSampling', {
    samplingInterval: HEAP_SAMPLE_BYTES,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  } as HeapProfiler.StartSamplingParameterType);
  advanceTicks(engine, ticks);
  const { profile } = await session.post('HeapProfiler.stopSampling');
  const buffers = Math.max(0, process.memoryUsage().arrayBuffers - buffersBefore);
  return (allocatedBytes(profile.head) + buffers) / ticks;
}

/** Runs a bundled site for some ticks and tells where the time and the memory go. */
export async function benchEngine(file: string, ticks: number): Promise<EngineBench> {
  const site = bundledSite(file);
  const startedAt = performance.now();
  const engine = createEngine(site, { seed: 1, backend: 'wasm' });
  const buildMs = performance.now() - startedAt;

  const settledAt = performance.now();
  for (let iteration = 0; iteration < ticks && engine.settling.active; iteration += 1) advanceSlice(engine);
  const msPerSettlingStep = (performance.now() - settledAt) / Math.max(1, engine.settling.iterations);
  advanceTicks(engine, WARM_UP_TICKS);

  const stepsBefore = engine.steps;
  const timedAt = performance.now();
  advanceTicks(engine, ticks);
  const msPerTick = (performance.now() - timedAt) / ticks;
  const stepsPerTick = (engine.steps - stepsBefore) / ticks;

  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: CPU_SAMPLE_US });
  await session.post('Profiler.start');
  advanceTicks(engine, ticks);
  const { profile } = await session.post('Profiler.stop');
  const bytesPerTick = await allocationPerTick(session, engine, Math.min(ticks, 10));
  session.disconnect();

  const { cells } = reportOf(engine);
  const servers = site.racks
    .flatMap((rack) => rack.contents)
    .reduce((sum, content) => sum + (content.kind === 'servers' ? content.count : 0), 0);
  const shares = [...selfShares(profile)].sort((a, b) => b[1] - a[1]);
  const serverShare = shares
    .filter(([stage]) => stage.startsWith('servers/'))
    .reduce((sum, [, share]) => sum + share, 0);
  return {
    site: site.name,
    cells,
    servers,
    ticks,
    buildMs,
    msPerSettlingStep,
    msPerTick,
    stepsPerTick,
    nsPerCellStep: (msPerTick * 1e6) / (cells * stepsPerTick),
    nsPerServerTick: servers === 0 ? Number.NaN : (msPerTick * 1e6 * serverShare) / servers,
    bytesPerTick,
    stages: shares.map(([stage, share]) => ({
      stage,
      share,
      msPerTick: msPerTick * share,
      nsPerCell: (msPerTick * 1e6 * share) / (cells * stepsPerTick),
    })),
  };
}
