import type { Rack } from '../../../site/schema/rack';
import { type FieldSection, numberAt, switchAt, textAt } from './field-spec';
import { rackCableField } from './mass-fields';
import { planPositionFields, rotationField, sizeFields } from './plan-fields';
import { rackFeedFields } from './power-fields';
import { rearDoorFields } from './rear-door-fields';

export const rackSections: readonly FieldSection<Rack>[] = [
  { id: 'identity', fields: [textAt('name', ['name'], { maxLength: 80, optional: true })] },
  { id: 'rearDoor', fields: rearDoorFields },
  { id: 'place', fields: [...planPositionFields<Rack>(), rotationField<Rack>()] },
  {
    id: 'size',
    fields: [
      ...sizeFields<Rack>(),
      numberAt('frameMass', {
        path: ['frameMassKg'],
        unit: 'kg',
        step: 10,
        min: 0,
        max: 3000,
        optional: true,
        decimals: 0,
      }),
      rackCableField,
    ],
  },
  { id: 'feed', fields: rackFeedFields },
  {
    id: 'leaks',
    fields: [
      switchAt('blankingPanels', ['blankingPanels']),
      numberAt('underRackGap', { path: ['underRackGap'], unit: 'm', step: 0.01, min: 0, max: 0.3, decimals: 3 }),
      numberAt('uHeight', { path: ['uHeight'], unit: 'U', step: 1, min: 1, max: 100, decimals: 0 }),
      numberAt('uBase', { path: ['uBase'], unit: 'm', step: 0.01, min: 0, max: 2, decimals: 3 }),
    ],
  },
];
