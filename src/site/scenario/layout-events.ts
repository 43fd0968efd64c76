import type { Site } from '../schema/site';
import type { FailureEvent } from './events';

/** Events that change the room itself, not a machine in it. */
export type LayoutEvent = Extract<
  FailureEvent,
  { kind: 'door-open' | 'tile-removed' | 'tile-blocked' | 'blanking-removed' }
>;

export function isLayoutEvent(event: FailureEvent): event is LayoutEvent {
  switch (event.kind) {
    case 'door-open':
    case 'tile-removed':
    case 'tile-blocked':
    case 'blanking-removed':
      return true;
    default:
      return false;
  }
}

/** The site as it stands while these events last; the same object where none of them changes it. */
export function siteDuring(site: Site, events: readonly LayoutEvent[]): Site {
  return events.reduce(withEvent, site);
}

function withEvent(site: Site, event: LayoutEvent): Site {
  switch (event.kind) {
    case 'door-open':
      return { ...site, containments: changed(site.containments, event.containmentId, { openDoors: true }) };
    case 'tile-removed':
      return { ...site, tiles: withTile(site.tiles, event.tileId, { openArea: 1, damper: 1 }) };
    case 'tile-blocked':
      return { ...site, tiles: withTile(site.tiles, event.tileId, { damper: 0 }) };
    case 'blanking-removed':
      return { ...site, racks: changed(site.racks, event.rackId, { blankingPanels: false }) };
  }
}

function changed<E extends { id: string }>(list: readonly E[], id: string, change: Partial<E>): E[] {
  return list.map((entity) => (entity.id === id ? { ...entity, ...change } : entity));
}

/** A tile that is lifted or covered no longer holds a flow that the site pins: the pressure law takes over. */
function withTile(tiles: Site['tiles'], id: string, change: Partial<Site['tiles'][number]>): Site['tiles'] {
  return tiles.map((tile) => {
    if (tile.id !== id) return tile;
    const { airflowM3s: _, ...free } = tile;
    return { ...free, ...change };
  });
}
