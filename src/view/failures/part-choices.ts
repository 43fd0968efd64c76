import { airCooled } from '../../site/scenario/check';
import { hasPlantPart } from '../../site/scenario/check-plant';
import { hasTwoUps } from '../../site/scenario/check-power';
import { type FailureEventInput, failureEvent } from '../../site/scenario/events';
import { FOULED_PARTS, PUMP_CIRCUITS, REJECTIONS } from '../../site/scenario/plant-events';
import type { Site } from '../../site/schema/site';

/** Failures of parts that are no entities of the room: of the plant and of the power chain. */
export const PART_CHOICES = [
  'chiller-trip',
  'pump-trip',
  'rejection-fault',
  'fouling',
  'feed-loss',
  'breaker-trip',
] as const;
export type PartChoice = (typeof PART_CHOICES)[number];

export const isPartChoice = (choice: string): choice is PartChoice => PART_CHOICES.some((other) => other === choice);

/** Separates element, side and id of a breaker in the id of its choice; ids of entities hold none. */
const SEPARATOR = '|';

/** Every thing of this site that the choice may befall, by an id of its own. */
export function partIds(site: Site, choice: PartChoice): string[] {
  if (choice === 'feed-loss') return electricalSides(site);
  if (choice === 'breaker-trip') return breakerIds(site);
  const has = (id: string) => {
    const event = failureEvent.parse(partEvent(choice, id));
    switch (event.kind) {
      case 'chiller-trip':
      case 'pump-trip':
      case 'rejection-fault':
      case 'fouling':
        return hasPlantPart(site, event, airCooled);
      default:
        return false;
    }
  };
  return idsOf(choice).filter(has);
}

function idsOf(choice: PartChoice): readonly string[] {
  switch (choice) {
    case 'pump-trip':
      return PUMP_CIRCUITS;
    case 'rejection-fault':
      return REJECTIONS;
    case 'fouling':
      return FOULED_PARTS;
    default:
      return [''];
  }
}

function electricalSides(site: Site): string[] {
  if (site.electrical === undefined) return [];
  return site.electrical.feeds === 'a-b' ? ['A', 'B'] : ['A'];
}

function breakerIds(site: Site): string[] {
  const { electrical } = site;
  if (electrical === undefined) return [];
  const sides = electricalSides(site);
  const upsSides = electrical.ups === undefined ? [] : hasTwoUps(site) ? ['A', 'B'] : ['A'];
  const pdus = Array.from({ length: electrical.pdu?.count ?? 0 }, (_, n) => String(n + 1));
  const feedsOf = ({ feed }: Site['racks'][number]) =>
    sides.filter(
      (side) => sides.length === 1 || (feed?.feeds ?? 'both') === 'both' || feed?.feeds === side.toLowerCase(),
    );
  return [
    ...upsSides.map((side) => breakerId('ups', side, '')),
    ...pdus.flatMap((pdu) => sides.map((side) => breakerId('pdu', side, pdu))),
    ...site.racks.flatMap((rack) => feedsOf(rack).map((side) => breakerId('rack-feed', side, rack.id))),
  ];
}

export function breakerId(element: string, side: string, id: string): string {
  return [element, side, id].join(SEPARATOR);
}

/** The event of a choice and one of its ids. */
export function partEvent(choice: PartChoice, id: string): FailureEventInput {
  switch (choice) {
    case 'chiller-trip':
      return { kind: choice };
    case 'pump-trip':
      return { kind: choice, circuit: id } as FailureEventInput;
    case 'rejection-fault':
      return { kind: choice, of: id } as FailureEventInput;
    case 'fouling':
      return { kind: choice, part: id } as FailureEventInput;
    case 'feed-loss':
      return { kind: choice, side: id } as FailureEventInput;
    case 'breaker-trip': {
      const [element, side, name] = id.split(SEPARATOR);
      return { kind: choice, element, side, id: name } as FailureEventInput;
    }
  }
}
