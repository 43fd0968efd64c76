import { type EntityKind, entitiesOf, labelOf } from '../../site/entity';
import { type FailureEvent, type FailureEventInput, failureEvent } from '../../site/scenario/events';
import type { Site } from '../../site/schema/site';
import { isPartChoice, PART_CHOICES, partEvent, partIds } from './part-choices';

/** What can be chosen to fail; a coil is a cooling unit that loses its cooling only. */
export const EVENT_CHOICES = [
  'unit-trip',
  'coil-trip',
  'fan-trip',
  'chilled-water-loss',
  'compressor-loss',
  'power-loss',
  ...PART_CHOICES,
  'door-open',
  'tile-removed',
  'tile-blocked',
  'blanking-removed',
] as const;
export type EventChoice = (typeof EVENT_CHOICES)[number];

/** The kind of entity that a choice befalls; absent: the whole room, or a part of plant or power chain. */
const TARGETS: Partial<Record<EventChoice, EntityKind>> = {
  'unit-trip': 'coolingUnit',
  'coil-trip': 'coolingUnit',
  'fan-trip': 'coolingUnit',
  'door-open': 'containment',
  'tile-removed': 'tile',
  'tile-blocked': 'tile',
  'blanking-removed': 'rack',
};

export interface TargetChoice {
  id: string;
  /** What the user calls an entity; absent for parts, which have words of the page's own. */
  label?: string;
}

/** What a choice may befall in this site; null where it befalls the room as a whole. */
export function targetsOf(site: Site, choice: EventChoice): TargetChoice[] | null {
  if (isPartChoice(choice)) {
    const ids = partIds(site, choice);
    return ids[0] === '' ? null : ids.map((id) => ({ id }));
  }
  const kind = TARGETS[choice];
  if (kind === undefined) return null;
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
    if (isPartChoice(choice)) return true;
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
  if (isPartChoice(choice)) return partEvent(choice, id);
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
