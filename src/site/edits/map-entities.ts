import { ENTITY_LISTS, type EntityKind, type EntityOf, type EntityRef, entitiesOf } from '../entity';
import type { Site } from '../schema/site';

/** A change of one entity; returning the entity itself leaves it as it is. */
export type EntityChange = <Kind extends EntityKind>(kind: Kind, entity: EntityOf<Kind>) => EntityOf<Kind>;

/** The ids asked for, by kind. */
export function idsByKind(refs: readonly EntityRef[]): Map<EntityKind, Set<string>> {
  const ids = new Map<EntityKind, Set<string>>();
  for (const { kind, id } of refs) {
    const known = ids.get(kind);
    if (known === undefined) ids.set(kind, new Set([id]));
    else known.add(id);
  }
  return ids;
}

/** The site with a change made to the entities named; everything else is shared with the site given. */
export function mapEntities(site: Site, refs: readonly EntityRef[], change: EntityChange): Site {
  let result = site;
  for (const [kind, ids] of idsByKind(refs)) {
    const before = entitiesOf(site, kind);
    const after = before.map((entity) => (ids.has(entity.id) ? change(kind, entity) : entity));
    if (after.some((entity, index) => entity !== before[index])) result = { ...result, [ENTITY_LISTS[kind]]: after };
  }
  return result;
}
