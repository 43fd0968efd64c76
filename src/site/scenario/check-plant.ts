import type { Issue } from '../issue';
import type { Site } from '../schema/site';
import type { FailureEvent } from './events';

export type PlantEvent = Extract<FailureEvent, { kind: 'chiller-trip' | 'pump-trip' | 'rejection-fault' | 'fouling' }>;

/** What an event needs of the site: a part of the plant that is computed. */
type Need = 'plant' | 'water-cooled' | 'economiser' | 'facility' | 'facility-rejection' | 'coils';

function needOf(event: PlantEvent): Need {
  switch (event.kind) {
    case 'chiller-trip':
      return 'plant';
    case 'pump-trip':
      if (event.circuit === 'chilled') return 'plant';
      return event.circuit === 'condenser' ? 'water-cooled' : 'facility';
    case 'rejection-fault':
      return event.of === 'plant' ? 'water-cooled' : 'facility-rejection';
    case 'fouling':
      switch (event.part) {
        case 'condenser':
          return 'plant';
        case 'rejection':
          return 'water-cooled';
        case 'economiser':
          return 'economiser';
        case 'facility-rejection':
          return 'facility-rejection';
        case 'cdu':
          return 'facility';
        case 'coils':
          return 'coils';
      }
  }
}

/** Whether the site has the part of a plant that an event befalls. `airCooled`: by the curve set of its chillers. */
export function hasPlantPart(site: Site, event: PlantEvent, airCooled: (set: string) => boolean): boolean {
  const plant = site.plant?.kind === 'chilled-water' ? site.plant : null;
  const facility = site.liquidLoop?.facility;
  switch (needOf(event)) {
    case 'plant':
      return plant !== null;
    case 'water-cooled':
      return plant !== null && !airCooled(plant.chillers.set);
    case 'economiser':
      return plant?.economiser !== undefined;
    case 'facility':
      return facility !== undefined;
    case 'facility-rejection':
      return facility !== undefined && facility.rejection.kind !== 'chilled-water';
    case 'coils':
      return site.coolingUnits.some(({ medium, coil }) => medium === 'chilled-water' && coil !== undefined);
  }
}

const MESSAGES: Record<Need, string> = {
  plant: 'The site has no chilled-water plant that is computed part by part.',
  'water-cooled': 'The site has no chilled-water plant with condenser water.',
  economiser: 'The plant of the site has no water-side economiser.',
  facility: 'The site has no facility water loop.',
  'facility-rejection': 'The site has no facility water loop with a heat rejection of its own.',
  coils: 'The site has no chilled-water unit whose coil is described by a rating point.',
};

export function missingPlantPart(event: PlantEvent, path: string): Issue {
  return {
    severity: 'error',
    code: 'no-such-part',
    path,
    message: MESSAGES[needOf(event)],
    remedy: 'Describe that part of the plant, or choose another event.',
  };
}
