import { ENTITY_LISTS, type EntityRef, entitiesOf } from '../entity';
import type { Site } from '../schema/site';
import { idsByKind } from './map-entities';

/** The site without the entities named. */
export function deleteEntities(site: Site, refs: readonly EntityRef[]): Site {
  let result = site;
  for (const [kind, ids] of idsByKind(refs)) {
    const before = entitiesOf(site, kind);
    const after = before.filter(({ id }) => !ids.has(id));
    if (after.length < before.length) result = { ...result, [ENTITY_LISTS[kind]]: after };
  }
  return result;
}
