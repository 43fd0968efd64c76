import { readFileSync } from 'node:fs';
import { type HeapProfiler, Session } from 'node:inspector/promises';
import { describe, expect, it } from 'vitest';
import { siteSchema } from '../site/schema/site';
import { createEngine } from './engine';
import { advanceTick } from './tick';

const TICKS = 40;

/** Until the compiler has settled numbers are boxed that later are not. */
const WARM_UP_TICKS = 150;

function allocated(node: HeapProfiler.SamplingHeapProfileNode): number {
  return node.selfSize + node.children.reduce((sum, child) => sum + allocated(child), 0);
}

describe('tick-allocations', () => {
  it('a tick of the starter room allocates less than 32 kB, and no array buffer, on either back end', async () => {
    const text = readFileSync(new URL('../../public/sites/starter.json', import.meta.url), 'utf8');
    const site = siteSchema.parse(JSON.parse(text));
    const session = new Session();
    session.connect();
    for (const backend of ['reference', 'wasm'] as const) {
      const engine = createEngine(site, { seed: 1, cellSize: 0.4, backend });
      engine.settling.active = false;
      for (let n = 0; n < WARM_UP_TICKS; n++) advanceTick(engine);
      const buffersBefore = process.memoryUsage().arrayBuffers;
      // Counts what was freed again too, so that a collection in between hides nothing.
      await session.post('HeapProfiler.startSampling', {
        samplingInterval: 256,
        includeObjectsCollectedByMajorGC: true,
        includeObjectsCollectedByMinorGC: true,
      } as HeapProfiler.StartSamplingParameterType);
      for (let n = 0; n < TICKS; n++) advanceTick(engine);
      const { profile } = await session.post('HeapProfiler.stopSampling');
      expect(allocated(profile.head) / TICKS).toBeLessThan(32 * 1024);
      expect(process.memoryUsage().arrayBuffers - buffersBefore).toBeLessThan(64 * 1024);
    }
    session.disconnect();
  });
});
