import type { Recirculation } from '../../frame/recirculation';

export interface RackPart {
  rackId: string;
  share: number;
}

/** What one cooling unit catches and feeds. */
export interface UnitCapture {
  /** Share of its return air that last left a rack, and whose, largest first. */
  exhaustShare: number;
  takes: RackPart[];
  /** Share of its supply air that racks draw, and which, largest first. */
  fedShare: number;
  feeds: RackPart[];
  /** Share of its supply air that goes straight back into cooling units. */
  bypassShare: number;
  returnAgeSeconds: number;
}

const MOST_ROWS = 6;
const SMALLEST_SHARE = 0.01;

const largest = (parts: RackPart[]) =>
  parts
    .filter(({ share }) => share >= SMALLEST_SHARE)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_ROWS);

/** Null where the unit is not part of the answer or moves no air. */
export function unitCapture(result: Recirculation, unitId: string): UnitCapture | null {
  const { rackIds, unitIds, share, takenM3s, givenM3s } = result;
  const unit = unitIds.indexOf(unitId);
  const own = rackIds.length + unit;
  if (unit < 0 || !(givenM3s[own]! > 0)) return null;
  const givers = givenM3s.length;
  const partOfSupply = (taker: number) => (share[taker * givers + own]! * takenM3s[taker]!) / givenM3s[own]!;
  const takes = rackIds.map((rackId, rack) => ({ rackId, share: share[own * givers + rack]! }));
  const feeds = rackIds.map((rackId, rack) => ({ rackId, share: partOfSupply(rack) }));
  const sum = (parts: RackPart[]) => parts.reduce((total, part) => total + part.share, 0);
  return {
    exhaustShare: sum(takes),
    takes: largest(takes),
    fedShare: sum(feeds),
    feeds: largest(feeds),
    bypassShare: unitIds.reduce((total, _, other) => total + partOfSupply(rackIds.length + other), 0),
    returnAgeSeconds: result.unitReturnAgeSeconds[unit]!,
  };
}
