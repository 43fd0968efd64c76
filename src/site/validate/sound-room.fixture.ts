import { type SiteInput, siteSchema } from '../schema/site';
import { testSiteInput } from '../test-site';
import { validateSite } from './validate';

/** A site in which a test may change anything. */
export type LooseSite = Required<SiteInput>;

export type Change = (site: LooseSite) => void;

/** A change of the sound room by name, and one of the issues that it must have. */
export type FaultTable = Record<string, readonly [change: Change, issue: string]>;

function issuesAfter(change: Change) {
  const input = testSiteInput() as LooseSite;
  change(input);
  return validateSite(siteSchema.parse(input));
}

/** Severity, code and path of what is wrong after a change of the sound room. */
export function found(change: Change): string[] {
  return issuesAfter(change).map(({ severity, code, path }) => `${severity} ${code} ${path}`);
}

/** The sentences of what is wrong after a change of the sound room. */
export function messages(change: Change): string {
  return issuesAfter(change)
    .map(({ message, remedy }) => `${message} ${remedy}`)
    .join('\n');
}
