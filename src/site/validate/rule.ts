import { type Issue, makeIssue } from '../issue';
import type { Words } from '../phrase';
import type { Site } from '../schema/site';

/** A family of rules: looks at a site whose fields are each in range, and reports what does not fit together. */
export type Rule = (site: Site) => Issue[];

export function error(code: string, path: string, message: Words, remedy: Words): Issue {
  return makeIssue('error', code, path, message, remedy);
}

export function warning(code: string, path: string, message: Words, remedy: Words): Issue {
  return makeIssue('warning', code, path, message, remedy);
}
