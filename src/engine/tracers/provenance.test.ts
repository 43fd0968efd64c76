import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { siteSchema } from '../../site/schema/site';
import { createEngine, runSteady } from '../engine';
import { smallRoom } from '../testing/sites';
import { freezeEngineAir } from './freeze';
import { airProvenance } from './provenance';

const starter = siteSchema.parse(
  JSON.parse(readFileSync(new URL('../../../public/sites/starter.json', import.meta.url), 'utf8')),
);

describe('air provenance', () => {
  it('accounts for all of the air of a rack (1e-4), and its shares mix to the inlet temperature (0.05 K)', () => {
    const engine = createEngine(starter, { seed: 1, cellSize: 0.3 });
    runSteady(engine);
    const transport = freezeEngineAir(engine);
    for (const id of ['A01', 'A05', 'A10', 'B10']) {
      const rack = starter.racks.findIndex((r) => r.id === id);
      const provenance = airProvenance(engine, transport, rack)!;
      const total = provenance.sources.reduce((sum, { share }) => sum + share, 0);
      const mixed = provenance.sources.reduce((sum, { share, celsius }) => sum + share * celsius, 0) / total;
      let flow = 0;
      let carried = 0;
      const { rackChassisStart } = engine.servers.structure;
      for (let c = rackChassisStart[rack]!; c < rackChassisStart[rack + 1]!; c++) {
        flow += engine.flows.chassis[c]!;
        carried += engine.flows.chassis[c]! * engine.chassisInletCelsius[c]!;
      }
      expect(Math.abs(total - 1)).toBeLessThan(1e-4);
      expect(Math.abs(mixed - carried / flow)).toBeLessThan(0.05);
    }
  });

  it('names the starved row end: A10 breathes exhaust, A5 only what the units supply', () => {
    const engine = createEngine(starter, { seed: 1, cellSize: 0.3 });
    runSteady(engine);
    const transport = freezeEngineAir(engine);
    const index = (id: string) => starter.racks.findIndex((r) => r.id === id);
    const starved = airProvenance(engine, transport, index('A10'))!;
    const fed = airProvenance(engine, transport, index('A05'))!;
    expect(fed.captureIndex).toBeGreaterThan(0.98);
    expect(starved.captureIndex).toBeLessThan(0.8);
    expect(starved.sources.some(({ kind, share }) => kind === 'rack' && share > 0.05)).toBe(true);
  });

  it('is null for a rack that draws no air', () => {
    const still = { ...smallRoom().racks[0]!, contents: [] };
    const engine = createEngine(smallRoom({ racks: [still] }), { seed: 1, cellSize: 0.3 });
    runSteady(engine);
    expect(airProvenance(engine, freezeEngineAir(engine), 0)).toBeNull();
  });
});
