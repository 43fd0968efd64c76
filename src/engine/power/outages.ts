import type { PowerModel } from './model';
import { sidesOf } from './ups';

/** What of the chain carries nothing: 1 where it is out. Index by side s, floor unit p and rack r. */
export interface Outages {
  /** Feeds lost from their UPS on: index s. */
  readonly side: Uint8Array;
  /** Output of a side of the UPS: index s. */
  readonly ups: Uint8Array;
  /** Index 2 p + s. */
  readonly pdu: Uint8Array;
  /** Index 2 r + s. */
  readonly rackFeed: Uint8Array;
}

export function createOutages(model: Pick<PowerModel, 'pduCount' | 'rackIds'>): Outages {
  return {
    side: new Uint8Array(2),
    ups: new Uint8Array(2),
    pdu: new Uint8Array(2 * model.pduCount),
    rackFeed: new Uint8Array(2 * model.rackIds.length),
  };
}

/** What is out now, and feed `side` with it. */
export function withoutFeed(
  { structure, outages }: { structure: PowerModel; outages: Outages },
  side: number,
): Outages {
  const more = createOutages(structure);
  addOutages(more, outages);
  more.side.set(outages.side);
  more.side[side] = 1;
  return more;
}

export function clearOutages(outages: Outages): void {
  outages.side.fill(0);
  outages.ups.fill(0);
  outages.pdu.fill(0);
  outages.rackFeed.fill(0);
}

export function addOutages(to: Outages, from: Omit<Outages, 'side'>): void {
  for (const name of ['ups', 'pdu', 'rackFeed'] as const) {
    for (let n = 0; n < to[name].length; n++) if (from[name][n] === 1) to[name][n] = 1;
  }
}

/**
 * Whether side s is fed as far as the floor units. A UPS of one side feeds both; two of them with a single feed share it
 * through a switch, so that one is enough.
 */
export function sideIsFed({ electrical, feeds }: PowerModel, { side, ups }: Outages, s: number): boolean {
  if (side[s] === 1) return false;
  if (electrical?.ups === undefined) return true;
  if (sidesOf(electrical.ups) === 1) return ups[0] === 0;
  return feeds === 2 ? ups[s] === 0 : ups[0] === 0 || ups[1] === 0;
}

/** Whether the side s of the UPS carries anything. */
export function upsSideWorks({ feeds }: PowerModel, { side, ups }: Outages, s: number): boolean {
  return ups[s] === 0 && !(feeds === 2 && side[s] === 1);
}

/** 1 where feed s reaches rack r, else 0. */
export function reaches(model: PowerModel, outages: Outages, r: number, s: number): 0 | 1 {
  if (model.rackOnFeed[2 * r + s] === 0 || outages.rackFeed[2 * r + s] === 1) return 0;
  if (outages.pdu[2 * model.rackPdu[r]! + s] === 1) return 0;
  return sideIsFed(model, outages, s) ? 1 : 0;
}
