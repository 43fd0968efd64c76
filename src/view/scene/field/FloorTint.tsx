import { FieldPlaneMesh } from './FieldPlaneMesh';
import { useFieldPlane } from './use-field-plane';

/** Height whose air the floor shows, m: the middle of the racks, where aisles differ most. */
export const FLOOR_TINT_METRES = 1;

/** The aisles tinted on the floor by the air at rack mid-height, so that hot and cold aisles show from any side. */
export function FloorTint() {
  const plane = useFieldPlane('z', FLOOR_TINT_METRES);
  return plane && <FieldPlaneMesh plane={plane} at={0.002} opacity={0.55} isoStepKelvin={0} renderOrder={0} />;
}
