import { ENTITY_KINDS, ENTITY_LISTS, entitiesOf } from '../entity';
import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { error, type Rule } from './rule';

/** Every id is used once in the site, and once within a rack. */
export const checkIds: Rule = (site) => {
  const issues: Issue[] = [];
  const first = new Map<string, string>();
  for (const kind of ENTITY_KINDS) {
    entitiesOf(site, kind).forEach(({ id }, index) => {
      const path = `${ENTITY_LISTS[kind]}[${index}]`;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, path);
      else issues.push(duplicate(`${path}.id`, id, earlier));
    });
  }
  site.racks.forEach((rack, rackIndex) => {
    const inRack = new Map<string, string>();
    rack.contents.forEach(({ id }, index) => {
      const path = `racks[${rackIndex}].contents[${index}]`;
      const earlier = inRack.get(id);
      if (earlier === undefined) inRack.set(id, path);
      else issues.push(duplicate(`${path}.id`, id, earlier));
    });
  });
  return issues;
};

function duplicate(path: string, id: string, earlier: string): Issue {
  return error('duplicate-id', path, phrase`The id ${id} is already used by ${earlier}.`, 'Give it an id of its own.');
}
