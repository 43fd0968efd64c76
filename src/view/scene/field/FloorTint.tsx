import { FieldPlaneMesh } from './FieldPlaneMesh';
import { FLOOR_TINT_METRES } from './floor-tint';
import { useFieldPlane } from './use-field-plane';

/** The aisles tinted on the floor by the air at rack mid-height, so that hot and cold aisles show from any side. */
export function FloorTint() {
  const plane = useFieldPlane('z', FLOOR_TINT_METRES);
  return plane && <FieldPlaneMesh plane={plane} at={0.002} opacity={0.55} isoStepKelvin={0} renderOrder={0} />;
}
