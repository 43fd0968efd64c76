import { cappedIssues, hasErrors, type Issue, makeIssue } from './issue';
import { findSyntaxFault } from './json-syntax';
import { migrate } from './migrate';
import { phrase, type Words } from './phrase';
import { SITE_VERSION, type Site, siteSchema } from './schema/site';
import { schemaIssues } from './schema-issues';
import { validateSite } from './validate/validate';

/** Longest text that is read, characters: five times the bundled hall of 1,000 racks. */
export const LONGEST_TEXT = 8 * 1024 * 1024;

/** Some editors write it at the start of a file; JSON.parse refuses it. */
const byteOrderMark = '\uFEFF';

export interface ParsedSite {
  /** Null when there is any error. */
  site: Site | null;
  /** Errors, or the warnings of a site that can be used. */
  issues: Issue[];
}

/** Reads a site from the text of a file: JSON, format and version, every field, then the rules across entities. */
export function parseSite(text: string): ParsedSite {
  if (text.length > LONGEST_TEXT) {
    const size = (length: number): string => `${(length / 1024 / 1024).toFixed(1)} MB`;
    return refused(
      'too-large',
      '',
      phrase`The file has ${size(text.length)}; a site may have at most ${size(LONGEST_TEXT)}.`,
      'Check that it is the right file; split very large sites into halls.',
    );
  }
  const json = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch {
    const fault = findSyntaxFault(json);
    return refused(
      'not-json',
      '',
      fault === null
        ? 'The file is not JSON.'
        : phrase`The file is not JSON at line ${fault.line}, column ${fault.column}: ${fault.reason}.`,
      'Correct it there, or choose a site file that Isotherm has saved.',
    );
  }
  return readSite(document);
}

/** Reads a site from a value that came out of JSON. */
export function readSite(document: unknown): ParsedSite {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return refused(
      'not-a-site',
      '',
      'The file is JSON, but no site: a site is an object.',
      'Choose a site file that Isotherm has saved.',
    );
  }
  const { format, version } = document as Record<string, unknown>;
  if (format !== 'isotherm-site') {
    return refused(
      'wrong-format-marker',
      'format',
      format === undefined
        ? 'The file is no Isotherm site: it has no field "format".'
        : phrase`The file is no Isotherm site: it has the format ${JSON.stringify(format)}.`,
      'A site begins with "format": "isotherm-site".',
    );
  }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    return refused(
      'wrong-version',
      'version',
      version === undefined
        ? 'The file has no version.'
        : phrase`The version of the file is ${JSON.stringify(version)}, not a whole number.`,
      phrase`Write the version of the format, ${SITE_VERSION} for a new file.`,
    );
  }
  if (version > SITE_VERSION) {
    return refused(
      'newer-version',
      'version',
      phrase`The file was written by a newer Isotherm: it has version ${version}, this program reads up to ${SITE_VERSION}.`,
      'Open it with a newer Isotherm.',
    );
  }
  const current = migrate(document as Record<string, unknown>, version);
  const parsed = siteSchema.safeParse(current);
  if (!parsed.success) return { site: null, issues: cappedIssues(schemaIssues(parsed.error.issues, current)) };
  const issues = validateSite(parsed.data);
  return { site: hasErrors(issues) ? null : parsed.data, issues };
}

function refused(code: string, path: string, message: Words, remedy: Words): ParsedSite {
  return { site: null, issues: [makeIssue('error', code, path, message, remedy)] };
}
