import { readFileSync } from 'node:fs';
import { formatIssue, hasErrors, type Issue } from '../site/issue';
import { parseSite } from '../site/parse';
import type { Site } from '../site/schema/site';
import { validateSite } from '../site/validate/validate';

/** The input is bad: everything that is wrong with it. Exit status 1. */
export class InputError extends Error {
  override name = 'InputError';
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map(formatIssue).join('\n'));
  }
}

function unreadable(file: string, error: unknown): Issue {
  return {
    severity: 'error',
    code: 'file-unreadable',
    path: '',
    message: `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    remedy: 'Name a site document, such as public/sites/starter.json.',
  };
}

/** Reads, parses and validates a site document. Throws `InputError` where it has errors; warnings come back. */
export function openSite(file: string): { site: Site; warnings: Issue[] } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError([unreadable(file, error)]);
  }
  const parsed = parseSite(text);
  const issues = parsed.site === null ? parsed.issues : [...parsed.issues, ...validateSite(parsed.site)];
  if (parsed.site === null || hasErrors(issues)) throw new InputError(issues);
  return { site: parsed.site, warnings: issues };
}
