import { CONSTRUCTION_NAMES, type Construction, type Fabric } from '../../../site/schema/fabric';
import type { Site } from '../../../site/schema/site';
import type { ChoiceField } from './field-spec';

const NOTHING: Fabric = { floor: 'none', walls: 'none', ceiling: 'none' };

function fabricField(id: string, surface: keyof Fabric): ChoiceField<Site> {
  return {
    kind: 'choice',
    id,
    options: CONSTRUCTION_NAMES,
    // A surface that is held at a temperature takes up what it takes, whatever it is made of.
    when: (site) => site.room.walls.kind !== 'temperature',
    read: (site) => site.room.fabric?.[surface] ?? 'none',
    write: (site, value) => {
      const fabric = { ...NOTHING, ...site.room.fabric, [surface]: value as Construction };
      const { fabric: _before, ...room } = site.room;
      const any = Object.values(fabric).some((made) => made !== 'none');
      return { ...site, room: any ? { ...room, fabric } : room };
    },
  };
}

/** What the room's surfaces are made of: what they take up when it gets warmer. */
export const fabricFields: readonly ChoiceField<Site>[] = [
  fabricField('fabricFloor', 'floor'),
  fabricField('fabricWalls', 'walls'),
  fabricField('fabricCeiling', 'ceiling'),
];
