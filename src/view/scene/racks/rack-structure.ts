import type { Rack } from '../../../site/schema/rack';
import { RACK_UNIT_METRES } from '../../../units/air';

/** Part of a rack's width that its posts take on each side, m. */
const POST_METRES = 0.045;

/** What is drawn of racks apart from where they stand: it changes only when racks or their contents do. */
export interface RackStructure {
  readonly racks: readonly Rack[];
  /** width, depth, height of each rack, m. */
  readonly sizes: Float32Array;
  /** 1 where empty units are closed by blanking panels. */
  readonly blanked: Float32Array;
  /** Rack of each chassis, in the order of the frame: racks in order, contents in order. */
  readonly chassisRack: Float32Array;
  /** Lower edge above the floor, height, width, m, and number of devices, of each chassis. */
  readonly chassisRect: Float32Array;
  readonly chassisIds: readonly string[];
}

export function createRackStructure(racks: readonly Rack[]): RackStructure {
  const chassisCount = racks.reduce((sum, rack) => sum + rack.contents.length, 0);
  const sizes = new Float32Array(racks.length * 3);
  const blanked = new Float32Array(racks.length);
  const chassisRack = new Float32Array(chassisCount);
  const chassisRect = new Float32Array(chassisCount * 4);
  const chassisIds: string[] = [];
  racks.forEach((rack, i) => {
    sizes.set([rack.size.width, rack.size.depth, rack.size.height], i * 3);
    blanked[i] = rack.blankingPanels ? 1 : 0;
    for (const content of rack.contents) {
      const n = chassisIds.length;
      chassisRack[n] = i;
      const zMin = rack.uBase + (content.uStart - 1) * RACK_UNIT_METRES;
      const height = content.uSize * RACK_UNIT_METRES;
      const devices = content.kind === 'servers' ? content.count : 1;
      chassisRect.set([zMin, height, rack.size.width - 2 * POST_METRES, devices], n * 4);
      chassisIds.push(`${rack.id}/${content.id}`);
    }
  });
  return { racks, sizes, blanked, chassisRack, chassisRect, chassisIds };
}

const sameStructure = (a: Rack, b: Rack) =>
  a === b ||
  (a.id === b.id &&
    a.contents === b.contents &&
    a.size === b.size &&
    a.uBase === b.uBase &&
    a.blankingPanels === b.blankingPanels);

/** True when two lists of racks differ in nothing but places and names. */
export function hasSameStructure(a: readonly Rack[], b: readonly Rack[]): boolean {
  return a.length === b.length && a.every((rack, i) => sameStructure(rack, b[i]!));
}
