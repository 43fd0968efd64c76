import type { Site } from '../site/schema/site';
import type { SitePatch } from '../worker/protocol';

type Json = unknown;
type Path = (string | number)[];

function isRecord(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function diffRecords(
  before: Record<string, Json>,
  after: Record<string, Json>,
  path: Path,
  patches: SitePatch[],
): void {
  for (const key of Object.keys(before)) {
    if (before[key] !== undefined && after[key] === undefined) patches.push({ op: 'remove', path: [...path, key] });
  }
  for (const key of Object.keys(after)) {
    if (after[key] === undefined) continue;
    if (before[key] === undefined) patches.push({ op: 'add', path: [...path, key], value: after[key] });
    else diffValues(before[key], after[key], [...path, key], patches);
  }
}

function diffValues(before: Json, after: Json, path: Path, patches: SitePatch[]): void {
  if (Object.is(before, after)) return;
  if (isRecord(before) && isRecord(after)) {
    diffRecords(before, after, path, patches);
    return;
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    for (let i = 0; i < before.length; i++) diffValues(before[i], after[i], [...path, i], patches);
    return;
  }
  patches.push({ op: 'replace', path, value: after });
}

/**
 * Patches that turn one site document into another, in immer's form.
 * Parts shared by reference are skipped, so the cost follows the size of the change.
 * A list whose length changed is replaced as a whole.
 */
export function diffSites(before: Site, after: Site): SitePatch[] {
  const patches: SitePatch[] = [];
  diffValues(before, after, [], patches);
  return patches;
}

/** Moves the worker to `site` whatever document it holds now. */
export function replaceSite(site: Site): SitePatch[] {
  return [{ op: 'replace', path: [], value: site }];
}
