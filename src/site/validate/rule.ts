import type { Issue } from '../issue';
import { phraseOf, spoken, type Words } from '../phrase';
import type { Site } from '../schema/site';

/** A family of rules: looks at a site whose fields are each in range, and reports what does not fit together. */
export type Rule = (site: Site) => Issue[];

export function error(code: string, path: string, message: Words, remedy: Words): Issue {
  return issue('error', code, path, message, remedy);
}

export function warning(code: string, path: string, message: Words, remedy: Words): Issue {
  return issue('warning', code, path, message, remedy);
}

function issue(severity: Issue['severity'], code: string, path: string, message: Words, remedy: Words): Issue {
  return {
    severity,
    code,
    path,
    message: spoken(message),
    remedy: spoken(remedy),
    phrases: { message: phraseOf(message), remedy: phraseOf(remedy) },
  };
}
