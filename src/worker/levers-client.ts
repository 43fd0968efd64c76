import type { FromLevers, StartLevers } from './levers-protocol';
import { type RunListener, type RunPort, startRun } from './one-run';

export type LeversPort = RunPort<StartLevers>;

/** Runs a period with and without some measures in a fresh worker; the returned function ends it. */
export function startLevers(
  worker: LeversPort,
  request: Omit<StartLevers, 'kind'>,
  listener: RunListener<FromLevers>,
): () => void {
  const isLast = ({ kind }: FromLevers) => kind === 'done' || kind === 'failure';
  return startRun(worker, { kind: 'start', ...request }, isLast, listener);
}
