import type { Electrical } from '../../site/schema/energy';
import type { Site } from '../../site/schema/site';
import type { ServerSupply } from './psu';
import { chassisSupplies } from './server-supply';

/** NEC 210.20(A) and 215.3 (from memory): a breaker carries 80 % of its rating continuously. */
export const DEFAULT_CONTINUOUS_SHARE = 0.8;

/** What the site says about its electrical chain, by rack in site order. Never changes. */
export interface PowerModel {
  /** Null where the site says nothing: then losses are not known. */
  readonly electrical: Electrical | null;
  /** Feeds to every rack. */
  readonly feeds: 1 | 2;
  readonly rackIds: readonly string[];
  /** 1 where rack r hangs on feed s: index 2 r + s. */
  readonly rackOnFeed: Uint8Array;
  /** Rating of the breaker of each feed of a rack, W; NaN where none is given. */
  readonly rackFeedRatedW: Float64Array;
  /** Cap of each rack, W; Infinity where it has none. */
  readonly rackCapW: Float64Array;
  readonly roomCapW: number;
  /** How the servers of each chassis are supplied; null where nothing tells. */
  readonly supplies: readonly (ServerSupply | null)[];
  readonly pduCount: number;
  /** The floor unit that feeds rack r on each side: racks are shared out in order, as evenly as it goes. */
  readonly rackPdu: Int32Array;
  /** Output to be expected of one breaker for long, as a share of its rating. */
  readonly continuousShare: number;
}

export function readPowerModel(site: Pick<Site, 'racks' | 'electrical' | 'serverTypes'>): PowerModel {
  const { racks, electrical } = site;
  const feeds = electrical?.feeds === 'a-b' ? 2 : 1;
  const rackOnFeed = new Uint8Array(2 * racks.length);
  racks.forEach(({ feed }, r) => {
    const on = feeds === 1 ? 'a' : (feed?.feeds ?? 'both');
    rackOnFeed[2 * r] = on === 'b' ? 0 : 1;
    rackOnFeed[2 * r + 1] = on === 'a' ? 0 : 1;
  });
  const pduCount = electrical?.pdu?.count ?? 1;
  return {
    electrical: electrical ?? null,
    feeds,
    rackIds: racks.map(({ id }) => id),
    rackOnFeed,
    rackFeedRatedW: Float64Array.from(
      racks,
      ({ feed }) => feed?.feedRatedW ?? electrical?.rackPdu?.feedRatedW ?? Number.NaN,
    ),
    rackCapW: Float64Array.from(
      racks,
      ({ feed }) => feed?.capW ?? electrical?.capping?.rackW ?? Number.POSITIVE_INFINITY,
    ),
    roomCapW: electrical?.capping?.roomW ?? Number.POSITIVE_INFINITY,
    supplies: chassisSupplies(site),
    pduCount,
    rackPdu: Int32Array.from(racks, (_, r) => Math.floor((r * pduCount) / racks.length)),
    continuousShare: electrical?.continuousShare ?? DEFAULT_CONTINUOUS_SHARE,
  };
}
