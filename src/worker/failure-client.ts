import type { FromFailures, StartFailures } from './failure-protocol';
import { type RunListener, type RunPort, startRun } from './one-run';

export type FailurePort = RunPort<StartFailures>;

/** Plays scenarios in a fresh worker; the returned function ends it. */
export function startFailures(
  worker: FailurePort,
  request: Omit<StartFailures, 'kind'>,
  listener: RunListener<FromFailures>,
): () => void {
  const isLast = ({ kind }: FromFailures) => kind === 'done' || kind === 'failure';
  return startRun(worker, { kind: 'start', ...request }, isLast, listener);
}
