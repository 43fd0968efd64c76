import { type RunListener, type RunPort, startRun } from '../worker/one-run';
import type { FromValidation, StartValidation } from './protocol';

export type ValidationPort = RunPort<StartValidation>;

/** Starts a run of cases in a fresh worker; the returned function ends it. */
export function startValidation(
  worker: ValidationPort,
  caseIds: readonly string[],
  listener: RunListener<FromValidation>,
): () => void {
  return startRun(worker, { kind: 'start', caseIds }, ({ kind }: FromValidation) => kind === 'done', listener);
}
