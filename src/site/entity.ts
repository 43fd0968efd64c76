import { type Box, boxOf, coolingUnitBox, rackBox } from './footprint';
import type { Opening } from './schema/room';
import type { Site } from './schema/site';

/** The list of the document that holds each kind of entity. */
export const ENTITY_LISTS = {
  rack: 'racks',
  coolingUnit: 'coolingUnits',
  tile: 'tiles',
  ceilingGrille: 'ceilingGrilles',
  opening: 'openings',
  containment: 'containments',
  obstacle: 'obstacles',
  sensor: 'sensors',
} as const satisfies Record<string, keyof Site>;

export type EntityKind = keyof typeof ENTITY_LISTS;
export type EntityOf<Kind extends EntityKind> = Site[(typeof ENTITY_LISTS)[Kind]][number];
export type Entity = EntityOf<EntityKind>;

/** Names one entity of a site. */
export interface EntityRef<Kind extends EntityKind = EntityKind> {
  readonly kind: Kind;
  readonly id: string;
}

export const ENTITY_KINDS = Object.keys(ENTITY_LISTS) as EntityKind[];

export function entitiesOf<Kind extends EntityKind>(site: Site, kind: Kind): EntityOf<Kind>[] {
  return site[ENTITY_LISTS[kind]] as EntityOf<Kind>[];
}

export function findEntity<Kind extends EntityKind>(site: Site, ref: EntityRef<Kind>): EntityOf<Kind> | undefined {
  return entitiesOf(site, ref.kind).find((entity) => entity.id === ref.id);
}

/** Every entity of the site, kind by kind. */
export function allRefs(site: Site): EntityRef[] {
  return ENTITY_KINDS.flatMap((kind) => entitiesOf(site, kind).map(({ id }) => ({ kind, id })));
}

/** What the user calls it: its name, else its id. */
export function entityLabel(site: Site, ref: EntityRef): string {
  const entity = findEntity(site, ref);
  return entity === undefined ? ref.id : labelOf(entity);
}

export function labelOf(entity: { id: string; name?: string | undefined }): string {
  return entity.name ?? entity.id;
}

/** JSON path of an entity such as `racks[3]`; null when the site has no such entity. */
export function entityPath(site: Site, ref: EntityRef): string | null {
  const index = entitiesOf(site, ref.kind).findIndex((entity) => entity.id === ref.id);
  return index < 0 ? null : `${ENTITY_LISTS[ref.kind]}[${index}]`;
}

/** The space that it fills, m: flat for tiles, grilles and openings, a point for a sensor. */
export function boxOfEntity<Kind extends EntityKind>(site: Site, kind: Kind, entity: EntityOf<Kind>): Box {
  switch (kind) {
    case 'rack':
      return rackBox(entity as EntityOf<'rack'>);
    case 'coolingUnit':
      return coolingUnitBox(entity as EntityOf<'coolingUnit'>);
    case 'tile':
      return panelBox(entity as EntityOf<'tile'>, 0);
    case 'ceilingGrille':
      return panelBox(entity as EntityOf<'ceilingGrille'>, site.room.height);
    case 'opening':
      return openingBox(site, entity as Opening);
    case 'sensor': {
      const { position } = entity as EntityOf<'sensor'>;
      return { min: position, max: position };
    }
    default: {
      const { min, max } = entity as EntityOf<'containment' | 'obstacle'>;
      return { min, max };
    }
  }
}

/** The space that an entity fills; null when the site has no such entity. */
export function entityBox(site: Site, ref: EntityRef): Box | null {
  const entity = findEntity(site, ref);
  return entity === undefined ? null : boxOfEntity(site, ref.kind, entity);
}

function panelBox(panel: EntityOf<'tile'>, z: number): Box {
  return boxOf(panel.position, 0, { width: panel.width, depth: panel.depth, height: 0 }, z);
}

/** The rectangle of an opening on its face of the room box. */
function openingBox(site: Site, opening: Opening): Box {
  const { surface, centre, width, height } = opening;
  const halfWidth = width / 2;
  const halfHeight = height / 2;
  const { width: roomX, depth: roomY, height: roomZ } = site.room;
  switch (surface) {
    case 'x-min':
    case 'x-max': {
      const x = surface === 'x-min' ? 0 : roomX;
      return {
        min: { x, y: centre.y - halfWidth, z: centre.z - halfHeight },
        max: { x, y: centre.y + halfWidth, z: centre.z + halfHeight },
      };
    }
    case 'y-min':
    case 'y-max': {
      const y = surface === 'y-min' ? 0 : roomY;
      return {
        min: { x: centre.x - halfWidth, y, z: centre.z - halfHeight },
        max: { x: centre.x + halfWidth, y, z: centre.z + halfHeight },
      };
    }
    case 'floor':
    case 'ceiling': {
      const z = surface === 'floor' ? 0 : roomZ;
      return {
        min: { x: centre.x - halfWidth, y: centre.y - halfHeight, z },
        max: { x: centre.x + halfWidth, y: centre.y + halfHeight, z },
      };
    }
  }
}
