import type { Site } from '../../../site/schema/site';
import { energyFields, outdoorFields } from './energy-fields';
import { choiceAt, type FieldSection, textAt } from './field-spec';
import { roomFields } from './room-fields';
import { workloadFields } from './workload-fields';

/** What the inspector shows of the site when nothing is selected. */
export function siteSections(site: Site): readonly FieldSection<Site>[] {
  return [
    {
      id: 'site',
      fields: [
        textAt('siteName', ['name'], { maxLength: 120 }),
        choiceAt('ashraeClass', ['ashraeClass'], ['A1', 'A2', 'A3', 'A4', 'H1'], { optionLabel: (value) => value }),
      ],
    },
    { id: 'workload', fields: workloadFields(site) },
    { id: 'energy', fields: energyFields },
    { id: 'outdoor', fields: outdoorFields },
    { id: 'room', fields: roomFields },
    { id: 'notes', fields: [textAt('description', ['description'], { maxLength: 4000, multiline: true })] },
  ];
}
