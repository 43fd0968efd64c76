import { readFileSync } from 'node:fs';
import { formatIssue, type Issue } from '../site/issue';
import { parseSite } from '../site/parse';
import type { Site } from '../site/schema/site';

/** The input is bad: everything that is wrong with it. Exit status 1. */
export class InputError extends Error {
  override name = 'InputError';
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map(formatIssue).join('\n'));
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'EISDIR') return 'is a folder';
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

function unreadable(file: string, error: unknown): Issue {
  return {
    severity: 'error',
    code: 'file-unreadable',
    path: '',
    message: `${file} ${reasonOf(error)}.`,
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
  const { site, issues } = parseSite(text);
  if (site === null) throw new InputError(issues);
  return { site, warnings: issues };
}
