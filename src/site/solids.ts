import { rackBreathes, unitBreathes } from './breathing';
import { type EntityKind, labelOf } from './entity';
import { type Box, coolingUnitBox, type Direction, rackBox } from './footprint';
import type { Site } from './schema/site';

/** Something that fills space, so that nothing else can stand there. */
export interface Solid {
  readonly kind: Extract<EntityKind, 'rack' | 'coolingUnit' | 'obstacle'>;
  readonly id: string;
  readonly label: string;
  readonly path: string;
  readonly box: Box;
  /** Directions in which it draws or gives air. */
  readonly breathes: readonly Direction[];
}

/** Racks, cooling units and obstacles. */
export function solidsOf(site: Site): Solid[] {
  return [
    ...site.racks.map(
      (rack, index): Solid => ({
        kind: 'rack',
        id: rack.id,
        label: labelOf(rack),
        path: `racks[${index}]`,
        box: rackBox(rack),
        breathes: rackBreathes(rack),
      }),
    ),
    ...site.coolingUnits.map(
      (unit, index): Solid => ({
        kind: 'coolingUnit',
        id: unit.id,
        label: labelOf(unit),
        path: `coolingUnits[${index}]`,
        box: coolingUnitBox(unit),
        breathes: unitBreathes(unit),
      }),
    ),
    ...site.obstacles.map(
      (obstacle, index): Solid => ({
        kind: 'obstacle',
        id: obstacle.id,
        label: labelOf(obstacle),
        path: `obstacles[${index}]`,
        box: obstacle,
        breathes: [],
      }),
    ),
  ];
}
