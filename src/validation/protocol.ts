import type { CaseResult } from './case';

/** What the page asks of the validation worker. There is nothing to stop it with: a run is cancelled by ending it. */
export interface StartValidation {
  kind: 'start';
  /** Cases to run, in this order. */
  caseIds: readonly string[];
}

/** What the worker tells while it runs. Every case ends in a result or a failure; 'done' comes last. */
export type FromValidation =
  | { kind: 'progress'; caseId: string; share: number }
  | { kind: 'result'; caseId: string; result: CaseResult; seconds: number }
  | { kind: 'failure'; caseId: string; message: string }
  | { kind: 'done' };
