import { ENTITY_LISTS, type EntityKind, type EntityRef, entitiesOf } from '../entity';
import type { Site } from '../schema/site';
import { FreshNames } from './fresh-names';
import { idsByKind } from './map-entities';
import { moved, type Shift } from './move';

/** An edit that makes entities, and the names of what it made. */
export interface Made {
  site: Site;
  refs: EntityRef[];
}

/** The site with copies of the entities, each under a fresh id, `shift` away from its original. */
export function duplicateEntities(site: Site, refs: readonly EntityRef[], shift: Shift): Made {
  const names = new FreshNames(site);
  const made: EntityRef[] = [];
  let result = site;
  for (const [kind, ids] of idsByKind(refs)) {
    const copies = entitiesOf(site, kind)
      .filter((entity) => ids.has(entity.id))
      .map((entity) => copyOf(kind, entity, names, shift));
    if (copies.length === 0) continue;
    made.push(...copies.map(({ id }) => ({ kind, id })));
    result = { ...result, [ENTITY_LISTS[kind]]: [...entitiesOf(site, kind), ...copies] };
  }
  return { site: result, refs: made };
}

function copyOf<Kind extends EntityKind>(
  kind: Kind,
  entity: ReturnType<typeof entitiesOf<Kind>>[number],
  names: FreshNames,
  shift: Shift,
): ReturnType<typeof entitiesOf<Kind>>[number] {
  const copy = { ...moved(kind, entity, shift), id: names.id(entity.id) };
  return 'name' in entity && entity.name !== undefined ? { ...copy, name: names.label(entity.name) } : copy;
}
