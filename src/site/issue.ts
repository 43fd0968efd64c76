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
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

export function formatIssue(issue: Issue): string {
  const place = issue.path === '' ? '(document)' : issue.path;
  return `${issue.severity}: ${place}: ${issue.message} ${issue.remedy}`;
}
