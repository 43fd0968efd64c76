import { rearDoor } from '../../../site/schema/plant';
import type { Rack } from '../../../site/schema/rack';
import { type FieldSpec, numberAt } from './field-spec';
import { CELSIUS, PERCENT } from './field-units';
import { KELVIN, KILOWATTS } from './plant-fields';

const hasDoor = (rack: Rack) => rack.rearDoor !== undefined;

/** Heat exchanger in the rear door of a rack. */
export const rearDoorFields: readonly FieldSpec<Rack>[] = [
  {
    kind: 'switch',
    id: 'hasRearDoor',
    read: hasDoor,
    write: (rack, on) => {
      const { rearDoor: _rearDoor, ...rest } = rack;
      return on ? { ...rack, rearDoor: rearDoor.parse({}) } : rest;
    },
  },
  numberAt('doorEffectiveness', { path: ['rearDoor', 'effectiveness'], when: hasDoor, ...PERCENT }),
  numberAt('doorCapacity', { path: ['rearDoor', 'capacityW'], when: hasDoor, optional: true, ...KILOWATTS }),
  numberAt('doorWater', { path: ['rearDoor', 'waterCelsius'], when: hasDoor, ...CELSIUS }),
  numberAt('doorMargin', { path: ['rearDoor', 'dewPointMarginKelvin'], when: hasDoor, ...KELVIN, min: 0, max: 20 }),
];
