import { type RunListener, type RunPort, startRun } from '../../worker/one-run';
import type { FromGridStudy, StartGridStudy } from './protocol';

export type GridStudyPort = RunPort<StartGridStudy>;

/** Starts a study in a fresh worker; the returned function ends it. */
export function startGridStudy(
  worker: GridStudyPort,
  request: Omit<StartGridStudy, 'kind'>,
  listener: RunListener<FromGridStudy>,
): () => void {
  return startRun(worker, { kind: 'start', ...request }, ({ kind }: FromGridStudy) => kind !== 'progress', listener);
}
