import { chillerSet } from '../chillers/chiller-set';
import { closestWord } from '../closest-word';
import { ENTITY_LISTS, type EntityKind, entitiesOf } from '../entity';
import type { Issue } from '../issue';
import type { Site } from '../schema/site';
import { hasPlantPart, missingPlantPart } from './check-plant';
import { checkPowerEvent } from './check-power';
import type { FailureEvent } from './events';
import type { Scenario } from './scenario';

const KIND_WORDS: Partial<Record<EntityKind, string>> = {
  coolingUnit: 'cooling unit',
  containment: 'containment',
  tile: 'tile',
  rack: 'rack',
};

/** The rules between a scenario and the site that it is to be played on. */
export function checkScenario(scenario: Pick<Scenario, 'events'>, site: Site): Issue[] {
  return scenario.events.flatMap((event, index) => checkEvent(event, site, `events[${index}]`));
}

function checkEvent(event: FailureEvent, site: Site, path: string): Issue[] {
  const issues: Issue[] = [];
  if (event.untilSeconds !== undefined && event.untilSeconds <= event.atSeconds) {
    issues.push({
      severity: 'error',
      code: 'repair-before-start',
      path: `${path}.untilSeconds`,
      message: `The repair at ${event.untilSeconds} s is not after the start at ${event.atSeconds} s.`,
      remedy: 'Choose a later repair, or leave it out.',
    });
  }
  switch (event.kind) {
    case 'unit-trip':
    case 'fan-trip':
      issues.push(...unknownId(site, 'coolingUnit', event.unitId, `${path}.unitId`));
      break;
    case 'chilled-water-loss':
    case 'compressor-loss':
      issues.push(...checkUnits(event, site, path));
      break;
    case 'door-open':
      issues.push(...checkDoors(event.containmentId, site, `${path}.containmentId`));
      break;
    case 'tile-removed':
    case 'tile-blocked':
      issues.push(...unknownId(site, 'tile', event.tileId, `${path}.tileId`));
      break;
    case 'blanking-removed':
      issues.push(...checkPanels(event.rackId, site, `${path}.rackId`));
      break;
    case 'chiller-trip':
    case 'pump-trip':
    case 'rejection-fault':
    case 'fouling':
      if (!hasPlantPart(site, event, airCooled)) issues.push(missingPlantPart(event, path));
      else if (event.kind === 'fouling') issues.push(...checkFouledUnits(event.unitIds ?? [], site, path));
      break;
    case 'feed-loss':
    case 'breaker-trip':
      issues.push(...checkPowerEvent(event, site, path));
      break;
    case 'power-loss':
      break;
  }
  return issues;
}

export const airCooled = (set: string): boolean => chillerSet(set)?.airCooled ?? false;

function checkFouledUnits(ids: readonly string[], site: Site, path: string): Issue[] {
  return ids.flatMap((id, n) => unknownId(site, 'coolingUnit', id, `${path}.unitIds[${n}]`));
}

function unknownId(site: Site, kind: EntityKind, id: string, path: string): Issue[] {
  const known = entitiesOf(site, kind).map((entity) => entity.id);
  if (known.includes(id)) return [];
  const word = KIND_WORDS[kind] ?? kind;
  const near = closestWord(id, known);
  const some = known.slice(0, 8).join(', ') + (known.length > 8 ? ` and ${known.length - 8} more` : '');
  const remedy =
    known.length === 0
      ? `The site has no ${word}: choose another event.`
      : `${near === null ? '' : `Did you mean ${near}? `}The site has in ${ENTITY_LISTS[kind]}: ${some}.`;
  return [{ severity: 'error', code: 'unknown-id', path, message: `The site has no ${word} ${id}.`, remedy }];
}

function checkUnits(
  event: Extract<FailureEvent, { kind: 'chilled-water-loss' | 'compressor-loss' }>,
  site: Site,
  path: string,
): Issue[] {
  const medium = event.kind === 'chilled-water-loss' ? 'chilled-water' : 'dx';
  const inWords = medium === 'dx' ? 'direct-expansion' : 'chilled-water';
  if (event.unitIds === undefined) {
    if (site.coolingUnits.some((unit) => unit.medium === medium)) return [];
    return [
      {
        severity: 'error',
        code: 'no-such-medium',
        path,
        message: `The site has no ${inWords} unit that this could stop.`,
        remedy: 'Trip the units by name, or choose the loss of what does cool them.',
      },
    ];
  }
  return event.unitIds.flatMap((id, n): Issue[] => {
    const place = `${path}.unitIds[${n}]`;
    const unit = site.coolingUnits.find((other) => other.id === id);
    if (unit === undefined) return unknownId(site, 'coolingUnit', id, place);
    if (unit.medium === medium) return [];
    return [
      {
        severity: 'error',
        code: 'other-medium',
        path: place,
        message: `Cooling unit ${id} is no ${inWords} unit.`,
        remedy: 'Leave it out, or trip it with unit-trip.',
      },
    ];
  });
}

function checkDoors(id: string, site: Site, path: string): Issue[] {
  const containment = site.containments.find((other) => other.id === id);
  if (containment === undefined) return unknownId(site, 'containment', id, path);
  if (containment.openDoors) return [withoutEffect(path, `The doors of ${id} stand open already.`)];
  if (Object.values(containment.sides).includes('door')) return [];
  return [withoutEffect(path, `Containment ${id} has no door.`)];
}

function checkPanels(id: string, site: Site, path: string): Issue[] {
  const rack = site.racks.find((other) => other.id === id);
  if (rack === undefined) return unknownId(site, 'rack', id, path);
  return rack.blankingPanels ? [] : [withoutEffect(path, `Rack ${id} has no blanking panels.`)];
}

function withoutEffect(path: string, message: string): Issue {
  return { severity: 'warning', code: 'without-effect', path, message, remedy: 'The event changes nothing here.' };
}
