/** Entry of the air benchmarks in a browser: the driver builds it, puts it on a page and calls what it leaves there. */
import type { Site } from '../../src/site/schema/site';
import { benchPreview, type PreviewBench } from './preview-bench';
import { type ServerRow, serverRows } from './server-bench';
import { benchSettling, type SettleBench } from './settle-bench';
import { benchSize, type SizeBench, sizeCases } from './size-bench';
import { benchStages, type StageBench, triadGBs } from './stage-bench';

export interface BrowserAirBench {
  /** False where the page may not share memory; clocks are then coarse too. */
  isolated: boolean;
  triadGBs: number;
  servers: ServerRow[];
  stages: StageBench[];
  settling: SettleBench[];
  sizes: SizeBench[];
  preview: PreviewBench[];
}

export interface BrowserBenchInput {
  starter: Site;
  hall: Site;
  maxCells: number;
}

const now = () => performance.now();

function benchAirHere({ starter, hall, maxCells }: BrowserBenchInput): BrowserAirBench {
  return {
    isolated: globalThis.crossOriginIsolated,
    triadGBs: triadGBs(),
    servers: serverRows(['wasm']),
    stages: benchStages(starter, maxCells, { reference: 2, wasm: 30 }),
    settling: benchSettling(starter, maxCells, 'wasm', 3),
    sizes: sizeCases(starter, hall).map((size) => benchSize(size, null, now)),
    preview: [benchPreview('20 racks', starter, now), benchPreview('1,000 racks', hall, now)],
  };
}

Object.assign(globalThis, { benchAirHere });
