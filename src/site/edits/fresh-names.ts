import { ENTITY_KINDS, entitiesOf } from '../entity';
import type { Site } from '../schema/site';

const idLimit = 64;

/** Gives out ids and labels that the site does not have yet; each is given once. */
export class FreshNames {
  private readonly ids = new Set<string>();
  private readonly labels = new Set<string>();

  constructor(site: Site) {
    for (const kind of ENTITY_KINDS) {
      for (const entity of entitiesOf(site, kind)) {
        this.ids.add(entity.id);
        if ('name' in entity && entity.name !== undefined) this.labels.add(entity.name);
      }
    }
  }

  /** The next free id after `like`: A09 gives A10, a name without a number gets -2. */
  id(like: string): string {
    return claim(this.ids, like, '-', idLimit);
  }

  /** The id itself while it is free, else the next free one. */
  idOrNext(wanted: string): string {
    if (this.ids.has(wanted)) return this.id(wanted);
    this.ids.add(wanted);
    return wanted;
  }

  /** The next free label after `like`. */
  label(like: string): string {
    return claim(this.labels, like, ' ', 80);
  }
}

function claim(taken: Set<string>, like: string, separator: string, limit: number): string {
  const [, stem = '', digits = ''] = /^(.*?)(\d*)$/s.exec(like)!;
  const prefix = digits === '' ? `${stem}${separator}` : stem;
  for (let number = digits === '' ? 2 : Number(digits) + 1; ; number++) {
    const tail = String(number).padStart(digits.length, '0');
    const name = prefix.slice(0, limit - tail.length) + tail;
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
}
