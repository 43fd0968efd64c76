import { type Phrase, phrase, phraseOf, spoken, type Words } from './phrase';

/** Something wrong in a site document: where it is, what it is, and the way out. */
export interface Issue {
  severity: 'error' | 'warning';
  /** Stable name of the rule, for tests and translation. */
  code: string;
  /** JSON path such as `racks[3].position.x`; empty for the document as a whole. */
  path: string;
  /** One sentence: what is wrong, with the numbers. */
  message: string;
  /** One sentence: what to do about it. */
  remedy: string;
  /** The same sentences apart from what they fill in, for other languages; absent where they are English only. */
  phrases?: { message: Phrase; remedy: Phrase };
}

export function makeIssue(
  severity: Issue['severity'],
  code: string,
  path: string,
  message: Words,
  remedy: Words,
): Issue {
  return {
    severity,
    code,
    path,
    message: spoken(message),
    remedy: spoken(remedy),
    phrases: { message: phraseOf(message), remedy: phraseOf(remedy) },
  };
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

export function formatIssue(issue: Issue): string {
  const place = issue.path === '' ? '(document)' : issue.path;
  return `${issue.severity}: ${place}: ${issue.message} ${issue.remedy}`;
}

const issueLimit = 200;

/** Errors before warnings, and no more than 200: one last entry counts those left out. */
export function cappedIssues(issues: readonly Issue[]): Issue[] {
  const sorted = [
    ...issues.filter(({ severity }) => severity === 'error'),
    ...issues.filter(({ severity }) => severity === 'warning'),
  ];
  if (sorted.length <= issueLimit) return sorted;
  const left = sorted.length - issueLimit;
  const severity = sorted[issueLimit]!.severity;
  return [
    ...sorted.slice(0, issueLimit),
    makeIssue(
      severity,
      'more-issues',
      '',
      phrase`There are ${left} more like these.`,
      'Solve the first ones and check again.',
    ),
  ];
}
