import type { Frame, FrameLayout } from '../../../frame/layout';
import type { PreviewFrame } from '../../../worker/protocol';
import type { RackStructure } from './rack-structure';

/** Places of a frame's racks and chassis in the drawn structure; -1 where the frame has none. */
export interface TemperatureMapping {
  /** True when the orders are alike and whole blocks can be copied. */
  readonly identical: boolean;
  readonly rackSource: Int32Array;
  readonly chassisSource: Int32Array;
}

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, i) => id === b[i]);

function sources(wanted: readonly string[], given: readonly string[]): Int32Array {
  const place = new Map(given.map((id, i) => [id, i]));
  return Int32Array.from(wanted, (id) => place.get(id) ?? -1);
}

export function mapTemperatures(
  structure: RackStructure,
  layout: Pick<FrameLayout, 'rackIds' | 'chassisIds'>,
): TemperatureMapping {
  const rackIds = structure.racks.map((rack) => rack.id);
  return {
    identical: sameList(rackIds, layout.rackIds) && sameList(structure.chassisIds, layout.chassisIds),
    rackSource: sources(rackIds, layout.rackIds),
    chassisSource: sources(structure.chassisIds, layout.chassisIds),
  };
}

/** Inlet temperatures of all chassis, then outlet temperatures, °C, into `out` (twice the chassis). */
export function writeChassisTemperatures(mapping: TemperatureMapping, frame: Frame, out: Float32Array): void {
  const { chassisInletCelsius, chassisOutletCelsius } = frame.blocks;
  const count = mapping.chassisSource.length;
  if (mapping.identical) {
    out.set(chassisInletCelsius, 0);
    out.set(chassisOutletCelsius, count);
    return;
  }
  for (let i = 0; i < count; i++) {
    const source = mapping.chassisSource[i]!;
    out[i] = source < 0 ? Number.NaN : chassisInletCelsius[source]!;
    out[count + i] = source < 0 ? Number.NaN : chassisOutletCelsius[source]!;
  }
}

/** The coarse answer knows racks only: each chassis shows the mean of its rack. */
export function writePreviewTemperatures(structure: RackStructure, preview: PreviewFrame, out: Float32Array): void {
  const source = sources(
    structure.racks.map((rack) => rack.id),
    preview.rackIds,
  );
  const count = structure.chassisIds.length;
  for (let i = 0; i < count; i++) {
    const rack = source[structure.chassisRack[i]!]!;
    out[i] = rack < 0 ? Number.NaN : preview.rackInletMeanCelsius[rack]!;
    out[count + i] = rack < 0 ? Number.NaN : preview.rackOutletMeanCelsius[rack]!;
  }
}
