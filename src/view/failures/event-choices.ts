import { type EntityKind, entitiesOf, labelOf } from '../../site/entity';
import { type FailureEvent, type FailureEventInput, failureEvent } from '../../site/scenario/events';
import type { Site } from '../../site/schema/site';

/** What can be chosen to fail; a coil is a cooling unit that loses its cooling only. */
export const EVENT_CHOICES = [
  'unit-trip',
  'coil-trip',
  'fan-trip',
  'chilled-water-loss',
  'compressor-loss',
  'power-loss',
  'door-open',
  'tile-removed',
  'tile-blocked',
  'blanking-removed',
] as const;
export type EventChoice = (typeof EVENT_CHOICES)[number];

/** What each choice befalls; null: the whole room. */
const TARGETS: Record<EventChoice, EntityKind | null> = {
  'unit-trip': 'coolingUnit',
  'coil-trip': 'coolingUnit',
  'fan-trip': 'coolingUnit',
  'chilled-water-loss': null,
  'compressor-loss': null,
  'power-loss': null,
  'door-open': 'containment',
  'tile-removed': 'tile',
  'tile-blocked': 'tile',
  'blanking-removed': 'rack',
};

export interface TargetChoice {
  id: string;
  label: string;
}

/** What a choice may befall in this site; null where it befalls the room as a whole. */
export function targetsOf(site: Site, choice: EventChoice): TargetChoice[] | null {
  const kind = TARGETS[choice];
  if (kind === null) return null;
  return entitiesOf(site, kind)
    .filter((entity) => isPossible(site, choice, entity.id))
    .map((entity) => ({ id: entity.id, label: labelOf(entity as { id: string; name?: string }) }));
}

/** Only what changes something is offered: units that run, containments with a shut door, racks with panels. */
function isPossible(site: Site, choice: EventChoice, id: string): boolean {
  switch (choice) {
    case 'unit-trip':
    case 'coil-trip':
    case 'fan-trip':
      return site.coolingUnits.some((unit) => unit.id === id && unit.running);
    case 'door-open':
      return site.containments.some(
        (other) => other.id === id && !other.openDoors && Object.values(other.sides).includes('door'),
      );
    case 'blanking-removed':
      return site.racks.some((rack) => rack.id === id && rack.blankingPanels);
    default:
      return true;
  }
}

/** The choices that make sense in this site. */
export function possibleChoices(site: Site): EventChoice[] {
  return EVENT_CHOICES.filter((choice) => {
    const targets = targetsOf(site, choice);
    if (targets !== null) return targets.length > 0;
    const running = site.coolingUnits.filter((unit) => unit.running);
    if (choice === 'chilled-water-loss') return running.some(({ medium }) => medium === 'chilled-water');
    if (choice === 'compressor-loss') return running.some(({ medium }) => medium === 'dx');
    return running.length > 0;
  });
}

/** An event with its defaults. `id` is left out by choices that befall the whole room. */
export function eventOf(choice: EventChoice, id: string): FailureEvent {
  return failureEvent.parse(inputOf(choice, id));
}

function inputOf(choice: EventChoice, id: string): FailureEventInput {
  switch (choice) {
    case 'unit-trip':
    case 'fan-trip':
      return { kind: choice, unitId: id };
    case 'coil-trip':
      return { kind: 'unit-trip', stops: 'coil', unitId: id };
    case 'door-open':
      return { kind: choice, containmentId: id };
    case 'tile-removed':
    case 'tile-blocked':
      return { kind: choice, tileId: id };
    case 'blanking-removed':
      return { kind: choice, rackId: id };
    case 'chilled-water-loss':
    case 'compressor-loss':
    case 'power-loss':
      return { kind: choice };
  }
}
