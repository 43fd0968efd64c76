import type { Issue } from '../issue';
import type { Site } from '../schema/site';

/** A family of rules: looks at a site whose fields are each in range, and reports what does not fit together. */
export type Rule = (site: Site) => Issue[];

export function error(code: string, path: string, message: string, remedy: string): Issue {
  return { severity: 'error', code, path, message, remedy };
}

export function warning(code: string, path: string, message: string, remedy: string): Issue {
  return { severity: 'warning', code, path, message, remedy };
}
