import { labelOf } from '../entity';
import type { Box } from '../footprint';
import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { PlanIndex } from '../plan-index';
import type { Point } from '../schema/geometry';
import { solidsOf } from '../solids';
import { type Rule, warning } from './rule';

const inside = ({ min, max }: Box, at: Point): boolean =>
  at.x > min.x && at.x < max.x && at.y > min.y && at.y < max.y && at.z > min.z && at.z < max.z;

/** Sensors hang in air. */
export const checkSensors: Rule = (site) => {
  const issues: Issue[] = [];
  const index = new PlanIndex(solidsOf(site));
  site.sensors.forEach((sensor, n) => {
    const { position } = sensor;
    index.visitNear({ min: position, max: position }, (solid) => {
      if (!inside(solid.box, position)) return true;
      issues.push(
        warning(
          'sensor-in-solid',
          `sensors[${n}].position`,
          phrase`${labelOf(sensor)} is inside ${solid.label} (${solid.path}), where no air is modelled.`,
          'Move it in front of or behind it; what its equipment breathes is shown with the rack.',
        ),
      );
      return false;
    });
  });
  return issues;
};
