import type { z } from 'zod';
import { ENTITY_LISTS, type EntityKind, entitiesOf } from '../entity';
import { type Site, type SiteInput, siteSchema } from '../schema/site';
import type { Made } from './duplicate';
import { FreshNames } from './fresh-names';

/** What a file would say of a new entity: fields with defaults may be absent. */
export type EntityInput<Kind extends EntityKind> = NonNullable<SiteInput[(typeof ENTITY_LISTS)[Kind]]>[number];

/**
 * The site with one more entity. Absent fields take the defaults of the schema; an id that is taken is counted up.
 * Throws a ZodError when a field is out of its range.
 */
export function addEntity<Kind extends EntityKind>(site: Site, kind: Kind, input: EntityInput<Kind>): Made {
  const list = ENTITY_LISTS[kind];
  const itemSchema = siteSchema.shape[list].unwrap().element as z.ZodType;
  const entity = itemSchema.parse({ ...input, id: new FreshNames(site).idOrNext(input.id) }) as { id: string };
  return {
    site: { ...site, [list]: [...entitiesOf(site, kind), entity] },
    refs: [{ kind, id: entity.id }],
  };
}
