import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSite } from '../site/parse';
import type { Site } from '../site/schema/site';
import { advance, createEngine, type Engine, EngineError, editSite } from './engine';
import { fingerprint } from './testing/fingerprint';
import { smallRoom } from './testing/sites';

const { site: starter } = parseSite(readFileSync('public/sites/starter.json', 'utf8')) as { site: Site };
const without = (n: number): Site => ({ ...starter, racks: starter.racks.filter((_, r) => r !== n) });

const edits: [string, Site, Site][] = [
  ['a dropped rack', without(5), starter],
  ['a removed rack', starter, without(5)],
  [
    'an open door',
    starter,
    { ...starter, containments: starter.containments.map((aisle) => ({ ...aisle, openDoors: !aisle.openDoors })) },
  ],
  ['a closed tile', starter, { ...starter, tiles: starter.tiles.map((t, n) => (n === 3 ? { ...t, damper: 0 } : t)) }],
];

function running(site: Site): Engine {
  const engine = createEngine(site, { seed: 3, cellSize: 0.3, backend: 'wasm' });
  for (let n = 0; n < 3; n++) advance(engine);
  return engine;
}

describe('an edit on the same grid lines', () => {
  it.each(edits)('%s keeps the kernels and gives the bytes of a room built anew', (_, before, after) => {
    const inPlace = running(before);
    const { kernels } = inPlace.room;
    const anew = running(before);
    anew.room.kernels.reshape = () => false;
    editSite(inPlace, after);
    editSite(anew, after);
    expect(inPlace.room.kernels).toBe(kernels);
    expect(anew.room.kernels).not.toBe(kernels);
    expect(fingerprint(inPlace)).toBe(fingerprint(anew));
    for (let n = 0; n < 3; n++) {
      advance(inPlace);
      advance(anew);
    }
    expect(fingerprint(inPlace)).toBe(fingerprint(anew));
  });
});

describe('an edit on the same grid lines that cannot be simulated', () => {
  it('is refused, and the run goes on as if it had not been tried', () => {
    const aisle = {
      id: 'aisle',
      kind: 'cold-aisle' as const,
      min: { x: 1, y: 0, z: 0 },
      max: { x: 2.5, y: 3, z: 3 },
      sides: { xMin: 'panel', xMax: 'panel', yMin: 'open', yMax: 'open', roof: 'open' } as const,
    };
    const leaking = smallRoom({ containments: [{ ...aisle, leakageArea: 0.5 }] });
    const sealed = smallRoom({ containments: [{ ...aisle, leakageArea: 0 }] });
    const [tried, untouched] = [leaking, leaking].map((site) => {
      const engine = createEngine(site, { seed: 1, cellSize: 0.25, backend: 'wasm' });
      for (let n = 0; n < 3; n++) advance(engine);
      return engine;
    }) as [Engine, Engine];
    expect(() => editSite(tried, sealed)).toThrow(EngineError);
    expect(fingerprint(tried)).toBe(fingerprint(untouched));
    for (const engine of [tried, untouched]) advance(engine);
    expect(fingerprint(tried)).toBe(fingerprint(untouched));
  });
});
