import type { PreviewFrame } from '../../../worker/protocol';

/** Warmest coarse inlet of the racks in the hand and of the whole room, °C; NaN where there is none. */
export function coarseInlets(preview: PreviewFrame, heldIds: readonly string[]): { held: number; room: number } {
  let held = Number.NaN;
  let room = Number.NaN;
  preview.rackIds.forEach((id, n) => {
    const celsius = preview.rackInletMaxCelsius[n]!;
    if (Number.isNaN(celsius)) return;
    if (!(room >= celsius)) room = celsius;
    if (heldIds.includes(id) && !(held >= celsius)) held = celsius;
  });
  return { held, room };
}
