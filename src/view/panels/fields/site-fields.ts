import type { Site } from '../../../site/schema/site';
import { energyFields } from './energy-fields';
import { choiceAt, type FieldSection, textAt } from './field-spec';
import { liquidFields } from './liquid-fields';
import { plantFields } from './plant-fields';
import { powerFields } from './power-fields';
import { roomFields } from './room-fields';
import { serverFields } from './server-fields';
import { outdoorFields } from './weather-fields';
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
    { id: 'servers', fields: serverFields },
    { id: 'plant', fields: plantFields },
    { id: 'liquid', fields: liquidFields },
    { id: 'energy', fields: energyFields },
    { id: 'power', fields: powerFields },
    { id: 'outdoor', fields: outdoorFields(site) },
    { id: 'room', fields: roomFields },
    { id: 'notes', fields: [textAt('description', ['description'], { maxLength: 4000, multiline: true })] },
  ];
}
