import { create } from 'zustand';
import type { CaseResult } from '../validation/case';
import { startValidation, type ValidationPort } from '../validation/client';
import type { FromValidation } from '../validation/protocol';

/** How far one case has come in this browser. */
export type CaseRun =
  | { readonly status: 'waiting' }
  | { readonly status: 'running'; readonly share: number }
  | { readonly status: 'done'; readonly result: CaseResult; readonly seconds: number }
  | { readonly status: 'failed'; readonly message: string };

export interface ValidationState {
  readonly status: 'idle' | 'running' | 'done' | 'cancelled' | 'broken';
  /** By case id; a case that is not listed has not been asked for. */
  readonly cases: Readonly<Record<string, CaseRun>>;
  /** Why the run as a whole could not go on; null otherwise. */
  readonly crash: string | null;
  start(caseIds: readonly string[]): void;
  cancel(): void;
}

let createWorker: (() => ValidationPort) | null = null;
let endRun: (() => void) | null = null;

/** Says how to start a validation worker; called once, by the entry of the app. */
export function provideValidationWorker(create: () => ValidationPort): void {
  createWorker = create;
}

function caseAfter(message: Exclude<FromValidation, { kind: 'done' }>): CaseRun {
  switch (message.kind) {
    case 'progress':
      return { status: 'running', share: message.share };
    case 'result':
      return { status: 'done', result: message.result, seconds: message.seconds };
    case 'failure':
      return { status: 'failed', message: message.message };
  }
}

/** The validation cases as they run in the visitor's browser. */
export const useValidation = create<ValidationState>()((set, get) => ({
  status: 'idle',
  cases: {},
  crash: null,
  start(caseIds) {
    if (createWorker === null || get().status === 'running') return;
    set({
      status: 'running',
      crash: null,
      cases: Object.fromEntries(caseIds.map((id) => [id, { status: 'waiting' } as const])),
    });
    endRun = startValidation(createWorker(), caseIds, {
      onMessage(message) {
        if (message.kind === 'done') set({ status: 'done' });
        else set(({ cases }) => ({ cases: { ...cases, [message.caseId]: caseAfter(message) } }));
      },
      onCrash: (crash) => set({ status: 'broken', crash }),
    });
  },
  cancel() {
    if (get().status !== 'running') return;
    endRun?.();
    const done = Object.entries(get().cases).filter(([, run]) => run.status === 'done' || run.status === 'failed');
    set({ status: 'cancelled', cases: Object.fromEntries(done) });
  },
}));
