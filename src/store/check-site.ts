import type { Issue } from '../site/issue';
import { siteSchema, type Site } from '../site/schema/site';
import { schemaIssues } from '../site/schema-issues';
import { validateSite } from '../site/validate/validate';

/** Everything wrong with a document after an edit: first its fields' ranges, then the rules across entities. */
export function checkSite(site: Site): Issue[] {
  const parsed = siteSchema.safeParse(site);
  return parsed.success ? validateSite(site) : schemaIssues(parsed.error.issues, site);
}
