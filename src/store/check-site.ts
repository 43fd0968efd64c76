import type { Issue } from '../site/issue';
import { type Site, siteSchema } from '../site/schema/site';
import { schemaIssues } from '../site/schema-issues';
import { validateSite } from '../site/validate/validate';

const known = new WeakMap<Site, Issue[]>();

/** Everything wrong with a document after an edit: first its fields' ranges, then the rules across entities. Each document is checked once. */
export function checkSite(site: Site): Issue[] {
  let issues = known.get(site);
  if (issues === undefined) {
    const parsed = siteSchema.safeParse(site);
    issues = parsed.success ? validateSite(site) : schemaIssues(parsed.error.issues, site);
    known.set(site, issues);
  }
  return issues;
}
