/** `npm run bench`: what a tick of the engine and a frame of the interface cost on this machine. JSON in out/bench.json. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { createNodeThreads, threadsOfMachine } from '../../src/cli/node-threads';
import type { ThreadTeam } from '../../src/engine/kernels/wasm/thread-team';
import { markdownTable } from '../../src/validation/table';
import { settleText, stageText, threadText } from './air-text';
import type { BrowserAirBench } from './browser-air';
import { benchBrowserAir } from './browser-bench';
import { bundledSite } from './bundled-site';
import { benchEngine, type EngineBench } from './engine-bench';
import { benchPage, FRAME_BUDGET_MS, type PageBench } from './page-bench';
import { benchPreview, type PreviewBench } from './preview-bench';
import { serverRows, serverText } from './server-bench';
import { benchSettling, type SettleBench } from './settle-bench';
import { benchSize, type SizeBench, type SizeCase, sizeCases } from './size-bench';
import { previewText, sizeText } from './size-text';
import { benchStages, type StageBench, triadGBs } from './stage-bench';
import { benchThreads, type ThreadBench } from './thread-bench';

/** Sites that the engine runs, with how many ticks are timed. */
const engineRuns = [
  ['starter.json', 60],
  ['pod2.json', 30],
  ['hall-1000.json', 5],
] as const;

function engineText(benches: readonly EngineBench[]): string {
  const overview = markdownTable(
    [
      'Site',
      'cells',
      'servers',
      'build ms',
      'ms a settling step',
      'ms a tick',
      'ns a cell and step',
      'ns a server and tick',
      'kB a tick',
    ],
    benches.map((bench) => [
      bench.site,
      String(bench.cells),
      String(bench.servers),
      bench.buildMs.toFixed(0),
      bench.msPerSettlingStep.toFixed(2),
      bench.msPerTick.toFixed(2),
      bench.nsPerCellStep.toFixed(0),
      Number.isFinite(bench.nsPerServerTick) ? bench.nsPerServerTick.toFixed(0) : '—',
      (bench.bytesPerTick / 1024).toFixed(1),
    ]),
  );
  const [first] = benches;
  const stages = markdownTable(
    [`Stage (${first!.site})`, 'share %', 'ms a tick', 'ns a cell'],
    first!.stages
      .filter(({ share }) => share >= 0.005)
      .map(({ stage, share, msPerTick, nsPerCell }) => [
        stage,
        (share * 100).toFixed(1),
        msPerTick.toFixed(3),
        nsPerCell.toFixed(1),
      ]),
  );
  return `${overview}\n\n${stages}`;
}

function pageText(bench: PageBench): string {
  return markdownTable(
    [
      'Scripting on the main thread, hall of 1,000 racks',
      'frames/s',
      'frame p50 ms',
      'frame p95 ms',
      'mean at 60 frames/s, ms',
      `of ${FRAME_BUDGET_MS} ms`,
      'longest task ms',
    ],
    bench.phases.map((phase) => [
      phase.name,
      phase.framesPerSecond.toFixed(1),
      phase.p50FrameMs.toFixed(2),
      phase.p95FrameMs.toFixed(2),
      phase.at60Ms.toFixed(2),
      `${((phase.at60Ms / FRAME_BUDGET_MS) * 100).toFixed(0)} %`,
      phase.longestMs.toFixed(1),
    ]),
  );
}

/** The starter room at the finest cells of this budget: 67,584. */
const AIR_MAX_CELLS = 100_000;

interface AirBench {
  triadGBs: number;
  stages: StageBench[];
  threads: ThreadBench[];
  settling: SettleBench[];
}

async function benchAir(): Promise<AirBench> {
  const site = bundledSite('starter.json');
  return {
    triadGBs: triadGBs(),
    stages: benchStages(site, AIR_MAX_CELLS, { reference: 5, wasm: 40 }),
    threads: await benchThreads(site, AIR_MAX_CELLS),
    settling: benchSettling(site, AIR_MAX_CELLS, 'wasm', 3),
  };
}

const now = () => performance.now();

/** Processor time of this process, ms: programs beside it do not count. No measure of what several threads do. */
function processorNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

interface SizesBench {
  sizes: SizeBench[];
  preview: PreviewBench[];
}

/** Every size on one thread, by processor time, and on as many as the machine has cores, by wall time. */
async function benchSizes(): Promise<SizesBench> {
  const starter = bundledSite('starter.json');
  const hall = bundledSite('hall-1000.json');
  const threads = threadsOfMachine();
  const teams = [null, ...(threads > 1 ? [createNodeThreads(threads).team] : [])];
  // Threads of Node come up while this one waits; the first run is for the compiler.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const run = (size: SizeCase, team: ThreadTeam | null) => benchSize(size, team, team === null ? processorNow : now);
  for (const team of teams) run({ what: '', site: starter, cellSize: 0.2, ticks: 20 }, team);
  return {
    sizes: teams.flatMap((team) => sizeCases(starter, hall).map((size) => run(size, team))),
    preview: [benchPreview('20 racks', starter, processorNow), benchPreview('1,000 racks', hall, processorNow)],
  };
}

function browserText({
  isolated,
  triadGBs: triad,
  servers,
  stages,
  settling,
  sizes,
  preview,
}: BrowserAirBench): string {
  return [
    `In Chromium, one thread${isolated ? '' : ', not isolated: coarse clock'}`,
    serverText(servers),
    stageText(stages, triad),
    settleText(settling),
    sizeText(sizes),
    previewText(preview),
  ].join('\n\n');
}

const only = process.argv[2];
const air = only === undefined || only === 'air' ? await benchAir() : null;
if (air !== null) {
  const texts = [stageText(air.stages, air.triadGBs), threadText(air.threads), settleText(air.settling)];
  process.stdout.write(`${texts.join('\n\n')}\n\n`);
}
const engine: EngineBench[] = [];
if (only === undefined || only === 'engine') {
  for (const [file, ticks] of engineRuns) engine.push(await benchEngine(file, ticks));
  process.stdout.write(`${engineText(engine)}\n\n`);
}
const servers = only === undefined || only === 'servers' ? serverRows() : [];
if (servers.length > 0) process.stdout.write(`${serverText(servers)}\n`);
const sizes = only === undefined || only === 'sizes' ? await benchSizes() : null;
if (sizes !== null) process.stdout.write(`${sizeText(sizes.sizes)}\n\n${previewText(sizes.preview)}\n\n`);
const browser =
  only === undefined || only === 'browser'
    ? await benchBrowserAir(bundledSite('starter.json'), bundledSite('hall-1000.json'), AIR_MAX_CELLS)
    : null;
if (browser !== null) process.stdout.write(`${browserText(browser)}\n\n`);
const page = only === undefined || only === 'page' ? await benchPage() : null;
if (page !== null) process.stdout.write(`${pageText(page)}\n`);

mkdirSync('out', { recursive: true });
const machine = { processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
writeFileSync(
  'out/bench.json',
  `${JSON.stringify({ machine, air, engine, servers, sizes, browser, page }, null, 2)}\n`,
);
process.exit(0);
