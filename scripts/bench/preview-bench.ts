import { createEngine } from '../../src/engine/engine';
import { settleOnce } from '../../src/engine/settle';
import type { Site } from '../../src/site/schema/site';
import { createPreview } from '../../src/worker/preview';

/** What the coarse answer costs while a rack is in the hand. */
export interface PreviewBench {
  what: string;
  cells: number;
  /** From the first touch, building the coarse room, to its first answer, ms. */
  firstMs: number;
  /** From a further move of the pointer to an answer with one step of settling: median and worst, ms. */
  moveMs: number;
  worstMoveMs: number;
}

const MOVES = 30;
/** The rack moves along x by this much from event to event, m. */
const MOVE_METRES = 0.05;

/** Carries a rack through the room in small steps, as the pointer does. `now` is time in ms. */
export function benchPreview(what: string, site: Site, now: () => number): PreviewBench {
  const engine = createEngine(site, { seed: 1, backend: 'wasm' });
  for (let n = 0; n < 30; n++) settleOnce(engine);
  const preview = createPreview();
  const last = site.racks.length - 1;
  const moved = (n: number): Site => ({
    ...site,
    racks: site.racks.map((rack, r) =>
      r === last ? { ...rack, position: { ...rack.position, x: rack.position.x - n * MOVE_METRES } } : rack,
    ),
  });
  const answer = (n: number): number => {
    const next = moved(n);
    const start = now();
    preview.follow(next, n, engine);
    preview.iterate();
    preview.frame();
    return now() - start;
  };
  // Once for the compiler, as a drag before this one would have been.
  answer(0);
  preview.end();
  const firstMs = answer(0);
  const times = Array.from({ length: MOVES }, (_, n) => answer(n + 1)).sort((a, b) => a - b);
  const { nx, ny, nz } = preview.frame()!;
  return {
    what,
    cells: nx * ny * nz,
    firstMs,
    moveMs: times[Math.floor(MOVES / 2)]!,
    worstMoveMs: times.at(-1)!,
  };
}
