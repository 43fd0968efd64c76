import type { Issue } from '../../site/issue';
import { spoken } from '../../site/phrase';
import chinese from './zh/issues.json';

/** Wordings of issues by their English template; languages without one speak English. */
const WORDINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = { zh: chinese };

/** What is wrong and the way out, in a language where its phrases have a wording there. */
export function issueText({ message, remedy, phrases }: Issue, language: string): { message: string; remedy: string } {
  const wordings = WORDINGS[language.split('-')[0]!];
  if (phrases === undefined || wordings === undefined) return { message, remedy };
  const wordingOf = (template: string) => wordings[template];
  return { message: spoken(phrases.message, wordingOf), remedy: spoken(phrases.remedy, wordingOf) };
}
