import { validationCases } from './cases';
import type { FromValidation } from './protocol';

/** Least change of a case's share worth a message. */
const TOLD_SHARE = 0.01;

/**
 * Runs the asked cases on their quick grids with the back end of the app. A case that throws is told as a failure and
 * does not keep the others from running. `now` is in milliseconds.
 */
export function runCases(caseIds: readonly string[], tell: (message: FromValidation) => void, now: () => number): void {
  for (const caseId of caseIds) {
    const found = validationCases.find(({ id }) => id === caseId);
    let told = 0;
    tell({ kind: 'progress', caseId, share: 0 });
    const startedAt = now();
    try {
      if (found === undefined) throw new RangeError(`There is no validation case '${caseId}'.`);
      const result = found.run({
        quick: true,
        backend: 'wasm',
        onProgress(share) {
          if (share < told + TOLD_SHARE) return;
          told = share;
          tell({ kind: 'progress', caseId, share });
        },
      });
      tell({ kind: 'result', caseId, result, seconds: (now() - startedAt) / 1000 });
    } catch (error) {
      tell({ kind: 'failure', caseId, message: error instanceof Error ? error.message : String(error) });
    }
  }
  tell({ kind: 'done' });
}
