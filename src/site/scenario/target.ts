import type { EntityRef } from '../entity';
import type { FailureEvent } from './events';

/** The one entity that an event befalls; null where it befalls many. */
export function failureTarget(event: FailureEvent): EntityRef | null {
  switch (event.kind) {
    case 'unit-trip':
    case 'fan-trip':
      return { kind: 'coolingUnit', id: event.unitId };
    case 'door-open':
      return { kind: 'containment', id: event.containmentId };
    case 'tile-removed':
    case 'tile-blocked':
      return { kind: 'tile', id: event.tileId };
    case 'blanking-removed':
      return { kind: 'rack', id: event.rackId };
    default:
      return null;
  }
}
