import type { Issue } from '../site/issue';
import { siteSchema, type Site } from '../site/schema/site';
import { validateSite } from '../site/validate/validate';

function pathText(path: PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** Everything wrong with a document after an edit: first its fields' ranges, then the rules across entities. */
export function checkSite(site: Site): Issue[] {
  const parsed = siteSchema.safeParse(site);
  if (parsed.success) return validateSite(site);
  return parsed.error.issues.map((issue) => ({
    severity: 'error',
    code: `schema.${issue.code}`,
    path: pathText(issue.path),
    message: `${issue.message}.`,
    remedy: 'Give a value within the range that the field allows.',
  }));
}
