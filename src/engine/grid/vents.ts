import type { Rack, RackContent, Vent } from '../../site/schema/rack';
import { RACK_UNIT_METRES } from '../../units/air';

/** Width of the opening that equipment breathes through where none is given, m (EIA-310 panel opening). */
const DEFAULT_VENT_WIDTH = 0.45;

/** Where a content breathes: its own vent, or the rack units that it fills. */
export function contentVent(rack: Rack, content: RackContent): Vent {
  return (
    content.vent ?? {
      zMin: rack.uBase + (content.uStart - 1) * RACK_UNIT_METRES,
      height: content.uSize * RACK_UNIT_METRES,
      width: Math.min(DEFAULT_VENT_WIDTH, rack.size.width),
    }
  );
}

/** Height range of empty rack units, m above the floor. */
export interface EmptyRange {
  zMin: number;
  zMax: number;
}

/** The rack units between and around the contents, as height ranges. */
export function emptyUnits(rack: Rack): EmptyRange[] {
  const filled = new Uint8Array(rack.uHeight + 2);
  for (const content of rack.contents) {
    for (let u = content.uStart; u < content.uStart + content.uSize; u++) filled[u] = 1;
  }
  filled[rack.uHeight + 1] = 1;
  const ranges: EmptyRange[] = [];
  let start = 0;
  for (let u = 1; u <= rack.uHeight + 1; u++) {
    if (!filled[u] && start === 0) start = u;
    if (filled[u] && start !== 0) {
      ranges.push({
        zMin: rack.uBase + (start - 1) * RACK_UNIT_METRES,
        zMax: rack.uBase + (u - 1) * RACK_UNIT_METRES,
      });
      start = 0;
    }
  }
  return ranges;
}
