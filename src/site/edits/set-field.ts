import { type PathKey, parsePath } from '../json-path';
import type { Site } from '../schema/site';

/**
 * The site with one value set at a JSON path (`racks[3].size.width` or its keys); undefined takes the key away.
 * The value is not checked here: `checkSite` of the document does that. Throws RangeError where the path leads nowhere.
 */
export function setField(site: Site, path: string | readonly PathKey[], value: unknown): Site {
  const keys = typeof path === 'string' ? parsePath(path) : path;
  if (keys.length === 0) throw new RangeError('a path needs at least one key');
  return withValue(site, keys, 0, value) as Site;
}

function withValue(target: unknown, keys: readonly PathKey[], depth: number, value: unknown): unknown {
  if (depth === keys.length) return value;
  const key = keys[depth]!;
  if (Array.isArray(target)) {
    if (typeof key !== 'number' || key < 0 || key >= target.length) throw new RangeError(`the list has no item ${key}`);
    const copy: unknown[] = [...(target as unknown[])];
    copy[key] = withValue(copy[key], keys, depth + 1, value);
    return copy;
  }
  if (typeof target !== 'object' || target === null)
    throw new RangeError(`nothing to set at ${keys.slice(0, depth + 1).join('.')}`);
  const copy: Record<string, unknown> = { ...target };
  const next = withValue(copy[key], keys, depth + 1, value);
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy;
}
