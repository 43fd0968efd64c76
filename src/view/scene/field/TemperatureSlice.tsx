import type { Room } from '../../../site/schema/room';
import type { SliceOptions } from '../../../store/view-options';
import { useTemperatureRange } from '../range-store';
import { niceStepKelvin } from '../temperature-range';
import { FieldPlaneMesh } from './FieldPlaneMesh';
import { roomLength } from './slice-place';
import { useFieldPlane } from './use-field-plane';

/** The movable plane through the temperature field. */
export function TemperatureSlice({ room, slice }: { room: Room; slice: SliceOptions }) {
  const at = slice.position * roomLength(room, slice.axis);
  const plane = useFieldPlane(slice.axis, at);
  const range = useTemperatureRange((state) => state.range);
  if (plane === null || plane.axis !== slice.axis) return null;
  const step = slice.isoLines ? niceStepKelvin(range.maxCelsius - range.minCelsius, 16) : 0;
  return <FieldPlaneMesh plane={plane} at={at} opacity={0.86} isoStepKelvin={step} renderOrder={3} />;
}
